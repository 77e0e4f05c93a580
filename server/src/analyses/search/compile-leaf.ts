/** Pattern text to leaves, each distinct one once. */
import {
  compileRegex,
  regexOfFacts,
  type CompiledRegex,
  type RegexError,
  type RegexFacts,
  type RegexFlags,
} from "../../base/regex/compile-regex.js";
import { compilePattern, withKey, withRegexes, type PatternTree } from "../../matching/compile-pattern.js";
import {
  compileGenericPattern,
  findGenericMatches,
  openGenericText,
  type GenericText,
} from "../../matching/generic/generic-pattern.js";
import type { MetavariableConstraints } from "../../matching/match.js";
import type { Pattern, PatternNode } from "../../matching/pattern.js";
import type { PatternLanguage, PatternSource } from "../../rules/formula.js";
import type { Rule } from "../../rules/rule.js";
import type { SyntaxKind } from "../../syntax/node.js";
import type { PythonParser } from "../../syntax/python-parser.js";
import type { Unit } from "../../syntax/unit.js";
import type { CompiledFormula, Leaf, TextLeaf, TextMatch } from "./compiled-rule.js";

/** What is wrong with a rule, and at which YAML value. */
export interface CompileProblem {
  readonly rule: Rule;
  readonly source: PatternSource;
  /** UTF-16 offset in the pattern's text. */
  readonly offset: number;
  readonly message: string;
  /** An error: the rule does not run. */
  readonly severity: "error" | "warning";
}

/** The state of compiling a set of rules. */
export interface Compiler {
  readonly python: PythonParser;
  /** Patterns by their text, as compiled before. */
  readonly known: ReadonlyMap<string, PatternTree>;
  /** What was found out about regular expressions before, by `factsKey`. */
  readonly regexFacts: ReadonlyMap<string, RegexFacts>;
  readonly trees: Map<string, PatternTree>;
  readonly leaves: Map<string, Leaf>;
  /** The regular expressions of leaves by the leaves' keys. */
  readonly regexesOfLeaves: Map<string, readonly CompiledRegex[]>;
  /** Every regular expression of every rule. */
  readonly regexes: RuleRegex[];
  readonly problems: CompileProblem[];
}

/** A regular expression of a rule, and where it stands. */
export interface RuleRegex {
  readonly rule: Rule;
  readonly source: PatternSource;
  readonly regex: CompiledRegex;
}

/** Where a pattern stands in its rule. */
export interface PatternPlace {
  readonly rule: Rule;
  readonly language: PatternLanguage;
  readonly constraints: MetavariableConstraints;
  /** Whether it only says what surrounds other code. */
  readonly longestOnly: boolean;
}

/** Compiles a pattern in the language that holds at its place; undefined and a problem if it does not compile. */
export function compileLeaf(
  compiler: Compiler,
  place: PatternPlace,
  source: PatternSource,
): CompiledFormula | undefined {
  switch (place.language) {
    case "python":
      return compilePythonLeaf(compiler, place, source);
    case "regex":
      return compileRegexLeaf(compiler, place, source);
    case "generic":
      return compileGenericLeaf(compiler, place, source);
  }
}

function compilePythonLeaf(
  compiler: Compiler,
  { rule, constraints, longestOnly }: PatternPlace,
  source: PatternSource,
): CompiledFormula | undefined {
  const text = dedent(source.text);
  const relevant = new Map([...constraints].filter(([name]) => text.includes(name)));
  const constrained = [...relevant].map(([name, regexes]) => [name, regexes.map((regex) => regex.source)]);
  const key = JSON.stringify([text, longestOnly, constrained]) + textOfOptions(rule);
  const known = compiler.leaves.get(key);
  if (known !== undefined) return knownLeaf(compiler, known, key, { rule, source });
  const words = new Map(
    [...relevant].map(([name, regexes]) => [name, regexes.map(listedWords).find((list) => list.length > 0) ?? []]),
  );
  const tree = knownTree(compiler, text) ?? compilePattern(compiler.python, text);
  if ("message" in tree) {
    compiler.problems.push({ rule, source, offset: tree.offset, message: tree.message, severity: "error" });
    return undefined;
  }
  const pattern = withKey(tree, words, rule.options);
  compiler.trees.set(text, tree);
  const leaf: Leaf = {
    kind: "pattern",
    id: compiler.leaves.size,
    pattern,
    options: rule.options,
    constraints: relevant,
    longestOnly,
    wide: isWide(pattern),
    rarity: rarity(pattern),
  };
  compiler.leaves.set(key, leaf);
  compiler.regexesOfLeaves.set(key, tree.hasRegexes === false ? [] : stringRegexes(pattern));
  return knownLeaf(compiler, leaf, key, { rule, source });
}

/** Under which key the facts of an expression are known. */
export function factsKey(source: string, { multiline }: RegexFlags): string {
  return multiline === true ? `m ${source}` : `  ${source}`;
}

/** Compiles a regular expression, from its facts if they are known. */
export function compileKnownRegex(
  regexFacts: ReadonlyMap<string, RegexFacts>,
  source: string,
  flags: RegexFlags,
): CompiledRegex | RegexError {
  const facts = regexFacts.get(factsKey(source, flags));
  return facts === undefined ? compileRegex(source, flags) : regexOfFacts(source, flags, facts);
}

