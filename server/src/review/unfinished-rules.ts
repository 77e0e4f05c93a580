/** Rules that allow too many combinations in some code, so that matches may be missing there. */
import { leavesOf, type CompiledRule } from "../analyses/search/compiled-rule.js";
import type { UnitSearch } from "../analyses/search/search-unit.js";
import type { Rule } from "../rules/rule.js";
import type { Unit } from "../syntax/unit.js";
import type { UnfinishedRule } from "./finding.js";

/** What was not finished in a unit. */
export interface UnitWork {
  readonly search: UnitSearch;
  /** Rules that ran out of steps after their patterns had matched. */
  readonly unfinished: readonly CompiledRule[];
}

/** What was not finished in a file. */
export interface AnalysedWork {
  readonly rules: readonly CompiledRule[];
  readonly results: ReadonlyMap<Unit, UnitWork>;
  /** Rules about more than a unit. */
  readonly unfinished: readonly CompiledRule[];
}

/** The rules of which one of these patterns, by their leaves' ids, is a part. */
export function rulesWithLeaves(rules: readonly CompiledRule[], leaves: ReadonlySet<number>): CompiledRule[] {
  if (leaves.size === 0) return [];
  return rules.filter(({ formula }) => leavesOf(formula).some(({ id }) => leaves.has(id)));
}

/** What is said of a file: each rule once, at the first place where it was not finished; in the whole file if nowhere else. */
export function unfinishedRules(
  { rules, results, unfinished: inFile }: AnalysedWork,
  isShown: (rule: Rule) => boolean,
): UnfinishedRule[] {
  const places = new Map<Rule, { start: number; end: number }>();
  for (const { search, unfinished } of results.values()) {
    if (search.unfinished.size === 0 && unfinished.length === 0) continue;
    const { start, text } = search.unit;
    for (const { rule } of [...rulesWithLeaves(rules, search.unfinished), ...unfinished])
      if (!places.has(rule)) places.set(rule, { start, end: start + text.length });
  }
  for (const { rule } of inFile) if (!places.has(rule)) places.set(rule, { start: 0, end: 0 });
  const shown = Array.from(places).filter(([rule]) => isShown(rule));
  return shown.map(([{ id }, range]) => ({
    ruleId: id,
    range,
    message: `The rule ${id} was not finished here: it allows too many combinations in this code, and some of its findings may be missing.`,
  }));
}
