/** Runs hostile rules beside a healthy one. */
import type { RuleProblem } from "../../server/src/rules/rule.js";
import { createLineIndex, positionOfOffset } from "../../server/src/base/line-index.js";
import { createTestEngine, showAll } from "../support/engine.js";

/** No case may take longer; most take a fraction of a second. */
export const longest = 20_000;

export interface Outcome {
  readonly problems: readonly RuleProblem[];
  /** Findings as "rule:line". */
  readonly found: readonly string[];
}

/** A rule that finds each call of `danger`, as YAML. */
export const healthy = `- id: healthy
  message: m
  severity: ERROR
  languages: [python]
  pattern: danger(...)
`;

/** A rule of these keys, as YAML. */
export function rule(id: string, keys: string): string {
  return [`- id: ${id}`, "message: m", "severity: ERROR", "languages: [python]", keys]
    .join("\n")
    .replaceAll("\n", "\n  ")
    .concat("\n");
}

/** What rules say of themselves and find in a text. */
export async function runRules(rules: readonly string[], code: string): Promise<Outcome> {
  const engine = await createTestEngine([{ path: "rules.yaml", text: `rules:\n${rules.join("")}` }]);
  const { findings } = engine.reviewText("code.py", code, showAll);
  const lines = createLineIndex(code);
  const found = findings.map(({ ruleId, range }) => `${ruleId}:${positionOfOffset(lines, range.start).line + 1}`);
  return { problems: engine.ruleProblems, found };
}
