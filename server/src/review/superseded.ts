/** Findings that say less than another one at the same place. */
import type { TextRange } from "../base/text-range.js";
import { rangesOverlap } from "../base/text-range.js";
import type { Rule } from "../rules/rule.js";

/** A finding as far as it matters here. */
export interface PlacedRule {
  readonly ruleId: string;
  readonly range: TextRange;
}

/** Those of `findings` at whose place no finding of a rule lies that stands for theirs; `others` are findings of the same file that are kept elsewhere. */
export function withoutSuperseded<Item extends PlacedRule>(
  findings: readonly Item[],
  others: readonly PlacedRule[],
  ruleOf: (id: string) => Rule | undefined,
): readonly Item[] {
  const standing = [...findings, ...others].flatMap(({ ruleId, range }) => {
    const rules = ruleOf(ruleId)?.supersedes ?? [];
    return rules.length === 0 ? [] : [{ rules, range }];
  });
  if (standing.length === 0) return findings;
  return findings.filter(
    ({ ruleId, range }) => !standing.some((by) => by.rules.includes(ruleId) && rangesOverlap(by.range, range)),
  );
}
