/** What is wrong in rule files, and where; and that the rest of a file still works. */
import { describe, expect, it } from "vitest";
import { loadRules } from "./load-rules.js";

const good = "  - {id: good, message: m, severity: ERROR, languages: [python], pattern: f()}\n";

/** Asserts the problems of a rule file as "line:column message", both counted from one, and the ids of the rules that work. */
function check(text: string, problems: readonly string[], ids: readonly string[]): void {
  const loaded = loadRules("rules.yaml", text);
  expect(loaded.problems.map(({ line, character, message }) => `${line + 1}:${character + 1} ${message}`)).toEqual(
    problems,
  );
  expect(loaded.rules.map((rule) => rule.id)).toEqual(ids);
}

/** A file whose first rule has these lines below its id, and whose second one is good. */
function file(...lines: readonly string[]): string {
  return `rules:\n  - id: bad\n${lines.map((line) => `    ${line}\n`).join("")}${good}`;
}

const head = ["message: m", "severity: ERROR", "languages: [python]"];

describe("a rule with an error", () => {
  it.each<[name: string, lines: readonly string[], problem: string, stillWorks: boolean]>([
    ["no message", ["severity: ERROR", "languages: [python]", "pattern: f()"], '2:9 "message" must be text.', false],
    ["no severity", ["message: m", "languages: [python]", "pattern: f()"], '2:9 "severity" must be text.', false],
    [
      "an unknown severity",
      ["message: m", "severity: BAD", "languages: [python]", "pattern: f()"],
      '4:15 "BAD" is not a severity. Use ERROR, WARNING or INFO.',
      false,
    ],
    ["no languages", ["message: m", "severity: ERROR", "pattern: f()"], '2:9 "languages" must list python.', false],
    [
      "another language",
      ["message: m", "severity: ERROR", "languages: [java, go]", "pattern: f()"],
      "5:16 Kingsnake reads Python; this rule is for java, go.",
      false,
    ],
    [
      "another mode",
      [...head, "mode: taint"],
      '6:11 The mode "taint" is not known; this version knows "search".',
      false,
    ],
    ["no pattern", head, '2:5 The rule has no pattern. Add "pattern", "patterns" or "pattern-either".', false],
    ["a pattern that is a list", [...head, "pattern: [f()]"], '6:14 "pattern" must be text.', false],
    ["patterns that are no list", [...head, "patterns: f()"], '6:15 "patterns" must be a list.', false],
    ["empty patterns", [...head, "patterns: []"], '6:5 "patterns" is empty.', false],
    ["an entry that is no map", [...head, "patterns: [f()]"], '6:16 Each entry of "patterns" must be a map.', false],
    [
      "a misspelt operator",
      [...head, "patterns:", "  - pattern: f()", "  - pattern-insde: g()"],
      '8:9 "patterns" has no key "pattern-insde". Did you mean "pattern-inside"?',
      false,
    ],
    [
      "a misspelt key of the rule, which still works",
      [...head, "pattern: f()", "mesage: m"],
      '7:5 Rule "bad" has no key "mesage". Did you mean "message"?',
      true,
    ],
    [
      "a condition without its regex",
      [...head, "patterns:", "  - pattern: f($X)", "  - metavariable-regex: {metavariable: $X}"],
      '8:9 "regex" must be text.',
      false,
    ],
    [
      "a condition on what is no metavariable",
      [...head, "patterns:", "  - pattern: f($X)", "  - metavariable-regex: {metavariable: x, regex: a}"],
      '8:44 "x" is not a metavariable; write it as $NAME in capitals.',
      false,
    ],
    [
      "paths that are no map",
      [...head, "pattern: f()", "paths: [a]"],
      '7:12 "paths" must be a map with "include" or "exclude".',
      true,
    ],
    ["metadata that is no map", [...head, "pattern: f()", "metadata: a"], '7:15 "metadata" must be a map.', true],
  ])("%s", (_, lines, problem, stillWorks) => {
    check(file(...lines), [problem], stillWorks ? ["bad", "good"] : ["good"]);
  });

  it("names the rule that it belongs to", () => {
    expect(loadRules("rules.yaml", file("message: m")).problems.map((problem) => problem.ruleId)).toContain("bad");
  });
});

describe("a file", () => {
  it("without problems", () => {
    check(`rules:\n${good}`, [], ["good"]);
  });

  it("with a rule without an id", () => {
    check(`rules:\n  - {message: m}\n${good}`, ['2:5 "id" must be text.'], ["good"]);
  });

  it("with two rules of one id keeps the first", () => {
    check(`rules:\n${good}${good}`, ['3:10 A rule "good" stands further up in this file.'], ["good"]);
  });

  it("that has no rules", () => {
    check("rules: 1\n", ['1:8 "rules" must be a list.'], []);
    check("- a\n", ['1:1 A rule file is a map with the key "rules".'], []);
    check("rule:\n", ['1:1 The rule file has no key "rule". Did you mean "rules"?', '1:1 "rules" must be a list.'], []);
  });

  it("that is not YAML says where", () => {
    const { problems } = loadRules("rules.yaml", "rules:\n  - id: [a\n");
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.message).toMatch(/^This is not YAML: /);
  });

  it("that is huge is refused at once", () => {
    check(`# ${"x".repeat(4_000_001)}`, ["1:1 The rule file is larger than 4 MB. Split it into several files."], []);
  });
});

describe("a good rule", () => {
  it("takes its metadata, with defaults for what is missing", () => {
    const text = file(
      ...head,
      "pattern: f()",
      "fix: g()",
      "metadata: {cwe: 'CWE-78: a name', confidence: HIGH, kin: [B602], in-tests: off, fix-safety: safe}",
    );
    const [rule, plain] = loadRules("rules.yaml", text).rules;
    expect(rule).toMatchObject({ cwe: ["CWE-78"], confidence: "high", kin: ["B602"], inTests: "off", topic: "custom" });
    expect(rule?.fix).toMatchObject({ template: "g()", safety: "safe" });
    expect(plain).toMatchObject({ title: "good", confidence: "medium", cwe: [], inTests: "same", severity: "error" });
    expect(plain?.fix).toBeUndefined();
  });

  it.each([
    ["CRITICAL", "error"],
    ["MEDIUM", "warning"],
    ["INVENTORY", "info"],
  ])("knows Semgrep's severity %s as %s", (severity, expected) => {
    const text = file("message: m", `severity: ${severity}`, "languages: [py]", "pattern: f()");
    expect(loadRules("rules.yaml", text).rules[0]?.severity).toBe(expected);
  });
});
