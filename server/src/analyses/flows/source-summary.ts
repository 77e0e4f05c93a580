/** What the sources of one body do: sinks that they reach, what they bring to callers, and what they leave in fields and variables. */
import { textOfPath } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { addReturnSinks } from "./entry-points.js";
import type { Doubt, SinkKey, SourceSummary, SourceTaint, Taint } from "./facts.js";
import type { Origin } from "./origins.js";
import { propagate, type Run } from "./propagate.js";
import { includesKinds } from "./sink-kinds.js";
import { fieldTarget } from "./store-targets.js";
import { sinksOf, storesOf, wayOf, type SinkNamer, type Way } from "./summarise.js";
import { localStep, stepsTo, type LocalStep } from "./told-steps.js";
import { typeOfValue } from "./value-types.js";

/** An origin as it is told. */
export interface ToldOrigin {
  readonly source: number;
  readonly step: LocalStep;
  /** The entry that brings the data, and which of its taints it is. */
  readonly from?: { readonly entry: string; readonly taint: SourceTaint };
}

export interface FoundFlow {
  /** Index of the origin. */
  readonly origin: number;
  readonly sink: SinkKey;
  readonly doubt: Doubt;
  readonly way: Way;
}

/** How a taint comes out of the body: the origin, and the steps from it. */
export interface OutgoingWay {
  readonly taint: SourceTaint;
  /** The parameter or entry that it comes out by; "" for results. */
  readonly by: string;
  readonly origin: number;
  readonly way: Way;
}

export interface SourceDetail {
  readonly origins: readonly ToldOrigin[];
  readonly flows: readonly FoundFlow[];
  readonly outgoing: readonly OutgoingWay[];
}

export interface SourceResult {
  readonly results: SourceSummary;
  /** By the key of the entry. */
  readonly held: ReadonlyMap<string, readonly SourceTaint[]>;
  readonly detail: SourceDetail;
  readonly steps: number;
}

/** Calls, fields and variables between a source and what it is returned from, or stored in, at most. */
const farthestReturned = 5;
const farthestHeld = 1;

interface Collected {
  readonly items: { by: string; kind: "return" | "yield" | "exit" | "held"; parameter: number; way: OutgoingWay }[];
  readonly flows: FoundFlow[];
}

/** Follows the origins of a body. */
export function followOrigins(
  view: BodyView,
  origins: readonly Origin[],
  nameOf: SinkNamer,
  describe: (sink: number) => string,
): SourceResult {
  const collected: Collected = { items: [], flows: [] };
  let steps = 0;
  origins.forEach((origin, index) => {
    const run = propagate(view, [origin.seed]);
    steps += run.steps;
    addReturnSinks(run);
    for (const found of sinksOf(run, nameOf, describe)) {
      const { sink, doubt } = found.reached;
      collected.flows.push({ origin: index, sink, doubt, way: wayOf(run, found) });
    }
    collectOutgoing(view, run, origin, index, collected);
  });
  return { ...summaryOf(collected), steps: steps + 1, detail: detailOf(origins, collected) };
}

function collectOutgoing(
  view: BodyView,
  run: Run,
  { source, depth }: Origin,
  origin: number,
  collected: Collected,
): void {
  const add = (
    kind: Collected["items"][number]["kind"],
    by: string,
    parameter: number,
    taint: Taint,
    way: Way,
  ): void => {
    // What has come far belongs to everything; who reads a finding would not follow it either.
    if (depth > (kind === "held" ? farthestHeld : farthestReturned)) return;
    const item = { path: taint.path, kinds: taint.kinds, doubt: taint.doubt, source, depth };
    collected.items.push({ kind, by, parameter, way: { taint: item, by, origin, way } });
  };
  for (const end of run.ends) {
    const fact = run.nodes[end.node];
    if (fact === undefined) continue;
    if (end.kind === "return" || end.kind === "yield") {
      const place = view.graph.values[fact.value]?.place;
      const message = end.kind === "return" ? "returned" : "given out";
      const last = place === undefined ? undefined : { place, message, role: "return" as const };
      add(end.kind, "", -1, fact, { steps: stepsTo(run, end.node, last) });
    } else if (end.kind === "exit") {
      const { parameter } = end.taint;
      const way = { steps: stepsTo(run, end.node, undefined) };
      add("exit", String(parameter), parameter, end.taint, way);
      for (const target of fieldsOfParameter(view, parameter, end.taint))
        add("held", target, -1, { ...end.taint, path: end.taint.path.slice(1) }, way);
    }
  }
  for (const found of storesOf(run)) add("held", found.stored.target, -1, found.stored, wayOf(run, found));
}

