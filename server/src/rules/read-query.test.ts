/** From YAML to the model: both syntaxes, conditions, taint, options. */
import { describe, expect, it } from "vitest";
import type { LabelFormula } from "./taint.js";
import { keysOfPlace } from "./language/keys.js";
import { loadRules } from "./load-rules.js";
import { defaultOptions } from "./options.js";
import { parseLabels } from "./parse-labels.js";
import { switches, taintSwitches } from "./read-options.js";
import type { Rule } from "./rule.js";

/** The rule of these lines, which have no problem. Ranges are left out, and sources become their text. */
function read(lines: string, language = "python"): Rule {
  const head = `rules:\n  - id: a\n    message: m\n    severity: ERROR\n    languages: [${language}]\n`;
  const text = head + lines.trim().replace(/^/gm, "    ");
  const { rules, problems } = loadRules("a.yaml", text);
  expect(problems).toEqual([]);
  return rules[0]!;
}

/** Data without ranges; a source is its text. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "range");
  if (entries.length === 1 && entries[0]?.[0] === "text") return entries[0][1];
  return Object.fromEntries(entries.map(([key, part]) => [key, plain(part)]));
}

function formulaOf(lines: string, language?: string): unknown {
  const { query } = read(lines, language);
  return query.mode === "search" ? plain(query.formula) : undefined;
}

const pattern = (text: string): object => ({ kind: "pattern", pattern: text });
const regex = (text: string): object => ({ kind: "regex", regex: text });
const not = (part: object): object => ({ kind: "not", part });
const inside = (part: object): object => ({ kind: "inside", part });
const any = (...parts: readonly object[]): object => ({ kind: "any", parts });
const all = (parts: readonly object[], conditions: readonly object[] = [], focus: readonly object[] = []): object => ({
  kind: "all",
  parts,
  conditions,
  focus,
});

/** What both syntaxes call the same; they give the same formula. */
describe("formulas in both syntaxes", () => {
  it.each<[name: string, classic: string, match: string, formula: object]>([
    ["a pattern", "pattern: f()", "match: f()", pattern("f()")],
    ["a pattern in a map", "patterns: [{pattern: f()}]", "match: {all: [{pattern: f()}]}", pattern("f()")],
    ["a regular expression", "pattern-regex: a", "match: {regex: a}", regex("a")],
    [
      "alternatives",
      "pattern-either: [{pattern: f()}, {pattern-regex: a}]",
      "match: {any: [f(), {regex: a}]}",
      any(pattern("f()"), regex("a")),
    ],
    [
      "what is not",
      "patterns: [{pattern: f()}, {pattern-not: g()}]",
      "match: {all: [f(), {not: g()}]}",
      all([pattern("f()"), not(pattern("g()"))]),
    ],
    [
      "what is not text",
      "patterns: [{pattern: f()}, {pattern-not-regex: a}]",
      "match: {all: [f(), {not: {regex: a}}]}",
      all([pattern("f()"), not(regex("a"))]),
    ],
    [
      "what lies in",
      "patterns: [{pattern: f()}, {pattern-inside: g()}]",
      "match: {all: [f(), {inside: g()}]}",
      all([pattern("f()"), inside(pattern("g()"))]),
    ],
    [
      "only what lies in",
      "patterns: [{pattern-inside: g()}]",
      "match: {all: [{inside: g()}]}",
      all([inside(pattern("g()"))]),
    ],
    [
      "what does not lie in",
      "patterns: [{pattern: f()}, {pattern-not-inside: {pattern-either: [{pattern: g()}]}}]",
      "match: {all: [f(), {not: {inside: {any: [g()]}}}]}",
      all([pattern("f()"), not(inside(any(pattern("g()"))))]),
    ],
    [
      "what is somewhere",
      "patterns: [{pattern: f()}, {semgrep-internal-pattern-anywhere: g()}]",
      "match: {all: [f(), {anywhere: g()}]}",
      all([pattern("f()"), { kind: "anywhere", part: pattern("g()") }]),
    ],
    [
      "conditions",
      `patterns:
  - pattern: f($X, $Y)
  - metavariable-regex: {metavariable: $X, regex: a}
  - metavariable-comparison: {metavariable: $X, comparison: $X > 1, base: 8, strip: true}
  - metavariable-type: {metavariable: $X, types: [int, str]}
  - metavariable-analysis: {metavariable: $X, analyzer: redos}
  - metavariable-pattern: {metavariable: $X, language: generic, patterns: [{pattern: a}, {pattern-not: b}]}
  - metavariable-pattern: {metavariable: $X, patterns: [{pattern-not: b}]}
  - metavariable-pattern: {metavariable: $X, language: none, pattern: a}
  - focus-metavariable: [$X, $Y]
  - focus-metavariable: $X`,
      `match:
  pattern: f($X, $Y)
  where:
    - {metavariable: $X, regex: a}
    - {metavariable: $X, comparison: $X > 1, base: 8, strip: true}
    - {metavariable: $X, types: [int, str]}
    - {metavariable: $X, analyzer: redos}
    - {metavariable: $X, language: generic, all: [a, {not: b}]}
    - {metavariable: $X, all: [{not: b}]}
    - {metavariable: $X, language: none, pattern: a}
    - focus: [$X, $Y]
    - focus: $X`,
      all(
        [pattern("f($X, $Y)")],
        [
          { kind: "regex", metavariable: "$X", regex: "a", constantPropagation: false },
          { kind: "comparison", metavariable: "$X", comparison: "$X > 1", base: 8, strip: true },
          { kind: "type", metavariable: "$X", types: ["int", "str"] },
          { kind: "analysis", metavariable: "$X", analyzer: "redos", strictness: "default" },
          { kind: "pattern", metavariable: "$X", language: "generic", formula: all([pattern("a"), not(pattern("b"))]) },
          { kind: "pattern", metavariable: "$X", language: undefined, formula: all([not(pattern("b"))]) },
          { kind: "pattern", metavariable: "$X", language: "regex", formula: regex("a") },
        ],
        [["$X", "$Y"], ["$X"]],
      ),
    ],
  ])("%s", (_, classic, match, formula) => {
    expect(formulaOf(classic)).toEqual(formula);
    expect(formulaOf(match)).toEqual(formula);
  });

  it("only the newer one names a match, and nests conditions", () => {
    expect(formulaOf("match: {all: [{any: [f($X)], as: $CALL, where: [{focus: $X}]}, g()]}")).toEqual(
      all([{ kind: "as", metavariable: "$CALL", part: all([any(pattern("f($X)"))], [], [["$X"]]) }, pattern("g()")]),
    );
  });

  it("in text that is only read by regular expressions", () => {
    expect(formulaOf("patterns: [{pattern-regex: a}, {pattern-not-regex: b}]", "regex")).toEqual(
      all([regex("a"), not(regex("b"))]),
    );
  });
});

