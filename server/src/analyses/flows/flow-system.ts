/** The equations of flows: what each entry is computed from. */
import type { ValueGraph, ValueId } from "../../flow/value-graph.js";
import { moduleBody, type BodyKey, type ModuleFacts } from "../../names/module-facts.js";
import type { Workspace } from "../../names/workspace.js";
import { equalData } from "../../base/equal-data.js";
import type { Computed, FixpointReader } from "../../base/fixpoint-types.js";
import { bindingOf, type Binding } from "./bindings.js";
import type { BodyHashes } from "./body-hashes.js";
import type { BodyView, DecisiveParameter, SourceKinds, SummaryReader } from "./body-view.js";
import { bodiesOfFamily, importsOf, mayMean, type FileImports, type NamedBody } from "./demands.js";
import { decisiveParameters } from "./decisive-parameters.js";
import { noCallContext, readKey, writeKey, type CallContext, type EntryKey } from "./entry-keys.js";
import { textOfPath } from "./access-path.js";
import type {
  EntrySummary,
  ExitTaint,
  ReachedSink,
  SinkKey,
  SourceSummary,
  SourceTaint,
  StoredTaint,
  Taint,
} from "./facts.js";
import type { BodyLookup } from "./flow-types.js";
import { indexGraph, type GraphIndex } from "./graph-index.js";
import type { Library } from "./library.js";
import type { MethodIndex } from "./method-index.js";
import { createNamesView } from "./names-view.js";
import { originsOf } from "./origins.js";
import { kindsOfReturn } from "./project-guards.js";
import { propagate } from "./propagate.js";
import { callerNames, noCandidates, readNames, rootBodies, type Candidates } from "./readers-of-results.js";
import { addReturnSinks, sourcesOfParameters, typesOfParameters } from "./entry-points.js";
import { registrationsIn, type Registration } from "./registrations.js";
import { allKinds, includesKinds, type KindSet, type SinkKinds } from "./sink-kinds.js";
import { bringsSomething, canonicalSourceTaints, followOrigins, type SourceDetail } from "./source-summary.js";
import { summarise, type EntryDetail, type Way } from "./summarise.js";

/** The value of an entry. */
export type EntryValue =
  | { readonly kind: "entry"; readonly summary: EntrySummary }
  | { readonly kind: "results"; readonly summary: SourceSummary }
  | { readonly kind: "held"; readonly taints: readonly SourceTaint[] }
  | { readonly kind: "decisive"; readonly parameters: readonly DecisiveParameter[] }
  | { readonly kind: "guard"; readonly kinds: KindSet }
  | { readonly kind: "binding"; readonly binding: Binding }
  | { readonly kind: "registered"; readonly registrations: readonly Registration[] }
  /** `quiet`: who reads it knows; nobody else has to be looked at because of it. */
  | { readonly kind: "there"; readonly quiet?: true };

export type EntryRecord = ({ readonly kind: "entry" } & EntryDetail) | ({ readonly kind: "sources" } & SourceDetail);

/** What all computations share. */
export interface FlowSystem {
  readonly library: Library;
  readonly kinds: SinkKinds;
  readonly workspace: Workspace;
  readonly methods: MethodIndex;
  readonly sourceKinds: readonly SourceKinds[];
  readonly kindsOfSinks: readonly KindSet[];
  readonly indexes: WeakMap<ValueGraph, GraphIndex>;
  readonly hashes: BodyHashes;
  /** By path; of test code there are none. */
  readonly candidates: Map<string, Candidates>;
  lookup: BodyLookup;
  graphs: number;
}

type Reader = FixpointReader<EntryValue>;
type Result = Computed<EntryValue, EntryRecord>;

const nothing: Result = { value: undefined, detail: undefined, steps: 1 };

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
    case "roots":
      return demandRoots(system, key.path, reader);
  }
}

const collectors: ReadonlySet<string> = new Set([
  "results",
  "registered",
  "field",
  "variable",
  "called",
  "read",
  "file",
]);

/** Entries that are put together from what others contribute. */
export function isCollector(key: string): boolean {
  return collectors.has(key.slice(0, key.indexOf("\n")));
}

/** The present value of an input: what the workspace has under the key, or what is kept of a file here. */
export function inputOf({ workspace, methods, candidates, hashes }: FlowSystem, key: string): unknown {
  const colon = key.indexOf(":");
  const rest = key.slice(colon + 1);
  switch (key.slice(0, colon)) {
    case "body": {
      const line = rest.indexOf("\n");
      return hashes.of(workspace.factsOf(rest.slice(0, line)), rest.slice(line + 1));
    }
    case "bodies":
      return workspace.factsOf(rest)?.bodies.map((body) => ({ path: rest, key: body.key })) ?? [];
    case "imports":
      return textOfImports(workspace.factsOf(rest));
    case "only":
      return methods.only(rest);
    case "roots":
      return candidates.get(rest) ?? noCandidates;
    default:
      return workspace.valueOf(key);
  }
}