/** What is left in a field of an object that came in: its class has it from then on. */
function fieldsOfParameter(view: BodyView, parameter: number, { path }: Taint): readonly string[] {
  const [first] = path;
  const value = view.graph.parameters[parameter];
  if (first?.startsWith(".") !== true || value === undefined) return [];
  return typeOfValue(view, value).types.flatMap((type) =>
    type.kind === "instance" || type.kind === "class" ? [fieldTarget(view, type.class, first.slice(1))] : [],
  );
}

function summaryOf({ items }: Collected): Pick<SourceResult, "results" | "held"> {
  const of = (kind: "return" | "yield"): SourceTaint[] =>
    canonicalSourceTaints(items.filter((item) => item.kind === kind).map(({ way }) => way.taint));
  const exits = items.filter(({ kind }) => kind === "exit").map(({ way, parameter }) => ({ ...way.taint, parameter }));
  const held = new Map<string, SourceTaint[]>();
  for (const { kind, by, way } of items) {
    if (kind === "held") held.set(by, [...(held.get(by) ?? []), way.taint]);
  }
  return {
    results: { returns: of("return"), yields: of("yield"), exits: canonicalSourceTaints(exits) },
    held: new Map([...held].map(([key, taints]) => [key, canonicalSourceTaints(taints)])),
  };
}

function detailOf(origins: readonly Origin[], { items, flows }: Collected): SourceDetail {
  return {
    origins: origins.map(({ source, place, message, from }) => ({
      source,
      step: localStep(place, message, from === undefined ? "source" : "return"),
      ...(from === undefined ? {} : { from }),
    })),
    flows,
    outgoing: bestWays(items),
  };
}

/** Of each taint the first way of those from the nearest source. */
function bestWays(items: Collected["items"]): readonly OutgoingWay[] {
  const best = new Map<string, OutgoingWay>();
  for (const { kind, way } of items) {
    const key = `${kind} ${way.by} ${textOfTaint(way.taint)}`;
    const known = best.get(key);
    if (known === undefined || way.taint.depth < known.taint.depth) best.set(key, way);
  }
  return [...best.values()];
}

export function textOfTaint({ source, path, kinds, doubt }: Omit<SourceTaint, "depth">): string {
  return `${source} ${doubt} ${kinds} ${textOfPath(path)}`;
}

const maximumTaints = 32;

/** Each taint once, from the nearest source, without those that others contain, in order. */
export function canonicalSourceTaints<Item extends SourceTaint & { readonly parameter?: number }>(
  items: readonly Item[],
): Item[] {
  const best = new Map<string, Item>();
  for (const item of items) {
    const key = `${item.parameter ?? ""} ${textOfTaint(item)}`;
    const known = best.get(key);
    if (known === undefined || item.depth < known.depth) best.set(key, item);
  }
  const place = ({ parameter, source, path }: Item): string => `${parameter ?? ""} ${source} ${textOfPath(path)}`;
  const all = [...best.values()];
  const kept = all.filter(
    (item) =>
      !all.some(
        (other) =>
          other !== item &&
          place(other) === place(item) &&
          other.doubt <= item.doubt &&
          includesKinds(other.kinds, item.kinds),
      ),
  );
  const order = (item: Item): string => `${place(item)} ${item.doubt} ${item.kinds}`;
  return kept.sort((left, right) => (order(left) < order(right) ? -1 : 1)).slice(0, maximumTaints);
}

/** Whether a body brings anything to its callers. */
export function bringsSomething({ returns, yields, exits }: SourceSummary): boolean {
  return returns.length + yields.length + exits.length > 0;
}
