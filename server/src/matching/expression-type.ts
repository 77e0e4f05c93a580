/** The declared type of an expression, as far as the code spells it out: literals, parameters and annotated names. */
import { constantOf } from "./constant.js";
import { noChildren, SyntaxNode } from "../syntax/node.js";

/** The annotation of a name, or for a literal a name like `str`; undefined if nothing says the type. */
export function typeOfExpression(node: SyntaxNode): SyntaxNode | undefined {
  const literal = constantOf(node);
  if (literal !== undefined) return literalType(literal);
  if (node.kind !== "Name") return undefined;
  return localAnnotation(node) ?? node.annotation;
}

function literalType(literal: SyntaxNode): SyntaxNode | undefined {
  const name = literalTypeName(literal);
  return name === "" ? undefined : new SyntaxNode("Name", literal.start, literal.end, name, noChildren, literal.unit);
}

function literalTypeName(literal: SyntaxNode): string {
  switch (literal.kind) {
    case "String":
      return "str";
    case "Bytes":
      return "bytes";
    case "Number":
      return /^0[xob]/i.test(literal.value) || /^[\d_]+$/.test(literal.value) ? "int" : "float";
    case "Constant":
      return literal.value === "None" ? "" : "bool";
    default:
      return "";
  }
}

/** What the innermost function around the name that declares it says; functions of a unit contain their nested ones. */
function localAnnotation(name: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  const visit = (node: SyntaxNode): void => {
    if (node.unit !== name.unit || name.start < node.start || name.end > node.end) return;
    if (node.kind === "FunctionDef") found = parameterType(node, name.value) ?? assignedType(node, name.value) ?? found;
    node.children.forEach(visit);
  };
  name.unit.statements.forEach(visit);
  return found;
}

function parameterType(definition: SyntaxNode, name: string): SyntaxNode | undefined {
  for (const parameter of definition.child(2).children) {
    if (parameter.kind !== "Parameter" || parameter.value !== "") continue;
    if (parameter.child(0).value === name && parameter.child(1).kind !== "Absent") return parameter.child(1);
  }
  return undefined;
}

function assignedType(definition: SyntaxNode, name: string): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  const visit = (node: SyntaxNode): void => {
    if (node.kind === "AnnotatedAssign" && node.child(0).kind === "Name" && node.child(0).value === name)
      found ??= node.child(1);
    if (node.kind !== "FunctionDef" && node.kind !== "ClassDef") node.children.forEach(visit);
  };
  visit(definition.child(4));
  return found;
}