/** A pattern that was compiled before. Its regular expressions are still texts. */
function knownTree({ known, regexFacts }: Compiler, text: string): PatternTree | undefined {
  const tree = known.get(text);
  return tree === undefined ? undefined : withRegexes(tree, (source) => compileKnownRegex(regexFacts, source, {}));
}

/** A leaf that is there already, for one more rule. */
function knownLeaf(
  compiler: Compiler,
  leaf: Leaf,
  key: string,
  origin: Pick<RuleRegex, "rule" | "source">,
): CompiledFormula {
  for (const regex of compiler.regexesOfLeaves.get(key) ?? []) compiler.regexes.push({ ...origin, regex });
  return { kind: "leaf", leaf };
}

/** The regular expressions of strings `"=~/.../"` in a pattern. */
function stringRegexes(pattern: Pattern): readonly CompiledRegex[] {
  const found: CompiledRegex[] = [];
  const visit = (node: PatternNode): void => {
    if (node.type === "string-regex") found.push(node.regex);
    else if (node.type === "deep") visit(node.inner);
    else if (node.type === "typed-metavariable") visit(node.declared);
    else if (node.type === "node") node.children.forEach(visit);
  };
  if (pattern.form === "expression") visit(pattern.root);
  else pattern.statements.forEach(visit);
  return found;
}

/** Compiles `pattern-regex`, whose groups bind `$1` and, by their names, `$NAME`. */
export function compileRegexLeaf(
  compiler: Compiler,
  { rule }: PatternPlace,
  source: PatternSource,
): CompiledFormula | undefined {
  const key = `regex ${source.text}`;
  const known = compiler.leaves.get(key);
  if (known !== undefined) return knownLeaf(compiler, known, key, { rule, source });
  const regex = compileKnownRegex(compiler.regexFacts, source.text, { multiline: true });
  if ("message" in regex) {
    compiler.problems.push({ rule, source, offset: regex.offset, message: regex.message, severity: "error" });
    return undefined;
  }
  compiler.regexesOfLeaves.set(key, [regex]);
  compiler.regexes.push({ rule, source, regex });
  return addTextLeaf(compiler, key, true, ({ text }) => regexMatches(regex, text));
}

function compileGenericLeaf(
  compiler: Compiler,
  { rule }: PatternPlace,
  source: PatternSource,
): CompiledFormula | undefined {
  const text = source.text.replace(/\n$/, "");
  const options = matchingOptions(rule);
  const key = `generic ${JSON.stringify([text, options])}`;
  const known = compiler.leaves.get(key);
  if (known !== undefined) return { kind: "leaf", leaf: known };
  const pattern = compileGenericPattern(text, rule.options);
  if ("message" in pattern) {
    compiler.problems.push({ rule, source, offset: pattern.offset, message: pattern.message, severity: "error" });
    return undefined;
  }
  return addTextLeaf(compiler, key, false, (unit) =>
    findGenericMatches(pattern, genericTextOf(unit)).map(({ start, end, bindings }) => ({
      start,
      end,
      bindings: [...bindings].map(([name, bound]) => ({ name, ...bound })),
    })),
  );
}

/** The options that tell leaves apart. */
function matchingOptions({ options }: Rule): object {
  return { ...options, taint: undefined };
}

const textsOfOptions = new WeakMap<Rule, string>();

function textOfOptions(rule: Rule): string {
  const text = textsOfOptions.get(rule) ?? JSON.stringify(matchingOptions(rule));
  textsOfOptions.set(rule, text);
  return text;
}

/** Texts as generic patterns see them: each is read once for all patterns. */
const genericTexts = new WeakMap<Unit, GenericText>();

function genericTextOf(unit: Unit): GenericText {
  const opened = genericTexts.get(unit) ?? openGenericText(unit.text);
  genericTexts.set(unit, opened);
  return opened;
}

function addTextLeaf(compiler: Compiler, key: string, isRegex: boolean, find: TextLeaf["find"]): CompiledFormula {
  // Plain text is looked through only where nothing rarer decides first.
  const leaf: TextLeaf = { kind: "text", id: compiler.leaves.size, isRegex, find, wide: true, rarity: 0.5 };
  compiler.leaves.set(key, leaf);
  return { kind: "leaf", leaf };
}

/** Matches beyond this number in one file help nobody. */
const maximumTextMatches = 10_000;

function regexMatches(regex: CompiledRegex, text: string): TextMatch[] {
  const found: TextMatch[] = [];
  for (const match of regex.all(text)) {
    const numbered = match.groups.flatMap((group, index) =>
      group === undefined || index === 0 ? [] : [{ name: `$${index}`, ...group }],
    );
    const named = [...match.named].map(([name, group]) => ({ name: `$${name}`, ...group }));
    found.push({ start: match.start, end: match.end, bindings: [...numbered, ...named] });
    if (found.length >= maximumTextMatches) break;
  }
  return found;
}

/** The words that a regular expression of the form `^(one|two)$` lists; none if it has another form. */
function listedWords(regex: CompiledRegex): readonly string[] {
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
