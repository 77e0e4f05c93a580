/** Matching of assignments: annotated ones, chains, and tuples that are assigned element by element. */
import { noChildren, SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import type { MatchBudget, Next } from "./match.js";
import { matchParts } from "./match-lists.js";
import type { ConcretePattern } from "./pattern.js";

/** Target and value of an assignment that is written in another way than `a = b`; undefined if the node is none. */
export function assignedParts(node: SyntaxNode): readonly SyntaxNode[] | undefined {
  switch (node.kind) {
    case "AnnotatedAssign":
      return node.child(2).kind === "Absent" ? undefined : [node.child(0), node.child(2)];
    case "NamedExpression":
      return node.children.length === 2 ? node.children : undefined;
    case "ExpressionStatement": {
      const expression = node.child(0);
      return expression.kind === "NamedExpression" ? assignedParts(expression) : undefined;
    }
    default:
      return undefined;
  }
}

/** As written; a chain as one assignment to all of its targets; each element of a tuple with its own. */
export function matchAssign(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (node.child(1).kind !== "Assign" && matchParts(pattern.children, node.children, bindings, budget, next))
    return true;
  return otherReadings(node).some((parts) => matchParts(pattern.children, parts, bindings, budget, next));
}

function otherReadings(node: SyntaxNode): (readonly SyntaxNode[])[] {
  const value = node.child(1);
  if (value.kind === "Assign") {
    let last = value;
    let end = value.child(0).end;
    for (; last.kind === "Assign"; last = last.child(1)) end = last.child(0).end;
    return [[new SyntaxNode("Other", node.start, end, "targets", noChildren, node.unit), last]];
  }
  const target = node.child(0);
  if (target.kind !== "Tuple" || value.kind !== "Tuple" || target.children.length !== value.children.length) return [];
  return target.children.map((element, index) => [element, value.child(index)]);
}
