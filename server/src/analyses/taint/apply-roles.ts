/** What the matches of a rule make of a node's value: sanitizers, propagators, sources, sinks, in this order. */
import type { SyntaxNode } from "../../syntax/node.js";
import { accessPathOf } from "./access-path.js";
import type { Evaluation } from "./analysis.js";
import { allTaints, cellOf, emptyCell, joinCells, type Cell } from "./cells.js";
import { labelsHold } from "./labels.js";
import type { Role } from "./node-roles.js";
import { noTaints, oneTaint, passThrough, relabel, selectTaints, uniteTaints, type TaintSet } from "./taint-set.js";
import { assignPath, taintPath } from "./taint-state.js";

/** The value with all roles of the node applied. `inputs` are what a call's arguments and object bring, which a sink sees even where its result is clean. */
export function applyRoles(evaluation: Evaluation, node: SyntaxNode, value: Cell, inputs: TaintSet): Cell {
  const roles = evaluation.analysis.roles.get(node);
  if (roles === undefined) return value;
  if (isSanitized(evaluation, node, roles)) return emptyCell;
  let cell = value;
  for (const role of roles) if (role.kind === "from") takeUp(evaluation, role, cell);
  for (const role of roles) {
    if (role.kind === "to") cell = withTaints(cell, evaluation.state.propagated.get(role.match) ?? noTaints);
  }
  let given = noTaints;
  for (const role of roles) {
    if (role.kind === "source") given = uniteTaints(given, sourceTaints(evaluation, node, role, cell));
  }
  cell = withTaints(cell, given);
  for (const role of roles) if (role.kind === "watched") evaluation.watched.set(node, cell);
  if (evaluation.report !== undefined) {
    const arriving = uniteTaints(uniteTaints(allTaints(cell), inputs), evaluation.state.control);
    for (const role of roles) if (role.kind === "sink") evaluation.report(role.match, arriving, evaluation.watched);
  }
  return cell;
}

function withTaints(cell: Cell, taints: TaintSet): Cell {
  return taints.size === 0 ? cell : joinCells(cell, cellOf(taints));
}

/** Whether a sanitizer covers the node. One that works by side effect also cleans the place that the node denotes. */
function isSanitized({ analysis, state, assignedCall }: Evaluation, node: SyntaxNode, roles: readonly Role[]): boolean {
  const { specification, matches } = analysis.query;
  let sanitized = false;
  for (const role of roles) {
    if (role.kind !== "sanitizer") continue;
    const sanitizer = specification.sanitizers[matches.sanitizers[role.match]?.entry ?? -1];
    if (sanitizer === undefined) continue;
    // As the reference: an exact sanitizer does not see a call that is assigned as it is.
    if (sanitizer.exact && node === assignedCall) continue;
    if (sanitizer.bySideEffect !== "only") sanitized = true;
    const path = sanitizer.bySideEffect !== "no" && role.whole ? accessPathOf(node, analysis.renaming) : undefined;
    if (path !== undefined) assignPath(state, path, emptyCell);
  }
  return sanitized;
}

/** `from` of a propagator: its taints are kept for `to`, and by side effect given to it at once. */
function takeUp({ analysis, state }: Evaluation, role: Role, cell: Cell): void {
  const match = analysis.query.matches.propagators[role.match];
  const propagator = analysis.query.specification.propagators[match?.entry ?? -1];
  if (propagator === undefined) return;
  let taints = allTaints(cell);
  if (taints.size === 0 || !labelsHold(propagator.requires, taints)) return;
  const { label, replaceLabels } = propagator;
  if (label !== undefined) {
    const isReplaced = (name: string): boolean => replaceLabels?.includes(name) !== false;
    const replaced = relabel(
      selectTaints(taints, (taint) => isReplaced(taint.label)),
      label,
    );
    taints = uniteTaints(
      replaced,
      selectTaints(taints, (taint) => !isReplaced(taint.label)),
    );
  }
  const to = analysis.destinations.get(role.match);
  if (to !== undefined) taints = passThrough(taints, to);
  state.propagated.set(role.match, uniteTaints(state.propagated.get(role.match) ?? noTaints, taints));
  if (to === undefined || propagator.bySideEffect === "no") return;
  const path = accessPathOf(to, analysis.renaming);
  if (path !== undefined) taintPath(state, path, taints);
}

/** What a source gives to the node's value. By side effect it also gives it to the place that the node denotes. */
export function sourceTaints({ analysis, state }: Evaluation, node: SyntaxNode, role: Role, cell: Cell): TaintSet {
  const match = analysis.query.matches.sources[role.match];
  const source = analysis.query.specification.sources[match?.entry ?? -1];
  if (source === undefined || !labelsHold(source.requires, allTaints(cell))) return noTaints;
  const taints = oneTaint(role.match, source.label);
  if (source.control) {
    state.control = uniteTaints(state.control, taints);
    return noTaints;
  }
  if (source.bySideEffect !== "no" && role.whole) {
    const path = accessPathOf(node, analysis.renaming);
    if (path !== undefined) taintPath(state, path, passThrough(taints, node));
  }
  return source.bySideEffect === "only" ? noTaints : taints;
}
