/** Compiles rules for searching. A rule whose pattern is not Python becomes a problem at the pattern; the others are not touched. */
import { translateRegex } from "../../base/regex.js";
import { compilePattern, withKey, type PatternTree } from "../../matching/compile-pattern.js";
import { noConstraints, type MetavariableConstraints } from "../../matching/match.js";
import type { Pattern, PatternNode } from "../../matching/pattern.js";
import type { Condition, Formula, PatternSource } from "../../rules/formula.js";
import type { Rule } from "../../rules/rule.js";
import type { SyntaxKind } from "../../syntax/node.js";
import type { PythonParser } from "../../syntax/python-parser.js";
import {
  leavesOf,
  rarityOf,
  triggersOf,
  type CompiledCondition,
  type CompiledFormula,
  type CompiledRule,
  type Leaf,
} from "./compiled-rule.js";

/** What is wrong with a rule, and at which YAML value. */
export interface CompileProblem {
  readonly rule: Rule;
  readonly source: PatternSource;
  /** UTF-16 offset in the pattern's text. */
  readonly offset: number;
  readonly message: string;
}

export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly problems: readonly CompileProblem[];
  /** The patterns of all rules by their text. */
  readonly trees: ReadonlyMap<string, PatternTree>;
}

interface Compiler {
  readonly python: PythonParser;
  /** Patterns by their text, as compiled before. */
  readonly known: ReadonlyMap<string, PatternTree>;
  readonly trees: Map<string, PatternTree>;
  readonly leaves: Map<string, Leaf>;
  readonly problems: CompileProblem[];
}

/** Compiles all rules together; equal patterns are compiled once, those that are `known` by their text not at all. */
export function compileRules(
  python: PythonParser,
  rules: readonly Rule[],
  known: ReadonlyMap<string, PatternTree>,
): CompiledRules {
  const compiler: Compiler = { python, known, trees: new Map(), leaves: new Map(), problems: [] };
  const compiled: CompiledRule[] = [];
  for (const rule of rules) {
    const formula = compileFormula(compiler, rule, rule.formula, noConstraints);
    if (formula === undefined) continue;
    const triggers = triggersOf(formula);
    const first = firstSource(rule.formula);
    if (triggers.length === 0)
      compiler.problems.push({
        rule,
        source: first,
        offset: 0,
        message: "The rule only says what must not match; add a pattern that must.",
      });
    else
      compiled.push({ rule, formula, triggers, reach: leavesOf(formula).some((leaf) => leaf.wide) ? "file" : "unit" });
  }
  return { rules: compiled, problems: compiler.problems, trees: compiler.trees };
}

function firstSource(formula: Formula): PatternSource {
  switch (formula.kind) {
    case "pattern":
      return formula.pattern;
    case "inside":
    case "not":
      return firstSource(formula.part);
    case "all":
    case "any": {
      const [first] = formula.parts;
      return first === undefined ? { text: "", range: { start: 0, end: 0 } } : firstSource(first);
    }
  }
}

function compileFormula(
  compiler: Compiler,
  rule: Rule,
  formula: Formula,
  constraints: MetavariableConstraints,
  longestOnly = false,
): CompiledFormula | undefined {
  switch (formula.kind) {
    case "pattern":
      return compileLeaf(compiler, rule, formula.pattern, constraints, longestOnly);
    case "any": {
      const parts = compileAll(compiler, rule, formula.parts, constraints, longestOnly);
      return parts === undefined ? undefined : { kind: "any", parts };
    }
    case "all":
      return compileConjunction(compiler, rule, formula, constraints);
    case "inside":
      return compileConjunction(
        compiler,
        rule,
        { kind: "all", parts: [formula], conditions: [], focus: [] },
        constraints,
      );
    case "not":
      return compileConjunction(
        compiler,
        rule,
        { kind: "all", parts: [formula], conditions: [], focus: [] },
        constraints,
      );
  }
}

function compileAll(
  compiler: Compiler,
  rule: Rule,
  formulas: readonly Formula[],
  constraints: MetavariableConstraints,
  longestOnly = false,
): CompiledFormula[] | undefined {
  const compiled = formulas.map((formula) => compileFormula(compiler, rule, formula, constraints, longestOnly));
  return compiled.every((part) => part !== undefined) ? compiled : undefined;
}

