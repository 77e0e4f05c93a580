/** Pattern text to a compiled pattern, through the ordinary grammar. */
import { compileRegex, type CompiledRegex, type RegexError } from "../base/regex/compile-regex.js";
import type { RuleOptions } from "../rules/options.js";
import { parseUnit, type PythonParser } from "../syntax/python-parser.js";
import { noChildren, type SyntaxKind, type SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import { keyChild } from "./key-word.js";
import {
  deepName,
  ellipsisLetter,
  ellipsisName,
  fromPython,
  metavariableLetter,
  toPython,
  typedLetter,
  typeOperator,
} from "./pattern-text.js";
import { expressionKinds } from "./expression-kinds.js";
import { contentOfString } from "./string-content.js";
import { statementsWithExpressions } from "./statement-expressions.js";
import type { ConcretePattern, DottedName, Pattern, PatternKey, PatternNode } from "./pattern.js";

/** Why a pattern does not compile; `offset` is in the pattern's text. */
export interface PatternError {
  readonly message: string;
  readonly offset: number;
}

/** The words that a metavariable can only be, where the rule's conditions list them. */
export type KnownWords = ReadonlyMap<string, readonly string[]>;

/** A pattern before it is known where it may start: it follows from the pattern's text alone. */
export type PatternTree = KnownOfTree &
  (
    | { readonly form: "expression"; readonly root: PatternNode }
    | { readonly form: "statements"; readonly statements: readonly PatternNode[] }
  );

/** What was found out about a tree that was compiled before. */
interface KnownOfTree {
  /** Whether there are regular expressions in its strings, of which it has only the source. */
  readonly hasRegexes?: boolean;
  /** The longest concrete name in it. */
  readonly requiredWord?: string;
}

/** Compiles the text of one pattern. */
export function compilePattern(python: PythonParser, text: string): PatternTree | PatternError {
  const unit = parsePattern(python, text);
  if ("message" in unit) return unit;
  const [first] = unit.statements;
  if (first === undefined) return { message: "The pattern is empty.", offset: 0 };
  if (unit.statements.length === 1 && first.kind === "ExpressionStatement") {
    return { form: "expression", root: compileNode(first.child(0)) };
  }
  return { form: "statements", statements: unit.statements.map(compileNode) };
}

/** A tree that was plain data in between: its regular expressions have nothing but their source, and are compiled again. */
export function withRegexes(tree: PatternTree, compile: (source: string) => CompiledRegex | RegexError): PatternTree {
  const visit = (node: PatternNode): PatternNode => {
    switch (node.type) {
      case "string-regex": {
        const regex = "test" in node.regex ? node.regex : compile((node.regex as CompiledRegex).source);
        return "message" in regex ? node : { type: "string-regex", regex };
      }
      case "deep":
        return { ...node, inner: visit(node.inner) };
      case "typed-metavariable":
        return { ...node, declared: visit(node.declared) };
      case "node":
        return { ...node, children: node.children.map(visit) };
      default:
        return node;
    }
  };
  if (tree.hasRegexes !== true) return tree;
  return tree.form === "expression"
    ? { ...tree, root: visit(tree.root) }
    : { ...tree, statements: tree.statements.map(visit) };
}

/** The pattern with what a node must look like for it to start there. */
export function withKey(tree: PatternTree, words: KnownWords, options: RuleOptions): Pattern {
  const pattern = withPlainKey(tree, words);
  // What a name stands for may be written elsewhere.
  return options.symbolicPropagation ? { ...pattern, key: { ...pattern.key, requiredWord: "" } } : pattern;
}

function withPlainKey(tree: PatternTree, words: KnownWords): Pattern {
  const word = tree.requiredWord ?? longestWord(tree);
  if (tree.form === "expression") return { ...tree, key: keyOf(tree.root, words, word) };
  const start = tree.statements.find((statement) => !isEllipsisStatement(statement));
  if (start === undefined) return { ...tree, key: { kinds: [], words: [], requiredWord: "" } };
  const key = keyOf(start, words, word);
  // An expression that stands alone among statements is also found inside of other simple statements.
  const isDeep = tree.statements.length > 1 && start.type === "node" && start.kind === "ExpressionStatement";
  const open = isDeep && key.kinds.length > 0 ? { kinds: statementsWithExpressions, words: [] } : {};
  return { ...tree, key: { ...key, ...open, requiredWord: word } };
}

/** The expression that a template is, with stand-ins for its metavariables; undefined where it is no expression. */
export function parseTemplate(python: PythonParser, text: string): SyntaxNode | undefined {
  const unit = parsePattern(python, text);
  if ("message" in unit || unit.statements.length !== 1 || unit.text.length !== text.length) return undefined;
  const [statement] = unit.statements;
  return statement?.kind === "ExpressionStatement" ? statement.child(0) : undefined;
}

/** Compiles a single expression, such as a type. */
export function compilePatternNode(python: PythonParser, text: string): PatternNode | PatternError {
  const tree = compilePattern(python, text);
  if ("message" in tree) return tree;
  return tree.form === "expression" ? tree.root : { message: "This is not an expression.", offset: 0 };
}

function parsePattern(python: PythonParser, text: string): Unit | PatternError {
  let failure: PatternError = { message: "The pattern is not Python.", offset: 0 };
  for (const braces of ["dictionary", "set"] as const) {
    const unit: Unit = {
      kind: "function",
      text: toPython(text, braces),
      indentation: "",
      start: 0,
      statements: [],
      resolution: 0,
      wildcards: [],
      errors: [],
      joinedStrings: undefined,
      makesStrings: false,
    };
    parseUnit(python, unit);
    const [error] = unit.errors;
    if (error === undefined) return unit;
    if (braces === "dictionary")
      failure = { message: `The pattern is not Python at "${excerpt(text, error.start)}".`, offset: error.start };
    if (!text.includes("{")) break;
  }
  return failure;
}

function excerpt(text: string, offset: number): string {
  return text.slice(offset, offset + 30).split("\n", 1)[0] ?? "";
}

/** Whether a compiled statement is `...` alone. */
export function isEllipsisStatement(node: PatternNode): boolean {
  return node.type === "node" && node.kind === "ExpressionStatement" && node.children[0]?.type === "ellipsis";
}

function compileNode(node: SyntaxNode): PatternNode {
  switch (node.kind) {
    case "Name":
    case "Identifier":
    case "StringPart":
      return compileWord(node);
    case "Ellipsis":
      return { type: "ellipsis" };
    case "DoubleStarred":
    case "Starred":
      return isStarredEllipsis(node) ? { type: "ellipsis" } : compileConcrete(node);
    case "Parameter": {
      const name = compileNode(node.child(0));
      return name.type === "ellipsis" || name.type === "metavariable-ellipsis" ? name : compileConcrete(node);
    }
    case "Call":
      return compileDeep(node) ?? compileConcrete(node);
    case "String":
      return compileString(node);
    case "Unary":
      return compileNegative(node) ?? compileConcrete(node);
    case "Binary":
      return compileTyped(node) ?? compileConcrete(node);
    default:
      return compileConcrete(node);
  }
}

/** The stand-in for `...` in a dictionary; in a set it is read as two stars. */
function isStarredEllipsis(node: SyntaxNode): boolean {
  const inner = node.child(0);
  if (node.kind === "Starred") return inner.kind === "Starred" && inner.child(0).value === ellipsisLetter;
  return inner.kind === "Name" && inner.value === ellipsisLetter;
}

/** The stand-in for `<... e ...>`. */
function compileDeep(node: SyntaxNode): PatternNode | undefined {
  const callee = node.child(0);
  if (callee.kind !== "Name" || callee.value !== deepName || node.children.length !== 2) return undefined;
  return { type: "deep", inner: compileNode(node.child(1)) };
}

function compileNegative(node: SyntaxNode): PatternNode | undefined {
  const operand = node.child(0);
  if (node.value !== "-" || operand.kind !== "Number") return undefined;
  return { ...compileConcrete(operand), value: `-${operand.value}` };
}

/** The stand-in for `$X: type`. */
function compileTyped(node: SyntaxNode): PatternNode | undefined {
  const [left, right] = node.children;
  if (node.value !== typeOperator || left?.value.startsWith(typedLetter) !== true || right === undefined)
    return undefined;
  const name = `$${left.value.slice(typedLetter.length)}`;
  return { type: "typed-metavariable", name, declared: compileNode(right) };
}

function compileWord(node: SyntaxNode): PatternNode {
  const { value } = node;
  if (value === ellipsisName || value === "...") return { type: "ellipsis" };
  if (value.startsWith(metavariableLetter + ellipsisName))
    return { type: "metavariable-ellipsis", name: fromPython(value) };
  if (value.startsWith(metavariableLetter)) return { type: "metavariable", name: fromPython(value) };
  return compileConcrete(node);
}

function compileString(node: SyntaxNode): PatternNode {
  const { value } = node;
  if (value === "...") return { type: "any-string" };
  if (/^\$[A-Z_][A-Z_0-9]*$/.test(value)) return { type: "string-metavariable", name: value };
  const regex = /^=~\/(.*)\/([a-z]*)$/s.exec(contentOfString(node));
  if (regex !== null) {
    const flags = regex[2] === "" ? "" : `(?${regex[2] ?? ""})`;
    const compiled = compileRegex(flags + (regex[1] ?? ""), {});
    if (!("message" in compiled)) return { type: "string-regex", regex: compiled };
  }
  return compileConcrete(node);
}

function compileConcrete(node: SyntaxNode): ConcretePattern {
  const isMetavariable = node.value.startsWith(metavariableLetter);
  return {
    type: "node",
    kind: node.kind,
    value: node.kind === "String" || node.kind === "Bytes" ? contentOfString(node) : node.value,
    valueMetavariable: isMetavariable ? fromPython(node.value) : "",
    children: isLeaf(node) ? (noChildren as unknown as readonly PatternNode[]) : node.children.map(compileNode),
    dotted: dottedName(node),
  };
}

/** Adjacent literals are one. */
function isLeaf(node: SyntaxNode): boolean {
  return node.children.length === 0 || node.kind === "String" || node.kind === "Bytes";
}

function dottedName(node: SyntaxNode): DottedName | undefined {
  const parts: string[] = [];
  let at = node;
  for (; at.kind === "Attribute"; at = at.child(0)) parts.unshift(at.value);
  if (at.kind !== "Name") return undefined;
  parts.unshift(at.value);
  if (parts.some((part) => part.includes(metavariableLetter) || part.includes(ellipsisLetter))) return undefined;
  return { parts, prefixes: parts.map((_, index) => parts.slice(0, index + 1).join(".")) };
}

/** An assignment counts as an expression. */
const expressionsAndAssignments: readonly SyntaxKind[] = [
  ...expressionKinds,
  "Assign",
  "AnnotatedAssign",
  "AugmentedAssign",
];

/** What may be known to be a string: names and what is put together count too. */
const stringKinds: readonly SyntaxKind[] = ["String", "Bytes", "FormatString", "Concatenated", "Name", "Binary"];
const numberKinds: readonly SyntaxKind[] = ["Number", "Unary", "Name", "Binary"];

/** The key of a compiled expression or statement, of a pattern with that word. */
function keyOf(node: PatternNode, words: KnownWords, requiredWord: string): PatternKey {
  switch (node.type) {
    case "any-string":
    case "string-metavariable":
    case "string-regex":
      return { kinds: stringKinds, words: [], requiredWord: "" };
    case "deep":
      return { kinds: expressionsAndAssignments, words: [], requiredWord };
    case "node":
      if (isBareMetavariable(node)) return { kinds: [], words: [], requiredWord: "" };
      return { kinds: startKinds(node), words: wordsOf(node, words), requiredWord };
    default:
      return { kinds: [], words: [], requiredWord: "" };
  }
}

/** The longest concrete name in a pattern, which is mostly the rarest. */
export function longestWord(tree: PatternTree): string {
  if (tree.form === "expression") return requiredWord(tree.root);
  return tree.statements
    .map(requiredWord)
    .reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

/** All concrete names of a pattern, and operators that are words: each of them must be in the code, or in what its names mean by imports. */
export function wordsOfPattern(pattern: Pattern): readonly string[] {
  const words = new Set<string>();
  const visit = (node: PatternNode): void => {
    if (node.type === "deep") visit(node.inner);
    if (node.type !== "node") return;
    words.add(ownWord(node));
    if (node.kind === "Boolean") words.add(node.value);
    if (node.kind === "Compare" && /^is\b/.test(node.value)) words.add("is");
    node.children.forEach(visit);
  };
  if (pattern.form === "expression") visit(pattern.root);
  else pattern.statements.forEach(visit);
  words.delete("");
  return [...words];
}

function ownWord({ kind, value, valueMetavariable }: ConcretePattern): string {
  return namingKinds.has(kind) && valueMetavariable === "" && !value.includes(ellipsisLetter) ? value : "";
}

function requiredWord(node: PatternNode): string {
  if (node.type === "deep") return requiredWord(node.inner);
  if (node.type !== "node") return "";
  const own = ownWord(node);
  return node.children.reduce((longest, child) => {
    const word = requiredWord(child);
    return word.length > longest.length ? word : longest;
  }, own);
}

const namingKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>(["Attribute", "Identifier", "Keyword", "Name"]);

/** `$S` alone in statement position stands for any statement. */
function isBareMetavariable(node: PatternNode): boolean {
  return node.type === "node" && node.kind === "ExpressionStatement" && node.children[0]?.type === "metavariable";
}

function startKinds(node: ConcretePattern): SyntaxKind[] {
  // `a.b` may be imported under one name, and a name may stand for a dotted one.
  if (node.dotted !== undefined && node.dotted.parts.length > 1) return ["Attribute", "Name"];
  if (node.kind === "Attribute" && (node.valueMetavariable !== "" || node.children[0]?.type === "metavariable"))
    return ["Attribute", "Name"];
  if (node.kind === "String") return [...stringKinds];
  if (node.kind === "Number") return [...numberKinds];
  if (node.kind === "Constant") return ["Constant", "Name"];
  if (node.kind === "Global") return ["Global", "Nonlocal"];
  if (node.kind === "Return") return ["Return", "Lambda"];
  if (node.kind === "List") return ["List", "ListComprehension"];
  if (node.kind === "NamedExpression") return ["NamedExpression", "Assign", "AnnotatedAssign"];
  if (node.kind === "Assign") return ["Assign", "AnnotatedAssign", "NamedExpression"];
  if (node.kind === "Import" || node.kind === "ImportFrom") return ["Import", "ImportFrom"];
  if (node.kind === "Dict" || node.kind === "Set") return ["Dict", "Set", "DictComprehension", "SetComprehension"];
  return [node.kind];
}

function wordsOf(node: PatternNode, words: KnownWords): readonly string[] {
  if (node.type !== "node") return [];
  if (node.kind === "Name" || node.kind === "Attribute") {
    if (node.valueMetavariable !== "") return words.get(node.valueMetavariable) ?? [];
    return node.value.includes(ellipsisLetter) ? [] : [node.value];
  }
  const slot = keyChild(node.kind, node.children.length);
  const decider = slot === undefined ? undefined : node.children[slot];
  return decider === undefined ? [] : wordsOf(decider, words);
}
