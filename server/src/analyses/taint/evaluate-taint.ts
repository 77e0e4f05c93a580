/** Which taints the value of an expression has. What propagates and what does not is as in Semgrep CE 1.182: see docs/flow.md. */
import { literalTypeOf } from "../../flow/constants.js";
import type { SyntaxKind, SyntaxNode } from "../../syntax/node.js";
import { accessPathOf, isReceiver } from "./access-path.js";
import type { Evaluation } from "./analysis.js";
import { applyRoles } from "./apply-roles.js";
import { bindTarget } from "./bind-target.js";
import { allTaints, cellOf, emptyCell, fieldOf, joinCells, type Cell } from "./cells.js";
import { rolesOf } from "./node-roles.js";
import { noTaints, uniteTaints, type TaintSet } from "./taint-set.js";
import { copyState, emptyState, placeKey } from "./taint-state.js";
import { visitTarget } from "./visit-target.js";

/** The value of an expression; of one that is an element of its own, what it was there. */
export function evaluate(evaluation: Evaluation, node: SyntaxNode): Cell {
  const { analysis, state, forgetsParts } = evaluation;
  if (forgetsParts) return node.kind === "Call" ? emptyCell : evaluateAnew(evaluation, node);
  if (analysis.separate.has(node)) return state.variables.get(placeKey(node)) ?? emptyCell;
  return evaluateAnew(evaluation, node);
}

/** The value of an expression that has not been evaluated yet. */
export function evaluateAnew(evaluation: Evaluation, node: SyntaxNode): Cell {
  if (--evaluation.analysis.budget.steps < 0) return emptyCell;
  const { budget } = evaluation.analysis;
  const cell =
    node.kind === "Call"
      ? evaluateCall(evaluation, node)
      : applyRoles(evaluation, node, evaluateParts(evaluation, node), noTaints);
  budget.steps -= cell.taints.size;
  return cell;
}

/** Kinds whose values hold the values of their parts, also where data only propagates through assignments. */
const containerKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "Tuple",
  "List",
  "Set",
  "Dict",
  "Pair",
  "Starred",
  "DoubleStarred",
  "Interpolation",
  "Error",
  "Other",
]);

/** Kinds whose values are made from their parts. */
const operationKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>(["Boolean", "FormatString", "Concatenated"]);

function evaluateParts(evaluation: Evaluation, node: SyntaxNode): Cell {
  const { options } = evaluation.analysis.query;
  const throughAssignments = options.onlyPropagateThroughAssignments;
  if (containerKinds.has(node.kind)) return joined(evaluation, node.children);
  if (operationKinds.has(node.kind)) return dropIf(throughAssignments, joined(evaluation, node.children));
  if (node.kind === "Await")
    return dropIf(throughAssignments || evaluation.forgetsParts, joined(evaluation, node.children));
  switch (node.kind) {
    case "Name":
      return evaluateName(evaluation, node);
    case "Attribute":
      return evaluateAttribute(evaluation, node);
    case "Subscript":
      return evaluateSubscript(evaluation, node);
    case "Binary":
      return dropIf(throughAssignments || isSafeNumber(evaluation, node), joined(evaluation, node.children));
    case "Unary":
      return dropIf(
        throughAssignments || (node.value === "not" && options.assumeSafeBooleans),
        joined(evaluation, node.children),
      );
    case "Compare":
      return dropIf(
        throughAssignments || options.assumeSafeComparisons || options.assumeSafeBooleans,
        joined(evaluation, node.children),
      );
    case "Keyword":
      return evaluateFirst(evaluation, node);
    default:
      return evaluateRareParts(evaluation, node);
  }
}

function evaluateRareParts(evaluation: Evaluation, node: SyntaxNode): Cell {
  switch (node.kind) {
    case "Conditional": {
      const [body, test, otherwise] = node.children;
      if (body === undefined || test === undefined || otherwise === undefined) return emptyCell;
      evaluate(evaluation, test);
      return dropIf(evaluation.forgetsParts, joinCells(evaluate(evaluation, body), evaluate(evaluation, otherwise)));
    }
    case "ListComprehension":
    case "Generator":
      return evaluateComprehension(evaluation, node);
    case "SetComprehension":
    case "DictComprehension":
      evaluateComprehension(evaluation, node);
      return emptyCell;
    case "NamedExpression": {
      const [target, value] = node.children;
      const cell = value === undefined ? emptyCell : evaluate(evaluation, value);
      if (target === undefined) return cell;
      visitTarget(evaluation, target, cell, false, evaluate);
      bindTarget(evaluation, target, cell, evaluate);
      return cell;
    }
    case "Lambda":
      // What it does happens, for the analysis, where it stands; what it gives is not followed.
      if (node.children[1] !== undefined) evaluate(evaluation, node.children[1]);
      return emptyCell;
    case "Yield":
    case "YieldFrom":
      joined(evaluation, node.children);
      return emptyCell;
    default:
      // Literals; slices, whose parts the reference does not look at; what is no expression.
      return emptyCell;
  }
}

function dropIf(drop: boolean, cell: Cell): Cell {
  return drop ? emptyCell : cell;
}

/** One value that has the taints of all parts and of their fields. */
function joined(evaluation: Evaluation, nodes: readonly SyntaxNode[]): Cell {
  let taints = noTaints;
  for (const node of nodes) taints = uniteTaints(taints, allTaints(evaluate(evaluation, node)));
  return cellOf(taints);
}

function evaluateFirst(evaluation: Evaluation, node: SyntaxNode): Cell {
  const [first] = node.children;
  return first === undefined ? emptyCell : evaluate(evaluation, first);
}

