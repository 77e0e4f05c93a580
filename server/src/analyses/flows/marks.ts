/** What the marks of rules' patterns mean in the graph of a body: where data comes in, where it must not arrive, what makes it harmless, what hands it on. */
import type { CodePlace, MarkedValue, ValueGraph, ValueId } from "../../flow/value-graph.js";
import type { Models } from "../../models/model.js";
import type { BodyMark } from "../../names/module-facts.js";
import type { FlowRule } from "./flow-types.js";
import type { GraphIndex } from "./graph-index.js";
import type { KindSet, SinkKinds } from "./sink-kinds.js";

export interface MarkedSource {
  readonly value: ValueId;
  readonly place: CodePlace;
  /** Index of the rule's own source among those of the models. */
  readonly source: number;
}

export interface MarkedSink {
  /** Index of the rule's own sink among those of the models. */
  readonly sink: number;
  readonly kinds: KindSet;
  /** Where it is among the rule's sinks in the body. */
  readonly ordinal: string;
  readonly place: CodePlace;
  /** Whether the value goes into a call that is the sink: then what stands in it arrives as well. */
  readonly isArgument: boolean;
}

export interface MarkedPassage {
  readonly to: readonly ValueId[];
  readonly kinds: KindSet;
  readonly place: CodePlace;
}

export interface BodyMarks {
  readonly sources: readonly MarkedSource[];
  readonly sinks: ReadonlyMap<ValueId, readonly MarkedSink[]>;
  /** By value the kinds that it is harmless for. */
  readonly harmless: ReadonlyMap<ValueId, KindSet>;
  readonly passed: ReadonlyMap<ValueId, readonly MarkedPassage[]>;
}

/** Gives what marks mean in a graph that has some. */
export type MarkReader = (graph: ValueGraph, index: GraphIndex) => BodyMarks;

interface OwnModels {
  readonly source: number;
  readonly sink: number;
  readonly kinds: KindSet;
}

/** A reader for the marks of these rules; undefined if none of them has any. The first source and sink of a rule's own kind stand for its marks. */
export function createMarkReader(models: Models, rules: readonly FlowRule[], kinds: SinkKinds): MarkReader | undefined {
  const ofRules = new Map<string, OwnModels>();
  for (const { id, own } of rules) {
    if (own === undefined) continue;
    const source = models.sources.findIndex(({ kind }) => kind === own.kind);
    const sink = models.sinks.findIndex(({ kind }) => kind === own.kind);
    ofRules.set(id, { source, sink, kinds: kinds.setOf([own.kind]) });
  }
  if (ofRules.size === 0) return undefined;
  const known = new WeakMap<ValueGraph, BodyMarks>();
  return (graph, index) => {
    let marks = known.get(graph);
    if (marks === undefined) known.set(graph, (marks = readMarks(graph, index, ofRules)));
    return marks;
  };
}

/** What is put together of the marks of a body. */
interface Draft {
  readonly graph: ValueGraph;
  readonly index: GraphIndex;
  readonly sources: MarkedSource[];
  readonly sinks: Map<ValueId, MarkedSink[]>;
  readonly harmless: Map<ValueId, KindSet>;
  readonly passed: Map<ValueId, MarkedPassage[]>;
}

function readMarks(graph: ValueGraph, index: GraphIndex, ofRules: ReadonlyMap<string, OwnModels>): BodyMarks {
  const draft: Draft = { graph, index, sources: [], sinks: new Map(), harmless: new Map(), passed: new Map() };
  const marks = graph.marks ?? [];
  const found: MarkedValue[][] = marks.map(() => []);
  for (const value of graph.marked ?? []) found[value.mark]?.push(value);
  const counts = new Map<string, number>();
  marks.forEach((mark, at) => {
    const own = ofRules.get(mark.rule);
    if (own === undefined) return;
    const values = found[at] ?? [];
    switch (mark.role) {
      case "source":
        for (const value of namedBy(draft, mark, atPlace(mark, values)))
          draft.sources.push({ value, place: placeOf(mark), source: own.source });
        return;
      case "sanitizer":
        for (const value of namedBy(draft, mark, exactly(mark, values)))
          draft.harmless.set(value, (draft.harmless.get(value) ?? 0) | own.kinds);
        return;
      case "sink": {
        const count = counts.get(mark.rule) ?? 0;
        counts.set(mark.rule, count + 1);
        addSink(draft, mark, values, own, `mark${count}`);
        return;
      }
      case "from":
        addPassage(draft, mark, values, own, (other) => found[marks.indexOf(other)] ?? []);
        return;
      case "to":
        return;
    }
  });
  return draft;
}

