/** Puts what runs came to into summaries: each thing once, the best way first, in an order that depends on nothing else. */
import { textOfPath } from "./access-path.js";
import type { EntrySummary, ExitTaint, ReachedSink, StoredTaint, Taint } from "./facts.js";
import type { Run, RunEnd, ToldStep } from "./run.js";
import { includesKinds } from "./sink-kinds.js";
import { stepsTo, type LocalStep } from "./told-steps.js";

/** How a sink or a store is reached: in this body, or by way of an entry of another. */
export interface Way {
  readonly steps: readonly LocalStep[];
  readonly next?: string;
  /** Of a store by way of another entry: what that has of it. */
  readonly through?: StoredTaint;
}

/** How what a summary lists is reached, in the same order. */
export interface EntryDetail {
  readonly returns: readonly Way[];
  readonly yields: readonly Way[];
  readonly exits: readonly Way[];
  readonly sinks: readonly Way[];
  readonly stores: readonly Way[];
}

const maximumSinks = 300;
const maximumTaints = 24;
const maximumStores = 60;

/** What a sink at a place of this body is called by others. */
export type SinkNamer = (sink: number, ordinal: string) => string;

/** A sink that a run came to. */
export interface FoundSink {
  readonly reached: ReachedSink;
  readonly node: number;
  readonly told: ToldStep;
  readonly next: string | undefined;
}

/** The sinks that a run came to, each by its best way. */
export function sinksOf(run: Run, nameOf: SinkNamer, describe: (sink: number) => string): readonly FoundSink[] {
  const best = new Map<string, FoundSink>();
  for (const end of run.ends) {
    const found = foundSink(end, nameOf, describe);
    if (found === undefined) continue;
    const known = best.get(found.reached.sink);
    if (known === undefined || isBetter(found.reached, known.reached)) best.set(found.reached.sink, found);
  }
  return [...best.values()]
    .sort((left, right) => compareSinks(left.reached, right.reached))
    .slice(0, maximumSinks)
    .sort((left, right) => (left.reached.sink < right.reached.sink ? -1 : 1));
}

function foundSink(end: RunEnd, nameOf: SinkNamer, describe: (sink: number) => string): FoundSink | undefined {
  if (end.kind === "sink") {
    const { sink, ordinal, place } = end.site;
    const reached = { sink: nameOf(sink, ordinal), doubt: end.doubt, depth: 0 };
    return { reached, node: end.node, told: { place, message: describe(sink), role: "sink" }, next: undefined };
  }
  if (end.kind !== "passed-sink") return undefined;
  return { reached: end.reached, node: end.node, told: end.told, next: end.entry };
}

function isBetter(one: ReachedSink, other: ReachedSink): boolean {
  return one.doubt < other.doubt || (one.doubt === other.doubt && one.depth < other.depth);
}

function compareSinks(left: ReachedSink, right: ReachedSink): number {
  return left.doubt - right.doubt || left.depth - right.depth || (left.sink < right.sink ? -1 : 1);
}

/** A taint that a run stored. */
export interface FoundStore {
  readonly stored: StoredTaint;
  readonly node: number;
  readonly told: ToldStep;
  readonly next: string | undefined;
  readonly through: StoredTaint | undefined;
}

export function storesOf(run: Run): readonly FoundStore[] {
  const best = new Map<string, FoundStore>();
  for (const end of run.ends) {
    if (end.kind !== "store" && end.kind !== "passed-store") continue;
    const found: FoundStore =
      end.kind === "store"
        ? { ...end, told: { place: end.place, message: "stored" }, next: undefined, through: undefined }
        : { ...end, next: end.entry };
    const key = textOfStore(found.stored);
    const known = best.get(key);
    if (known === undefined || found.stored.depth < known.stored.depth) best.set(key, found);
  }
  return [...best]
    .sort(([left, one], [right, other]) => one.stored.depth - other.stored.depth || (left < right ? -1 : 1))
    .slice(0, maximumStores)
    .map(([, found]) => found);
}

