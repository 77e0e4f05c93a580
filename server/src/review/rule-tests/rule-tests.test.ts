/** Annotations, verdicts and pairs of files; the lines were confirmed with `semgrep --test`. */
import { describe, expect, it } from "vitest";
import { hasAnnotations, readAnnotations } from "./annotations.js";
import { describeFault, judgeExample } from "./judge-example.js";
import { isExampleName, isExampleOf, isFixedFormOf, isRuleFileName } from "./pair-examples.js";
import { looksLikeRules } from "./rules-under-test.js";

describe("annotations", () => {
  function check(text: string, expected: string): void {
    const shown = readAnnotations(text).map(({ kind, ruleId, range, line }) => {
      expect(text.slice(range.start, range.end)).toBe(ruleId);
      return `${kind} ${ruleId} ${line}`;
    });
    expect(shown.join("; ")).toBe(expected);
  }

  it.each<[text: string, expected: string]>([
    ["# ruleid: a\nx", "ruleid a 1"],
    ["#ruleid:a,b\r\nx", "ruleid a 1; ruleid b 1"],
    ["x\n\n    # ok: a , b,\n", "ok a 3; ok b 3"],
    ["x = 1  # todoruleid: a because\n", "todoruleid a 1"],
    ["// todook: a.b-c\n<!-- ruleid: a -->\n(* ok: b *)", "todook a.b-c 1; ruleid a 2; ok b 3"],
    ["# ruleid: deepruleid: a", "ruleid a 1"],
    ["# proruleid: a\n# look: a\n# ruleid a\nok: 1\n# okay: b", ""],
    ["# ruleid:", ""],
  ])("%j", (text, expected) => {
    check(text, expected);
  });

  it("tell an example from other code", () => {
    expect(["# ruleid: a", "#todoruleid:a", "# ok: a", "look: ok", "# okay"].map(hasAnnotations)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("the verdict", () => {
  /** `f` is found by rule f, `g` by rule g, wherever they are called. */
  function check(text: string, marked: string, faults: readonly string[], done = 0): void {
    const found = [...text.matchAll(/([fg])\(/g)].map((match) => ({
      ruleId: match[1] ?? "",
      range: { start: match.index, end: match.index + 2 },
    }));
    const verdict = judgeExample(text, found, ["f", "g"]);
    expect(`${verdict.asMarked} of ${verdict.marked}`).toBe(marked);
    expect(verdict.faults.map((fault) => `${fault.line + 1} ${describeFault(fault)}`)).toEqual(faults);
    expect(verdict.done).toHaveLength(done);
  }

  it.each<[text: string, marked: string, faults: readonly string[], done?: number]>([
    ["# ruleid: f\nf()\n# ok: f\nx", "2 of 2", []],
    ["# ruleid: f\nx", "0 of 1", ["2 f: expected a finding here, there is none"]],
    ["f()", "0 of 0", ["1 f: found here, not expected"]],
    ["# ok: f\nf()", "0 of 1", ["2 f: found here, although it is marked ok"]],
    ["# ruleid: f, g\nf(g())\n# ok: h\nx", "2 of 2", []],
    ["# ruleid: f\nf(f(f()))", "1 of 1", []],
    ["# todoruleid: f\nx\n# todook: g\ng()", "0 of 0", []],
    ["# todoruleid: f\nf()\n# todook: g\nx", "0 of 0", [], 2],
    ["# ok: f\n# ruleid: g\ng()", "2 of 2", []],
    ["# ruleid: f", "0 of 1", ["2 f: expected a finding here, there is none"]],
  ])("%j", (text, marked, faults, done) => {
    check(text, marked, faults, done);
  });

  it("says what to do about marks that stand above each other", () => {
    const { faults } = judgeExample("# ruleid: f\n# ruleid: g\nf(g())", [], ["f", "g"]);
    expect(faults.map(({ kind, line }) => `${kind} ${line}`)).toEqual(["stacked 1", "missed 2"]);
  });

  it("names what it knows nothing of", () => {
    expect(judgeExample("# ruleid: f, h\nx", [], ["f"]).foreign.map(({ ruleId }) => ruleId)).toEqual(["h"]);
  });
});

describe("pairs of files", () => {
  it.each([
    ["a.py", "a.yaml", true],
    ["a.more.py", "a.x.yml", true],
    ["a/b/c.py", "a.yaml", true],
    ["x/a.py", "x/a.yaml", true],
    ["y/a.py", "x/a.yaml", false],
    ["a.py", "x/a.yaml", false],
    ["b.py", "a.yaml", false],
  ])("%s, %s: %s", (example, rules, expected) => {
    expect(isExampleOf(example, rules)).toBe(expected);
  });

  it("tells rules, examples and fixed examples by their names", () => {
    const names = ["a.yaml", "a.yml", "a.test.yaml", "a.py", "a.fixed.py", "a.fixed.test.yaml", "fixed.py"];
    expect(names.filter(isRuleFileName)).toEqual(["a.yaml", "a.yml"]);
    expect(names.filter(isExampleName)).toEqual(["a.test.yaml", "a.py", "fixed.py"]);
    expect(isFixedFormOf("a.fixed.py", "a.py")).toBe(true);
    expect(isFixedFormOf("a.fixed.py", "a.txt")).toBe(false);
    expect(isFixedFormOf("a.py", "a.py")).toBe(false);
  });

  it.each([
    ["rules:\n  - id: a\n    languages: [python]\n", true],
    ["# mine\n'rules': [{id: a, pattern: x}]", true],
    ["rules:\n  - id: a\n    pattern: 'open", true],
    ["rules:\n  - id: a\n    mesage: m\n", true],
    ["rules:\n  - alert: High\n    expr: up\n", false],
    ["services:\n  web:\n    image: x\n", false],
    ["", false],
  ])("knows rules by their text: %j", (text, expected) => {
    expect(looksLikeRules(text)).toBe(expected);
  });
});
