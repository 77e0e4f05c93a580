/** The door to values-of-body/: makes the value graph of a body. */
import type { BodyMark } from "../names/module-facts.js";
import { noChildren, SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import { buildGraph } from "./build-graph.js";
import { freeNamesOf } from "./values-of-body/bindings.js";
import { unitsOfBody, type BodyCode } from "./values-of-body/body-code.js";
import { scopeOfBody, type BodyScope } from "./values-of-body/body-scope.js";
import { bindTarget } from "./values-of-body/bind.js";
import { slotOfFree } from "./values-of-body/definitions.js";
import { childAt, evaluate, unbound, type Evaluation, type State } from "./values-of-body/evaluation.js";
import { evaluateNode } from "./values-of-body/evaluate.js";
import { finishGraph } from "./values-of-body/finish.js";
import { createMarkedPlaces, noteMarkedParameter } from "./values-of-body/marked-places.js";
import { solveBody } from "./values-of-body/solve-body.js";
import { createValueTable, define, entryOf } from "./values-of-body/value-table.js";
import { bindEntry } from "./values-of-body/variables.js";
import type { ConstantValue, ValueGraph, ValueId } from "./value-graph.js";

export { codeOfDefinition, codeOfModule, unitsOfBody, type BodyCode } from "./values-of-body/body-code.js";
export { allBodies, bodiesIn } from "./values-of-body/body-list.js";
export { dottedNameOf } from "./values-of-body/dotted-names.js";

/** What is known of parameters by their index, where a body is looked at for some callers only. */
export interface ValueContext {
  readonly constants: ReadonlyMap<number, ConstantValue>;
  /** What patterns say of places in the body. */
  readonly marks?: readonly BodyMark[];
}

const noContext: ValueContext = { constants: new Map() };

/** How many values a graph has at most. */
const maximumValues = 40_000;

/** Makes the graph of a body. `maximumSteps`: how many elements (statements, tests) are gone through at most; then the graph is cut. */
export function buildValueGraph(code: BodyCode, context: ValueContext = noContext, maximumSteps = 100_000): ValueGraph {
  const scope = scopeOfBody(code);
  const units = unitsOfBody(code);
  const start: State = {
    variables: new Array<number>(scope.slotCount + 1).fill(unbound),
    versions: new Map(),
    stamp: 0,
  };
  const evaluation: Evaluation = {
    code,
    scope,
    graph: buildGraph(code.statements),
    table: createValueTable(units, maximumValues),
    state: start,
    classKey: "",
    ended: false,
    joins: new Map(),
    holders: new Map(),
    partObjects: new Map(),
    named: new Set(),
    keysOfStores: new Map(),
    globals: new Map(),
    parameters: [],
    captures: [],
    decisive: new Set(),
    returns: new Map(),
    yields: new Map(),
    assignments: new Map(),
    watched: watchedSlots(code, scope),
    marked: context.marks === undefined ? undefined : createMarkedPlaces(context.marks),
    absent: absentNode(units[0]),
    evaluate: evaluateNode,
  };
  const defaults = evaluateDefaults(evaluation);
  bindEntry(evaluation);
  bindParameters(evaluation, context);
  const solved = solveBody(evaluation, start, maximumSteps);
  return finishGraph(evaluation, solved, start, defaults);
}

function absentNode(unit: Unit | undefined): SyntaxNode {
  const nowhere: Unit = {
    kind: "statement",
    text: "",
    indentation: "",
    start: 0,
    statements: [],
    resolution: 0,
    wildcards: [],
    errors: [],
  };
  return new SyntaxNode("Absent", 0, 0, "", noChildren, unit ?? nowhere);
}

/** Variables that somebody else sees. */
function watchedSlots(code: BodyCode, scope: BodyScope): ReadonlySet<number> {
  const watched = new Set<number>();
  for (const [name, slot] of scope.slots) {
    if (code.definition === undefined || name.includes(".") || scope.globals.has(name) || scope.nonlocals.has(name))
      watched.add(slot);
  }
  if (code.definition === undefined) return watched;
  for (const { node, enclosing } of scope.inner) {
    for (const name of freeNamesOf(node)) {
      const slot = slotOfFree(scope, enclosing, name);
      if (slot !== undefined) watched.add(slot);
    }
  }
  return watched;
}

/** The parameters that have names, in order. */
function parametersOf({ definition }: BodyCode): readonly SyntaxNode[] {
  const parameters = definition?.kind === "Lambda" ? definition.children[0] : definition?.children[2];
  return (parameters?.children ?? []).filter(
    ({ kind, children }) => kind === "Parameter" && children[0] !== undefined && children[0].kind !== "Absent",
  );
}

/** Defaults are evaluated before any variable of the body is bound: their names are those of code around it. */
function evaluateDefaults(evaluation: Evaluation): (ValueId | undefined)[] {
  return parametersOf(evaluation.code).map((parameter) => {
    const fallback = parameter.children[2];
    return fallback === undefined || fallback.kind === "Absent" ? undefined : evaluate(evaluation, fallback);
  });
}

function bindParameters(evaluation: Evaluation, context: ValueContext): void {
  const { table, parameters, code } = evaluation;
  parametersOf(code).forEach((parameter, index) => {
    const target = childAt(evaluation, parameter, 0);
    const entry = entryOf(table, parameter);
    const name = target.kind === "Identifier" ? target.value : "";
    const constant = context.constants.get(index);
    const id = define(table, entry, 0, { place: entry.place, kind: "parameter", index, name }, { constant });
    parameters.push(id);
    if (evaluation.marked !== undefined) noteMarkedParameter(evaluation, evaluation.marked, parameter, id);
    bindTarget(evaluation, target, id);
  });
}
