/** What is known while facts are followed in one body, and what they have come to. */
import type { CodePlace, ValueId } from "../../flow/value-graph.js";
import { isTooDeep, textOfPath, type AccessPath } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import type { Doubt, ExitTaint, ReachedSink, StoredTaint, Taint } from "./facts.js";
import { includesKinds } from "./sink-kinds.js";
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

/** What a callee does with a fact that is passed to it. */
export interface PassedEntry {
  readonly entry: string;
  readonly sinks: readonly ReachedSink[];
  readonly stores: readonly StoredTaint[];
  readonly doubt: Doubt;
  readonly message: string;
}

/** A fact on its way to a value that is made of its value. */
export interface Passing {
  readonly run: Run;
  /** The fact, with its index. */
  readonly index: number;
  readonly fact: FactNode;
  readonly user: ValueId;
}

/** The doubt of what went through an unknown call. */
const unsure: Doubt = 2;
const maximumPaths = 8;

/** Adds a fact about a value, if it says something new. */
export function addFact(
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

/** The taint alone, without where it came from. */
export function taintOf({ path, kinds, doubt }: Taint): Taint {
  return { path, kinds, doubt };
}

/** A step through a call. */
export function toldCall(place: CodePlace, message: string, through: ThroughEntry | undefined): ToldStep {
  return { place, message, role: "pass", ...(through === undefined ? {} : { through }) };
}
