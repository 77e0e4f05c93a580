/**
 * A cheap look before a real try: most nodes that the index offers differ from the pattern in something that can be seen
 * without bindings or memory. Says true only if the pattern can't match.
 */
import type { CompiledRegex } from "../base/regex/compile-regex.js";
import type { Unit } from "../syntax/unit.js";
import { constantOf, literalTypeOf } from "./constant.js";
import type { SyntaxKind, SyntaxNode } from "../syntax/node.js";
import { assignedParts } from "./match-assignments.js";
import { matchesDottedName } from "./match.js";
import { ellipsisLetter } from "./pattern-text.js";
import type { ConcretePattern, PatternNode } from "./pattern.js";
import { holdsExpressions, isSeparate } from "./statement-expressions.js";

export function quickReject(pattern: PatternNode, node: SyntaxNode): boolean {
  if (pattern.type === "any-string") return literalTypeOf(node) !== "string";
  if (pattern.type === "string-regex") return lacksText(pattern.regex, node) || constantOf(node) === undefined;
  if (pattern.type !== "node") return false;
  if (pattern.dotted !== undefined) return !matchesDottedName(pattern.dotted, node);
  if (pattern.kind !== node.kind) return !hasOtherSpelling(pattern, node);
  const reject = rejectByKind[pattern.kind];
  if (reject !== undefined) return reject(pattern, node);
  return firstSlotDecides.has(pattern.kind) && rejectChild(pattern, node, 0);
}

/** Whether nothing that a name could stand for has what the expression must find; most names are looked at for nothing. */
function lacksText(regex: CompiledRegex, node: SyntaxNode): boolean {
  if (node.kind === "Binary") return node.value !== "+";
  if (node.kind !== "Name" || node.constant !== undefined || node.assigned !== undefined) return false;
  let known = textsAllowed.get(node.unit);
  if (known === undefined) {
    known = new Map();
    textsAllowed.set(node.unit, known);
  }
  let allowed = known.get(regex);
  if (allowed === undefined) {
    const { text } = node.unit;
    allowed = text.includes("\\") || regex.mayMatch(text);
    known.set(regex, allowed);
  }
  return !allowed;
}

/** Of units and expressions whether the unit's own text has what the expression must find. It never changes. */
const textsAllowed = new WeakMap<Unit, Map<CompiledRegex, boolean>>();

type Look = (pattern: ConcretePattern, node: SyntaxNode) => boolean;

const rejectValue: Look = (pattern, node) => pattern.value !== node.value;

const rejectElements: Look = (pattern, node) =>
  pattern.children.some((element) => lacksElement(element, node.children));

const rejectByKind: Partial<Record<SyntaxKind, Look>> = {
  Call: (pattern, node) => rejectChild(pattern, node, 0) || rejectArguments(pattern, node),
  Attribute: rejectAttribute,
  Unary: rejectValue,
  Boolean: rejectValue,
  Binary: rejectValue,
  Compare: rejectValue,
  AugmentedAssign: (pattern, node) =>
    pattern.value !== node.value || rejectChild(pattern, node, 0) || rejectChild(pattern, node, 1),
  Assign: (pattern, node) => {
    if (node.child(1).kind === "Assign" || node.child(0).kind === "Tuple") return false;
    return rejectChild(pattern, node, 0) || rejectChild(pattern, node, 1);
  },
  ExpressionStatement: (pattern, node) => {
    const [expression] = pattern.children;
    return rejectChild(pattern, node, 0) && (expression === undefined || !mayHold(expression, node));
  },
  List: rejectElements,
  Tuple: rejectElements,
  Dict: rejectElements,
};

/** Whether an expression somewhere in the node may match; definitions and comprehensions in it do not count. */
function mayHold(expression: PatternNode, node: SyntaxNode): boolean {
  return node.children.some(
    (child) => !isSeparate(child.kind) && (!quickReject(expression, child) || mayHold(expression, child)),
  );
}

const firstSlotDecides: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "Assert",
  "Await",
  "Raise",
  "Return",
  "Subscript",
]);

function rejectAttribute(pattern: ConcretePattern, node: SyntaxNode): boolean {
  if (pattern.value.includes(ellipsisLetter)) return false;
  return (pattern.valueMetavariable === "" && pattern.value !== node.value) || rejectObject(pattern, node);
}

