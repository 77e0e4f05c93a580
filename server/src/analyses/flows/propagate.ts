/**
 * Where facts go in one body: along the edges of its value graph, through calls by what models and summaries say. Facts do not influence each other, so the result for a fact
 * is the same wherever it comes from.
 */
import { anyElement, type CodePlace, type Value, type ValueId } from "../../flow/value-graph.js";
import { capturePart, isTooDeep, pathBelow, textOfPath, wholeValue, type AccessPath } from "./access-path.js";
import { isBehindHost } from "./address-parts.js";
import type { BodyView } from "./body-view.js";
import { effectsOfCall, keptAfterCall } from "./call-effects.js";
import {
  effectsOfItem,
  effectsOfRead,
  effectsOfSetter,
  effectsOfText,
  sinksOfWrite,
  type ReadEffects,
} from "./attribute-effects.js";
import { runImplicitly, specialMethods, type ImplicitEffects } from "./implicit-calls.js";
import { knownPart } from "./definitions.js";
import type { Doubt, ExitTaint, ReachedSink, StoredTaint, Taint } from "./facts.js";
import { isWrittenAsNumber } from "./format-directives.js";
import { effectOfGuard } from "./guards.js";
import { includesKinds, type KindSet } from "./sink-kinds.js";
import { effectsOfOperator } from "./operator-effects.js";
import { fieldTargets, storeTargets, variableTarget } from "./store-targets.js";
import type { StepRole, ThroughEntry } from "./told-steps.js";

/** A taint of a value, and where it came from. */
export interface FactNode extends Taint {
  readonly value: ValueId;
  /** Index of the fact that it was made of; undefined for where it starts. */
  readonly parent: number | undefined;
  /** What is told of this step, if it is worth it. */
  readonly told: ToldStep | undefined;
}

export interface ToldStep {
  readonly place: CodePlace;
  readonly message: string;
  readonly role?: StepRole;
  readonly through?: ThroughEntry;
}

/** Something that a run came to. `node`: the fact that it came with. */
export type RunEnd =
  | { readonly kind: "return" | "yield"; readonly node: number; readonly ordinal: number }
  | { readonly kind: "exit"; readonly node: number; readonly taint: ExitTaint }
  | { readonly kind: "sink"; readonly node: number; readonly site: LocalSink; readonly doubt: Doubt }
  | { readonly kind: "store"; readonly node: number; readonly stored: StoredTaint; readonly place: CodePlace }
  | PassedSink
  | PassedStore;

/** A sink in this body. */
export interface LocalSink {
  /** Index of the model. */
  readonly sink: number;
  /** Where it is among those of its kind in the body. */
  readonly ordinal: string;
  readonly place: CodePlace;
}

/** A sink or store that a callee comes to. */
export interface PassedSink {
  readonly kind: "passed-sink";
  readonly node: number;
  readonly entry: string;
  readonly reached: ReachedSink;
  readonly told: ToldStep;
}

export interface PassedStore {
  readonly kind: "passed-store";
  readonly node: number;
  readonly entry: string;
  readonly through: StoredTaint;
  readonly stored: StoredTaint;
  readonly told: ToldStep;
}

export interface Run {
  readonly view: BodyView;
  /** Kinds that the facts started with: what is undone by decoding can't be more. */
  readonly limit: KindSet;
  readonly nodes: FactNode[];
  readonly ends: RunEnd[];
  /** Indexes of nodes by value and path. */
  readonly known: Map<string, number[]>;
  readonly pathsOfValue: Map<ValueId, Set<string>>;
  /** Work that was done. */
  steps: number;
}

export interface Seed extends Taint {
  readonly value: ValueId;
}

/** The doubt of what went through an unknown call. */
const unsure: Doubt = 2;
const maximumNodes = 4_000;
const maximumPaths = 8;
/** Calls between a fact and where it is stored, at most. */
const farthestStore = 3;

/** Follows facts from seeds to all their ends. */
export function propagate(view: BodyView, seeds: readonly Seed[]): Run {
  const limit = seeds.reduce((all, { kinds }) => all | kinds, 0);
  const run: Run = { view, limit, nodes: [], ends: [], known: new Map(), pathsOfValue: new Map(), steps: 0 };
  for (const { value, path, kinds, doubt } of seeds) addFact(run, value, { path, kinds, doubt }, undefined, undefined);
  for (let next = 0; next < run.nodes.length && next < maximumNodes; next++) follow(run, next);
  return run;
}

