/** Puts flows together from what entries tell of their own part: the way from the source, the body where both ends meet, the way to the sink. */
import type { Fixpoint } from "../../base/fixpoint-types.js";
import { readKey } from "./entry-keys.js";
import type { Doubt, EntrySummary, SinkKey, SourceTaint, Taint } from "./facts.js";
import type { Flow, FlowConfidence, FlowRule, FlowStep } from "./flow-types.js";
import type { EntryRecord, EntryValue } from "./entry-values.js";
import type { FlowSystem } from "./flow-inputs.js";
import { textOfTaint, type SourceDetail, type ToldOrigin } from "./source-summary.js";
import { textOfItem, textOfStore, type EntryDetail, type Way } from "./summarise.js";
import type { LocalStep, ThroughEntry } from "./told-steps.js";

type Entries = Fixpoint<EntryValue, EntryRecord>;

/** A flow, and the entries that it was put together from. */
export interface AssembledFlow {
  readonly flow: Flow;
  readonly entries: ReadonlySet<string>;
}

/** Ways are cut here, in the middle. */
const maximumSteps = 20;
/** Entries that one way may go through. */
const maximumEntries = 12_000;

interface Assembly {
  readonly system: FlowSystem;
  readonly entries: Entries;
  readonly used: Set<string>;
}

/** The file that a sink lies in, and the index of its model. */
export function readSink(sink: SinkKey): { readonly model: number; readonly path: string } {
  const [model = "", path = ""] = sink.split("\n");
  return { model: Number(model), path };
}

/** The flows of one meeting of an origin and a sink, one for each rule that asks about it. */
export function assembleFlow(
  system: FlowSystem,
  entries: Entries,
  rules: readonly FlowRule[],
  key: string,
  index: number,
): readonly AssembledFlow[] {
  const detail = sourceDetail(entries, key);
  const found = detail?.flows[index];
  const origin = found === undefined ? undefined : detail?.origins[found.origin];
  if (found === undefined || origin === undefined) return [];
  const source = system.library.models.sources[origin.source];
  const sink = system.library.models.sinks[readSink(found.sink).model];
  if (source === undefined || sink === undefined) return [];
  const fitting = rules.filter((rule) => rule.sources.includes(source.kind) && rule.sinks.includes(sink.kind));
  if (fitting.length === 0) return [];
  const assembly: Assembly = { system, entries, used: new Set([key]) };
  const steps = [...stepsFrom(assembly, key, origin), ...stepsTo(assembly, key, found.way, found.sink)];
  const told = distinct(steps);
  const limits = [source.confidence, sink.confidence];
  return fitting.map((rule) => ({
    entries: assembly.used,
    flow: {
      rule: rule.id,
      sourceKind: source.kind,
      source: source.description,
      sinkKind: sink.kind,
      sink: sink.description,
      confidence: confidenceOf(found.doubt, [...limits, limitOfLength(told)], source.trust === "local"),
      steps: shortened(told),
    },
  }));
}

/** Steps and files beyond which a way is less sure, or not at all: each is a place at which the analysis may be wrong (docs/precision.md has the counts). */
const longWay = { steps: 8, files: 2 };
const veryLongWay = { steps: 12, files: 4 };

function limitOfLength(steps: readonly FlowStep[]): FlowConfidence | undefined {
  const files = new Set(steps.map(({ path }) => path)).size;
  if (steps.length > veryLongWay.steps || files > veryLongWay.files) return "low";
  return steps.length > longWay.steps || files > longWay.files ? "medium" : undefined;
}

const levels: readonly FlowConfidence[] = ["high", "medium", "low"];

/** What models doubt and the way is doubtful to is low: each alone would be medium. */
function confidenceOf(doubt: Doubt, limits: readonly (FlowConfidence | undefined)[], isLocal: boolean): FlowConfidence {
  if (doubt === 1 && limits.includes("medium")) return "low";
  const worst = Math.max(
    doubt,
    isLocal ? 1 : 0,
    ...limits.map((limit) => (limit === undefined ? 0 : levels.indexOf(limit))),
  );
  return levels[worst] ?? "low";
}

function sourceDetail(entries: Entries, key: string): SourceDetail | undefined {
  const detail = entries.detail(key);
  return detail?.kind === "sources" ? detail : undefined;
}

/** How many calls deep is told what became of data that came out again. */
const maximumDepth = 4;

function placed(assembly: Assembly, key: string, steps: readonly LocalStep[], depth = 0): readonly FlowStep[] {
  const at = readKey(key);
  if (at === undefined || !("body" in at)) return [];
  return steps.flatMap(({ unit, start, end, message, role, through }) => {
    const own = { path: at.path, body: at.body, unit, start, end, message, ...(role === undefined ? {} : { role }) };
    return [own, ...(through === undefined || depth >= maximumDepth ? [] : stepsThrough(assembly, through, depth + 1))];
  });
}

