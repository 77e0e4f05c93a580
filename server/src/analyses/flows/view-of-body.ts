/** Makes the view of a body for one computation: its graph, and what is read of others, recorded. */
import type { ValueGraph } from "../../flow/value-graph.js";
import { withoutLambdas } from "../../names/body-keys.js";
import type { BodyKey } from "../../names/module-facts.js";
import type { BodyView, SummaryReader } from "./body-view.js";
import { writeKey, type CallContext } from "./entry-keys.js";
import { sourcesOfParameters, typeOfFilledParameter } from "./entry-points.js";
import type { GuardSummary, SourceTaint } from "./facts.js";
import { namesViewOf, type FlowSystem, type Reader } from "./flow-inputs.js";
import { indexGraph } from "./graph-index.js";
import type { Registration } from "./registrations.js";

/** The graph of a body; undefined where there is none, or where it has to be waited for. */
export function graphOf(
  system: FlowSystem,
  path: string,
  body: BodyKey,
  { constants }: CallContext,
  reader: Reader,
): ValueGraph | undefined {
  if (reader.input(`body:${path}\n${withoutLambdas(body)}`) === undefined) return undefined;
  system.graphs++;
  const graph = system.lookup(path, body, constants.length === 0 ? undefined : constants, system.marks !== undefined);
  if (graph !== "later") return graph;
  reader.wait(path);
  return undefined;
}

/** The view of a body for one computation. */
export function viewOf(
  system: FlowSystem,
  path: string,
  body: BodyKey,
  graph: ValueGraph,
  context: CallContext,
  reader: Reader,
): BodyView {
  let index = system.indexes.get(graph);
  if (index === undefined) system.indexes.set(graph, (index = indexGraph(graph)));
  const names = namesViewOf(system, reader);
  const fact = names.functionFact({ path, key: body });
  const base = { library: system.library, names, ref: { path, key: body } };
  return {
    library: system.library,
    kinds: system.kinds,
    names,
    path,
    body,
    fact,
    graph,
    index,
    marks: graph.marks === undefined ? undefined : system.marks?.(graph, index),
    functions: new Map(context.functions),
    receiver: context.receiver,
    contextDepth: context.depth,
    filledParameter: (parameter) =>
      fact === undefined
        ? undefined
        : typeOfFilledParameter({ ...base, fact }, parameter, () => registered(reader, path, body)),
    kindsOfSink: (sink) => system.kindsOfSinks[Number(sink.slice(0, sink.indexOf("\n")))] ?? 0,
    sourceKinds: (source) => system.sourceKinds[source] ?? { kinds: 0, description: "", doubt: 0 },
    calledValues: new Set(graph.calls.map(({ callee }) => callee)),
    summaries: summariesOf(system, reader),
    types: new Map(),
    callees: new Map(),
    guards: new Map(),
    specials: new Map(),
  };
}

function registered(reader: Reader, path: string, body: BodyKey): readonly Registration[] {
  const value = reader.entry(writeKey({ kind: "registered", path, body }));
  return value?.kind === "registered" ? value.registrations : [];
}

const noTaints: readonly SourceTaint[] = [];
const noGuard: GuardSummary = { kinds: 0, depends: false };

function summariesOf({ bringing }: FlowSystem, reader: Reader): SummaryReader {
  return {
    entry: (key) => {
      const value = reader.entry(key);
      return value?.kind === "entry" ? value.summary : undefined;
    },
    sources: (path, body) => {
      const value = reader.entry(writeKey({ kind: "results", path, body }));
      return value?.kind === "results" ? value.summary : undefined;
    },
    held: (key) => {
      const value = reader.entry(key);
      return value?.kind === "held" ? value.taints : noTaints;
    },
    decisive: (path, body) => {
      const value = reader.entry(writeKey({ kind: "decisive", path, body }));
      return value?.kind === "decisive" ? value.parameters : [];
    },
    guard: (path, body, parameter, outcome) => {
      const value = reader.entry(writeKey({ kind: "guard", path, body, parameter, outcome }));
      return value?.kind === "guard" ? value : noGuard;
    },
    binding: (path, name) => {
      const value = reader.entry(writeKey({ kind: "binding", path, name }));
      return value?.kind === "binding" ? value.binding : undefined;
    },
    // Nothing is recorded: bodies that have the name are awakened when it begins to bring something.
    mayBring: (kind, name) => bringing.has(writeKey({ kind, name })),
  };
}

/** Which sources the parameters of a body are. */
export function sourcesOfBody(
  system: FlowSystem,
  view: BodyView,
  reader: Reader,
): ReadonlyMap<number, readonly number[]> {
  const { fact, library, names, path, body } = view;
  if (fact === undefined) return new Map();
  const isRegistered = system.bringing.has(writeKey({ kind: "registered", path, body }));
  const registrations = isRegistered ? registered(reader, path, body) : [];
  return sourcesOfParameters({ library, names, ref: { path, key: body }, fact }, registrations);
}