/** Adds a fact about a value, if it says something new. */
function addFact(
  run: Run,
  value: ValueId,
  { path, kinds: given, doubt }: Taint,
  parent: number | undefined,
  told: ToldStep | undefined,
): void {
  const { marks } = run.view;
  const kinds = marks === undefined ? given : given & ~(marks.harmless.get(value) ?? 0);
  // What nobody is sure of is not shown, so that it is not followed either.
  if (kinds === 0 || doubt === unsure || isTooDeep(path)) return;
  const bounded = boundedPath(run, value, path);
  if (bounded === undefined) return;
  const key = keyOfFact(value, bounded);
  const known = run.known.get(key);
  const isNews = known?.every((index) => {
    const other = run.nodes[index];
    return other === undefined || other.doubt > doubt || !includesKinds(other.kinds, kinds);
  });
  if (isNews === false) return;
  const index = run.nodes.push({ value, path: bounded, kinds, doubt, parent, told }) - 1;
  if (known === undefined) run.known.set(key, [index]);
  else known.push(index);
}

/** By what `known` has a fact. */
export function keyOfFact(value: ValueId, path: AccessPath): string {
  return `${value} ${textOfPath(path)}`;
}

/** Lists and dictionaries of which too many parts are tainted count as tainted by their outermost parts; of objects, the rest is not followed (undefined). */
function boundedPath(run: Run, value: ValueId, path: AccessPath): AccessPath | undefined {
  if (path.length === 0) return path;
  const text = textOfPath(path);
  let paths = run.pathsOfValue.get(value);
  if (paths === undefined) run.pathsOfValue.set(value, (paths = new Set()));
  if (paths.has(text)) return path;
  if (paths.size >= maximumPaths) {
    const outermost = path.slice(0, 1);
    return path.length === 1 || outermost[0]?.startsWith("[") === true ? outermost : undefined;
  }
  paths.add(text);
  return path;
}

function follow(run: Run, index: number): void {
  const fact = run.nodes[index];
  if (fact === undefined) return;
  const { graph, index: uses } = run.view;
  run.steps++;
  noteEnds(run, index, fact);
  if (graph.marks !== undefined) followMarks(run, index, fact);
  for (const user of uses.uses[fact.value] ?? []) {
    const value = graph.values[user];
    run.steps++;
    if (value !== undefined) pass({ run, index, fact, user }, value);
  }
  for (const { call, role } of uses.callUses[fact.value] ?? []) passCall(run, index, fact, call, role);
}

/** Sinks that rules' patterns say a value is, and what they say it goes into. */
function followMarks(run: Run, node: number, fact: FactNode): void {
  const { marks } = run.view;
  for (const { sink, kinds, ordinal, place, isArgument } of marks?.sinks.get(fact.value) ?? []) {
    const [first] = fact.path;
    const arrives = first === undefined || (isArgument && first.startsWith("["));
    if (arrives && (kinds & fact.kinds) !== 0)
      run.ends.push({ kind: "sink", node, site: { sink, ordinal, place }, doubt: fact.doubt });
  }
  for (const { to, kinds, place } of marks?.passed.get(fact.value) ?? [])
    for (const value of to)
      addFact(run, value, { ...taintOf(fact), kinds: fact.kinds & kinds }, node, { place, message: "passed on here" });
}

function noteEnds(run: Run, node: number, fact: FactNode): void {
  const { view, ends } = run;
  const { index, graph } = view;
  if (index.returned.has(fact.value)) {
    ends.push({ kind: "return", node, ordinal: graph.returns.indexOf(fact.value) });
  }
  if (index.yielded.has(fact.value)) ends.push({ kind: "yield", node, ordinal: graph.yields.indexOf(fact.value) });
  for (const entry of index.exits.get(fact.value) ?? []) {
    const value = graph.values[entry];
    if (value?.kind === "parameter")
      ends.push({ kind: "exit", node, taint: { ...taintOf(fact), parameter: value.index } });
    else if (value?.kind === "global") noteChangedGlobal(run, node, fact, entry, value);
  }
  for (const name of index.assigned.get(fact.value) ?? []) {
    const place = graph.values[fact.value]?.place ?? { unit: 0, start: 0, end: 0 };
    const target = variableTarget(view, name);
    if (target === undefined) continue;
    const stored = { ...taintOf(fact), target, depth: 0 };
    ends.push({ kind: "store", node, place, stored });
  }
}

