/** Assigning values to targets. */
import type { SyntaxNode } from "../../syntax/node.js";
import { accessPathOf } from "./access-path.js";
import type { Evaluation } from "./analysis.js";
import { sourceTaints } from "./apply-roles.js";
import { allTaints, cellOf, emptyCell, type Cell } from "./cells.js";
import { noTaints, passThrough, type TaintSet } from "./taint-set.js";
import { assignPath, taintPath } from "./taint-state.js";

type Evaluate = (evaluation: Evaluation, node: SyntaxNode) => Cell;

/** Assigns to each place in a target. Each place in a tuple gets the taints of the whole value; a starred one keeps its own. */
export function bindTarget(evaluation: Evaluation, target: SyntaxNode, value: Cell, evaluate: Evaluate): void {
  const { analysis, state } = evaluation;
  switch (target.kind) {
    case "Tuple":
    case "List": {
      const { onlyPropagateThroughAssignments } = analysis.query.options;
      const part = onlyPropagateThroughAssignments ? emptyCell : cellOf(allTaints(value));
      for (const child of target.children) bindTarget(evaluation, child, part, evaluate);
      return;
    }
    case "Name":
    case "Identifier":
    case "Attribute":
    case "Subscript": {
      for (const part of target.kind === "Subscript" ? target.children.slice(1) : []) evaluate(evaluation, part);
      const path = accessPathOf(target, analysis.renaming);
      if (path === undefined) {
        if (target.children[0] !== undefined) evaluate(evaluation, target.children[0]);
        return;
      }
      assignPath(state, path, passCell(value, target));
      taintTarget(evaluation, target);
      return;
    }
    default:
  }
}

function passCell(cell: Cell, node: SyntaxNode): Cell {
  if (cell.taints.size === 0 && cell.fields.size === 0) return cell;
  const fields = new Map<string, Cell>();
  for (const [name, field] of cell.fields) fields.set(name, passCell(field, node));
  return { taints: passThrough(cell.taints, node), clean: cell.clean, fields };
}

/** Sources that work by side effect, and propagators whose `to` is the target. */
function taintTarget(evaluation: Evaluation, target: SyntaxNode): void {
  const { analysis, state } = evaluation;
  const path = accessPathOf(target, analysis.renaming);
  if (path === undefined) return;
  for (const role of analysis.roles.get(target) ?? []) {
    let taints: TaintSet = noTaints;
    if (role.kind === "to") taints = state.propagated.get(role.match) ?? noTaints;
    // Of a source that is the target alone only the side effect counts.
    else if (role.kind === "source") {
      const given = sourceTaints(evaluation, target, role, emptyCell);
      taints = role.whole ? noTaints : given;
    }
    taintPath(state, path, taints);
  }
}
