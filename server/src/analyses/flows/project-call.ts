/** What bodies of the project do with what a call passes to them, by their summaries. */
import { anyElement, type CallSite } from "../../flow/value-graph.js";
import type { ClassRef } from "../../names/workspace.js";
import { pathBelow, textOfPath, type AccessPath } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { argumentOf, passedPaths, positionOf, type ParameterShape } from "./call-arguments.js";
import { contextOf } from "./call-context.js";
import type { CallEffects } from "./call-effects.js";
import { nameOfCall } from "./call-names.js";
import type { Callees, Target } from "./callees.js";
import { writeKey, type EntryPoint } from "./entry-keys.js";
import type { Doubt, EntrySummary, Taint } from "./facts.js";
import { calleeRole, objectRole } from "./graph-index.js";
import { isMasking } from "./masked.js";
import type { KindSet } from "./sink-kinds.js";
import { textOfItem } from "./summarise.js";
import type { ThroughEntry } from "./told-steps.js";

/** Adds what bodies of the project do with a fact at a part of a call. */
export function projectEffects(
  view: BodyView,
  site: CallSite,
  callees: Callees,
  role: number,
  fact: Taint,
  effects: CallEffects,
): void {
  for (const target of callees.targets) {
    for (const { point, path } of entriesOf(view, site, target, role, fact.path)) {
      const entry = entryKeyOf(view, site, target, point, path);
      const summary = view.summaries.entry(entry);
      if (summary !== undefined) addSummary(view, { site, role, target, point, entry, summary }, fact, effects);
    }
  }
  for (const of of callees.records) addRecord(site, fieldsOf(view, of), role, fact, effects);
  if (callees.fields !== undefined) addRecord(site, callees.fields, role, fact, effects);
}

interface Arrival {
  readonly point: EntryPoint;
  readonly path: AccessPath;
}

/** How a fact at a part of a call comes into a target. */
function entriesOf(view: BodyView, site: CallSite, target: Target, role: number, path: AccessPath): readonly Arrival[] {
  if (role === calleeRole) {
    if (target.receiver === "object" && target.fact?.name === "__call__") return [{ point: 0, path }];
    // A closure brings its variables.
    const [first, ...rest] = path;
    if (first?.startsWith("{") !== true) return [];
    const name = first.slice(1, -1);
    const parameter = fixedParameter(target, name);
    return [{ point: parameter ?? name, path: rest }];
  }
  if (role === objectRole) return target.receiver === "object" ? [{ point: 0, path }] : [];
  const parameters = parametersOf(target);
  return passedPaths(parameters, site, target.skipped, role, path).map((passed) => ({
    point: passed.parameter,
    path: passed.path,
  }));
}

/** The parameter that `functools.partial` has filled, by the name of the part. */
function fixedParameter(target: Target, name: string): number | undefined {
  if (name.startsWith("#")) return Number(name.slice(1)) + target.skipped - (target.fixed ?? 0);
  if (!name.startsWith("=")) return undefined;
  const index = parametersOf(target).findIndex((parameter) => parameter.name === name.slice(1));
  return index < 0 ? undefined : index;
}

/** Of lambdas no facts are known; they take what they are given by position. */
const parametersOfLambda: readonly ParameterShape[] = Array.from({ length: 8 }, () => ({
  name: "",
  kind: "positional",
}));

function parametersOf({ fact }: Target): readonly ParameterShape[] {
  return fact?.parameters ?? parametersOfLambda;
}

function entryKeyOf(view: BodyView, site: CallSite, target: Target, point: EntryPoint, of: AccessPath): string {
  const { path, key } = target.ref;
  return writeKey({ kind: "entry", path, body: key, point, of, context: contextOf(view, site, target) });
}

interface PassedSummary {
  readonly site: CallSite;
  readonly role: number;
  readonly target: Target;
  readonly point: EntryPoint;
  readonly entry: string;
  readonly summary: EntrySummary;
}

function addSummary(view: BodyView, passed: PassedSummary, fact: Taint, effects: CallEffects): void {
  const { site, role, target, point, entry, summary } = passed;
  const name = nameOfCall(view, site);
  const message = `goes through ${name}()`;
  const removed = kindsByName(view, name) | kindsOfJoined(view, name, site, role);
  for (const whole of summary.returns) {
    const item = removed === 0 ? whole : { ...whole, kinds: whole.kinds & ~removed };
    const through: ThroughEntry = { entry, part: "returns", item: textOfItem(whole) };
    effects.results.push({ taint: compose(fact, item, target), message, through });
  }
  for (const item of summary.yields) {
    const taint = compose(fact, item, target);
    const isDirect = site.isEntered === true && isContextManager(target);
    const path = isDirect ? taint.path : pathBelow(anyElement, taint.path);
    const through: ThroughEntry = { entry, part: "yields", item: textOfItem(item) };
    effects.results.push({ taint: { ...taint, path }, message, through });
  }
  for (const item of summary.exits) {
    // What is left of the fact itself is told by `projectKeeps`.
    if (item.parameter === point) continue;
    const taint = compose(fact, item, target);
    const place = roleOfParameter(site, target, item.parameter);
    const through: ThroughEntry = { entry, part: "exits", item: textOfItem(item) };
    if (place === "result") effects.results.push({ taint, message, through });
    else if (place !== undefined)
      effects.changes.push({ role: place, taint, message: `put there by ${name}()`, through });
  }
  const { sinks, stores } = summary;
  if (sinks.length + stores.length > 0) {
    effects.passed.push({ entry, sinks, stores, doubt: target.doubt, message: `passed to ${name}()` });
  }
}