/** `table[key] = value` and `table.append(value)`: what stands in a variable of the module from then on. */
function noteChangedGlobal(
  { view, ends }: Run,
  node: number,
  fact: FactNode,
  entry: ValueId,
  { name, place }: Extract<Value, { readonly kind: "global" }>,
): void {
  const [first] = fact.path;
  if (first === undefined) return;
  const isItem = first.startsWith("[");
  const target = isItem ? variableTarget(view, name) : undefined;
  const targets = target !== undefined ? [target] : isItem ? [] : fieldTargets(view, entry, first.slice(1));
  const path = isItem ? fact.path : fact.path.slice(1);
  for (const each of targets)
    ends.push({ kind: "store", node, place, stored: { ...taintOf(fact), path, target: each, depth: 0 } });
}

function taintOf({ path, kinds, doubt }: Taint): Taint {
  return { path, kinds, doubt };
}

/** A fact on its way to a value that is made of its value. */
interface Passing {
  readonly run: Run;
  /** The fact, with its index. */
  readonly index: number;
  readonly fact: FactNode;
  readonly user: ValueId;
}

function add({ run, index, user }: Passing, taint: Taint, told?: ToldStep): void {
  addFact(run, user, taint, index, told);
}

function addPath(passing: Passing, path: AccessPath | undefined, told?: ToldStep): void {
  const { kinds, doubt } = passing.fact;
  if (path !== undefined) add(passing, { path, kinds, doubt }, told);
}

function pass(passing: Passing, value: Value): void {
  const { fact } = passing;
  switch (value.kind) {
    case "field":
    case "element":
      passPart(passing, value);
      return;
    case "after-call":
      for (const taint of keptAfterCall(passing.run.view, value.call, value.argument, fact)) add(passing, taint);
      return;
    case "container":
      for (const { part, value: element } of value.elements) {
        if (element === fact.value)
          addPath(passing, pathBelow(part, fact.path), { place: value.place, message: "put together" });
      }
      return;
    case "store":
      passStore(passing, value);
      return;
    case "derived":
      passOperator(passing, value);
      return;
    case "merge":
      add(passing, fact);
      return;
    case "guarded":
      passGuard(passing);
      return;
    case "function":
      for (const { name, value: captured } of value.captured) {
        if (captured === fact.value) addPath(passing, pathBelow(capturePart(name), fact.path));
      }
      return;
    case "parameter":
    case "capture":
    case "global":
    case "constant":
    case "call":
    case "unknown":
      return;
  }
}

function passPart(passing: Passing, value: Extract<Value, { readonly kind: "field" | "element" }>): void {
  const { run, fact } = passing;
  if (value.kind === "field") {
    addEffects(passing, value.place, effectsOfRead(run.view, value.object, value.name, fact));
  } else if (value.object === fact.value) {
    const isIterated = value.part === anyElement && value.key === undefined;
    addEffects(passing, value.place, effectsOfItem(run.view, value, isIterated, fact));
  }
}

type Derived = Extract<Value, { readonly kind: "derived" }>;

function passOperator(passing: Passing, value: Derived): void {
  const { operator, from, place } = value;
  const { run, fact } = passing;
  if (operator === "%" && isNumber(run.view, from, fact)) return;
  const isText = operator === "format" || operator === "%";
  const effects = (isText ? textOfOperand(run.view, fact) : undefined) ?? effectsOfOperator(run.view, value, fact);
  if (effects !== undefined) {
    addEffects(passing, place, effects);
    return;
  }
  const message = messageOfDerived(operator);
  const path = pathOfDerived(value, fact.path);
  if (path === undefined) return;
  const isHarmless = isBehindHost(run.view.graph, value, fact.value, fact.path);
  const kinds = isHarmless ? fact.kinds & ~run.view.kinds.setOf(["url", "redirect"]) : fact.kinds;
  add(passing, { path, kinds, doubt: fact.doubt }, message === undefined ? undefined : { place, message });
}

