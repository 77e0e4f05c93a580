/** Rule files that are broken, huge or endless: a problem at its place, and the healthy rules run. */
import { describe, expect, it } from "vitest";
import { createTestEngine, showAll } from "../support/engine.js";
import { healthy, longest, rule } from "./run-rules.js";

interface Outcome {
  readonly problems: readonly string[];
  readonly found: readonly string[];
}

/** What a rule file, and beside it one with a healthy rule, say and find. */
async function load(text: string): Promise<Outcome> {
  const engine = await createTestEngine([
    { path: "hostile.yaml", text },
    { path: "healthy.yaml", text: `rules:\n${healthy}` },
  ]);
  const { findings } = engine.reviewText("code.py", "danger()\n", showAll);
  return {
    problems: engine.ruleProblems.map(({ path, severity, message }) => `${path} ${severity} ${message}`),
    found: findings.map(({ ruleId }) => ruleId),
  };
}

const keys = [
  "id",
  "message",
  "severity",
  "languages",
  "pattern",
  "patterns",
  "pattern-either",
  "pattern-regex",
  "match",
  "mode",
  "fix",
  "fix-regex",
  "options",
  "paths",
  "metadata",
  "min-version",
];

describe("a rule with null", () => {
  it.each(keys)("in %s", async (key) => {
    const lines = [`id: null-rule`, "message: m", "severity: ERROR", "languages: [python]", "pattern: f()"];
    const kept = lines.filter((line) => !line.startsWith(`${key}:`));
    const broken = `- ${[`${key}:`, ...kept].join("\n  ")}\n`;
    const { problems, found } = await load(`rules:\n${broken}${rule("same-file", "pattern: danger(...)")}`);
    expect(found).toEqual(["healthy", "same-file"]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each([
    "patterns:\n-",
    "patterns:\n- pattern:",
    "pattern-either:\n- patterns:\n  - pattern-inside:",
    "patterns:\n- pattern: f($X)\n- metavariable-regex:",
    "patterns:\n- pattern: f($X)\n- metavariable-regex:\n    metavariable:\n    regex:",
    "patterns:\n- pattern: f($X)\n- metavariable-pattern:\n    metavariable: $X\n    pattern:",
    "patterns:\n- pattern: f($X)\n- metavariable-comparison:\n    comparison:",
    "patterns:\n- pattern: f($X)\n- focus-metavariable:",
    "mode: taint\npattern-sources:\npattern-sinks:",
    "mode: taint\npattern-sources:\n-\npattern-sinks:\n- pattern:",
    "match:\n  all:\n  - any:\n    -",
  ])("inside of a query: %j", async (query) => {
    const { problems, found } = await load(
      `rules:\n${rule("null", query)}${rule("same-file", "pattern: danger(...)")}`,
    );
    expect(found).toEqual(["healthy", "same-file"]);
    expect(problems.filter((problem) => problem.startsWith("hostile.yaml error"))).not.toEqual([]);
  });

  it.each(["", "rules:", "rules: null", "- null", "null", "rules:\n-", "rules: {}", "rules: 3", "\0"])(
    "instead of rules: %j",
    async (text) => {
      const { problems, found } = await load(text);
      expect(found).toEqual(["healthy"]);
      expect(problems.length).toBe(1);
    },
  );
});

describe("a rule file without an end", () => {
  const bomb = Array.from({ length: 12 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(10)}]`);
  const deep = (times: number): string => `${"{pattern-either: [".repeat(times)}{pattern: g()}${"]}".repeat(times)}`;
  it.each<[name: string, text: string]>([
    ["that holds itself", `rules: &r\n- *r\n`],
    [
      "with a rule in itself",
      `rules:\n- &r\n  id: x\n  message: m\n  severity: ERROR\n  languages: [python]\n  patterns: [*r, *r]\n`,
    ],
    ["with patterns in themselves", `rules:\n${rule("x", "pattern-either: &p\n- patterns: *p")}`],
    ["of aliases of aliases", `a0: &a0 [x]\n${bomb.join("\n")}\nrules: *a12\n`],
    ["nested 1,000 deep", `rules:\n${rule("x", `pattern-either: [${deep(1000)}]`)}`],
    ["nested 100,000 deep", `rules: ${"[".repeat(100_000)}`],
    ["that ends in a string", `rules:\n- id: "${"x".repeat(1_000_000)}`],
  ])(
    "%s",
    async (_, text) => {
      const { problems, found } = await load(text);
      expect(found).toEqual(["healthy"]);
      expect(problems.filter((problem) => problem.startsWith("hostile.yaml error"))).not.toEqual([]);
    },
    longest,
  );

  it(
    "of five megabytes",
    async () => {
      const one = (index: number): string =>
        rule(`r${index}`, `pattern: call${index}($X, ...)\nmetadata:\n  note: ${"text ".repeat(480)}`);
      const text = `rules:\n${Array.from({ length: 2_000 }, (_, index) => one(index)).join("")}${rule("last", "pattern: danger()")}`;
      expect(text.length).toBeGreaterThan(5_000_000);
      const { problems, found } = await load(text);
      expect(found).toContain("healthy");
      // All of it runs, or it is said why not.
      expect(problems.length > 0 || found.includes("last")).toBe(true);
    },
    longest,
  );
});