const lambda = /\.?<lambda:\d+>(?:#\d+)?$/;

/** The body that the facts of a file have for a body: a lambda is a part of the body around it. */
function bodyInFacts(body: BodyKey): BodyKey {
  let key = body;
  while (lambda.test(key)) key = key.replace(lambda, "");
  return key === "" ? moduleBody : key;
}

function textOfImports(facts: ModuleFacts | undefined): string | undefined {
  return facts === undefined ? undefined : importsOf(facts).text;
}

type EntryOf<Kind> = Extract<EntryKey, { readonly kind: Kind }>;

function graphOf(
  system: FlowSystem,
  path: string,
  body: BodyKey,
  { constants }: CallContext,
  reader: Reader,
): ValueGraph | undefined {
  if (reader.input(`body:${path}\n${bodyInFacts(body)}`) === undefined) return undefined;
  system.graphs++;
  const graph = constants.length === 0 ? system.lookup(path, body) : system.lookup(path, body, constants);
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
  const names = createNamesView(system.workspace, system.methods, (key) => {
    reader.note(key);
  });
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
    functions: new Map(context.functions),
    receiver: context.receiver,
    contextDepth: context.depth,
    parameterTypes:
      fact === undefined ? new Map() : typesOfParameters({ ...base, fact }, registered(reader, path, body)),
    kindsOfSink: (sink) => system.kindsOfSinks[Number(sink.slice(0, sink.indexOf("\n")))] ?? 0,
    sourceKinds: (source) => system.sourceKinds[source] ?? { kinds: 0, description: "", doubt: 0 },
    calledValues: new Set(graph.calls.map(({ callee }) => callee)),
    summaries: summariesOf(reader),
    types: new Map(),
    callees: new Map(),
    guards: new Map(),
  };
}

function registered(reader: Reader, path: string, body: BodyKey): readonly Registration[] {
  const value = reader.entry(writeKey({ kind: "registered", path, body }));
  return value?.kind === "registered" ? value.registrations : [];
}

const noTaints: readonly SourceTaint[] = [];

function summariesOf(reader: Reader): SummaryReader {
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
      return value?.kind === "guard" ? value.kinds : 0;
    },
    binding: (path, name) => {
      const value = reader.entry(writeKey({ kind: "binding", path, name }));
      return value?.kind === "binding" ? value.binding : undefined;
    },
    mayBring: (kind, name) => reader.entry(writeKey({ kind, name })) !== undefined,
  };
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
    reader.demand(writeKey({ kind: "sources", path: ref.path, body: ref.key }));
  }
  for (const [key, list] of registrations) reader.contribute(key, { kind: "registered", registrations: list });
  const { names } = view;
  const origins = originsOf(view, sourcesOfBody(view, reader));
  const { results, held, detail, steps } = followOrigins(view, origins, sinkNamer(path, body), describeSink(system));
  if (bringsSomething(results)) {
    reader.contribute(writeKey({ kind: "results", path, body }), { kind: "results", summary: results });
    announce(reader, callerNames(view, results), readNames(view));
  }
  for (const [key, taints] of held) {
    reader.contribute(key, { kind: "held", taints });
    const target = readKey(key);
    if (target?.kind !== "field" && target?.kind !== "variable") continue;
    const read = writeKey({ kind: "read", name: target.name });
    reader.contribute(read, { kind: "there", quiet: true });
    const named = reader.input(`word:${target.name}`) as readonly NamedBody[];
    const readers =
      target.kind === "field"
        ? bodiesOfFamily(names, { path: target.path, key: target.owner }, named, (other) =>
            importsIn(system, reader, other),
          )
        : named.filter((other) => mayMean(importsIn(system, reader, other.path), target.path, [target.name]));
    demandSources(system, reader, readers);
    if (target.kind === "variable") announceTo(reader, { kind: "file", path: target.path });
  }
  return { value: undefined, detail: { kind: "sources", ...detail }, steps };
}

/** Which sources the parameters of a body are. */
export function sourcesOfBody(view: BodyView, reader: Reader): ReadonlyMap<number, readonly number[]> {
  const { fact, library, names, path, body } = view;
  if (fact === undefined) return new Map();
  return sourcesOfParameters({ library, names, ref: { path, key: body }, fact }, registered(reader, path, body));
}

/** Bodies that call or read something of these names have to be looked at. */
function announce(reader: Reader, called: Iterable<string>, read: Iterable<string>): void {
  for (const name of called) announceTo(reader, { kind: "called", name });
  for (const name of read) announceTo(reader, { kind: "read", name });
}

