/** Matching of subscripts: several indexes are one tuple, and a slice is no index. */
import { SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import { matchNode, type MatchBudget, type Next } from "./match.js";
import { matchParts } from "./match-lists.js";
import type { ConcretePattern } from "./pattern.js";

export function matchSubscript(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const [object, ...indexes] = pattern.children;
  if (object === undefined) return false;
  const [only] = indexes;
  const given = node.children.slice(1);
  return matchNode(object, node.child(0), bindings, budget, (found) => {
    if (indexes.length !== 1 || only === undefined) return matchParts(indexes, given, found, budget, next);
    const index = given.length === 1 ? given[0] : asTuple(given, node);
    if (index === undefined) return false;
    const isOpen = only.type === "metavariable" || only.type === "ellipsis" || only.type === "metavariable-ellipsis";
    return (!isOpen || index.kind !== "Slice") && matchNode(only, index, found, budget, next);
  });
}

function asTuple(indexes: readonly SyntaxNode[], owner: SyntaxNode): SyntaxNode | undefined {
  const [first] = indexes;
  const last = indexes[indexes.length - 1];
  if (first === undefined || last === undefined) return undefined;
  return new SyntaxNode("Tuple", first.start, last.end, "", indexes, owner.unit);
}
