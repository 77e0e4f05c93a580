/** Parameters that frameworks fill and results that they take, of one function. */
import type { CodePlace, ValueGraph, ValueId } from "../../flow/value-graph.js";
import { compileChoice, type CompiledChoice } from "./compiled-parameters.js";
import { chosenParameters, matchesFunction, mayMatchFunction, type FunctionView } from "./parameter-sources.js";
import type { Run } from "./run.js";
import { registeredSource, type Registration } from "./registrations.js";

/** The sources that parameters of a function are: indexes of models, by index of the parameter. */
export function sourcesOfParameters(
  view: FunctionView,
  registrations: readonly Registration[],
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  forEachSource(view, registrations, (index, source) => {
    const known = found.get(index);
    if (known === undefined) found.set(index, [source]);
    else if (!known.includes(source)) known.push(source);
  });
  return found;
}

/** The class that a parameter of a function is an object of, because of who calls it. */
export function typeOfFilledParameter(
  view: FunctionView,
  index: number,
  registrations: () => readonly Registration[],
): string | undefined {
  for (const { of } of view.library.parameterSources) {
    if (of.type === undefined || !mayMatchFunction(view.fact, of)) continue;
    if (chosenParameters(view, of, view.fact.routes ?? []).includes(index) && matchesFunction(view, of)) return of.type;
  }
  for (const registration of registrations()) {
    const choice = choiceOf(view, registration);
    if (choice?.type !== undefined && chosenParameters(view, choice, registration.routes).includes(index))
      return choice.type;
  }
  return undefined;
}

function choiceOf(view: FunctionView, registration: Registration): CompiledChoice | undefined {
  const of = registeredSource(view, registration);
  return of === undefined ? undefined : compileChoice(of, view.library.canonical);
}

function forEachSource(
  view: FunctionView,
  registrations: readonly Registration[],
  take: (index: number, source: number) => void,
): void {
  const choose = (choice: CompiledChoice, source: number, routes: readonly string[]): void => {
    if (choice.type !== undefined) return;
    for (const index of chosenParameters(view, choice, routes)) take(index, source);
  };
  for (const { source, of } of view.library.parameterSources) {
    if (of.type === undefined && matchesFunction(view, of)) choose(of, source, view.fact.routes ?? []);
  }
  for (const registration of registrations) {
    const choice = choiceOf(view, registration);
    if (choice !== undefined) choose(choice, registration.source, registration.routes);
  }
}

/** Notes the sinks that what a function returns is, among the ends of a run in it. */
export function addReturnSinks(run: Run): void {
  const { view, ends, nodes } = run;
  const { fact, library, names, path, body } = view;
  if (fact === undefined) return;
  const returned = ends.flatMap((end) => (end.kind === "return" ? [end] : []));
  if (returned.length === 0) return;
  const function_ = { library, names, ref: { path, key: body }, fact };
  for (const { sink, of } of library.returnSinks) {
    if (!matchesFunction(function_, of)) continue;
    const kinds = view.kindsOfSink(`${sink}\n`);
    const isDeep = library.models.sinks[sink]?.deep === true;
    for (const { node, ordinal } of returned) {
      const taint = nodes[node];
      const place = taint === undefined ? undefined : placeOfReturn(view.graph, taint.value);
      if (taint === undefined || place === undefined || (taint.kinds & kinds) === 0) continue;
      if (taint.path.length > 0 && !isDeep) continue;
      const site = { sink, ordinal: `return${ordinal}`, place };
      ends.push({ kind: "sink", node, site, doubt: taint.doubt });
    }
  }
}

/** Where a value is returned, or where it is made if the graph does not say. */
function placeOfReturn({ returned, values }: ValueGraph, value: ValueId): CodePlace | undefined {
  return returned?.find((other) => other.value === value)?.place ?? values[value]?.place;
}
