/** Parameters that frameworks fill and results that they take, of one function. */
import type { CodePlace, ValueGraph, ValueId } from "../../flow/value-graph.js";
import { chosenParameters, matchesFunction, type FunctionView, type ParameterChoice } from "./parameter-sources.js";
import type { Run } from "./propagate.js";
import { registeredSource, type Registration } from "./registrations.js";

/** The sources that parameters of a function are: indexes of models, by index of the parameter. */
export function sourcesOfParameters(
  view: FunctionView,
  registrations: readonly Registration[],
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  forEachChoice(view, registrations, (index, source, type) => {
    if (type !== undefined) return;
    const known = found.get(index);
    if (known === undefined) found.set(index, [source]);
    else if (!known.includes(source)) known.push(source);
  });
  return found;
}

/** The classes that parameters of a function are objects of, because of who calls it. */
export function typesOfParameters(
  view: FunctionView,
  registrations: readonly Registration[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  forEachChoice(view, registrations, (index, _source, type) => {
    if (type !== undefined && view.fact.parameters[index]?.annotation === undefined && !found.has(index))
      found.set(index, view.library.canonical(type));
  });
  return found;
}

function forEachChoice(
  view: FunctionView,
  registrations: readonly Registration[],
  take: (index: number, source: number, type: string | undefined) => void,
): void {
  const choose = (
    choice: ParameterChoice,
    type: string | undefined,
    source: number,
    routes: readonly string[],
  ): void => {
    for (const index of chosenParameters(view, choice, routes)) take(index, source, type);
  };
  for (const { source, of } of view.library.parameterSources) {
    if (matchesFunction(view, of)) choose(of, of.type, source, view.fact.routes ?? []);
  }
  for (const registration of registrations) {
    const of = registeredSource(view, registration);
    if (of !== undefined) choose(of, of.type, registration.source, registration.routes);
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
