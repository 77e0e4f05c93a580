/** Patterns that allow very many combinations, on code that has them: an end in time, and the findings of others. */
import { describe, expect, it } from "vitest";
import { createTestEngine, showAll } from "../support/engine.js";
import { healthy, longest, rule, runRules } from "./run-rules.js";

const count = 10_000;

function repeat(times: number, make: (index: number) => string, separator: string): string {
  return Array.from({ length: times }, (_, index) => make(index)).join(separator);
}

const names = repeat(count, (index) => `v${index}`, ", ");
const pairs = repeat(count, (index) => `k${index}: v${index}`, ", ");
const keywords = repeat(2_000, (index) => `k${index}=${index}`, ", ");
const statements = repeat(count, (index) => `v${index}(a${index})`, "\n");
const inFunction = `def g():\n${statements.replace(/^/gm, "  ")}`;
const three = "pattern: |\n  $A(...)\n  ...\n  $B(...)\n  ...\n  $C(...)";
const nested = (times: number, open: string, inner: string, close: string): string =>
  open.repeat(times) + inner + close.repeat(times);

/** `metavariable-pattern` in itself. */
function nestedConditions(depth: number): string {
  const lines = ["patterns:", "- pattern: f($X)"];
  for (let level = 0; level < depth; level++) {
    const indent = "    ".repeat(level);
    lines.push(`${indent}- metavariable-pattern:`, `${indent}    metavariable: $X`, `${indent}    patterns:`);
    lines.push(`${indent}    - pattern: <... $X ...>`);
  }
  return lines.join("\n");
}

describe("a rule of many combinations", () => {
  it.each<[name: string, keys: string, code: string, least: number]>([
    ["$X on 50,000 statements", "pattern: $X", `def g():\n${"  v(a)\n".repeat(50_000)}`, 100_000],
    ["$X at module level", "pattern: $X", "v(a)\n".repeat(5_000), 15_000],
    ["an ellipsis between arguments", "pattern: f(..., $A, ..., $B, ..., $C)", `f(${names})`, 1],
    ["the same that never matches", "pattern: f(..., $A, ..., $A, ..., $C)", `f(${names})`, 0],
    ["runs of arguments", "pattern: f($...A, $X, $...B, $X, $...C, $X)", `f(${names})`, 0],
    ["keyword arguments", "pattern: f(..., $A=$X, ..., $B=$X, ..., $C=$X)", `f(${keywords})`, 0],
    ["one metavariable twice", "pattern: f($A, ..., $A)", `f(${names})`, 0],
    ["elements of a list", "pattern: '[..., $A, ..., $B, ..., $C]'", `x = [${names}]`, 1],
    ["elements that never match", "pattern: '[..., $A, ..., $A, ..., $C]'", `x = [${names}]`, 0],
    ["entries of a dictionary", "pattern: '{..., $A: $B, ..., $C: $D}'", `x = {${pairs}}`, 1],
    ["entries that never match", "pattern: '{..., $A: $B, ..., $C: $A}'", `x = {${pairs}}`, 0],
    ["elements of a set", "pattern: '{$A, $B, $C, $A, ...}'", `x = {${names}}`, 0],
    ["statements of a module", three, statements, 100],
    ["statements of a function", three, inFunction, 100],
    ["statements that never match", three.replace("$C", "$A"), inFunction, 0],
    ["any statements", "pattern: |\n  $A\n  ...\n  $B\n  ...\n  $C", inFunction, 100],
    ["operands of and", "pattern: $X and ... and $Y and ... and $Z", `x = ${names.replaceAll(", ", " and ")}`, 0],
    ["operands of +", "pattern: $X + ... + $Y + ... + $X", `x = ${names.replaceAll(", ", " + ")}`, 0],
    [
      "deep expressions",
      "pattern: f(<... $A(<... $B ...>) ...>)",
      `f(${repeat(500, () => "g(", "")}1${")".repeat(500)})`,
      0,
    ],
    ["conditions in conditions", nestedConditions(20), `f(${nested(50, "g(", "1", ")")})`, 0],
    ["everything with everything", "patterns:\n- pattern: $X\n- pattern: $Y\n- pattern-not: $Z(...)", inFunction, 0],
    [
      "a fix longer than any code",
      `pattern: f($X)\nfix: ${"$X + ".repeat(2000)}1`,
      `f("${"a".repeat(1000)}")\n`.repeat(1000),
      1000,
    ],
  ])(
    "%s",
    async (_, keys, code, least) => {
      const { problems, found } = await runRules([healthy, rule("bomb", keys)], `danger()\n${code}\ndanger()\n`);
      expect(problems).toEqual([]);
      expect(found.filter((place) => place.startsWith("healthy"))).toHaveLength(2);
      expect(found.filter((place) => place.startsWith("bomb")).length).toBeGreaterThanOrEqual(least);
    },
    longest,
  );

  it(
    "takes nothing from rules that look at the same code, and is named",
    async () => {
      const bombs = repeat(20, (index) => rule(`bomb-${index}`, `pattern: f(..., $A, ..., $A, ..., ${index})`), "");
      const other = rule("other", "pattern: f(..., danger(), ...)");
      const engine = await createTestEngine([{ path: "rules.yaml", text: `rules:\n${bombs}${other}` }]);
      const code = `def g():\n  f(danger())\n  f(${names}, 19)\n  f(${names}, danger())\n`;
      const { findings, unfinished = [] } = engine.reviewText("code.py", code, showAll);
      expect(findings.map(({ ruleId }) => ruleId)).toEqual(["other", "other"]);
      expect(unfinished.map(({ ruleId, range }) => `${ruleId}@${range.start}`)).toContain("bomb-19@0");
      expect(unfinished.map(({ ruleId }) => ruleId)).not.toContain("other");
      const silent = engine.reviewText("code.py", code, { ...showAll, disabledRules: ["bomb-19"] });
      expect(silent.unfinished?.map(({ ruleId }) => ruleId)).not.toContain("bomb-19");
    },
    longest,
  );

  it(
    "is one of 2,000",
    async () => {
      const rules = repeat(
        2_000,
        (index) =>
          rule(
            `r${index}`,
            `patterns:\n- pattern: call${index}(...)\n- pattern-not: call${index}(..., safe=True, ...)`,
          ),
        "",
      );
      const { problems, found } = await runRules([healthy, rules], `danger()\n${statements}\ncall7(1)\n`);
      expect(problems).toEqual([]);
      expect(found).toEqual(["healthy:1", `r7:${count + 2}`]);
    },
    longest,
  );
});

