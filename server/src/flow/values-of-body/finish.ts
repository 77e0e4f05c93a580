/** The graph of a body that has been gone through. */
import type { SyntaxNode } from "../../syntax/node.js";
import { blockCount } from "../control-flow-graph.js";
import type { CodePlace, ConstantValue, ValueGraph, ValueId } from "../value-graph.js";
import { fillCaptured } from "./definitions.js";
import { changedEntries, unbound, type Evaluation, type State } from "./evaluation.js";
import type { SolvedBody } from "./solve-body.js";
import { define, entryOf, nothingMade } from "./value-table.js";

/** Puts together what was found. */
export function finishGraph(
  evaluation: Evaluation,
  { atExit, atEnd, isReached }: SolvedBody,
  start: State,
  parameterDefaults: readonly (ValueId | undefined)[],
): ValueGraph {
  const { table, code, parameters, captures } = evaluation;
  evaluation.state = atExit ?? start;
  fillCaptured(evaluation);
  const ends = returnsAtEnd(evaluation, atEnd);
  table.constants.forEach((constant, id) => {
    const value = table.values[id] as { constant?: ConstantValue } | undefined;
    if (constant !== undefined && value !== undefined) value.constant = constant;
  });
  return {
    body: code.key,
    units: table.units,
    values: table.values,
    calls: table.calls,
    parameters,
    parameterDefaults,
    captures,
    returns: [...new Set([...evaluation.returns.values()].map(({ value }) => value))],
    returned: [
      ...[...evaluation.returns].map(([node, end]) => ({ place: entryOf(table, node).place, ...end })),
      ...ends,
    ],
    yields: [...new Set(evaluation.yields.values())],
    atExit: atExit === undefined ? [] : changedEntries(evaluation, atExit),
    assigned: assignedNames(evaluation, atExit),
    decisive: [...evaluation.decisive].sort((left, right) => left - right),
    isCut: table.isCut,
    unreached: unreachedPlaces(evaluation, isReached),
    ...(evaluation.marked && { marks: evaluation.marked.marks, marked: [...evaluation.marked.found.values()] }),
  };
}

/** A function that comes to its end returns None. */
function returnsAtEnd(evaluation: Evaluation, atEnd: readonly State[]): NonNullable<ValueGraph["returned"]> {
  const { table, code } = evaluation;
  if (code.definition?.kind !== "FunctionDef" || atEnd.length === 0) return [];
  const { place } = entryOf(table, code.definition);
  const value = define(table, nothingMade(), 0, { place, kind: "constant" }, { constant: { type: "None" } });
  return atEnd.map((state) => ({ place, value, entries: changedEntries(evaluation, state) }));
}

/** What variables of others hold: of the module what they are in the end, of a function all that they were. */
function assignedNames({ scope, code, assignments }: Evaluation, atExit: State | undefined): ValueGraph["assigned"] {
  const assigned: { name: string; value: ValueId }[] = [];
  const isModule = code.definition === undefined;
  for (const [name, slot] of scope.slots) {
    const all = assignments.get(slot);
    const isForeign = scope.globals.has(name) || scope.nonlocals.has(name);
    if (all === undefined || !(isModule || isForeign || name.includes("."))) continue;
    const object = atExit?.variables[slot] ?? unbound;
    const values = new Set<ValueId>(isModule && object !== unbound ? [] : all.values());
    if (object !== unbound) values.add(atExit?.versions.get(object) ?? object);
    for (const value of values) assigned.push({ name, value });
  }
  return assigned;
}

/** Where control never comes, in the order of the text, without what lies in each other. */
function unreachedPlaces({ graph, table }: Evaluation, isReached: readonly boolean[]): CodePlace[] {
  const places: CodePlace[] = [];
  for (let block = 0; block < blockCount(graph); block++) {
    if (isReached[block] === true) continue;
    const elements: readonly SyntaxNode[] = graph.elements.slice(
      graph.firstElement[block],
      graph.firstElement[block + 1],
    );
    for (const element of elements) places.push(entryOf(table, element).place);
  }
  places.sort((left, right) => left.unit - right.unit || left.start - right.start || right.end - left.end);
  const outermost: CodePlace[] = [];
  for (const place of places) {
    const last = outermost[outermost.length - 1];
    if (last?.unit !== place.unit || place.start >= last.end) outermost.push(place);
  }
  return outermost;
}
