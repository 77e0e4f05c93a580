/** The equations of flows: what each entry is computed from. */
import type { ValueGraph, ValueId } from "../../flow/value-graph.js";
import { moduleBody, type BodyKey } from "../../names/module-facts.js";
import { bindingOf } from "./bindings.js";
import { announce, announceHeld, demandBodies, demandReaders, demandRoots } from "./demand-bodies.js";
import { decisiveParameters } from "./decisive-parameters.js";
import { noCallContext, readKey, writeKey } from "./entry-keys.js";
import { addReturnSinks } from "./entry-points.js";
import type { EntrySummary, SinkKey } from "./facts.js";
import { nothing, type EntryOf, type FlowSystem, type Reader, type Result } from "./flow-inputs.js";
import { originsOf } from "./origins.js";
import { kindsOfReturn } from "./project-guards.js";
import { propagate } from "./propagate.js";
import { callerNames, readNames } from "./readers-of-results.js";
import { registrationsIn, type Registration } from "./registrations.js";
import { allKinds } from "./sink-kinds.js";
import { bringsSomething, canonicalSourceTaints, followOrigins } from "./source-summary.js";
import { summarise, type Way } from "./summarise.js";
import { graphOf, sourcesOfBody, viewOf } from "./view-of-body.js";

/** Computes one entry. */
export function computeEntry(system: FlowSystem, text: string, reader: Reader): Result {
  const key = readKey(text);
  if (key === undefined) return nothing;
  switch (key.kind) {
    case "entry":
      return computeSummary(system, key, reader);
    case "sources":
      return computeSources(system, key, reader);
    case "results":
    case "registered":
      return collectOne(reader);
    case "decisive":
      return computeDecisive(system, key, reader);
    case "guard":
      return computeGuard(system, key, reader);
    case "binding":
      return computeBinding(system, key, reader);
    case "field":
    case "variable":
      return collectHeld(reader);
    case "called":
    case "read":
      return demandBodies(system, reader, key.kind === "called" ? `calls:${key.name}` : `word:${key.name}`);
    case "file":
      return demandBodies(system, reader, `bodies:${key.path}`);
    case "readers":
      return demandReaders(system, key, reader);
    case "roots":
      return demandRoots(system, key.path, reader);
  }
}

function sinkNamer(path: string, body: BodyKey): (sink: number, ordinal: string) => SinkKey {
  return (sink, ordinal) => `${sink}\n${path}\n${body}\n${ordinal}`;
}

function describeSink({ library }: FlowSystem): (sink: number) => string {
  return (sink) => `used here as ${library.models.sinks[sink]?.description ?? "a sink"}`;
}

function computeSummary(system: FlowSystem, key: EntryOf<"entry">, reader: Reader): Result {
  const { path, body, point, of, context } = key;
  const graph = graphOf(system, path, body, context, reader);
  const own = typeof point === "number" ? [{ parameter: point, path: of, kinds: allKinds, doubt: 0 as const }] : [];
  const unchanged: EntrySummary = { returns: [], yields: [], exits: own, sinks: [], stores: [] };
  if (graph === undefined) return { value: { kind: "entry", summary: unchanged }, detail: undefined, steps: 1 };
  const value = typeof point === "number" ? graph.parameters[point] : captureOf(graph, point);
  if (value === undefined) return { value: { kind: "entry", summary: unchanged }, detail: undefined, steps: 1 };
  const view = viewOf(system, path, body, graph, context, reader);
  const run = propagate(view, [{ value, path: of, kinds: allKinds, doubt: 0 }]);
  addReturnSinks(run);
  const { summary, detail } = summarise(run, sinkNamer(path, body), describeSink(system));
  const isChanged = graph.atExit.some(({ entry }) => entry === value);
  const exits = isChanged ? summary.exits : [...own, ...summary.exits.filter(({ parameter }) => parameter !== point)];
  const waysOfExits = isChanged
    ? detail.exits
    : exits.map((item) => detail.exits[summary.exits.indexOf(item)] ?? noWay);
  return {
    value: { kind: "entry", summary: { ...summary, exits } },
    detail: { kind: "entry", ...detail, exits: waysOfExits },
    steps: run.steps + 1,
  };
}

