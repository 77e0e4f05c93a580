/** Why nothing arrives at a call: what each of its dangerous parts is made of, followed back in its body, with what summaries say of callers and callees. */
import type { Fixpoint, FixpointReader } from "../../base/fixpoint-types.js";
import type { CallSite, ConstantValue, Value, ValueGraph, ValueId } from "../../flow/value-graph.js";
import { displayOf } from "../../flow/values-of-body/constant-values.js";
import { nameOfCall } from "./call-names.js";
import { placePart } from "./call-part.js";
import type { BodyView } from "./body-view.js";
import { calleesOf } from "./callees.js";
import { conditionsHold } from "./conditions.js";
import { noCallContext, writeKey } from "./entry-keys.js";
import type { EntryRecord, EntryValue } from "./entry-values.js";
import type { FlowSystem } from "./flow-inputs.js";
import { sourcesOfBody, viewOf } from "./view-of-body.js";
import type { Explanation, FlowStep, Origin } from "./flow-types.js";
import { objectRole } from "./graph-index.js";
import { effectOfGuard } from "./guards.js";
import type { SinkOfCall } from "./library.js";
import { externalName } from "./member-names.js";
import { originsOf } from "./origins.js";
import type { KindSet } from "./sink-kinds.js";

type Entries = Fixpoint<EntryValue, EntryRecord>;

const maximumOrigins = 12;
const maximumDepth = 24;

/** Explains the call with that index in a graph. */
export function explainCall(
  system: FlowSystem,
  entries: Entries,
  { path, graph, call }: { readonly path: string; readonly graph: ValueGraph; readonly call: number },
): Explanation {
  const reader = readerOf(entries);
  const view = viewOf(system, path, graph.body, graph, noCallContext, reader);
  const site = graph.calls[call];
  const sink = site === undefined ? undefined : sinkOf(view, site, call);
  if (site === undefined || sink === undefined) return { sink: undefined, origins: [] };
  const description = system.library.models.sinks[sink.sink]?.description ?? "a sink";
  const told = `used here as ${description}`;
  if (isUnreached(graph, site)) {
    const why = "Control never comes here: a test above is constant, or something above always leaves.";
    return {
      sink: told,
      origins: [{ what: "this call", stoppedBy: "unreachable", why, step: stepAt(view, site.place) }],
    };
  }
  const sources = new Map(
    originsOf(view, sourcesOfBody(system, view, reader)).map(({ seed, from }) => [seed.value, from !== undefined]),
  );
  const walk: Walk = { view, entries, kinds: sink.kinds, sources, seen: new Set(), found: new Map() };
  for (const part of sink.parts) {
    for (const { role } of placePart(part, site)) {
      const value = role === objectRole ? site.method?.object : site.arguments[role]?.value;
      if (value !== undefined) follow(walk, value, 0);
    }
  }
  return { sink: told, origins: [...walk.found.values()].slice(0, maximumOrigins) };
}

/** Reads what is there, and computes nothing. */
function readerOf(entries: Entries): FixpointReader<EntryValue> {
  const ignore = (): void => undefined;
  return {
    entry: (key) => entries.value(key),
    input: () => undefined,
    note: ignore,
    demand: ignore,
    awaken: ignore,
    contribute: ignore,
    contributions: () => [],
    wait: ignore,
  };
}

function sinkOf(view: BodyView, site: CallSite, call: number): SinkOfCall | undefined {
  const sinks = calleesOf(view, call).names.flatMap(({ name }) => view.library.call(name)?.sinks ?? []);
  return sinks.find(({ when }) => conditionsHold(view, site, when));
}

function isUnreached({ unreached }: ValueGraph, { place }: CallSite): boolean {
  return unreached.some(({ unit, start, end }) => unit === place.unit && start <= place.start && end >= place.end);
}

interface Walk {
  readonly view: BodyView;
  readonly entries: Entries;
  /** The kind of the sink. */
  readonly kinds: KindSet;
  /** Values that come from sources, and whether something else brings them. */
  readonly sources: ReadonlyMap<ValueId, boolean>;
  readonly seen: Set<ValueId>;
  readonly found: Map<string, Origin>;
}

/** Follows a value back; gives whether something from a source arrives in it. */
function follow(walk: Walk, id: ValueId, depth: number): boolean {
  const { view, seen, sources } = walk;
  const value = view.graph.values[id];
  if (value === undefined || seen.has(id) || depth > maximumDepth) return false;
  seen.add(id);
  const isBrought = sources.get(id);
  if (isBrought === true && value.kind === "call") return followCall(walk, id, value.call, depth);
  if (isBrought !== undefined)
    return note(walk, id, "data from a source", "nothing", "This comes from a source and arrives.");
  if (value.constant !== undefined) return noteConstant(walk, id, value.constant);
  switch (value.kind) {
    case "field":
      return follow(walk, value.object, depth + 1) || noteLeaf(walk, id, value);
    case "element":
    case "after-call":
      return follow(walk, value.object, depth + 1);
    case "call":
      return followCall(walk, id, value.call, depth);
    case "container":
      return any(value.elements.map((element) => follow(walk, element.value, depth + 1)));
    case "store":
      return any([follow(walk, value.value, depth + 1), follow(walk, value.object, depth + 1)]);
    case "derived":
    case "merge":
      return any(value.from.map((from) => follow(walk, from, depth + 1)));
    case "guarded":
      return followGuarded(walk, id, value.value, depth);
    case "parameter":
      return noteParameter(walk, id, value.index, value.name);
    case "capture":
    case "global":
    case "constant":
    case "function":
    case "unknown":
      return noteLeaf(walk, id, value);
  }
}