export function textOfStore({ target, path, kinds, doubt }: Omit<StoredTaint, "depth">): string {
  return `${target} ${textOfPath(path)} ${doubt} ${kinds}`;
}

/** The summary of a fact that came into a body, with the ways. */
export function summarise(
  run: Run,
  nameOf: SinkNamer,
  describe: (sink: number) => string,
): { readonly summary: EntrySummary; readonly detail: EntryDetail } {
  const sinks = sinksOf(run, nameOf, describe);
  const stores = storesOf(run);
  const returns = taintsOf(run, "return");
  const yields = taintsOf(run, "yield");
  const exits = exitsOf(run);
  const summary: EntrySummary = {
    returns: returns.map(plainTaint),
    yields: yields.map(plainTaint),
    exits: exits.map((item) => ({ ...plainTaint(item), parameter: item.parameter })),
    sinks: sinks.map(({ reached }) => reached),
    stores: stores.map(({ stored }) => stored),
  };
  return {
    summary,
    detail: {
      returns: returns.map(({ node }) => ({ steps: stepsTo(run, node, undefined) })),
      yields: yields.map(({ node }) => ({ steps: stepsTo(run, node, undefined) })),
      exits: exits.map(({ node }) => ({ steps: stepsTo(run, node, undefined) })),
      sinks: sinks.map((found) => wayOf(run, found)),
      stores: stores.map((found) => wayOf(run, found)),
    },
  };
}

export function wayOf(run: Run, found: FoundSink | FoundStore): Way {
  const steps = stepsTo(run, found.node, found.told);
  const through = "through" in found ? found.through : undefined;
  return {
    steps,
    ...(found.next === undefined ? {} : { next: found.next }),
    ...(through === undefined ? {} : { through }),
  };
}

/** A taint with the fact that it is. */
type FoundTaint = Taint & { readonly node: number };

function plainTaint({ path, kinds, doubt }: Taint): Taint {
  return { path, kinds, doubt };
}

function taintsOf(run: Run, kind: "return" | "yield"): readonly FoundTaint[] {
  const found = run.ends.flatMap((end): FoundTaint[] => {
    const fact = end.kind === kind ? run.nodes[end.node] : undefined;
    return fact === undefined ? [] : [{ ...plainTaint(fact), node: end.node }];
  });
  return canonicalTaints(found);
}

function exitsOf(run: Run): readonly (ExitTaint & { readonly node: number })[] {
  return canonicalTaints(run.ends.flatMap((end) => (end.kind === "exit" ? [{ ...end.taint, node: end.node }] : [])));
}

/** A taint of a summary as others name it. */
export function textOfItem({ path, kinds, doubt, parameter }: Taint & { readonly parameter?: number }): string {
  return `${parameter ?? ""} ${textOfPath(path)} ${doubt} ${kinds}`;
}

/** Each taint once, without those that others contain, in order. */
function canonicalTaints<Item extends Taint & { readonly parameter?: number }>(
  items: readonly Item[],
): readonly Item[] {
  if (items.length < 2) return items;
  const byPlace = new Map<string, Item[]>();
  for (const item of items) {
    const place = `${item.parameter ?? ""} ${textOfPath(item.path)}`;
    const known = byPlace.get(place);
    if (known === undefined) byPlace.set(place, [item]);
    else if (!known.some((other) => contains(other, item)))
      byPlace.set(place, [...known.filter((other) => !contains(item, other)), item]);
  }
  const places = [...byPlace.keys()].sort();
  const ordered = places.flatMap((place) =>
    (byPlace.get(place) ?? []).sort((left, right) => left.doubt - right.doubt || left.kinds - right.kinds),
  );
  return ordered.slice(0, maximumTaints);
}

function contains(one: Taint, other: Taint): boolean {
  return one.doubt <= other.doubt && includesKinds(one.kinds, other.kinds);
}
