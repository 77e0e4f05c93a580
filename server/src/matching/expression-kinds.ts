/** Which nodes are expressions. */
import type { SyntaxKind, SyntaxNode } from "../syntax/node.js";

export const expressionKinds: readonly SyntaxKind[] = [
  "Name",
  "Attribute",
  "Subscript",
  "Call",
  "Binary",
  "Unary",
  "Boolean",
  "Compare",
  "Conditional",
  "Lambda",
  "Tuple",
  "List",
  "Set",
  "Dict",
  "ListComprehension",
  "SetComprehension",
  "DictComprehension",
  "Generator",
  "Await",
  "Yield",
  "YieldFrom",
  "NamedExpression",
  "String",
  "Bytes",
  "FormatString",
  "Concatenated",
  "Number",
  "Constant",
  "Ellipsis",
];

const known: ReadonlySet<SyntaxKind> = new Set(expressionKinds);

/** Whether `$X` in expression position may stand for the node. */
export function isExpression(node: SyntaxNode): boolean {
  return known.has(node.kind);
}