/** What a body did with data that came out of it again. */
function stepsThrough(assembly: Assembly, { entry, part, item }: ThroughEntry, depth: number): readonly FlowStep[] {
  assembly.used.add(entry);
  const value = assembly.entries.value(entry);
  const detail = assembly.entries.detail(entry);
  if (value?.kind !== "entry" || detail?.kind !== "entry") return [];
  const items: readonly Taint[] = value.summary[part];
  const way = detail[part][items.findIndex((other) => textOfItem(other) === item)];
  return way === undefined ? [] : placed(assembly, entry, way.steps, depth);
}

/** The way from the source to an origin of a body: through the bodies that brought it. */
function stepsFrom(assembly: Assembly, key: string, origin: ToldOrigin): readonly FlowStep[] {
  const parts: (readonly FlowStep[])[] = [placed(assembly, key, [origin.step])];
  let { from } = origin;
  for (let count = 0; from !== undefined && count < maximumEntries; count++) {
    assembly.used.add(from.entry);
    const provider = providerOf(assembly, from.entry, from.taint);
    if (provider === undefined) break;
    assembly.used.add(provider.key);
    parts.unshift([...placed(assembly, provider.key, [provider.origin.step]), ...provider.steps]);
    from = provider.origin.from;
  }
  return parts.flat();
}

interface Provider {
  readonly key: string;
  readonly origin: ToldOrigin;
  readonly steps: readonly FlowStep[];
}

/** The body that brings a taint to callers, or leaves it in a field or variable. */
function providerOf(assembly: Assembly, entry: string, taint: SourceTaint): Provider | undefined {
  const { entries } = assembly;
  const at = readKey(entry);
  const isResult = at?.kind === "results";
  const wanted = textOfTaint(taint);
  for (const key of entries.contributors(entry)) {
    const detail = sourceDetail(entries, key);
    for (const way of detail?.outgoing ?? []) {
      const fits = isResult ? way.by === "" || /^\d+$/.test(way.by) : way.by === entry;
      if (!fits || way.taint.depth !== taint.depth || textOfTaint(way.taint) !== wanted) continue;
      const origin = detail?.origins[way.origin];
      if (origin !== undefined) return { key, origin, steps: stepsOfStore(assembly, key, way.way) };
    }
  }
  return undefined;
}

/** The way from an origin to a store, through the bodies that the data is passed to. */
function stepsOfStore(assembly: Assembly, start: string, first: Way): readonly FlowStep[] {
  return followWay(assembly, start, first, ({ summary, detail, way }) => {
    const wanted = way.through === undefined ? undefined : textOfStore(way.through);
    return detail.stores[summary.stores.findIndex((stored) => textOfStore(stored) === wanted)];
  });
}

/** The way from the body where both ends meet to the sink. */
function stepsTo(assembly: Assembly, start: string, first: Way, sink: SinkKey): readonly FlowStep[] {
  return followWay(
    assembly,
    start,
    first,
    ({ summary, detail }) => detail.sinks[summary.sinks.findIndex((reached) => reached.sink === sink)],
  );
}

/** An entry that a way goes on in. */
interface NextEntry {
  readonly summary: EntrySummary;
  readonly detail: EntryDetail;
  /** The way that led here. */
  readonly way: Way;
}

/** The steps of a way, and of those that follow it in other entries. */
function followWay(
  assembly: Assembly,
  start: string,
  first: Way,
  choose: (entry: NextEntry) => Way | undefined,
): readonly FlowStep[] {
  const steps: FlowStep[] = [...placed(assembly, start, first.steps)];
  let way = first;
  for (let count = 0; count < maximumEntries; count++) {
    const { next } = way;
    if (next === undefined) break;
    assembly.used.add(next);
    const value = assembly.entries.value(next);
    const detail = assembly.entries.detail(next);
    if (value?.kind !== "entry" || detail?.kind !== "entry") break;
    const chosen = choose({ summary: value.summary, detail, way });
    if (chosen === undefined) break;
    steps.push(...placed(assembly, next, chosen.steps));
    way = chosen;
  }
  return steps;
}

/** Each place once, where several steps in a row stand there. */
function distinct(steps: readonly FlowStep[]): readonly FlowStep[] {
  return steps.filter((step, index) => {
    const before = steps[index - 1];
    const isSame =
      before !== undefined &&
      before.path === step.path &&
      before.body === step.body &&
      before.unit === step.unit &&
      before.start === step.start &&
      before.end === step.end;
    return !isSame || index === steps.length - 1;
  });
}

/** The source and the sink are told in any case. */
function shortened(steps: readonly FlowStep[]): readonly FlowStep[] {
  if (steps.length <= maximumSteps) return steps;
  const first = maximumSteps / 2;
  return [...steps.slice(0, first), ...steps.slice(first - maximumSteps)];
}