function passGuard(passing: Passing): void {
  const { run, fact, user } = passing;
  const effect = effectOfGuard(run.view, user);
  const isAffected = effect?.path.every((part, at) => fact.path[at] === part) === true;
  add(passing, isAffected ? { ...taintOf(fact), kinds: fact.kinds & ~effect.kinds } : fact);
}

/** Adds what an implicit call gives, and where the fact goes in it. */
function addEffects({ run, index, user }: Passing, place: CodePlace, effects: ReadEffects): void {
  for (const effect of effects.passed) passEntry(run, index, { place, message: effect.message, role: "call" }, effect);
  for (const { taint, through } of effects.results) {
    addFact(run, user, taint, index, through === undefined ? undefined : toldCall(place, "goes through this", through));
  }
}

/** What the text of an object has of a fact, also of one that stands in a tuple or dictionary of values. */
function textOfOperand(view: BodyView, fact: FactNode): ReadEffects | undefined {
  const [first, second] = fact.path;
  if (first?.startsWith("[") !== true || second?.startsWith(".") !== true) return effectsOfText(view, fact.value, fact);
  const object = knownPart(view.graph, fact.value, first);
  const text =
    object === undefined ? undefined : effectsOfText(view, object, { ...taintOf(fact), path: fact.path.slice(1) });
  // Of other objects nobody knows whether their text has their fields in it.
  return text ?? { results: [], passed: [] };
}

/** `"%d" % value` */
function isNumber({ graph }: BodyView, [format, values]: readonly ValueId[], { value, path }: FactNode): boolean {
  if (format === undefined || values !== value) return false;
  return isWrittenAsNumber(graph.values[format]?.constant, path);
}

/** What a value that is made by an operator has of its operand; undefined: nothing. */
function pathOfDerived({ operator, bounds }: Derived, path: AccessPath): AccessPath | undefined {
  switch (operator) {
    case "+":
    case "|":
    case "and":
    case "or":
    case "other":
    case "await":
      return path;
    case "*":
    case "slice":
      return path.length === 0 || path[0]?.startsWith("[") === true ? pathOfSlice(path, bounds) : undefined;
    case "format":
    case "%":
      // Text is made of all that stands in a container.
      return path[0]?.startsWith(".") === true || path[0]?.startsWith("{") === true ? undefined : wholeValue;
    case "/":
      return path.length === 0 ? wholeValue : undefined;
    default:
      return undefined;
  }
}

/** Indexes are others in a part of a list, and some are not in it. */
function pathOfSlice(path: AccessPath, bounds: Derived["bounds"]): AccessPath | undefined {
  if (path.length === 0) return path;
  const known = /^\[(\d+)\]$/.exec(path[0] ?? "");
  if (known === null || bounds === undefined) return [anyElement, ...path.slice(1)];
  const index = Number(known[1]);
  const [lower = 0, upper] = bounds;
  if (upper !== undefined && upper !== null && upper >= 0 && index >= upper) return undefined;
  if (lower === null || lower < 0) return [anyElement, ...path.slice(1)];
  return index < lower ? undefined : [`[${index - lower}]`, ...path.slice(1)];
}

function messageOfDerived(operator: string): string | undefined {
  return operator === "slice" || operator === "await" ? undefined : "becomes a part of this";
}

function passStore(passing: Passing, value: Extract<Value, { readonly kind: "store" }>): void {
  const { run, index, fact, user } = passing;
  const { place } = value;
  if (value.value === fact.value) {
    const name = value.part.startsWith(".") ? value.part.slice(1) : undefined;
    const setter = name === undefined ? undefined : effectsOfSetter(run.view, value.object, name, fact);
    if (setter !== undefined) {
      addSetter(passing, place, setter);
      return;
    }
    const message = name === undefined ? "put into this" : `stored in .${name}`;
    addFact(run, user, { ...taintOf(fact), path: pathBelow(value.part, fact.path) }, index, { place, message });
    for (const { sink, doubt } of sinksOfWrite(run.view, value.object, value.part, fact)) {
      const site = { sink, ordinal: ordinalOfStore(run.view, user, value.part), place };
      run.ends.push({ kind: "sink", node: index, site, doubt: Math.max(doubt, fact.doubt) as Doubt });
    }
    for (const target of name === undefined ? [] : storeTargets(run.view, value.object, name)) {
      run.ends.push({ kind: "store", node: index, place, stored: { ...taintOf(fact), target, depth: 0 } });
    }
  }
  if (value.object !== fact.value) return;
  const [first] = fact.path;
  if (first === value.part && first !== anyElement) return;
  addFact(run, user, fact, index, undefined);
}

