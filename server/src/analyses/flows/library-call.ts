/** What models say of a call. */
import type { CallSite, ValueId } from "../../flow/value-graph.js";
import { pathAt, pathBelowAll, wholeValue, type AccessPath } from "./access-path.js";
import { isBehindFields } from "./address-parts.js";
import { effectsOfText } from "./attribute-effects.js";
import type { BodyView } from "./body-view.js";
import type { CallEffects } from "./call-effects.js";
import { positionOf } from "./call-arguments.js";
import { nameOfCall } from "./call-names.js";
import { placePart, type ParsedPart } from "./call-part.js";
import { calleesOf, type Callees } from "./callees.js";
import { conditionsHold } from "./conditions.js";
import { leadingText, withoutVersions } from "./definitions.js";
import type { Doubt, Taint } from "./facts.js";
import { objectRole } from "./graph-index.js";
import type { CallModel, PropagatorOfCall, SinkOfCall } from "./library.js";
import { isHandedOn, isUnused } from "./result-uses.js";
import type { KindSet } from "./sink-kinds.js";

/** A part of a call, by role. */
export interface CallRole {
  readonly site: CallSite;
  readonly call: number;
  readonly callees: Callees;
  readonly role: number;
}

interface FoundModel {
  readonly model: CallModel;
  readonly doubt: Doubt;
}

function modelsOf(view: BodyView, { names }: Callees): readonly FoundModel[] {
  return names.flatMap(({ name, doubt }) => {
    const model = view.library.call(name);
    return model === undefined ? [] : [{ model, doubt }];
  });
}

/** Adds what models say of a fact at a part of a call; gives whether they say what comes out. */
export function libraryEffects(view: BodyView, at: CallRole, fact: Taint, effects: CallEffects): boolean {
  const models = modelsOf(view, at.callees);
  if (models.length === 0) return false;
  for (const { model, doubt } of models) {
    for (const sink of model.sinks) {
      if (isSinkFor(view, at, sink, fact)) {
        const worst = Math.max(doubt, fact.doubt) as Doubt;
        effects.sinks.push({ sink: sink.sink, ordinal: ordinalOfCall(view, at), doubt: worst });
      }
    }
  }
  const removed = removedKinds(view, at, models) | kindsByForm(view, at, fact);
  const before = effects.results.length + effects.changes.length;
  if (makesText(view, at, models, fact, effects)) return true;
  for (const { model, doubt } of models) {
    for (const propagator of model.propagators)
      addPropagated(view, at, propagator, removed, worse(fact, doubt), effects);
  }
  if (effects.results.length + effects.changes.length > before) return true;
  if (models.some(({ model }) => model.propagators.length > 0 || model.isStop)) return true;
  if (removed === 0) return false;
  // A sanitizer of which nothing else is said gives what it is given.
  const kinds = fact.kinds & ~removed;
  if (kinds !== 0 && fact.path.length <= 1) {
    const message = `goes through ${nameOfCall(view, at.site)}()`;
    effects.results.push({ taint: { path: wholeValue, kinds, doubt: fact.doubt }, message });
  }
  return true;
}

const jsonWriters: ReadonlySet<string> = new Set(
  "json simplejson ujson orjson rapidjson flask.json oslo_serialization.jsonutils"
    .split(" ")
    .map((name) => `${name}.dumps`),
);

/** What a call leaves out because of how its text is made, or of what becomes of it. */
function kindsByForm(view: BodyView, { site, role, callees }: CallRole, fact: Taint): KindSet {
  // JSON that is sent as it is is no page.
  if (callees.names.some(({ name }) => jsonWriters.has(name)))
    return isHandedOn(view, site.result) ? view.kinds.setOf(["html"]) : 0;
  // What is joined to something does not stand at the start.
  if (role >= 0 && site.method?.name === "join" && /^\[[1-9]\d*\]$/.test(fact.path[0] ?? ""))
    return view.kinds.setOf(["url", "redirect"]);
  if (fact.path.length > 0 || role < 0 || site.method?.name !== "format") return 0;
  const name = site.arguments[role]?.keyword ?? positionOf(site, role)?.toString();
  if (name === undefined || site.arguments[role]?.spread !== "none") return 0;
  return isBehindFields(view.graph, site.method.object, name) ? view.kinds.setOf(["url", "redirect"]) : 0;
}

const textFunctions: ReadonlySet<string> = new Set(["str", "repr", "format", "ascii", "str.format", "str.join"]);

/** The text of an object of the project is what its class says. */
function makesText(
  view: BodyView,
  at: CallRole,
  models: readonly FoundModel[],
  fact: Taint,
  effects: CallEffects,
): boolean {
  if (!at.callees.names.some(({ name }) => textFunctions.has(name)) || models.length === 0) return false;
  const value = at.role === objectRole ? at.site.method?.object : at.site.arguments[at.role]?.value;
  const text = value === undefined ? undefined : effectsOfText(view, value, fact);
  if (text === undefined) return false;
  const message = `goes through ${nameOfCall(view, at.site)}()`;
  for (const { taint, through } of text.results) {
    effects.results.push({ taint, message, ...(through === undefined ? {} : { through }) });
  }
  effects.passed.push(...text.passed);
  return true;
}

