/** What the sources of one body do: sinks that they reach, what they bring to callers, and what they leave in fields and variables. */
import { textOfPath } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { addReturnSinks } from "./entry-points.js";
import type { Doubt, SinkKey, SourceSummary, SourceTaint, Taint } from "./facts.js";
import type { Origin } from "./origins.js";
import { propagate } from "./propagate.js";
import { keyOfFact, type Run } from "./run.js";
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

/** Calls, fields and variables between a source and what it is returned from, left in, or stored in, at most. */
const farthest = { return: 5, yield: 5, exit: 2, held: 1 } as const;

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
  const followed = new Map<number, FollowedOrigin[]>();
  origins.forEach((origin, index) => {
    const others = followed.get(origin.source) ?? [];
    if (origin.from !== undefined && others.some((other) => coversOrigin(other, origin))) return;
    const run = propagate(view, [origin.seed]);
    followed.set(origin.source, [...others, { run, depth: origin.depth }]);
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

interface FollowedOrigin {
  readonly run: Run;
  readonly depth: number;
}

/** Whether the data has come to that place from another origin of the same source, so that nothing new follows from it. */
function coversOrigin({ run, depth }: FollowedOrigin, { seed, depth: own }: Origin): boolean {
  if (depth > own) return false;
  const known = run.known.get(keyOfFact(seed.value, seed.path)) ?? [];
  return known.some((node) => {
    const fact = run.nodes[node];
    return fact !== undefined && fact.doubt <= seed.doubt && includesKinds(fact.kinds, seed.kinds);
  });
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
    if (depth > farthest[kind]) return;
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
    type.kind === "instance" || type.kind === "class" ? [fieldTarget(type.class, first.slice(1))] : [],
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

/** So many taints leave a body at most, and so many below one part of an object: those from the nearest sources, and of these the shortest paths. */
const maximumTaints = 16;
const maximumBelowPart = 6;

/** Each taint once, from the nearest source, without those that others contain, in order. */
export function canonicalSourceTaints<Item extends SourceTaint & { readonly parameter?: number }>(
  items: readonly Item[],
): Item[] {
  const byOwner = new Map<string, Item[]>();
  for (const item of items) {
    const owner = `${item.parameter ?? ""} ${item.source}`;
    const known = byOwner.get(owner);
    if (known === undefined) byOwner.set(owner, [item]);
    else if (!known.some((other) => contains(other, item)))
      byOwner.set(owner, [...known.filter((other) => !contains(item, other)), item]);
  }
  const order = (item: Item): string =>
    [item.depth, item.path.length, item.parameter ?? "", item.source, textOfTaint(item)].join(" ");
  const ordered = [...byOwner.values()].flat().map((item) => ({ item, order: order(item) }));
  const counts = new Map<string, number>();
  const kept: Item[] = [];
  for (const { item } of ordered.sort((left, right) => (left.order < right.order ? -1 : 1))) {
    const part = `${item.parameter ?? ""} ${item.path[0] ?? ""}`;
    const count = counts.get(part) ?? 0;
    counts.set(part, count + 1);
    if (count < maximumBelowPart && kept.length < maximumTaints) kept.push(item);
  }
  return kept;
}

/** Whether one of two taints of a source says all that the other says: it is of the same thing or of what that is a part of, and comes from no further. */
function contains(one: SourceTaint, other: SourceTaint): boolean {
  return (
    one.depth <= other.depth &&
    one.doubt <= other.doubt &&
    includesKinds(one.kinds, other.kinds) &&
    one.path.length <= other.path.length &&
    one.path.every((part, index) => part === other.path[index])
  );
}

/** Whether a body brings anything to its callers. */
export function bringsSomething({ returns, yields, exits }: SourceSummary): boolean {
  return returns.length + yields.length + exits.length > 0;
}
