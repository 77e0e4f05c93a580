/** Sinks that are the target of an assignment, or a part of one: `response.headers[...]` in `response.headers["a"] = value`. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { Evaluation } from "./analysis.js";
import { applyRoles } from "./apply-roles.js";
import { allTaints, cellOf, joinCells, type Cell } from "./cells.js";
import { noTaints } from "./taint-set.js";
import { copyState } from "./taint-state.js";

type Evaluate = (evaluation: Evaluation, node: SyntaxNode) => Cell;

/**
 * Reports sinks in a target, before it gets its value. They see what the place held; a field or an item also sees what it gets, and so does
 * a variable that is not the only target (`isOnly`), as in the reference.
 */
export function visitTarget(
  evaluation: Evaluation,
  target: SyntaxNode,
  value: Cell,
  isOnly: boolean,
  evaluate: Evaluate,
): void {
  if (evaluation.report === undefined || !holdsSink(evaluation, target)) return;
  switch (target.kind) {
    case "Tuple":
    case "List": {
      const part = cellOf(allTaints(value));
      for (const child of target.children) visitTarget(evaluation, child, part, false, evaluate);
      return;
    }
    case "Name":
    case "Attribute":
    case "Subscript": {
      const looking: Evaluation = { ...evaluation, state: copyState(evaluation.state) };
      const before = evaluate(looking, target);
      if (target.kind !== "Name" || !isOnly) applyRoles(looking, target, joinCells(before, value), noTaints);
      return;
    }
    default:
  }
}

function holdsSink(evaluation: Evaluation, node: SyntaxNode): boolean {
  if (evaluation.analysis.roles.get(node)?.some((role) => role.kind === "sink") === true) return true;
  return node.children.some((child) => holdsSink(evaluation, child));
}