function placeOf({ unit, start, end }: BodyMark): CodePlace {
  return { unit, start, end };
}

function isAt(mark: BodyMark, { place }: { readonly place: CodePlace }): boolean {
  return place.unit === mark.unit && place.start === mark.start && place.end === mark.end;
}

/** The values at the place itself. */
function exactly(mark: BodyMark, values: readonly MarkedValue[]): readonly ValueId[] {
  return [...new Set(values.filter((value) => isAt(mark, value)).map(({ value }) => value))];
}

/** The values at the place; of one that is no expression, those of the outermost expressions in it. */
function atPlace(mark: BodyMark, values: readonly MarkedValue[]): readonly ValueId[] {
  const exact = exactly(mark, values);
  if (exact.length > 0) return exact;
  const isInner = ({ place }: MarkedValue): boolean =>
    values.some(
      ({ place: other }) =>
        other.start <= place.start && place.end <= other.end && other.end - other.start > place.end - place.start,
    );
  return [...new Set(values.filter((value) => !isInner(value)).map(({ value }) => value))];
}

/** The values themselves, or what they are after the calls that they stand in. A callee stands for what is called. */
function namedBy({ graph, index }: Draft, mark: BodyMark, values: readonly ValueId[]): readonly ValueId[] {
  const all = new Set<ValueId>(mark.after === "only" ? [] : values);
  for (const value of values) {
    if (mark.role === "source")
      for (const { place, callee, method, result } of graph.calls)
        if (callee === value && method !== undefined && lies(mark, place)) all.add(result);
    if (mark.after === undefined) continue;
    const versions = (index.uses[value] ?? []).filter((user) => {
      const version = graph.values[user];
      const site = version?.kind === "after-call" ? graph.calls[version.call] : undefined;
      return version?.kind === "after-call" && version.object === value && site !== undefined && lies(mark, site.place);
    });
    for (const version of versions) all.add(version);
    // What no call changes is the same from there on.
    if (versions.length === 0) all.add(value);
  }
  return [...all];
}

function lies(inner: BodyMark, outer: CodePlace): boolean {
  return inner.unit === outer.unit && outer.start <= inner.start && inner.end <= outer.end;
}

function holds({ unit, start, end }: BodyMark, inner: CodePlace): boolean {
  return inner.unit === unit && start <= inner.start && inner.end <= end;
}

/** Into a call that is a sink go its arguments and its object; of other code what it stands for. */
function addSink(
  { graph, sinks }: Draft,
  mark: BodyMark,
  values: readonly MarkedValue[],
  { sink, kinds }: OwnModels,
  ordinal: string,
): void {
  const place = placeOf(mark);
  const add = (value: ValueId, isArgument: boolean): void => {
    const entry: MarkedSink = { sink, kinds, ordinal, place, isArgument };
    const known = sinks.get(value);
    if (known === undefined) sinks.set(value, [entry]);
    else if (!known.some((other) => other.ordinal === ordinal && other.sink === sink)) known.push(entry);
  };
  const outermost = atPlace(mark, values);
  const calls = graph.calls.filter(
    (site) => isAt(mark, site) || (outermost.includes(site.result) && holds(mark, site.place)),
  );
  for (const { arguments: given, method } of calls) {
    for (const { value } of given) add(value, true);
    if (method !== undefined) add(method.object, false);
  }
  if (mark.parts === true) for (const { value } of values) add(value, true);
  // What a call gives has been made of what goes in.
  for (const value of outermost) if (!calls.some(({ result }) => result === value)) add(value, true);
}

function addPassage(
  draft: Draft,
  mark: BodyMark,
  values: readonly MarkedValue[],
  { kinds }: OwnModels,
  valuesOf: (mark: BodyMark) => readonly MarkedValue[],
): void {
  const target = draft.graph.marks?.find(
    ({ role, rule, pair, unit }) =>
      role === "to" && rule === mark.rule && pair === mark.pair && (unit === mark.unit || pair !== undefined),
  );
  if (target === undefined) return;
  const to = namedBy(draft, target, atPlace(target, valuesOf(target)));
  for (const from of atPlace(mark, values)) {
    const known = draft.passed.get(from);
    const passage = { to, kinds, place: placeOf(mark) };
    if (known === undefined) draft.passed.set(from, [passage]);
    else known.push(passage);
  }
}