/** What is made of nothing else in the body. */
function noteLeaf(walk: Walk, id: ValueId, value: Value): boolean {
  if (value.kind === "capture") {
    const what = `the variable \`${value.name}\` of the function around`;
    return note(walk, id, what, "no-tainted-caller", "Nothing from a source is assigned to it there.");
  }
  const why = "No model says that this is a source, and nothing from one is stored there.";
  if (value.kind === "global") return note(walk, id, `\`${value.name}\``, "not-a-source", why);
  if (value.kind === "field") return note(walk, id, `the attribute \`.${value.name}\``, "not-a-source", why);
  return note(walk, id, "a value of which nothing is known", "not-a-source", "No model says where this comes from.");
}

function any(results: readonly boolean[]): boolean {
  return results.includes(true);
}

function note(walk: Walk, id: ValueId, what: string, stoppedBy: Origin["stoppedBy"], why: string): boolean {
  const place = walk.view.graph.values[id]?.place ?? { unit: 0, start: 0, end: 0 };
  const key = `${what} ${stoppedBy}`;
  if (!walk.found.has(key)) walk.found.set(key, { what, stoppedBy, why, step: stepAt(walk.view, place) });
  return stoppedBy === "nothing";
}

function stepAt({ path, body }: BodyView, place: CallSite["place"]): FlowStep {
  return { path, body, unit: place.unit, start: place.start, end: place.end, message: "comes from here" };
}

const longestConstant = 40;

function noteConstant(walk: Walk, id: ValueId, constant: ConstantValue): boolean {
  const text =
    "text" in constant
      ? `'${constant.text.slice(0, longestConstant)}'`
      : constant.type === "float"
        ? String(constant.number)
        : displayOf(constant);
  return note(walk, id, `the constant ${text}`, "constant", "Nobody outside can change a constant.");
}

/** Whether data from a source comes in through a parameter shows in there being a summary for it. */
function noteParameter(walk: Walk, id: ValueId, index: number, name: string): boolean {
  const { view, entries } = walk;
  const key = writeKey({
    kind: "entry",
    path: view.path,
    body: view.body,
    point: index,
    of: [],
    context: noCallContext,
  });
  const what = `the parameter \`${name}\` of ${view.body.slice(view.body.lastIndexOf(".") + 1)}()`;
  if (entries.has(key)) return note(walk, id, what, "nothing", "A caller passes data from a source.");
  return note(
    walk,
    id,
    what,
    "no-tainted-caller",
    "No caller passes data from a source, and no framework is known to call this function.",
  );
}

function followCall(walk: Walk, id: ValueId, call: number, depth: number): boolean {
  const { view, entries } = walk;
  const site = view.graph.calls[call];
  if (site === undefined) return false;
  const name = `${nameOfCall(view, site)}()`;
  const { targets, names } = calleesOf(view, call);
  const models = names.flatMap(({ name: modelled }) => view.library.call(modelled) ?? []);
  const isOfModule = site.method === undefined || externalName(view, site.method.object) !== undefined;
  const parts = [
    ...(site.method === undefined || isOfModule ? [] : [site.method.object]),
    ...site.arguments.map(({ value }) => value),
  ];
  const isCleaned = models.some(({ sanitizers }) =>
    sanitizers.some(({ kinds, when }) => (kinds & walk.kinds) !== 0 && conditionsHold(view, site, when)),
  );
  if (isCleaned || models.some(({ isStop }) => isStop)) {
    return note(walk, id, `the result of ${name}`, "sanitizer", `What ${name} gives is harmless here.`);
  }
  if (targets.length > 0) {
    const isBrought = targets.some(
      ({ ref }) => entries.value(writeKey({ kind: "results", path: ref.path, body: ref.key })) !== undefined,
    );
    if (isBrought) return note(walk, id, `the result of ${name}`, "nothing", `${name} returns data from a source.`);
    return note(walk, id, `the result of ${name}`, "not-a-source", `${name} returns nothing that comes from a source.`);
  }
  const arrives = any(parts.map((part) => follow(walk, part, depth + 1)));
  if (!arrives || models.length > 0) return arrives;
  const isMethod = site.method !== undefined && walk.sources.has(site.method.object);
  if (isMethod) return true;
  note(
    walk,
    id,
    `the result of ${name}`,
    "unknown-call",
    `Nobody knows what ${name} does with what it is given; flows through it are not sure enough.`,
  );
  return false;
}

function followGuarded(walk: Walk, id: ValueId, value: ValueId, depth: number): boolean {
  const arrives = follow(walk, value, depth + 1);
  const effect = effectOfGuard(walk.view, id);
  if (effect === undefined || ((effect.kinds | effect.doubtful) & walk.kinds) === 0) return arrives;
  const isSure = (effect.kinds & walk.kinds) !== 0;
  const reason = isSure
    ? "A test on the way says that only harmless values come here."
    : "A test on the way looks like a check of it; nobody knows whether it is enough.";
  note(walk, id, "a value that was tested", "guard", reason);
  return false;
}
