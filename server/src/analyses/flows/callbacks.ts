/** Functions that are handed to calls of libraries which call them: `map(f, xs)`, `Thread(target=f, args=(x,))`, `executor.submit(f, x)`. */
import { anyElement, type CallSite, type ValueId } from "../../flow/value-graph.js";
import { pathAt, pathBelow, pathOfPart, wholeValue, type AccessPath } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import type { CallEffects } from "./call-effects.js";
import { nameOfCall } from "./call-names.js";
import { positionOf } from "./call-arguments.js";
import type { Callees } from "./callees.js";
import type { Taint } from "./facts.js";
import { runImplicitly } from "./implicit-calls.js";
import type { ThroughEntry } from "./told-steps.js";
import { typeOfValue } from "./value-types.js";

/** How a call passes data to a function that it is handed. */
interface CallbackModel {
  /** Position or keywords of the function. */
  readonly function: readonly (number | string)[];
  /** `each`: items of the following arguments; `following`: these arguments themselves; `listed`: items of a tuple under these names. */
  readonly passes: "each" | "following" | "listed";
  /** Position or keywords of the tuple. */
  readonly list?: readonly (number | string)[];
  /** What the call gives: results as items, a result, or what it gives by itself. */
  readonly gives: "items" | "result" | "own";
}

const submit: CallbackModel = { function: [0], passes: "following", gives: "result" };
const spawn: CallbackModel = { function: ["target", 1], passes: "listed", list: ["args", 3], gives: "own" };

const byName: Readonly<Record<string, CallbackModel>> = {
  map: { function: [0], passes: "each", gives: "items" },
  filter: { function: [0], passes: "each", gives: "own" },
  "functools.reduce": { function: [0], passes: "each", gives: "result" },
  "itertools.starmap": { function: [0], passes: "each", gives: "items" },
  sorted: { function: ["key"], passes: "each", gives: "own" },
  min: { function: ["key"], passes: "each", gives: "own" },
  max: { function: ["key"], passes: "each", gives: "own" },
  "threading.Thread": spawn,
  "multiprocessing.Process": spawn,
  "threading.Timer": { function: [1, "function"], passes: "listed", list: ["args", 2], gives: "own" },
  "asyncio.to_thread": submit,
  "eventlet.spawn": submit,
  "eventlet.spawn_n": submit,
  "gevent.spawn": submit,
  "atexit.register": submit,
};

/** Methods that no other library gives another meaning, whatever their object is. */
const byMethod: Readonly<Record<string, CallbackModel>> = {
  submit,
  apply_async: { function: [0, "func"], passes: "listed", list: ["args", 1], gives: "result" },
  apply: { function: [0, "func"], passes: "listed", list: ["args", 1], gives: "result" },
  spawn: submit,
  spawn_n: submit,
  add_task: submit,
  call_soon: submit,
  call_soon_threadsafe: submit,
  call_later: { function: [1], passes: "following", gives: "own" },
  run_in_executor: { function: [1], passes: "following", gives: "result" },
  start_soon: submit,
};

/** Adds what becomes of a fact at an argument by way of a function that is handed over; whether that is all that becomes of it. */
export function callbackEffects(
  view: BodyView,
  site: CallSite,
  { names, targets }: Callees,
  role: number,
  fact: Taint,
  effects: CallEffects,
): boolean {
  if (targets.length > 0 || role < 0) return false;
  const model =
    names.map(({ name }) => byName[name]).find((found) => found !== undefined) ??
    (site.method === undefined ? undefined : byMethod[site.method.name]);
  const handed = model === undefined ? undefined : argumentAt(site, model.function);
  if (model === undefined || handed === undefined || handed.role === role) return false;
  const arrivals = arrivalsOf(site, model, handed.role, role, fact.path);
  if (arrivals.length === 0) return false;
  let isKnown = false;
  for (const { parameter, path } of arrivals) {
    const passed = { path, kinds: fact.kinds, doubt: fact.doubt };
    if (callHanded(view, { site, model, handed: handed.value }, parameter, passed, effects)) isKnown = true;
  }
  return isKnown && model.gives !== "own";
}

