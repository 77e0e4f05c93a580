/** Where data comes into a body: from sources that models name, through calls, fields and variables that bring it from elsewhere. */
import type { CallSite, CodePlace, Value, ValueId } from "../../flow/value-graph.js";
import type { FunctionRef, Type } from "../../names/workspace.js";
import { pathBelow, pathOfPart, wholeValue, type AccessPath } from "./access-path.js";
import { anyElement } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";
import { calleesOf } from "./callees.js";
import { nameOfCall } from "./call-names.js";
import { placePart } from "./call-part.js";
import { constantOf } from "./definitions.js";
import { writeKey } from "./entry-keys.js";
import type { Doubt, SourceTaint } from "./facts.js";
import { membersHandedOn } from "./handed-objects.js";
import { gettersOf, specialMethods } from "./implicit-calls.js";
import { matchesName, type NamedModel } from "./library.js";
import { externalName, memberNames } from "./member-names.js";
import { isContextManager, roleOfParameter } from "./project-call.js";
import type { Seed } from "./run.js";
import { heldTargets } from "./store-targets.js";

/** Data that comes in at one place. */
export interface Origin {
  readonly seed: Seed;
  /** Index of the model. */
  readonly source: number;
  readonly place: CodePlace;
  readonly message: string;
  /** How far the source is. */
  readonly depth: number;
  /** The entry that brings it, and which of its taints it is; undefined for sources themselves. */
  readonly from: { readonly entry: string; readonly taint: SourceTaint } | undefined;
}

/** Bodies with more places are cut. */
const maximumOrigins = 300;

/** The places where data comes into a body, in the order of its graph. Parameters: sources by index, with the models' indexes. */
export function originsOf(view: BodyView, parameters: ReadonlyMap<number, readonly number[]>): readonly Origin[] {
  const found: Origin[] = [];
  view.graph.values.forEach((value, id) => {
    if (found.length < maximumOrigins) addOriginsOfValue(view, value, id, parameters, found);
  });
  view.graph.calls.forEach((site, call) => {
    if (found.length < maximumOrigins) addOriginsOfCall(view, site, call, found);
  });
  for (const { value, place, source } of view.marks?.sources ?? [])
    if (found.length < maximumOrigins) addSource(view, { value, place }, source, 0, found);
  return found;
}

/** Where a value stands that something comes in by. */
interface At {
  readonly value: ValueId;
  readonly place: CodePlace;
  readonly path?: AccessPath;
}

/** A source that models name. */
function addSource(view: BodyView, { value, place, path }: At, source: number, doubt: Doubt, found: Origin[]): void {
  const { kinds, description, doubt: own } = view.sourceKinds(source);
  if (kinds === 0) return;
  const seed = { value, path: path ?? wholeValue, kinds, doubt: Math.max(doubt, own) as Doubt };
  found.push({ seed, source, place, message: `${description} comes in here`, depth: 0, from: undefined });
}

function addOriginsOfValue(
  view: BodyView,
  value: Value,
  id: ValueId,
  parameters: ReadonlyMap<number, readonly number[]>,
  found: Origin[],
): void {
  const at = { value: id, place: value.place };
  if (value.kind === "parameter") {
    for (const source of parameters.get(value.index) ?? []) addSource(view, at, source, 0, found);
    if (!isObject(view, value.index)) addNamed(view, "parameter", value.name, at, found);
  } else if (value.kind === "global") addGlobal(view, id, value.name, value.place, found);
  else if (value.kind === "field") addField(view, value, id, found);
  else if (value.kind === "element") {
    const key = value.part.startsWith('["') ? (JSON.parse(value.part.slice(1, -1)) as string) : undefined;
    if (key !== undefined) addNamed(view, "key", key, at, found);
    addItem(view, value, id, found);
  } else if (value.kind === "unknown") {
    for (const source of sourcesOfException(view, value.caught ?? [])) addSource(view, at, source, 0, found);
  }
}

/** An item of an object of the project, which it gives by a method of its own. */
function addItem(
  view: BodyView,
  { object, part, key, place }: Extract<Value, { readonly kind: "element" }>,
  id: ValueId,
  found: Origin[],
): void {
  const isIterated = part === anyElement && key === undefined;
  const { summaries } = view;
  if (!summaries.mayBring("called", "__getitem__") && !(isIterated && summaries.mayBring("called", "__iter__"))) return;
  const names = isIterated ? ["__iter__", "__getitem__"] : ["__getitem__"];
  const at = { value: id, place, message: "an item of this" };
  addFromMethods(view, specialMethods(view, object, ...names), at, found, isIterated);
}

