/** The word by which patterns and code find each other in the index: the name that a node calls, assigns from, or is. */
import type { SyntaxNode } from "../syntax/node.js";

/** Which child decides about a node of this kind; undefined if the node has no word or is one itself. */
export function keyChild(kind: SyntaxNode["kind"], childCount: number): number | undefined {
  switch (kind) {
    case "Call":
    case "ExpressionStatement":
    case "Await":
    case "Return":
    case "WithItem":
      return childCount > 0 ? 0 : undefined;
    case "Assign":
      return 1;
    case "NamedExpression":
      return 1;
    case "AnnotatedAssign":
      return 2;
    default:
      return undefined;
  }
}

/** The word of a node; empty if it has none. Names through imports have a second one: the last part of the qualified name. */
export function keyWord(node: SyntaxNode): string {
  const decider = decidingName(node);
  return decider === undefined ? "" : decider.value;
}

/** The last part of the qualified name, where it differs from the word. */
export function importedKeyWord(node: SyntaxNode): string {
  const decider = decidingName(node);
  if (decider?.kind !== "Name" || decider.qualifiedName === "") return "";
  const word = decider.qualifiedName.slice(decider.qualifiedName.lastIndexOf(".") + 1);
  return word === decider.value ? "" : word;
}

function decidingName(node: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = node;
  while (at !== undefined) {
    if (at.kind === "Name" || at.kind === "Attribute") return at;
    const slot = keyChild(at.kind, at.children.length);
    if (slot === undefined) return undefined;
    at = at.children[slot];
  }
  return undefined;
}
