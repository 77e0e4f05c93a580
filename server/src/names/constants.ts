/** Literals that expressions are known to be: adjacent and added strings, and names that are assigned once, to a literal. */
import { noChildren, SyntaxNode } from "../syntax/node.js";

/** The literal that a node is or stands for; undefined if that is not known. */
export function constantOf(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.kind) {
    case "String":
    case "Bytes":
    case "Number":
    case "Constant":
      return node;
    case "Name":
      return node.constant;
    case "Binary":
      return node.value === "+" ? joined(node, constantOf) : undefined;
    case "FormatString":
      return node.children.every((part) => part.kind === "StringPart")
        ? stringLike(node, node.children.map((part) => part.value).join(""))
        : undefined;
    default:
      return undefined;
  }
}

/** `"a" + "b"`. */
function joined(node: SyntaxNode, literal: (operand: SyntaxNode) => SyntaxNode | undefined): SyntaxNode | undefined {
  const left = literal(node.child(0));
  if (left?.kind !== "String") return undefined;
  const right = literal(node.child(1));
  return right?.kind === "String" ? stringLike(node, left.value + right.value) : undefined;
}

function stringLike(node: SyntaxNode, value: string): SyntaxNode {
  return new SyntaxNode("String", node.start, node.end, value, noChildren, node.unit);
}

/** The literal that a node is, by what is bound in its own scope: names do not yet say what they stand for. */
function literalOf(node: SyntaxNode, table: ConstantTable): SyntaxNode | undefined {
  switch (node.kind) {
    case "Name":
      return table.get(node.value) ?? undefined;
    case "Binary":
      return node.value === "+" ? joined(node, (operand) => literalOf(operand, table)) : undefined;
    default:
      return constantOf(node);
  }
}

/** What a name is bound to so far: a literal, or (null) something else or several things. */
export type ConstantTable = Map<string, SyntaxNode | null>;

/** Notes the binding `target = value`; a second binding of a name makes it unknown. */
export function noteAssignment(target: SyntaxNode, value: SyntaxNode | undefined, table: ConstantTable): void {
  switch (target.kind) {
    case "Name":
    case "Identifier": {
      const constant = value === undefined || table.has(target.value) ? undefined : literalOf(value, table);
      table.set(target.value, constant ?? null);
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
