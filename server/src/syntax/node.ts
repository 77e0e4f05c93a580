/**
 * The syntax form that patterns and analyses work on. It is smaller than the parser's tree (no tokens, no parentheses),
 * and keeps all that a pattern can see. The shape of the children is fixed for each kind, as `SyntaxKind` lists it;
 * a slot that the code leaves out holds an `Absent` node.
 */
import type { Unit } from "./unit.js";

/**
 * Kinds of nodes, with `value` in parentheses and children in brackets; `x?` is a slot that may be Absent,
 * `x*` any number of nodes at the end or in the middle.
 */
export type SyntaxKind =
  // Statements
  | "Block" // [statement*]
  | "ExpressionStatement" // [expression]
  | "Assign" // [target, value]; in `a = b = c` the value is an Assign
  | "AnnotatedAssign" // [target, annotation, value?]
  | "AugmentedAssign" // (operator with =) [target, value]
  | "Return" // [expression?]
  | "Raise" // [exception?, cause?]
  | "Delete" // [target*]
  | "Assert" // [test, message?]
  | "Pass"
  | "Break"
  | "Continue"
  | "Global" // [Identifier*]
  | "Nonlocal" // [Identifier*]
  | "Import" // [ImportName*]
  | "ImportFrom" // (module with its leading dots) [ImportName*]; `*` is an ImportName with value *
  | "ImportName" // (dotted name) [alias Identifier?]
  | "If" // [test, Block, Block?]; `elif` is an If alone in the third slot
  | "For" // (async) [target, iterable, Block, Block?]
  | "While" // [test, Block, Block?]
  | "Try" // [Block, Except*, Else?, Finally?]
  | "Except" // (* for groups) [type?, Identifier?, Block]
  | "Else" // [Block]
  | "Finally" // [Block]
  | "With" // (async) [WithItem, Block]; further items are a With in the Block
  | "WithItem" // [expression, target?]
  | "FunctionDef" // (async) [Decorators, Identifier, Parameters, annotation?, Block]
  | "ClassDef" // [Decorators, Identifier, Arguments, Block]
  | "Decorators" // [expression*]
  | "Arguments" // [argument*]
  | "Match" // [subject, Case*]
  | "Case" // [pattern, guard?, Block]
  | "TypeAlias" // [left, right]
  // Expressions
  | "Name" // (identifier)
  | "Attribute" // (attribute name) [object]
  | "Subscript" // [object, index*]
  | "Slice" // [lower?, upper?, step?]
  | "Call" // [callee, argument*]
  | "Keyword" // (name) [value]
  | "Starred" // [expression]
  | "DoubleStarred" // [expression]
  | "Binary" // (operator) [left, right]
  | "Unary" // (operator, `not` too) [operand]
  | "Boolean" // (and | or) [operand*], two or more
  | "Compare" // (operators joined by a comma) [operand*]
  | "Conditional" // [body, test, orelse]
  | "Lambda" // [Parameters, body]
  | "Parameters" // [Parameter*]
  | "Parameter" // ('' | * | ** | / ) [name?, annotation?, default?]
  | "Tuple" // [element*]
  | "List" // [element*]
  | "Set" // [element*]
  | "Dict" // [Pair | DoubleStarred *]
  | "Pair" // [key, value]
  | "ListComprehension" // [element, ForClause | IfClause *]
  | "SetComprehension" // [element, ForClause | IfClause *]
  | "DictComprehension" // [Pair, ForClause | IfClause *]
  | "Generator" // [element, ForClause | IfClause *]
  | "ForClause" // (async) [target, iterable]
  | "IfClause" // [test]
  | "Await" // [expression]
  | "Yield" // [expression?]
  | "YieldFrom" // [expression]
  | "NamedExpression" // [Name, value]
  | "String" // (content between the quotes, as written) [adjacent literals that it is made of *]
  | "Bytes" // (content) [adjacent literals *]
  | "FormatString" // [StringPart | Interpolation *]
  | "StringPart" // (content)
  | "Interpolation" // (conversion, format specification and = as written) [expression, format specification parts *]
  | "Concatenated" // [string*]
  | "Number" // (as written)
  | "Constant" // (True | False | None)
  | "Ellipsis"
  // The rest
  | "Identifier" // (name) a name that is not an expression
  | "Other" // (grammar's type) [children]: patterns of `match`, rare forms
  | "Error" // code that does not parse: [what could be read *]
  | "Absent";

/** One node. Offsets are UTF-16 code units from the start of the node's unit. */
export class SyntaxNode {
  /** What a Name or Attribute means by imports, as "os.path.join"; empty where unknown. Filled by names/. */
  qualifiedName = "";
  /** The literal that a Name is known to be. Filled by names/. */
  constant: SyntaxNode | undefined = undefined;
  /** The expression that a Name stands for at module level, where that is no literal. Filled by names/. */
  assigned: SyntaxNode | undefined = undefined;
  /** The annotation that a Name has at module level. Filled by names/. */
  annotation: SyntaxNode | undefined = undefined;

  constructor(
    readonly kind: SyntaxKind,
    readonly start: number,
    readonly end: number,
    readonly value: string,
    readonly children: readonly SyntaxNode[],
    readonly unit: Unit,
  ) {}

  /** The child in slot `index`; the slot must exist by the shape of the kind. */
  child(index: number): SyntaxNode {
    const child = this.children[index];
    if (child === undefined) throw new Error(`${this.kind} has no child ${index}`);
    return child;
  }

  /** The last child; there must be one by the shape of the kind. */
  lastChild(): SyntaxNode {
    return this.child(this.children.length - 1);
  }
}

/** Shared by all leaves, so that they cost no array. */
export const noChildren: readonly SyntaxNode[] = [];

/** UTF-16 offset in the file at which a node starts. */
export function absoluteStart(node: SyntaxNode): number {
  return node.unit.start + node.start;
}

/** UTF-16 offset in the file just past a node. */
export function absoluteEnd(node: SyntaxNode): number {
  return node.unit.start + node.end;
}

/** The source text of a node that lies in one unit, parentheses around it included. */
export function nodeText(node: SyntaxNode): string {
  return node.unit.text.slice(node.start, node.end);
}

const statementKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "ExpressionStatement",
  "Assign",
  "AnnotatedAssign",
  "AugmentedAssign",
  "Return",
  "Raise",
  "Delete",
  "Assert",
  "Pass",
  "Break",
  "Continue",
  "Global",
  "Nonlocal",
  "Import",
  "ImportFrom",
  "If",
  "For",
  "While",
  "Try",
  "With",
  "FunctionDef",
  "ClassDef",
  "Match",
  "TypeAlias",
]);

/** Whether the node may stand in a statement list. */
export function isStatement(node: SyntaxNode): boolean {
  return statementKinds.has(node.kind);
}
