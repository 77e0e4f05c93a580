/** Rule files as a whole: what stands around the rules, syntax errors, anchors, and sizes that would stop everything else. */
import { describe, expect, it } from "vitest";
import { loadRules } from "./load-rules.js";

const good = "  - {id: good, message: m, severity: ERROR, languages: [python], pattern: f()}\n";
const head = ["message: m", "severity: ERROR", "languages: [python]"];

/** Asserts problems as "line:column message", warnings with a "?" before it, and the ids of the rules that work. */
function check(text: string, problems: readonly string[], ids: readonly string[]): void {
  const loaded = loadRules("rules.yaml", text);
  const shown = loaded.problems.map(
    ({ line, character, message, severity }) =>
      `${severity === "warning" ? "?" : ""}${line + 1}:${character + 1} ${message}`,
  );
  expect(shown).toEqual(problems);
  expect(loaded.rules.map((rule) => rule.id)).toEqual(ids);
}

/** A file whose first rule has these lines below its id, and whose second one is good. */
function file(...lines: readonly string[]): string {
  return `rules:\n  - id: bad\n${lines.map((line) => `    ${line}\n`).join("")}${good}`;
}

describe("a file", () => {
  it.each<[name: string, text: string, problems: readonly string[], ids: readonly string[]]>([
    ["without problems", `rules:\n${good}`, [], ["good"]],
    ["with a mark for its start", `---\nrules:\n${good}`, [], ["good"]],
    ["with a byte order mark", `\ufeffrules:\r\n${good}`, [], ["good"]],
    ["that is empty", "", ['1:1 A rule file is a map with the key "rules".'], []],
    ["with a rule without an id", `rules:\n  - {message: m}\n${good}`, ['2:5 The rule has no "id".'], ["good"]],
    [
      "with an id that no comment can name",
      `rules:\n  - {id: a b}\n${good}`,
      ['2:10 "a b" cannot be an "id": letters, digits, ".", "_" and "-" make one.'],
      ["good"],
    ],
    [
      "with two rules of one id keeps the first",
      `rules:\n${good}${good}`,
      ['3:10 A rule "good" stands further up in this file.'],
      ["good"],
    ],
    ["whose rules are no list", "rules: 1\n", ['1:8 "rules" must be a list.'], []],
    ["that is a list", "- a\n", ['1:1 A rule file is a map with the key "rules".'], []],
    [
      "without rules",
      "rule:\n",
      ['?1:1 The rule file has no key "rule". Did you mean "rules"?', '1:1 The file has no "rules".'],
      [],
    ],
    [
      "of two documents",
      `rules:\n${good}---\nrules:\n${good.replace("good", "other")}`,
      ["?4:1 Semgrep reads files of one document only."],
      ["good", "other"],
    ],
    [
      "with bytes that are no text",
      `# caf\ufffd\nrules:\n${good}`,
      ["?1:6 Here stands a byte that is not UTF-8, or a character in its place."],
      ["good"],
    ],
    [
      "that is huge",
      `# ${"x".repeat(5_000_000)}`,
      ["1:1 The rule file is larger than 4 MB. Split it into several files."],
      [],
    ],
  ])("%s", (_, text, problems, ids) => {
    check(text, problems, ids);
  });

  it.each<[name: string, lines: readonly string[], place: string]>([
    ["an open bracket", ["pattern: [a"], "5:1"],
    ["an open quote", ["pattern: 'a"], "5:1"],
    ["a tab", [...head, "\tpattern: f()"], "7:5"],
    ["a wrong indentation", [...head, " pattern: f()"], "7:1"],
  ])("with %s is read rule by rule", (_, lines, place) => {
    const text = `rules:\n${good.replace("good", "first")}${file(...lines).slice("rules:\n".length)}`;
    const { problems, rules } = loadRules("rules.yaml", text);
    expect(rules.map(({ id }) => id)).toEqual(["first", "good"]);
    expect(problems.length).toBeGreaterThan(0);
    const [{ line, character, message, ruleId } = problems[0]!] = problems;
    expect({ place: `${line + 1}:${character + 1}`, ruleId }).toEqual({ place, ruleId: "bad" });
    expect(message).toMatch(/^This is not YAML: /);
  });
});

describe("anchors and merges", () => {
  const whole = "{id: a, message: m, severity: ERROR, languages: [python], pattern: f()}";

  it("are followed", () => {
    const text = `x: &text g($X)\nrules:\n  - &first ${whole}\n  - <<: *first\n    id: b\n    pattern: *text\n`;
    const { rules, problems } = loadRules("rules.yaml", text);
    expect(problems).toEqual([]);
    expect(rules.map(({ id, query }) => [id, query])).toMatchObject([
      ["a", { formula: { pattern: { text: "f()" } } }],
      ["b", { formula: { pattern: { text: "g($X)" } } }],
    ]);
  });

  it("that stand for very much are given up", () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const inner = level === 0 ? "pattern: f()" : `pattern-either: [${`*l${level - 1}, `.repeat(10)}]`;
      return `  l${level}: &l${level} {${inner}}\n`;
    });
    const bombs = Array.from(
      { length: 50 },
      (_, n) => `  - {id: bomb${n}, message: m, severity: ERROR, languages: [python], patterns: [*l11]}\n`,
    );
    const start = performance.now();
    const { rules, problems } = loadRules(
      "rules.yaml",
      `x-levels:\n${levels.join("")}rules:\n${bombs.join("")}${good}`,
    );
    expect(performance.now() - start).toBeLessThan(3000);
    expect(rules.map(({ id }) => id)).toEqual(["good"]);
    expect(problems).toHaveLength(50);
    expect(problems[0]?.message).toBe("This has more than 100000 values, with its aliases written out.");
  });

  it("of nothing are errors", () => {
    check(file(...head, "pattern: *nothing"), ['6:14 No anchor "&nothing" stands before this alias.'], ["good"]);
  });

  it("that lead back to themselves are given up", () => {
    const text = file(...head, "patterns: &again", "  - pattern-either: [{patterns: *again}]");
    check(text, ["7:7 This is nested deeper than 100 levels."], ["good"]);
  });

  it("of very deep nesting are given up", () => {
    const deep = `${"{pattern-not: ".repeat(20_000)}f()${"}".repeat(20_000)}`;
    const { rules, problems } = loadRules("rules.yaml", file(...head, `patterns: [${deep}]`));
    expect(rules.map(({ id }) => id)).toEqual(["good"]);
    expect(problems.map(({ message }) => message)).toEqual(["This is nested too deep to be read."]);
  });
});

it("reads ten thousand rules, each with its own problems", () => {
  const one = (n: number): string => `  - {id: r${n}, message: m, severity: ERROR, languages: [python], patern: f()}\n`;
  const text = `rules:\n${Array.from({ length: 10_000 }, (_, n) => one(n)).join("")}${good}`;
  const { rules, problems } = loadRules("rules.yaml", text);
  expect(rules.map(({ id }) => id)).toEqual(["good"]);
  expect(problems).toHaveLength(20_000);
  expect(problems.at(-1)).toMatchObject({ line: 10_000, ruleId: "r9999" });
}, 30_000);