function worse(fact: Taint, doubt: Doubt): Taint {
  return { path: fact.path, kinds: fact.kinds, doubt: Math.max(doubt, fact.doubt) as Doubt };
}

function removedKinds(view: BodyView, { site }: CallRole, models: readonly FoundModel[]): number {
  let removed = 0;
  for (const { model } of models) {
    for (const { kinds, when } of model.sanitizers) if (conditionsHold(view, site, when)) removed |= kinds;
  }
  return removed;
}

function addPropagated(
  view: BodyView,
  { site, role }: CallRole,
  { from, to, deep, restores, harmless }: PropagatorOfCall,
  removed: number,
  fact: Taint,
  effects: CallEffects,
): void {
  const kinds = (fact.kinds | restores) & ~removed & ~harmless;
  if (kinds === 0) return;
  const message = `goes through ${nameOfCall(view, site)}()`;
  for (const rest of restsAt(from, site, role, fact.path)) {
    const path = deep ? wholeValue : rest;
    for (const part of to) {
      const taint = { path: pathBelowAll(part.path, path), kinds, doubt: fact.doubt };
      if (part.of.kind === "result") effects.results.push({ taint, message });
      const changed = placePart(part, site).filter((placed) => placed.role !== role);
      effects.changes.push(...changed.map((placed) => ({ role: placed.role, taint, message })));
    }
  }
}

/** What of the parts that a model names is tainted, if `path` of the role is. */
function restsAt(parts: readonly ParsedPart[], site: CallSite, role: number, path: AccessPath): readonly AccessPath[] {
  const rests: AccessPath[] = [];
  for (const part of parts) {
    for (const placed of placePart(part, site)) {
      const rest = placed.role === role ? pathAt(path, placed.path) : undefined;
      if (rest !== undefined) rests.push(rest);
    }
  }
  return rests;
}

const splitters: ReadonlySet<string> = new Set(["shlex.split", "str.split"]);

/** Whether the first word of a text that was split is written down: `f"service {name} start".split()`. */
function hasFixedStart(view: BodyView, list: ValueId): boolean {
  const { graph } = view;
  const value = graph.values[withoutVersions(graph, list)];
  const site = value?.kind === "call" ? graph.calls[value.call] : undefined;
  if (value?.kind !== "call" || site === undefined) return false;
  const method = site.method?.name === "split" && site.arguments.length === 0 ? site.method : undefined;
  const text = method === undefined ? site.arguments[0]?.value : method.object;
  if (text === undefined) return false;
  const isSplit = method !== undefined || calleesOf(view, value.call).names.some(({ name }) => splitters.has(name));
  return isSplit && /^\s*\S+\s/.test(leadingText(graph, text).text);
}

function isSinkFor(view: BodyView, { site, role }: CallRole, sink: SinkOfCall, fact: Taint): boolean {
  if ((sink.kinds & fact.kinds) === 0) return false;
  const rests = restsAt(sink.parts, site, role, fact.path);
  if (!rests.some((rest) => rest.length === 0 || sink.deep)) return false;
  if (!conditionsHold(view, site, sink.when)) return false;
  // An expression that is compiled and never matched was checked only.
  const isCompiled = nameOfCall(view, site) === "compile" && (sink.kinds & view.kinds.setOf(["regex"])) !== 0;
  if (isCompiled && isUnused(view, site.result)) return false;
  const value = role === objectRole ? site.method?.object : site.arguments[role]?.value;
  const placed = sink.parts.flatMap((part) => placePart(part, site)).filter((part) => part.role === role);
  if (value !== undefined && placed.every(({ path }) => path[0] === "[0]") && hasFixedStart(view, value)) return false;
  if (sink.exceptPrefix === undefined || value === undefined) return true;
  return !sink.exceptPrefix.test(leadingText(view.graph, value).text);
}

/** Where a call is among those of its name in the body. */
function ordinalOfCall(view: BodyView, { site, call }: CallRole): string {
  const name = nameOfCall(view, site);
  let count = 0;
  for (let index = 0; index < call; index++) {
    const other = view.graph.calls[index];
    if (other !== undefined && nameOfCall(view, other) === name) count++;
  }
  return `${name}${count}`;
}

/** What is left of a fact about a part of a call afterwards: calls that check make it harmless. */
export function libraryKeeps(view: BodyView, at: CallRole, fact: Taint): Taint {
  let { kinds } = fact;
  for (const { model } of modelsOf(view, at.callees)) {
    for (const check of model.checks) {
      const isChecked = placePart(check.part, at.site).some(
        (placed) => placed.role === at.role && pathAt(placed.path, fact.path) !== undefined,
      );
      if (isChecked && conditionsHold(view, at.site, check.when)) kinds &= ~check.kinds;
    }
  }
  return { path: fact.path, kinds, doubt: fact.doubt };
}
