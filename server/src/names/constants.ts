/** What module-level statements assign, and the literals that simple expressions come to. */
import { noChildren, SyntaxNode } from "../syntax/node.js";

/** What a name is bound to: an expression, or (null) what can't be said. */
export type ConstantTable = Map<string, SyntaxNode | null>;

/** The literal that an expression comes to: itself, a name that stands for one, joined strings, a negative number. */
export function literalOf(node: SyntaxNode, table: ReadonlyMap<string, SyntaxNode | null>): SyntaxNode | undefined {
  switch (node.kind) {
    case "String":
    case "Bytes":
    case "Number":
    case "Constant":
      return node;
    case "Name":
      return table.get(node.value) ?? undefined;
    case "Unary": {
      const operand = literalOf(node.child(0), table);
      return node.value === "-" && operand?.kind === "Number"
        ? new SyntaxNode("Number", node.start, node.end, `-${operand.value}`, noChildren, node.unit)
        : undefined;
    }
    case "Binary":
      return node.value === "+" ? joined(node, table) : undefined;
    case "FormatString":
      return node.children.every((part) => part.kind === "StringPart")
        ? stringLike(node, node.children.map((part) => part.value).join(""))
        : undefined;
    default:
      return undefined;
  }
}

/** `"a" + "b"`. */
function joined(node: SyntaxNode, table: ReadonlyMap<string, SyntaxNode | null>): SyntaxNode | undefined {
  const left = literalOf(node.child(0), table);
  if (left?.kind !== "String") return undefined;
  const right = literalOf(node.child(1), table);
  return right?.kind === "String" ? stringLike(node, left.value + right.value) : undefined;
}

function stringLike(node: SyntaxNode, value: string): SyntaxNode {
  return new SyntaxNode("String", node.start, node.end, value, noChildren, node.unit);
}

/** Whether both are the same literal. */
function sameLiteral(known: SyntaxNode | null | undefined, value: SyntaxNode): boolean {
  if (known === undefined || known === null || known.kind !== value.kind || known.value !== value.value) return false;
  return known.kind === "String" || known.kind === "Bytes" || known.kind === "Number" || known.kind === "Constant";
}

/** Notes the binding `target = value`; a second binding in the same unit, to anything else, makes the name unknown. */
function noteAssignment(target: SyntaxNode, value: SyntaxNode | undefined, table: ConstantTable): void {
  switch (target.kind) {
    case "Name":
    case "Identifier": {
      const known = table.get(target.value);
      if (value !== undefined && sameLiteral(known, value)) return;
      table.set(target.value, value === undefined || known !== undefined ? null : value);
      return;
    }
    case "Tuple":
    case "List":
    case "Starred":
      for (const child of target.children) noteAssignment(child, undefined, table);
      return;
    default:
      return;
  }
}

/** Notes what a statement (not its nested statements) binds. */
export function noteStatement(node: SyntaxNode, table: ConstantTable): void {
  switch (node.kind) {
    case "Assign": {
      const value = node.child(1);
      const isChain = value.kind === "Assign";
      noteAssignment(node.child(0), isChain ? undefined : value, table);
      if (isChain) noteStatement(value, table);
      return;
    }
    case "AnnotatedAssign":
      if (node.child(2).kind !== "Absent") noteAssignment(node.child(0), node.child(2), table);
      return;
    case "AugmentedAssign":
    case "For":
    case "NamedExpression":
      noteAssignment(node.child(0), undefined, table);
      return;
    case "Delete":
      for (const child of node.children) noteAssignment(child, undefined, table);
      return;
    case "WithItem":
    case "Except":
    case "FunctionDef":
    case "ClassDef":
      noteAssignment(node.child(1), undefined, table);
      return;
    default:
      return;
  }
}