/** By convention it names a constant: mostly the name of an option, or of a key. */
const constantName = /^[A-Z][A-Z0-9_]+$/;

/** Whether the annotation of a parameter says that it is an object of some class, which has more in it than what it is called. */
function isObject(view: BodyView, index: number): boolean {
  const annotation = view.fact?.parameters[index]?.annotation;
  const types = annotation === undefined ? [] : view.names.typesOf(view.path, annotation);
  return (
    types.some(({ kind }) => kind === "instance") && types.every((type) => type.kind === "instance" || isNone(type))
  );
}

function isNone(type: Type): boolean {
  return type.kind === "builtin" && type.name === "None";
}

function addNamed(view: BodyView, of: NamedModel["of"][number], name: string, at: At, found: Origin[]): void {
  for (const model of view.library.named) {
    if (model.of.includes(of) && matchesName(model, name)) addSource(view, at, model.source, 0, found);
  }
}

function addGlobal(view: BodyView, id: ValueId, name: string, place: CodePlace, found: Origin[]): void {
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (view.library.words.reads.has(last)) {
    const external = externalName(view, id);
    for (const source of (external === undefined ? undefined : view.library.read(external)?.sources) ?? [])
      addSource(view, { value: id, place }, source, 0, found);
    for (const { part, source } of external === undefined ? [] : membersHandedOn(view, id, external))
      addSource(view, { value: id, place, path: [part] }, source, 0, found);
  }
  if (view.library.named.length > 0 && isVariable(view, name))
    addNamed(view, "variable", last, { value: id, place }, found);
  if (!view.summaries.mayBring("read", last)) return;
  const variable = view.names.variable(view.path, name);
  // The module's own code sees what it assigned as values.
  if (variable === undefined || (variable.path === view.path && view.body === "<module>")) return;
  const key = writeKey({ kind: "variable", path: variable.path, owner: "", name: variable.name });
  addHeld(view, key, id, place, `read from the variable ${last}`, found);
}

function isVariable(view: BodyView, name: string): boolean {
  if (
    !view.library.named.some(
      (model) => model.of.includes("variable") && matchesName(model, name.slice(name.lastIndexOf(".") + 1)),
    )
  )
    return false;
  return !typeOfValueName(view, name);
}

/** Whether a name is that of a function, class or module. */
function typeOfValueName(view: BodyView, name: string): boolean {
  return view.names
    .typesOf(view.path, { kind: "name", name })
    .some(({ kind }) => kind === "function" || kind === "class" || kind === "module");
}

function addField(
  view: BodyView,
  value: Extract<Value, { readonly kind: "field" }>,
  id: ValueId,
  found: Origin[],
): void {
  const { library, summaries } = view;
  const { name, object, place } = value;
  if (library.words.reads.has(name)) {
    for (const modelled of memberNames(view, object, name)) {
      for (const source of library.read(modelled.name)?.sources ?? [])
        addSource(view, { value: id, place }, source, modelled.doubt, found);
    }
  }
  if (!view.calledValues.has(id) && !constantName.test(name))
    addNamed(view, "field", name, { value: id, place }, found);
  if (!summaries.mayBring("read", name)) return;
  for (const key of heldTargets(view, object, name)) addHeld(view, key, id, place, `read from .${name}`, found);
  addProperty(view, object, name, id, place, found);
}

function addProperty(
  view: BodyView,
  object: ValueId,
  name: string,
  id: ValueId,
  place: CodePlace,
  found: Origin[],
): void {
  addFromMethods(view, gettersOf(view, object, name), { value: id, place, message: `read from .${name}` }, found);
}

/** What methods that run without being called bring from sources. */
function addFromMethods(
  view: BodyView,
  methods: readonly FunctionRef[] | undefined,
  at: { readonly value: ValueId; readonly place: CodePlace; readonly message: string },
  found: Origin[],
  isIterated = false,
): void {
  for (const { path, key } of methods ?? []) {
    const entry = writeKey({ kind: "results", path, body: key });
    const summary = view.summaries.sources(path, key);
    for (const taint of summary?.returns ?? []) {
      const item = isIterated ? pathOfPart(taint.path, anyElement) : taint.path;
      if (item !== undefined) addBrought({ ...at, taint, entry, path: item }, 0, found);
    }
    for (const taint of isIterated ? (summary?.yields ?? []) : []) addBrought({ ...at, taint, entry }, 0, found);
  }
}