/** The conditions of a conjunction also bound what its patterns may bind, negative ones excepted. */
function compileConjunction(
  compiler: Compiler,
  rule: Rule,
  formula: Extract<Formula, { kind: "all" }>,
  outer: MetavariableConstraints,
): CompiledFormula | undefined {
  let enforced = true;
  const conditions = formula.conditions.map((condition) => {
    const compiled = compileCondition(compiler, rule, condition);
    // Groups bind metavariables, which later conditions may ask about and no pattern does.
    if (compiled !== undefined && bindsGroups(compiled.regex)) enforced = false;
    return compiled === undefined ? undefined : { ...compiled, enforced };
  });
  if (!conditions.every((condition) => condition !== undefined)) return undefined;
  const constraints = new Map(outer);
  for (const { metavariable, regex } of conditions)
    constraints.set(metavariable, [...(constraints.get(metavariable) ?? []), regex]);
  const inside = formula.parts.flatMap((part) => (part.kind === "inside" ? [part.part] : []));
  const not = formula.parts.flatMap((part) => (part.kind === "not" ? [part.part] : []));
  const notInside = not.flatMap((part) => (part.kind === "inside" ? [part.part] : []));
  const direct = formula.parts.filter((part) => part.kind !== "inside" && part.kind !== "not");
  const positives = compileAll(compiler, rule, direct, constraints);
  const insides = compileAll(compiler, rule, inside, constraints, true);
  const exact = not.filter((part) => part.kind !== "inside");
  const negatives = compileAll(compiler, rule, exact, noConstraints);
  const outsides = compileAll(compiler, rule, notInside, noConstraints, true);
  if (positives === undefined || insides === undefined || negatives === undefined || outsides === undefined)
    return undefined;
  // What matches least comes first: mostly nothing is left for the others to do.
  const rarestFirst = (parts: readonly CompiledFormula[]): CompiledFormula[] =>
    [...parts].sort((a, b) => rarityOf(b) - rarityOf(a));
  return {
    kind: "all",
    positives: rarestFirst(positives),
    insides: rarestFirst(insides),
    negatives,
    outsides,
    conditions,
    focus: formula.focus,
  };
}

function compileCondition(compiler: Compiler, rule: Rule, condition: Condition): CompiledCondition | undefined {
  const regex = translateRegex(condition.regex.text, "y");
  if (regex instanceof RegExp) return { metavariable: condition.metavariable, regex, enforced: false };
  compiler.problems.push({ rule, source: condition.regex, offset: 0, message: regex.message });
  return undefined;
}

function compileLeaf(
  compiler: Compiler,
  rule: Rule,
  source: PatternSource,
  constraints: MetavariableConstraints,
  longestOnly: boolean,
): CompiledFormula | undefined {
  const text = dedent(source.text);
  const relevant = new Map([...constraints].filter(([name]) => text.includes(name)));
  const key = JSON.stringify([text, longestOnly, [...relevant].map(([name, regexes]) => [name, regexes.map(String)])]);
  const known = compiler.leaves.get(key);
  if (known !== undefined) return { kind: "leaf", leaf: known };
  const words = new Map(
    [...relevant].map(([name, regexes]) => [name, regexes.map(listedWords).find((list) => list.length > 0) ?? []]),
  );
  const tree = compiler.known.get(text) ?? compilePattern(compiler.python, text);
  if ("message" in tree) {
    compiler.problems.push({ rule, source, offset: tree.offset, message: tree.message });
    return undefined;
  }
  const pattern = withKey(tree, words);
  compiler.trees.set(text, tree);
  const leaf: Leaf = {
    id: compiler.leaves.size,
    pattern,
    constraints: relevant,
    longestOnly,
    wide: isWide(pattern),
    rarity: rarity(pattern),
  };
  compiler.leaves.set(key, leaf);
  return { kind: "leaf", leaf };
}

function bindsGroups(regex: RegExp): boolean {
  return (new RegExp(`${regex.source}|`).exec("")?.length ?? 1) > 1;
}

/** The words that a regular expression of the form `^(one|two)$` lists; none if it has another form. */
function listedWords(regex: RegExp): readonly string[] {
  if (regex.ignoreCase) return [];
  const listed = /^\^?(?:\((?:\?:)?([\w|]+)\)|(\w+))\$$/.exec(regex.source);
  const words = (listed?.[1] ?? listed?.[2] ?? "").split("|");
  return words.every((word) => word !== "") ? words : [];
}

/** Removes the indentation that all lines share, as people write patterns in YAML blocks. */
function dedent(text: string): string {
  const lines = text
    .replace(/^\s*\n/, "")
    .trimEnd()
    .split("\n");
  const widths = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const shared = widths.length === 0 ? 0 : Math.min(...widths);
  return lines.map((line) => line.slice(shared)).join("\n");
}

function isWide(pattern: Pattern): boolean {
  return pattern.form === "statements" && (pattern.statements.length > 1 || pattern.key.kinds.includes("ClassDef"));
}

/** Higher for patterns that match fewer places: those with a word to look up, then those that ask for much structure. */
function rarity(pattern: Pattern): number {
  const { kinds, words } = pattern.key;
  if (kinds.length === 0) return 0;
  if (words.length > 0) return 100;
  const roots = pattern.form === "expression" ? [pattern.root] : pattern.statements;
  return 1 + roots.reduce((sum, root) => sum + concreteness(root), 0);
}

/** How many expressions the pattern spells out. Statements, blocks and parameters say little. */
function concreteness(node: PatternNode): number {
  if (node.type === "deep") return concreteness(node.inner) / 2;
  if (node.type !== "node") return 0;
  const own = node.kind === "Assert" || node.kind === "Raise" || !unspecificKinds.has(node.kind) ? 1 : 0;
  return node.children.reduce((sum, child) => sum + concreteness(child), own);
}

const unspecificKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "Absent",
  "Arguments",
  "Assign",
  "Block",
  "ClassDef",
  "Decorators",
  "Else",
  "Except",
  "ExpressionStatement",
  "Finally",
  "For",
  "FunctionDef",
  "Identifier",
  "If",
  "Parameter",
  "Parameters",
  "Return",
  "While",
]);