function announceTo(reader: Reader, key: EntryKey): void {
  const text = writeKey(key);
  reader.contribute(text, { kind: "there" });
  reader.demand(text);
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
  const kinds = kindsOfReturn(view, key.parameter, key.outcome);
  return { value: kinds === 0 ? undefined : { kind: "guard", kinds }, detail: undefined, steps: 1 };
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

/** If anybody says that something of a name brings data, all bodies that have the name are looked at. */
function demandBodies(system: FlowSystem, reader: Reader, input: string): Result {
  const contributions = reader.contributions();
  if (contributions.length === 0) return nothing;
  const loud = contributions.filter(([, data]) => data.kind === "there" && data.quiet !== true);
  if (loud.length === 0) return { value: { kind: "there" }, detail: undefined, steps: 1 };
  const bodies = reader.input(input) as readonly NamedBody[];
  const definitions = loud.flatMap(([from]) => {
    const key = readKey(from);
    return key?.kind === "sources" ? [{ path: key.path, names: key.body.split(".") }] : [];
  });
  const mayCall = ({ path }: NamedBody): boolean =>
    definitions.some((of) => of.path === path || mayMean(importsIn(system, reader, path), of.path, of.names));
  demandSources(system, reader, bodies.length > fewBodies ? bodies.filter(mayCall) : bodies);
  return { value: { kind: "there" }, detail: undefined, steps: 1 + bodies.length };
}

/** So many bodies are looked at without asking what their files import. */
const fewBodies = 8;

const noImports: FileImports = { text: "", parts: new Set() };

function importsIn({ workspace }: FlowSystem, reader: Reader, path: string): FileImports {
  reader.input(`imports:${path}`);
  const facts = workspace.factsOf(path);
  return facts === undefined ? noImports : importsOf(facts);
}

/** What tests do with data says nothing of the code that they test. */
function demandSources({ candidates }: FlowSystem, reader: Reader, bodies: readonly NamedBody[]): void {
  for (const { path, key } of bodies)
    if (candidates.has(path)) reader.demand(writeKey({ kind: "sources", path, body: key }));
}

function demandRoots(system: FlowSystem, path: string, reader: Reader): Result {
  const names = createNamesView(system.workspace, system.methods, (key) => {
    reader.note(key);
  });
  const bodies = rootBodies(system.library, names, path, reader.input(`roots:${path}`) as Candidates);
  for (const body of bodies) reader.demand(writeKey({ kind: "sources", path, body }));
  return { value: undefined, detail: undefined, steps: 1 };
}

/** Whether a later value of an entry has all that an earlier one had. */
export function growsTo(before: EntryValue, after: EntryValue): boolean {
  if (before.kind !== after.kind) return false;
  switch (before.kind) {
    case "entry": {
      const other = after as typeof before;
      const { sinks } = other.summary;
      return (
        (["returns", "yields", "exits", "stores"] as const).every((part) =>
          coversAll(other.summary[part], before.summary[part]),
        ) && before.summary.sinks.every((sink) => sinks.some((same) => coversSink(same, sink)))
      );
    }
    case "results": {
      const other = after as typeof before;
      return (["returns", "yields", "exits"] as const).every((part) =>
        coversAll(other.summary[part], before.summary[part]),
      );
    }
    case "held":
      return coversAll((after as typeof before).taints, before.taints);
    case "registered":
      return includesAll((after as typeof before).registrations, before.registrations);
    case "decisive":
    case "binding":
    case "guard":
    case "there":
      return equalData(before, after);
  }
}

/** A taint as far as growing is concerned: more kinds, less doubt and a nearer source are growth. */
type Growing = Taint &
  Partial<Pick<ExitTaint, "parameter"> & Pick<StoredTaint, "target" | "depth"> & Pick<SourceTaint, "source">>;

function coversAll(whole: readonly Growing[], part: readonly Growing[]): boolean {
  return part.every((item) => whole.some((other) => covers(other, item)));
}

function covers(after: Growing, before: Growing): boolean {
  return (
    after.parameter === before.parameter &&
    after.target === before.target &&
    after.source === before.source &&
    after.doubt <= before.doubt &&
    (after.depth ?? 0) <= (before.depth ?? 0) &&
    includesKinds(after.kinds, before.kinds) &&
    textOfPath(after.path) === textOfPath(before.path)
  );
}

function coversSink(after: ReachedSink, before: ReachedSink): boolean {
  return after.sink === before.sink && after.doubt <= before.doubt && after.depth <= before.depth;
}

function includesAll(whole: readonly unknown[], part: readonly unknown[]): boolean {
  return part.every((item) => whole.some((other) => equalData(item, other)));
}