function evaluateName(evaluation: Evaluation, node: SyntaxNode): Cell {
  const { analysis, state } = evaluation;
  const path = accessPathOf(node, analysis.renaming);
  const cell = path === undefined ? undefined : state.variables.get(path.variable);
  if (cell !== undefined || analysis.renaming.has(node) || !analysis.isGlobal(node.value)) return cell ?? emptyCell;
  return evaluateGlobal(evaluation, node);
}

const maximumGlobalDepth = 5;

/** A name of the file is tainted as the one expression that the file assigns to it. */
function evaluateGlobal({ analysis, watched }: Evaluation, name: SyntaxNode): Cell {
  const value = analysis.depth < maximumGlobalDepth ? name.assigned : undefined;
  if (value === undefined) return emptyCell;
  const outer = {
    ...analysis,
    separate: new Set<SyntaxNode>(),
    roles: rolesOf(analysis.query, [value]),
    depth: analysis.depth + 1,
    isGlobal: () => true,
  };
  return evaluate(
    {
      analysis: outer,
      state: copyState(emptyState),
      watched,
      report: undefined,
      assignedCall: undefined,
      forgetsParts: false,
    },
    value,
  );
}

function evaluateAttribute(evaluation: Evaluation, node: SyntaxNode): Cell {
  const { analysis } = evaluation;
  const object = evaluateObject(evaluation, node);
  return fieldOf(object, node.value, !analysis.query.options.onlyPropagateThroughAssignments);
}

/** What an attribute or item is taken of. */
function evaluateObject(evaluation: Evaluation, node: SyntaxNode): Cell {
  const [object] = node.children;
  if (object?.kind === "Name" && isReceiver(object.value))
    return evaluation.state.variables.get(object.value) ?? emptyCell;
  return evaluateFirst(evaluation, node);
}

function evaluateSubscript(evaluation: Evaluation, node: SyntaxNode): Cell {
  const { options } = evaluation.analysis.query;
  const indexes = node.children.slice(1);
  if (indexes.some((index) => index.kind === "Slice")) return emptyCell;
  const object = evaluateObject(evaluation, node);
  const index = joined(evaluation, indexes);
  const whole = options.onlyPropagateThroughAssignments ? { ...object, taints: noTaints } : object;
  return options.assumeSafeIndexes || options.onlyPropagateThroughAssignments ? whole : joinCells(whole, index);
}

/** The result has the taints of the callee, its object and the arguments. */
function evaluateCall(evaluation: Evaluation, node: SyntaxNode): Cell {
  const [callee, ...list] = node.children;
  const { options } = evaluation.analysis.query;
  const called = callee === undefined ? noTaints : evaluateCallee(evaluation, callee);
  const passed = allTaints(joined(evaluation, list));
  const inputs = uniteTaints(called, passed);
  let result: TaintSet = inputs;
  if (options.onlyPropagateThroughAssignments || evaluation.forgetsParts) result = noTaints;
  else if (options.assumeSafeFunctions) result = callee?.kind === "Attribute" ? noTaints : called;
  return applyRoles(evaluation, node, cellOf(result), inputs);
}

/** What is called brings its own taints; a method brings those of its object, whichever field holds them. */
function evaluateCallee(evaluation: Evaluation, callee: SyntaxNode): TaintSet {
  if (callee.kind !== "Attribute" || evaluation.analysis.separate.has(callee))
    return allTaints(evaluate(evaluation, callee));
  evaluation.analysis.budget.steps--;
  const [object] = callee.children;
  const isSelf = object?.kind === "Name" && isReceiver(object.value);
  const whole = evaluateObject(evaluation, callee);
  const method = allTaints(applyRoles(evaluation, callee, fieldOf(whole, callee.value), noTaints));
  return isSelf ? method : uniteTaints(allTaints(whole), method);
}

/**
 * One that is taken apart has been run already. Its value is that of its element, without what calls, conditional expressions and
 * comprehensions in it give, which the reference loses.
 */
function evaluateComprehension(evaluation: Evaluation, node: SyntaxNode): Cell {
  const [element, ...clauses] = node.children;
  if (element === undefined) return emptyCell;
  if (!evaluation.analysis.separate.has(element)) {
    for (const clause of clauses) {
      const [first, second] = clause.children;
      if (first === undefined) continue;
      if (clause.kind !== "ForClause") evaluate(evaluation, first);
      else if (second !== undefined) bindItem(evaluation, first, evaluate(evaluation, second));
    }
    evaluateAnew(evaluation, element);
  }
  if (evaluation.forgetsParts) return emptyCell;
  return evaluateAnew({ ...evaluation, report: undefined, forgetsParts: true }, element);
}

/** Binds the target of a loop to an item of what it runs over. */
export function bindItem(evaluation: Evaluation, target: SyntaxNode, iterable: Cell): void {
  const { onlyPropagateThroughAssignments } = evaluation.analysis.query.options;
  const item = onlyPropagateThroughAssignments ? emptyCell : cellOf(allTaints(iterable));
  bindTarget(evaluation, target, item, evaluate);
}

/** Whether the operation gives a number, and numbers are taken for safe. */
function isSafeNumber({ analysis }: Evaluation, node: SyntaxNode): boolean {
  return analysis.query.options.assumeSafeNumbers && isNumber(node);
}

function isNumber(node: SyntaxNode): boolean {
  if (node.kind === "Binary") return node.children.some(isNumber);
  const type = literalTypeOf(node);
  return type === "integer" || type === "float";
}
