/** Regular expressions that take for ever on a backtracking engine: a warning, a bounded time, and other rules' findings. */
import { describe, expect, it } from "vitest";
import type { RuleProblem } from "../../server/src/rules/rule.js";
import { createTestEngine, showAll } from "../support/engine.js";

const longest = 20_000;

/** What a rule set says of itself and finds, as "rule:line". */
async function run(
  rules: string,
  code: string,
): Promise<{ problems: readonly RuleProblem[]; found: readonly string[] }> {
  const engine = await createTestEngine([{ path: "rules.yaml", text: rules }]);
  const { findings } = engine.reviewText("code.py", code, showAll);
  const found = findings.map(({ ruleId, range }) => `${ruleId}:${code.slice(0, range.start).split("\n").length}`);
  return { problems: engine.ruleProblems, found };
}

const healthy = `
- id: healthy
  message: m
  severity: ERROR
  languages: [python]
  pattern: danger(...)
`;

const bomb = `${"a".repeat(40)}!`;
const head = "message: m\n  severity: ERROR\n  languages: [python]";

describe("a regular expression without a bound", () => {
  it.each<[name: string, rule: string, warned?: false]>([
    ["in pattern-regex", `${head}\n  pattern-regex: (?=(a+)+$)a`],
    [
      "in metavariable-regex",
      `${head}\n  patterns:\n  - pattern: f($X)\n  - metavariable-regex:\n      metavariable: $X\n      regex: .(?=(a+)+$)a`,
    ],
    ["in a string", `${head}\n  pattern: f("=~/(?=(a+)+$)a/")`],
    ["in pattern-not-regex", `${head}\n  patterns:\n  - pattern: f("zzz")\n  - pattern-not-regex: (?=(a+)+$)a`],
    [
      "in a comparison",
      `${head}\n  patterns:\n  - pattern: f($X)\n  - metavariable-comparison:\n      comparison: re.match("(?=(a+)+$)a", str($X))`,
      false,
    ],
    ["in fix-regex", `${head}\n  pattern: g("zzz")\n  fix-regex:\n    regex: (?=(a+)+$)a\n    replacement: b`],
  ])(
    "%s",
    async (_, rule, isWarnedOf) => {
      const rules = `rules:${healthy}\n- id: bomb\n  ${rule}\n`;
      const code = [...Array.from({ length: 50 }, () => `f("${bomb}")`), "danger()", ""].join("\n");
      const { problems, found } = await run(rules, code);
      expect(found).toContain("healthy:51");
      const lines = rules.split("\n");
      const warned = problems.map(
        ({ severity, ruleId, line }) => `${severity} ${ruleId} ${lines[line]?.includes("(a+)+")}`,
      );
      expect(warned).toEqual(isWarnedOf === false ? [] : ["warning bomb true"]);
    },
    longest,
  );
});
