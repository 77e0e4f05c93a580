/** The value of an expression, for what its names stand for. */
import type { SyntaxKind, SyntaxNode } from "../syntax/node.js";
import { binaryValue, booleanOperation, comparisonValue, concatenate, unaryValue } from "./evaluate-operators.js";
import {
  anyString,
  expressionValue,
  joinValues,
  literalValue,
  stringValue,
  typeOfValue,
  unknown,
  type Value,
  type ValueTable,
} from "./values.js";

/** What evaluation asks. */
export interface Evaluation {
  readonly table: ValueTable;
  /** The value of a Name. */
  readonly read: (name: SyntaxNode) => Value;
  /** What bytes come to. */
  readonly bytes: Value;
}

/** The literal that an expression comes to, or its type, or unknown. */
export function evaluateExpression(evaluation: Evaluation, node: SyntaxNode): Value {
  const { table } = evaluation;
  const operand = (index: number): Value => {
    const child = node.children[index];
    return child === undefined ? unknown : evaluateExpression(evaluation, child);
  };
  switch (node.kind) {
    case "String":
    case "Number":
    case "Constant":
      return literalValue(table, node);
    case "Bytes":
      return evaluation.bytes;
    case "Name":
      return evaluation.read(node);
    case "Binary":
      return binaryValue(table, node.value, operand(0), operand(1));
    case "Unary":
      return unaryValue(table, node.value, operand(0));
    case "Boolean":
      return node.children
        .slice(1)
        .reduce<Value>((left, _, index) => booleanOperation(table, node.value, left, operand(index + 1)), operand(0));
    case "Compare":
      return node.children.length === 2 ? comparisonValue(table, node.value, operand(0), operand(1)) : unknown;
    case "Conditional":
      return joinValues(table, operand(0), operand(2));
    case "NamedExpression":
      return operand(1);
    case "FormatString":
    case "Concatenated":
      return concatenation(evaluation, node);
    default:
      return unknown;
  }
}

function concatenation(evaluation: Evaluation, node: SyntaxNode): Value {
  const { table } = evaluation;
  let result = stringValue(table, "");
  for (const part of node.children) {
    const value = partValue(evaluation, part);
    if (typeOfValue(table, value) !== anyString) return unknown;
    result = concatenate(table, result, value);
  }
  return result;
}

/** `{name}` is what the name is; with a conversion or a format it is only known to be a string. */
function partValue(evaluation: Evaluation, part: SyntaxNode): Value {
  if (part.kind === "StringPart") return stringValue(evaluation.table, part.value);
  if (part.kind !== "Interpolation") return evaluateExpression(evaluation, part);
  const [expression] = part.children;
  if (expression === undefined) return unknown;
  const value = evaluateExpression(evaluation, expression);
  const plain = part.value === "" && part.end - expression.end <= 1;
  return plain || value === unknown ? value : typeOfValue(evaluation.table, value);
}

/** Kinds of expressions that a name is followed to where symbolic propagation is on. `await` is not among them. */
const symbolicKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "Name",
  "Attribute",
  "Subscript",
  "Call",
  "Binary",
  "Unary",
  "Boolean",
  "Compare",
  "FormatString",
]);

/** An expression with one of these anywhere in it is not followed. */
const opaqueKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "Tuple",
  "List",
  "Dict",
  "Set",
  "ListComprehension",
  "SetComprehension",
  "DictComprehension",
  "Generator",
  "Lambda",
  "Conditional",
  "Slice",
]);

function holdsOpaque(node: SyntaxNode): boolean {
  return opaqueKinds.has(node.kind) || node.children.some(holdsOpaque);
}

/** Whether a name that is assigned this expression stands for it. */
export function isFollowed(node: SyntaxNode): boolean {
  return symbolicKinds.has(node.kind) && !holdsOpaque(node);
}

/** As `evaluateExpression`; what is no literal stands for itself. */
export function evaluateSymbolically(evaluation: Evaluation, node: SyntaxNode): Value {
  const value = evaluateExpression(evaluation, node);
  return value === unknown && isFollowed(node) ? expressionValue(evaluation.table, node) : value;
}