/** Whether the pattern may match code of another kind than its own, namely this one. */
function hasOtherSpelling(pattern: ConcretePattern, node: SyntaxNode): boolean {
  const look = otherSpellings[pattern.kind];
  if (look !== undefined) return look(pattern, node);
  return otherKinds[pattern.kind]?.includes(node.kind) === true;
}

const braced: readonly SyntaxKind[] = ["Dict", "Set", "DictComprehension", "SetComprehension"];

/** Kinds of code that patterns of other kinds match. */
const otherKinds: Partial<Record<SyntaxKind, readonly SyntaxKind[]>> = {
  Import: ["ImportFrom"],
  ImportFrom: ["Import"],
  Dict: braced,
  Set: braced,
  Global: ["Nonlocal"],
  Return: ["Lambda"],
  NamedExpression: ["Assign", "AnnotatedAssign"],
  List: ["ListComprehension"],
  Identifier: ["Name"],
};

/** What a name stands for takes a look at the whole unit, which is left to the real try. */
const isKnown: Look = (_, node) => node.kind === "Name" || constantOf(node) !== undefined;

const otherSpellings: Partial<Record<SyntaxKind, Look>> = {
  Assign: (_, node) => assignedParts(node) !== undefined,
  String: isKnown,
  Number: isKnown,
  Constant: isKnown,
  ExpressionStatement: (pattern, node) => {
    const [expression] = pattern.children;
    if (expression?.type !== "node") return true;
    return holdsExpressions(node.kind) && mayHold(expression, node);
  },
  Attribute: (pattern, node) => pattern.value.includes(ellipsisLetter) || isImportedMember(pattern, node),
};

/** Whether a name may be what `M.N` means, where a part of that is a metavariable. */
function isImportedMember(pattern: ConcretePattern, node: SyntaxNode): boolean {
  if (node.kind !== "Name" || node.qualifiedName === "") return false;
  if (pattern.valueMetavariable !== "") return true;
  return pattern.children[0]?.type === "metavariable" && node.qualifiedName.endsWith(`.${pattern.value}`);
}

function rejectChild(pattern: ConcretePattern, node: SyntaxNode, slot: number): boolean {
  const wanted = pattern.children[slot];
  const found = node.children[slot];
  return wanted !== undefined && found !== undefined && quickReject(wanted, found);
}

/** The object of an attribute; not where `. ... .` lets it be further down. */
function rejectObject(pattern: ConcretePattern, node: SyntaxNode): boolean {
  const [object] = pattern.children;
  if (object?.type === "node" && object.value.includes(ellipsisLetter)) return false;
  return rejectChild(pattern, node, 0);
}

/** Keywords and stars that the pattern names must be there, and the number of arguments must fit. */
function rejectArguments(pattern: ConcretePattern, node: SyntaxNode): boolean {
  let isOpen = false;
  let wanted = 0;
  for (let index = 1; index < pattern.children.length; index++) {
    const argument = pattern.children[index];
    if (argument === undefined) continue;
    if (argument.type === "ellipsis" || argument.type === "metavariable-ellipsis") isOpen = true;
    else {
      wanted++;
      if (argument.type === "node" && !hasArgument(argument, node)) return true;
      if (!isKeyword(argument) && lacksElement(argument, node.children)) return true;
    }
  }
  const given = node.children.length - 1;
  return given < wanted || (!isOpen && given > wanted);
}

function isKeyword(pattern: PatternNode): boolean {
  return pattern.type === "node" && pattern.kind === "Keyword";
}

/** Whether none of the nodes can be what the element asks for. */
function lacksElement(element: PatternNode, nodes: readonly SyntaxNode[]): boolean {
  if (element.type !== "node" && element.type !== "any-string" && element.type !== "string-regex") return false;
  return !nodes.some((node) => !quickReject(element, node));
}

function hasArgument(argument: ConcretePattern, node: SyntaxNode): boolean {
  if (argument.kind !== "Keyword" && argument.kind !== "Starred" && argument.kind !== "DoubleStarred") return true;
  for (let index = 1; index < node.children.length; index++) {
    const given = node.children[index];
    if (given?.kind !== argument.kind) continue;
    if (argument.kind !== "Keyword" || argument.valueMetavariable !== "" || argument.value === given.value) return true;
  }
  return false;
}
