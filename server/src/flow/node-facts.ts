/** Questions about a node that building a graph asks. Definitions and lambdas are opaque: what stands in them does not count. */
import type { SyntaxKind, SyntaxNode } from "../syntax/node.js";

/** Whether evaluating the node calls something. */
export function containsCall(node: SyntaxNode): boolean {
  if (node.kind === "Call") return true;
  if (isOpaque(node.kind)) return false;
  return node.children.some(containsCall);
}

/** Kinds whose inside is not evaluated where they stand. */
export function isOpaque(kind: SyntaxKind): boolean {
  return kind === "Lambda" || kind === "FunctionDef" || kind === "ClassDef";
}

export function isComprehension(kind: SyntaxKind): boolean {
  return (
    kind === "ListComprehension" || kind === "SetComprehension" || kind === "DictComprehension" || kind === "Generator"
  );
}

/** Whether an expression must be taken apart: a part of it is evaluated not at all, or several times, and does more than read. */
export function containsControl(node: SyntaxNode): boolean {
  if (isOpaque(node.kind)) return false;
  if (isComprehension(node.kind)) return true;
  if (node.kind === "Boolean" || node.kind === "Conditional")
    return isTakenApart(node) || node.children.some(containsControl);
  return node.children.some(containsControl);
}

/** Whether a Boolean or Conditional gets blocks of its own. */
export function isTakenApart(node: SyntaxNode): boolean {
  if (node.kind === "Boolean") return node.children.slice(1).some(acts);
  return node.children.some((child, slot) => slot !== 1 && acts(child));
}

/** Whether evaluating the node can do more than read names, attributes and items. */
function acts(node: SyntaxNode): boolean {
  switch (node.kind) {
    case "Call":
    case "NamedExpression":
    case "Await":
    case "Yield":
    case "YieldFrom":
      return true;
    default:
      return !isOpaque(node.kind) && (isComprehension(node.kind) || node.children.some(acts));
  }
}