function addHeld(
  view: BodyView,
  key: string,
  value: ValueId,
  place: CodePlace,
  message: string,
  found: Origin[],
): void {
  // It need not be the same object, nor have come in before: each field on the way makes a flow less sure.
  for (const taint of view.summaries.held(key))
    addBrought({ value, taint, entry: key, place, message }, Math.min(2, taint.doubt + 1) as Doubt, found);
}

interface Brought {
  readonly value: ValueId;
  readonly taint: SourceTaint;
  readonly entry: string;
  readonly place: CodePlace;
  readonly message: string;
  readonly path?: AccessPath;
}

function addBrought({ value, taint, entry, place, message, path }: Brought, doubt: Doubt, found: Origin[]): void {
  const seed = { value, path: path ?? taint.path, kinds: taint.kinds, doubt: Math.max(doubt, taint.doubt) as Doubt };
  found.push({ seed, source: taint.source, place, message, depth: taint.depth + 1, from: { entry, taint } });
}

function sourcesOfException(view: BodyView, caught: readonly string[]): ReadonlySet<number> {
  const sources = new Set<number>();
  for (const written of view.library.caught.size === 0 ? [] : caught) {
    const name = view.library.canonical(view.names.external(view.path, written) ?? written);
    for (const source of view.library.caught.get(name) ?? []) sources.add(source);
  }
  return sources;
}

function addOriginsOfCall(view: BodyView, site: CallSite, call: number, found: Origin[]): void {
  const { library, summaries } = view;
  const name = nameOfCall(view, site);
  const callee = view.graph.values[site.callee];
  const meant = callee?.kind === "global" ? callee.name.slice(callee.name.lastIndexOf(".") + 1) : name;
  if (library.words.calls.has(name) || library.words.calls.has(meant)) addSourcesOfCall(view, site, call, found);
  addKeyRead(view, site, found);
  if (name === "" || summaries.mayBring("called", name) || (meant !== name && summaries.mayBring("called", meant)))
    addBroughtByCall(view, site, call, found);
  if (site.isEntered === true && summaries.mayBring("called", "__enter__")) {
    const methods = specialMethods(view, site.result, "__enter__", "__aenter__");
    addFromMethods(view, methods, { value: site.result, place: site.place, message: "entered here" }, found);
  }
}

function addSourcesOfCall(view: BodyView, site: CallSite, call: number, found: Origin[]): void {
  for (const { name, doubt } of calleesOf(view, call).names) {
    for (const { source, part } of view.library.call(name)?.sources ?? []) {
      if (part.of.kind === "result") {
        addSource(view, { value: site.result, place: site.place, path: part.path }, source, doubt, found);
        continue;
      }
      for (const { role, path } of placePart(part, site)) {
        for (const version of view.index.afterCalls[call]?.get(role) ?? [])
          addSource(view, { value: version, place: site.place, path }, source, doubt, found);
      }
    }
  }
}

/** `x.get("password")` */
function addKeyRead(view: BodyView, site: CallSite, found: Origin[]): void {
  if (site.method?.name !== "get" || site.arguments[0] === undefined) return;
  const key = constantOf(view.graph, site.arguments[0].value);
  if (key?.type === "str") addNamed(view, "key", key.text, { value: site.result, place: site.place }, found);
}

/** What bodies of the project that a call runs bring from sources: what they return, and what they put into objects. */
function addBroughtByCall(view: BodyView, site: CallSite, call: number, found: Origin[]): void {
  const name = nameOfCall(view, site);
  for (const target of calleesOf(view, call).targets) {
    for (const ref of target.wraps === undefined ? [target.ref] : [target.wraps.function, target.ref]) {
      const summary = view.summaries.sources(ref.path, ref.key);
      if (summary === undefined) continue;
      const entry = writeKey({ kind: "results", path: ref.path, body: ref.key });
      const common = { entry, place: site.place };
      const isConstructed = target.receiver === "result";
      for (const taint of isConstructed ? [] : summary.returns)
        addBrought({ ...common, value: site.result, taint, message: `returned from ${name}()` }, target.doubt, found);
      for (const taint of summary.yields) {
        const path =
          site.isEntered === true && isContextManager(target) ? taint.path : pathBelow(anyElement, taint.path);
        const message = `given by ${name}()`;
        addBrought({ ...common, value: site.result, taint, message, path }, target.doubt, found);
      }
      for (const taint of summary.exits) {
        const role = roleOfParameter(site, target, taint.parameter);
        const versions =
          role === "result" ? [site.result] : role === undefined ? [] : (view.index.afterCalls[call]?.get(role) ?? []);
        for (const value of versions)
          addBrought({ ...common, value, taint, message: `put there by ${name}()` }, target.doubt, found);
      }
    }
  }
}
