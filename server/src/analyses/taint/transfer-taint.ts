/** What one element of a graph does to the state. */
import type { SyntaxKind, SyntaxNode } from "../../syntax/node.js";
import type { Evaluation } from "./analysis.js";
import { isReceiver } from "./access-path.js";
import { applyRoles } from "./apply-roles.js";
import { bindTarget } from "./bind-target.js";
import { allTaints, cellOf, emptyCell, joinCells, type Cell } from "./cells.js";
import { bindItem, evaluate, evaluateAnew } from "./evaluate-taint.js";
import { noTaints, uniteTaints } from "./taint-set.js";
import { assignPath, placeKey } from "./taint-state.js";
import { visitTarget } from "./visit-target.js";

/** Runs one element. */
export function runElement(evaluation: Evaluation, node: SyntaxNode): void {
  const { analysis, state } = evaluation;
  if (!analysis.separate.has(node)) {
    runStatement(evaluation, node);
    return;
  }
  const value = evaluateAnew(evaluation, node);
  if (value === emptyCell) state.variables.delete(placeKey(node));
  else state.variables.set(placeKey(node), value);
}

/** Kinds that evaluate their parts, and whose value a sink can be about. */
const valueKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>(["Return", "Raise", "Assert", "Delete"]);

/** Kinds that evaluate one part and bind another. */
const bindingKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "AugmentedAssign",
  "For",
  "ForClause",
  "WithItem",
  "Except",
]);

/** Kinds that do nothing to values: the bodies of definitions are analysed by themselves. */
const inertKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "FunctionDef",
  "ClassDef",
  "Case",
  "Global",
  "Nonlocal",
  "Import",
  "ImportFrom",
]);

function runStatement(evaluation: Evaluation, node: SyntaxNode): void {
  const [first, second] = node.children;
  if (inertKinds.has(node.kind)) return;
  if (node.kind === "Assign" || node.kind === "AnnotatedAssign") runAssign(evaluation, node);
  else if (node.kind === "ExpressionStatement") {
    if (first !== undefined) evaluate(evaluation, first);
  } else if (bindingKinds.has(node.kind)) {
    if (first !== undefined && second !== undefined) runBinding(evaluation, node, first, second);
  } else if (valueKinds.has(node.kind)) {
    let taints = noTaints;
    for (const child of node.children) taints = uniteTaints(taints, allTaints(evaluate(evaluation, child)));
    applyRoles(evaluation, node, cellOf(taints), noTaints);
  } else evaluate(evaluation, node);
}

/** Elements that evaluate one of their parts, and bind another. */
function runBinding(evaluation: Evaluation, node: SyntaxNode, first: SyntaxNode, second: SyntaxNode): void {
  switch (node.kind) {
    case "AugmentedAssign":
      runAugmentedAssign(evaluation, node, first, second);
      return;
    case "WithItem":
      bindTarget(evaluation, second, evaluate(evaluation, first), evaluate);
      return;
    case "Except":
      evaluate(evaluation, first);
      bindTarget(evaluation, second, emptyCell, evaluate);
      return;
    default:
      bindItem(evaluation, first, evaluate(evaluation, second));
  }
}

/** `a = b = value` and `a: T = value`. A sink that is the whole statement sees what is assigned and what is assigned to. */
function runAssign(evaluation: Evaluation, node: SyntaxNode): void {
  const targets: SyntaxNode[] = [];
  let at: SyntaxNode | undefined = node;
  while (at?.kind === "Assign" || at?.kind === "AnnotatedAssign") {
    if (at.children[0] !== undefined) targets.push(at.children[0]);
    at = at.children[at.children.length - 1];
  }
  const inside: Evaluation = { ...evaluation, assignedCall: at?.kind === "Call" ? at : undefined };
  const value = at === undefined || at.kind === "Absent" ? emptyCell : evaluate(inside, at);
  applyStatementRoles(evaluation, node, value, targets);
  if (node.kind === "Assign")
    for (const target of targets) visitTarget(evaluation, target, value, targets.length === 1, evaluate);
  for (const target of targets.reverse()) bindTarget(evaluation, target, value, evaluate);
}

function applyStatementRoles(
  evaluation: Evaluation,
  node: SyntaxNode,
  value: Cell,
  targets: readonly SyntaxNode[],
): void {
  if (!evaluation.analysis.roles.has(node)) return;
  let taints = allTaints(value);
  // The targets are looked at as they are before the assignment, and give nothing to others.
  const looking: Evaluation = { ...evaluation, report: undefined };
  for (const target of targets) {
    const base = target.kind === "Attribute" ? target.children[0] : undefined;
    taints = uniteTaints(taints, allTaints(evaluate(looking, base ?? target)));
  }
  applyRoles(evaluation, node, cellOf(taints), noTaints);
}

function runAugmentedAssign(evaluation: Evaluation, node: SyntaxNode, target: SyntaxNode, value: SyntaxNode): void {
  const before = evaluate(evaluation, target);
  const added = evaluate(evaluation, value);
  const { onlyPropagateThroughAssignments } = evaluation.analysis.query.options;
  const result = onlyPropagateThroughAssignments
    ? emptyCell
    : joinCells(cellOf(allTaints(before)), cellOf(allTaints(added)));
  applyRoles(evaluation, node, result, noTaints);
  visitTarget(evaluation, target, result, true, evaluate);
  bindTarget(evaluation, target, result, evaluate);
}

/** What holds where a function is entered: its parameters have the taints of their defaults, and are sources where one matches them. */
export function runParameters(evaluation: Evaluation, parameters: readonly SyntaxNode[]): void {
  const { analysis, state } = evaluation;
  for (const parameter of parameters) {
    const [name, , fallback] = parameter.children;
    if (parameter.kind !== "Parameter" || name === undefined || name.kind === "Absent") continue;
    const value = fallback === undefined || fallback.kind === "Absent" ? emptyCell : evaluate(evaluation, fallback);
    if (name.kind !== "Identifier" && name.kind !== "Name") {
      bindTarget(evaluation, name, applyRoles(evaluation, parameter, value, noTaints), evaluate);
      continue;
    }
    if (isReceiver(name.value)) continue;
    const roled = analysis.roles.has(name) ? name : parameter;
    const tainted = applyRoles(evaluation, roled, value, noTaints);
    // By side effect the parameter is tainted already, and a clean value would clean it again.
    if (tainted !== emptyCell) assignPath(state, { variable: name.value, fields: [] }, tainted);
  }
}