const common = { bySideEffect: "no", exact: false };
const always: LabelFormula = { kind: "always" };
const label = (name: string): LabelFormula => ({ kind: "label", label: name });
const source = { ...common, label: "__SOURCE__", requires: always, control: false };
const sink = { requires: undefined, requiresOf: [], exact: true, atExit: false };

describe("taint in both syntaxes", () => {
  it.each<[name: string, classic: string, match: string, taint: object]>([
    [
      "the least",
      "mode: taint\npattern-sources: [{pattern: a()}]\npattern-sinks: [{pattern: b()}]",
      "taint: {sources: [a()], sinks: [b()]}",
      {
        sources: [{ ...source, formula: pattern("a()") }],
        sinks: [{ ...sink, formula: pattern("b()") }],
        sanitizers: [],
        propagators: [],
      },
    ],
    [
      "kinds that models know",
      `mode: taint
pattern-sources: [{from: http-request}, {from: [http-request, lambda-event]}, {pattern: a()}]
pattern-sinks: [{from: sql}]
pattern-sanitizers: [{from: html}]
pattern-propagators: [{from: library}]`,
      `taint:
  sources: [{from: http-request}, {from: [http-request, lambda-event]}, a()]
  sinks: [{from: sql}]
  sanitizers: [{from: [html]}]
  propagators: [{from: [library]}]`,
      {
        sources: [{ ...source, formula: pattern("a()") }],
        sinks: [],
        sanitizers: [],
        propagators: [],
        from: {
          sources: ["http-request", "lambda-event"],
          sinks: ["sql"],
          sanitizers: ["sql", "html"],
          propagators: ["library"],
        },
      },
    ],
    [
      "the most",
      `mode: taint
pattern-sources: [{pattern: a(), label: A, requires: B, by-side-effect: only, exact: true, control: true}]
pattern-sinks: [{pattern: b(), requires: A and not B, exact: true, at-exit: true}, {pattern: c($X), requires: [{$X: A}]}]
pattern-sanitizers: [{pattern: d(), by-side-effect: true, exact: true, not_conflicting: true}]
pattern-propagators: [{pattern: "e($X, $Y)", from: $X, to: $Y, label: C, requires: A, replace-labels: [A], by-side-effect: true}]`,
      `mode: taint
taint:
  sources: [{pattern: a(), label: A, requires: B, by-side-effect: only, exact: true, control: true}]
  sinks: [{pattern: b(), requires: A and not B, exact: true, at-exit: true}, {pattern: c($X), requires: [{$X: A}]}]
  sanitizers: [{pattern: d(), by-side-effect: "true", exact: true, not_conflicting: true}]
  propagators: [{pattern: "e($X, $Y)", from: $X, to: $Y, label: C, requires: A, replace-labels: [A], by-side-effect: true}]`,
      {
        sources: [
          {
            formula: pattern("a()"),
            label: "A",
            requires: label("B"),
            bySideEffect: "only",
            exact: true,
            control: true,
          },
        ],
        sinks: [
          {
            formula: pattern("b()"),
            requires: { kind: "and", parts: [label("A"), { kind: "not", part: label("B") }] },
            requiresOf: [],
            exact: true,
            atExit: true,
          },
          { ...sink, formula: pattern("c($X)"), requiresOf: [{ metavariable: "$X", requires: label("A") }] },
        ],
        sanitizers: [{ formula: pattern("d()"), bySideEffect: "yes", exact: true, notConflicting: true }],
        propagators: [
          {
            formula: pattern("e($X, $Y)"),
            from: "$X",
            to: "$Y",
            label: "C",
            replaceLabels: ["A"],
            requires: label("A"),
            bySideEffect: "yes",
          },
        ],
      },
    ],
  ])("%s", (_, classic, match, taint) => {
    for (const lines of [classic, match]) {
      const { query } = read(lines);
      expect(query.mode === "taint" ? plain(query.taint) : undefined).toEqual(taint);
    }
  });
});