/** What a function of the project leaves out of what it is given, as its name says: that of one which masks secrets, or of a sanitizer that models know under any class. */
function kindsByName(view: BodyView, name: string): KindSet {
  let kinds = isMasking(name) ? view.kinds.setOf(["log", "response"]) : 0;
  for (const { when, kinds: removed } of view.library.call(`*.${name}`)?.sanitizers ?? [])
    if (when.length === 0) kinds |= removed;
  return kinds;
}

const joinsAddress = /^_*(url_?(path_?)?join|join_?(url|uri|path)s?|(url|uri)_?(path_?)?concat)$/i;

/** A function that joins parts of an address, by its name: what is not its first argument stands behind the host. */
function kindsOfJoined(view: BodyView, name: string, site: CallSite, role: number): KindSet {
  if (role < 0 || !joinsAddress.test(name)) return 0;
  const position = positionOf(site, role);
  return position !== undefined && position > 0 ? view.kinds.setOf(["url", "redirect"]) : 0;
}

function compose(fact: Taint, item: Taint, { doubt }: Target): Taint {
  return { path: item.path, kinds: fact.kinds & item.kinds, doubt: Math.max(fact.doubt, item.doubt, doubt) as Doubt };
}

const contextManagers: ReadonlySet<string> = new Set(["contextlib.contextmanager", "contextlib.asynccontextmanager"]);

export function isContextManager({ fact }: Target): boolean {
  return fact?.decorators.some((decorator) => contextManagers.has(decorator)) === true;
}

/** What the call has in place of a parameter of the target. */
export function roleOfParameter(site: CallSite, target: Target, parameter: number): number | "result" | undefined {
  if (parameter < target.skipped) return target.receiver === "result" ? "result" : objectRole;
  return argumentOf(parametersOf(target), site, target.skipped, parameter);
}

/** What is left of a fact about a part of a call, if all that the call may run is known; undefined if it is not. */
export function projectKeeps(
  view: BodyView,
  site: CallSite,
  callees: Callees,
  role: number,
  fact: Taint,
): readonly Taint[] | undefined {
  if (callees.targets.length === 0) return undefined;
  const kept: Taint[] = [];
  for (const target of callees.targets) {
    const arrivals = entriesOf(view, site, target, role, fact.path);
    // Parts of something that is taken apart on the way stay what they are.
    if (arrivals.length !== 1) return undefined;
    for (const { point, path } of arrivals) {
      if (typeof point !== "number" || textOfPath(path) !== textOfPath(fact.path)) return undefined;
      const summary = view.summaries.entry(entryKeyOf(view, site, target, point, path));
      for (const item of summary?.exits ?? []) if (item.parameter === point) kept.push(compose(fact, item, target));
    }
  }
  return kept;
}

/** The arguments of a dataclass, or a class of its kind, become its fields. */
function addRecord(site: CallSite, fields: readonly string[], role: number, fact: Taint, effects: CallEffects): void {
  const argument = site.arguments[role];
  if (argument === undefined || argument.spread !== "none") return;
  const position = positionOf(site, role);
  const name = argument.keyword ?? (position === undefined ? undefined : fields[position]);
  if (name === undefined || !fields.includes(name)) return;
  const taint = { path: pathBelow(`.${name}`, fact.path), kinds: fact.kinds, doubt: fact.doubt };
  effects.results.push({ taint, message: `becomes .${name}` });
  // Tuples have them by index as well.
  const indexed = { ...taint, path: pathBelow(`[${fields.indexOf(name)}]`, fact.path) };
  effects.results.push({ taint: indexed, message: `becomes .${name}` });
}

/** Fields of bases come first. */
function fieldsOf(view: BodyView, of: ClassRef): readonly string[] {
  const fields = new Set<string>();
  for (const ancestor of [...view.names.ancestors(of)].reverse()) {
    if (ancestor.kind !== "class") continue;
    for (const field of view.names.classFact(ancestor)?.fields ?? []) fields.add(field);
  }
  return [...fields];
}