/** The setter of a property changes the object instead of the store. */
function addSetter({ run, index, user }: Passing, place: CodePlace, effects: ImplicitEffects): void {
  for (const effect of effects.passed) passEntry(run, index, { place, message: effect.message, role: "call" }, effect);
  for (const { taint, through } of effects.exits) {
    if (taint.parameter === 0) addFact(run, user, taint, index, toldCall(place, "assigned", through));
  }
}

/** Where a store is among those into parts of that name. */
function ordinalOfStore({ graph }: BodyView, store: ValueId, part: string): string {
  let count = 0;
  for (let id = 0; id < store; id++) {
    const value = graph.values[id];
    if (value?.kind === "store" && value.part === part) count++;
  }
  return `=${part}${count}`;
}

function passCall(run: Run, index: number, fact: FactNode, call: number, role: number): void {
  const { graph, index: uses } = run.view;
  const site = graph.calls[call];
  if (site === undefined) return;
  const effects = effectsOfCall(run.view, call, role, fact);
  run.steps += 1 + effects.results.length + effects.passed.length;
  const enter = site.isEntered === true ? specialMethods(run.view, site.result, "__enter__", "__aenter__") : undefined;
  for (const { taint, message, through } of effects.results) {
    if (enter !== undefined) {
      // What is bound is what the object gives when it is entered.
      addEffects(
        { run, index, fact, user: site.result },
        site.place,
        runImplicitly(run.view, enter, 0, taint, "entered"),
      );
      continue;
    }
    addFact(run, site.result, taint, index, message === undefined ? undefined : toldCall(site.place, message, through));
  }
  for (const { role: changed, taint, message, through } of effects.changes) {
    for (const version of uses.afterCalls[call]?.get(changed) ?? []) {
      addFact(run, version, taint, index, toldCall(site.place, message, through));
    }
  }
  for (const { sink, ordinal, doubt } of effects.sinks) {
    run.ends.push({ kind: "sink", node: index, site: { sink, ordinal, place: site.place }, doubt });
  }
  for (const passed of effects.passed)
    passEntry(run, index, { place: site.place, message: passed.message, role: "call" }, passed);
}

function toldCall(place: CodePlace, message: string, through: ThroughEntry | undefined): ToldStep {
  return { place, message, role: "pass", ...(through === undefined ? {} : { through }) };
}

/** What a callee does with a fact that is passed to it. */
export interface PassedEntry {
  readonly entry: string;
  readonly sinks: readonly ReachedSink[];
  readonly stores: readonly StoredTaint[];
  readonly doubt: Doubt;
  readonly message: string;
}

function passEntry(run: Run, node: number, told: ToldStep, { entry, sinks, stores, doubt }: PassedEntry): void {
  const fact = run.nodes[node];
  if (fact === undefined) return;
  for (const reached of sinks) {
    if ((run.view.kindsOfSink(reached.sink) & fact.kinds) === 0) continue;
    const worst = Math.max(doubt, fact.doubt, reached.doubt) as Doubt;
    run.ends.push({
      kind: "passed-sink",
      node,
      entry,
      told,
      reached: { sink: reached.sink, doubt: worst, depth: reached.depth + 1 },
    });
  }
  for (const through of stores) {
    const worst = Math.max(doubt, fact.doubt, through.doubt) as Doubt;
    const kinds = fact.kinds & through.kinds;
    if (kinds === 0 || through.depth >= farthestStore) continue;
    const stored = { path: through.path, kinds, doubt: worst, target: through.target, depth: through.depth + 1 };
    run.ends.push({ kind: "passed-store", node, entry, through, told, stored });
  }
}