describe("formulas over labels", () => {
  it.each<[text: string, formula: LabelFormula | string]>([
    ["A", label("A")],
    [
      "A or B and not C",
      { kind: "or", parts: [label("A"), { kind: "and", parts: [label("B"), { kind: "not", part: label("C") }] }] },
    ],
    ["(A or B) and True", { kind: "and", parts: [{ kind: "or", parts: [label("A"), label("B")] }, always] }],
    ["not not A", { kind: "not", part: { kind: "not", part: label("A") } }],
    ["False", { kind: "not", part: always }],
    ["A B", '2 "and" or "or" is missing before "B".'],
    ["(A", '2 ")" is missing before the end.'],
    ["and A", '0 A label is missing before "and".'],
    ["A & B", '2 "&" cannot stand in a formula over labels. Use names, "not", "and", "or" and parentheses.'],
    [`${"(".repeat(2000)}A`, "0 This formula is too long."],
  ])("%s", (text, expected) => {
    const parsed = parseLabels(text);
    expect("formula" in parsed ? parsed.formula : `${parsed.offset} ${parsed.message}`).toEqual(expected);
  });
});

describe("options", () => {
  it.each([...Object.entries(switches), ...Object.entries(taintSwitches)])("%s", (name, field) => {
    const isTaint = name in taintSwitches;
    const group = (options: Rule["options"]): object => (isTaint ? options.taint : options);
    const before = (group(defaultOptions) as Record<string, boolean>)[field]!;
    const { options } = read(`pattern: f()\noptions: {${name}: ${!before}}`);
    expect(group(options)).toEqual({ ...group(defaultOptions), [field]: !before });
  });

  it("of generic patterns", () => {
    const lines =
      "pattern: f()\noptions: {generic_ellipsis_max_span: 0, generic_comment_style: cpp, generic_braces: [[a, b]]}";
    expect(read(lines).options).toMatchObject({
      genericEllipsisMaximumSpan: 0,
      genericComments: "cpp",
      genericBraces: [["a", "b"]],
    });
  });

  it("that count are all read", () => {
    const used = keysOfPlace.options.filter(({ standing }) => standing === "used").map(({ name }) => name);
    const others = used.filter((name) => !(name in switches) && !(name in taintSwitches));
    expect(others.every((name) => name.startsWith("generic_"))).toBe(true);
  });
});