interface Handed {
  readonly role: number;
  readonly value: ValueId;
}

function argumentAt(site: CallSite, names: readonly (number | string)[]): Handed | undefined {
  for (const name of names) {
    const role = site.arguments.findIndex(({ keyword, spread }, index) =>
      typeof name === "string"
        ? keyword === name
        : keyword === undefined && spread === "none" && positionOf(site, index) === name,
    );
    const value = site.arguments[role]?.value;
    if (value !== undefined) return { role, value };
  }
  return undefined;
}

interface Arrival {
  readonly parameter: number;
  readonly path: AccessPath;
}

function arrivalsOf(
  site: CallSite,
  { passes, list, function: places }: CallbackModel,
  handed: number,
  role: number,
  path: AccessPath,
): readonly Arrival[] {
  if (passes === "listed") {
    const tuple = argumentAt(site, list ?? []);
    if (tuple?.role !== role) return [];
    const [first, ...rest] = path;
    if (first === undefined) return [0, 1, 2, 3].map((parameter) => ({ parameter, path }));
    const index = /^\[(\d+)\]$/.exec(first)?.[1];
    return index === undefined ? [] : [{ parameter: Number(index), path: rest }];
  }
  if (site.arguments[role]?.keyword !== undefined) return [];
  const position = positionOf(site, role);
  const start = positionOf(site, handed);
  if (position === undefined || start === undefined) return [];
  // A function that is handed over by keyword comes behind what it is called with.
  const parameter = typeof places[0] === "string" ? position : position - start - 1;
  if (parameter < 0) return [];
  if (passes === "following") return [{ parameter, path }];
  const item = pathOfPart(path, anyElement);
  return item === undefined ? [] : [{ parameter, path: item }];
}

interface HandedCall {
  readonly site: CallSite;
  readonly model: CallbackModel;
  readonly handed: ValueId;
}

/** Calls what was handed over; whether it is known what that is. */
function callHanded(
  view: BodyView,
  { site, model, handed }: HandedCall,
  parameter: number,
  fact: Taint,
  effects: CallEffects,
): boolean {
  const { gives } = model;
  const message = `handed on by ${nameOfCall(view, site)}()`;
  const give = (taint: Taint, through?: ThroughEntry): void => {
    if (gives === "own") return;
    const path = gives === "items" ? pathBelow(anyElement, taint.path) : taint.path;
    effects.results.push({ taint: { ...taint, path }, message, ...(through === undefined ? {} : { through }) });
  };
  let isKnown = false;
  for (const type of typeOfValue(view, handed).types) {
    if (type.kind === "external") {
      isKnown = throughLibrary(view, view.library.canonical(type.name), parameter, fact, give) || isKnown;
      continue;
    }
    if (type.kind !== "function") continue;
    isKnown = true;
    const kind = view.names.functionFact(type.function)?.kind;
    const skipped = type.receiver !== undefined && (kind === "method" || kind === "class-method") ? 1 : 0;
    const implicit = runImplicitly(view, [type.function], parameter + skipped, fact, message);
    for (const { taint, through } of implicit.results) give(taint, through);
    effects.passed.push(...implicit.passed);
  }
  return isKnown;
}

/** A function of a library that is handed over: what models say of calling it with one argument. */
function throughLibrary(
  view: BodyView,
  name: string,
  parameter: number,
  fact: Taint,
  give: (taint: Taint) => void,
): boolean {
  const model = view.library.call(name);
  if (model === undefined) return false;
  const removed = model.sanitizers.reduce((all, { kinds, when }) => (when.length === 0 ? all | kinds : all), 0);
  const kinds = fact.kinds & ~removed;
  const isPassed = model.propagators.some(({ from }) =>
    from.some(({ of, path }) => {
      const isPart = of.kind === "any" || ("position" in of && of.position === parameter);
      return isPart && pathAt(fact.path, path) !== undefined;
    }),
  );
  if ((isPassed || removed !== 0) && kinds !== 0) give({ path: wholeValue, kinds, doubt: fact.doubt });
  return isPassed || removed !== 0 || model.isStop;
}
