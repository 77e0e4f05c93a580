/** How patterns of each kind match code of the same kind and of others: one entry a kind. */
import type { SyntaxKind, SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import { literalAt, sameLiteral } from "./literals.js";
import { assignedParts, matchAssign } from "./match-assignments.js";
import { matchImport } from "./match-imports.js";
import { matchArguments, matchParts, matchUnordered } from "./match-lists.js";
import { matchBinary, matchBoolean, matchCompare } from "./match-operators.js";
import { matchBlock } from "./match-sequence.js";
import { matchStatement } from "./match-statements.js";
import { matchSubscript } from "./match-subscript.js";
import { bind, matchNode, type MatchBudget, type Next } from "./match.js";
import type { Matcher } from "./matcher.js";
import { sameNumber } from "./numbers.js";
import type { ConcretePattern } from "./pattern.js";
import { contentOfString } from "./string-content.js";

const inOrder: Matcher = (pattern, node, bindings, budget, next) =>
  pattern.value === node.value && matchParts(pattern.children, node.children, bindings, budget, next);

const inAnyOrder: Matcher = (pattern, node, bindings, budget, next) =>
  matchUnordered(pattern.children, node.children, bindings, budget, next);

/** Expressions and blocks; statements have their own table. */
export const sameKindMatchers: Partial<Record<SyntaxKind, Matcher>> = {
  Call: (pattern, node, bindings, budget, next) => {
    const [callee] = pattern.children;
    if (callee === undefined) return false;
    return matchNode(callee, node.child(0), bindings, budget, (found) =>
      matchArguments(pattern.children.slice(1), node.children.slice(1), found, budget, next),
    );
  },
  Block: (pattern, node, bindings, budget, next) => matchBlock(pattern.children, node, bindings, budget, next),
  Tuple: inOrder,
  List: inOrder,
  FormatString: inOrder,
  Parameters: inOrder,
  Concatenated: inOrder,
  Dict: inAnyOrder,
  Set: inAnyOrder,
  Subscript: matchSubscript,
  Compare: matchCompare,
  Assign: matchAssign,
  Number: (pattern, node, bindings, _budget, next) => sameNumber(pattern.value, node.value) && next(bindings),
  String: (pattern, node, bindings, _budget, next) => pattern.value === contentOfString(node) && next(bindings),
  Bytes: (pattern, node, bindings, _budget, next) =>
    (pattern.value === "..." || pattern.value === contentOfString(node)) && next(bindings),
  Binary: matchBinary,
  Boolean: matchBoolean,
};

/** Matches code whose kind is not the pattern's, where that is another spelling of the same. */
export function matchOtherKind(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return otherKindMatchers[pattern.kind]?.(pattern, node, bindings, budget, next) === true;
}

const asImport: Matcher = (pattern, node, bindings, budget, next) =>
  (node.kind === "Import" || node.kind === "ImportFrom") && matchImport(pattern, node, bindings, budget, next);

const asBraces: Matcher = (pattern, node, bindings, _budget, next) =>
  isOpen(pattern) && bracedKinds.has(node.kind) && next(bindings);

const asLiteral: Matcher = (pattern, node, bindings, budget, next) => {
  const literal = literalAt(node, budget);
  return literal !== undefined && sameLiteral(pattern, literal) && next(bindings);
};

const otherKindMatchers: Partial<Record<SyntaxKind, Matcher>> = {
  Assign: (pattern, node, bindings, budget, next) => {
    if (node.kind === "AnnotatedAssign" && !budget.options.annotatedAssignments) return false;
    const parts = assignedParts(node);
    return parts !== undefined && matchParts(pattern.children, parts, bindings, budget, next);
  },
  NamedExpression: (pattern, node, bindings, budget, next) => {
    const parts = node.kind === "Assign" ? node.children : assignedParts(node);
    return parts !== undefined && matchParts(pattern.children, parts, bindings, budget, next);
  },
  Global: (pattern, node, bindings, budget, next) =>
    node.kind === "Nonlocal" && matchStatement(pattern, node, bindings, budget, next),
  Import: asImport,
  ImportFrom: asImport,
  List: (pattern, node, bindings, _budget, next) =>
    isOpen(pattern) && node.kind === "ListComprehension" && next(bindings),
  Dict: asBraces,
  Set: asBraces,
  Attribute: (pattern, node, bindings, budget, next) =>
    node.kind === "Name" && matchImportedMember(pattern, node, bindings, budget, next),
  Identifier: (pattern, node, bindings, _budget, next) =>
    node.kind === "Name" && pattern.value === node.value && next(bindings),
  String: asLiteral,
  Number: asLiteral,
  Constant: asLiteral,
};

const bracedKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "Dict",
  "Set",
  "DictComprehension",
  "SetComprehension",
]);

/** `{...}` is any set or dictionary, `[...]` also a list comprehension. */
function isOpen(pattern: ConcretePattern): boolean {
  return pattern.children.every((child) => child.type === "ellipsis");
}

/** A pattern `M.N` of which a part is a metavariable also matches a name that was imported from a module. */
function matchImportedMember(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const [object] = pattern.children;
  const separator = node.qualifiedName.lastIndexOf(".");
  if (object === undefined || separator < 0) return false;
  const module = node.qualifiedName.slice(0, separator);
  const member = node.qualifiedName.slice(separator + 1);
  const bindText = (name: string, text: string, found: Bindings | undefined, then: Next): boolean =>
    bind({ name, nodes: [node], part: { text, start: node.start, end: node.end } }, found, budget, then);
  const matchMember: Next = (found) => {
    if (pattern.valueMetavariable !== "") return bindText(pattern.valueMetavariable, member, found, next);
    return pattern.value === member && next(found);
  };
  if (object.type === "metavariable") return bindText(object.name, module, bindings, matchMember);
  if (object.type !== "node" || object.dotted === undefined) return false;
  const { prefixes } = object.dotted;
  return module === prefixes[prefixes.length - 1] && matchMember(bindings);
}