const noWay: Way = { steps: [] };

function captureOf(graph: ValueGraph, name: string): ValueId | undefined {
  return graph.captures.find((id) => {
    const value = graph.values[id];
    return value?.kind === "capture" && value.name === name;
  });
}

function computeSources(system: FlowSystem, { path, body }: EntryOf<"sources">, reader: Reader): Result {
  const graph = graphOf(system, path, body, noCallContext, reader);
  if (graph === undefined) return nothing;
  const view = viewOf(system, path, body, graph, noCallContext, reader);
  const registrations = new Map<string, Registration[]>();
  for (const [ref, registration] of registrationsIn(view)) {
    const key = writeKey({ kind: "registered", path: ref.path, body: ref.key });
    registrations.set(key, [...(registrations.get(key) ?? []), registration]);
    system.bringing.add(key);
    reader.awaken(writeKey({ kind: "sources", path: ref.path, body: ref.key }));
  }
  for (const [key, list] of registrations) reader.contribute(key, { kind: "registered", registrations: list });
  const origins = originsOf(view, sourcesOfBody(system, view, reader));
  const { results, held, detail, steps } = followOrigins(view, origins, sinkNamer(path, body), describeSink(system));
  if (bringsSomething(results)) {
    reader.contribute(writeKey({ kind: "results", path, body }), { kind: "results", summary: results });
    announce(system, reader, callerNames(view), readNames(view));
  }
  for (const [key, taints] of held) {
    reader.contribute(key, { kind: "held", taints });
    announceHeld(system, reader, key);
  }
  return { value: undefined, detail: { kind: "sources", ...detail }, steps };
}

function computeDecisive(system: FlowSystem, { path, body }: EntryOf<"decisive">, reader: Reader): Result {
  const graph = graphOf(system, path, body, noCallContext, reader);
  if (graph === undefined) return nothing;
  const view = viewOf(system, path, body, graph, noCallContext, reader);
  const parameters = decisiveParameters(view).map((index) => {
    const value = graph.parameterDefaults?.[index];
    const fallback = value === undefined ? undefined : graph.values[value]?.constant;
    return fallback === undefined ? { index } : { index, fallback };
  });
  return { value: { kind: "decisive", parameters }, detail: undefined, steps: 1 };
}

function computeGuard(system: FlowSystem, key: EntryOf<"guard">, reader: Reader): Result {
  const graph = graphOf(system, key.path, key.body, noCallContext, reader);
  if (graph === undefined) return nothing;
  const view = viewOf(system, key.path, key.body, graph, noCallContext, reader);
  const said = kindsOfReturn(view, key.parameter, key.outcome);
  const isNothing = said.kinds === 0 && !said.depends;
  return { value: isNothing ? undefined : { kind: "guard", ...said }, detail: undefined, steps: 1 };
}

function computeBinding(system: FlowSystem, { path, name }: EntryOf<"binding">, reader: Reader): Result {
  const graph = graphOf(system, path, moduleBody, noCallContext, reader);
  const binding = graph === undefined ? undefined : bindingOf(graph, name);
  return { value: binding === undefined ? undefined : { kind: "binding", binding }, detail: undefined, steps: 1 };
}

/** What the only contributor says. */
function collectOne(reader: Reader): Result {
  const contributions = reader.contributions();
  const [first] = contributions;
  if (first === undefined) return nothing;
  const [, data] = first;
  if (data.kind !== "registered") return { value: data, detail: undefined, steps: 1 };
  const all = contributions.flatMap(([, other]) => (other.kind === "registered" ? other.registrations : []));
  return { value: { kind: "registered", registrations: all }, detail: undefined, steps: 1 };
}

function collectHeld(reader: Reader): Result {
  const taints = reader.contributions().flatMap(([, data]) => (data.kind === "held" ? data.taints : []));
  if (taints.length === 0) return nothing;
  return { value: { kind: "held", taints: canonicalSourceTaints(taints) }, detail: undefined, steps: 1 };
}