describe("deep nesting", () => {
  it.each<[name: string, pattern: string, code: string]>([
    ["of parentheses in a pattern", `f(${nested(1000, "(", "$X", ")")})`, "f(1)"],
    ["of lists in a pattern", `f(${nested(1000, "[", "$X", "]")})`, "f(1)"],
    ["of calls in pattern and code", nested(1000, "f(", "$X", ")"), nested(1000, "f(", "1", ")")],
    ["of calls in code", "f($X)", nested(5000, "f(", "1", ")")],
    ["of lists in code", "[..., <... $X ...>, ...]", nested(3000, "[", "1", "]")],
    ["of operators", "$A + $B", `x = ${repeat(5000, () => "a", " + ")}`],
    ["of attributes", "$A.x(...)", `y = a${".x(1)".repeat(5000)}`],
    ["of not", "not $A", `y = ${"not ".repeat(5000)}a`],
    ["of lambdas", "'lambda: $A'", `y = ${"lambda: ".repeat(2000)}a`],
    ["of conditions", "$A if $B else $C", `y = ${"a if b else ".repeat(2000)}a`],
    [
      "of blocks",
      "|\n  if $A:\n    ...",
      `${repeat(90, (index) => `${" ".repeat(index)}if a:`, "\n")}\n${" ".repeat(90)}f()`,
    ],
    ["of elif", "|\n  if $A:\n    ...\n  else:\n    ...", `if a:\n  f()\n${"elif b:\n  f()\n".repeat(3000)}`],
    ["of elements side by side", `[${names}]`, `x = [${names}]`],
    ["of statements side by side", `|\n  ${statements.replaceAll("\n", "\n  ")}`, inFunction],
  ])(
    "%s stops nothing",
    async (_, pattern, code) => {
      const quoted = /^[|']/.test(pattern) ? pattern : `'${pattern}'`;
      const { found } = await runRules([healthy, rule("deep", `pattern: ${quoted}`)], `danger()\n${code}\ndanger()\n`);
      expect(found.filter((place) => place.startsWith("healthy"))).toHaveLength(2);
    },
    longest,
  );
});

describe("a taint rule", () => {
  const taint = "mode: taint\npattern-sources:\n- pattern: src()\npattern-sinks:\n- pattern: sink(...)";
  const chain = repeat(count, (index) => `  x${index + 1} = x${index} + y`, "\n");
  const loops = repeat(15, (index) => `${"  ".repeat(index + 1)}while a:`, "\n");
  it.each<[name: string, code: string, found: number]>([
    ["with a huge body", `def g():\n  x0 = src()\n${chain}\n  sink(x${count})`, 1],
    ["with loops in loops", `def g():\n  z = src()\n${loops}\n${"  ".repeat(16)}x = y; y = z; sink(x)`, 1],
  ])(
    "%s ends",
    async (_, code, expected) => {
      const { found } = await runRules([healthy, rule("flow", taint)], `danger()\n${code}\n\ndanger()\n`);
      expect(found.filter((place) => place.startsWith("healthy"))).toHaveLength(2);
      expect(found.filter((place) => place.startsWith("flow"))).toHaveLength(expected);
    },
    longest,
  );
});
