/** What the functions that interpret a body share, and the few things that all of them do. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { ControlFlowGraph } from "../control-flow-graph.js";
import type { PathPart, Value, ValueId } from "../value-graph.js";
import type { BodyCode } from "./body-code.js";
import type { BodyScope } from "./body-scope.js";
import { sameConstant } from "./constant-values.js";
import type { MarkedPlaces } from "./marked-places.js";
import {
  madeIn,
  type MadeValues,
  define,
  entryOf,
  rootOf,
  type KnownFacts,
  type NodeEntry,
  type Shape,
  type ValueTable,
} from "./value-table.js";

export const unbound = -1;

/** What holds at one point of the body. */
export interface State {
  /** The object that each variable holds, by the variable's number. */
  readonly variables: ValueId[];
  /** The present version of each object that is not as it was made. */
  readonly versions: Map<ValueId, ValueId>;
  /** `changes` of the table when something last changed on the way here, so that who comes after looks again. */
  stamp: number;
}

/** A parameter, a captured variable or a global that is not what it was. */
export interface ChangedEntry {
  readonly entry: ValueId;
  readonly value: ValueId;
}

/** What came together where a variable got a merge. */
export interface Joined {
  /** The variable. */
  readonly slot: number;
  readonly ways: readonly State[];
  readonly state: State;
  /** Of the table when it was joined. */
  readonly clock: number;
}

/** Where an object is kept: under `part` of another object. */
export interface Holder {
  readonly parent: ValueId;
  readonly part: PathPart;
}

export interface Evaluation {
  readonly code: BodyCode;
  readonly scope: BodyScope;
  readonly graph: ControlFlowGraph;
  readonly table: ValueTable;
  /** What holds where the interpretation is. */
  state: State;
  /** Key of the class whose body is gone through as part of this one; empty outside. */
  classKey: string;
  /** Whether control never gets past the present element. */
  ended: boolean;
  /** By merge, where it was made. */
  readonly joins: Map<ValueId, Joined>;
  /** By object, where it is kept. */
  readonly holders: Map<ValueId, Holder[]>;
  /** The object that stands for a part of which no store is known: by the version of the object it is part of, then by part. */
  readonly partObjects: Map<ValueId, Map<string, ValueId>>;
  /** Objects that code names as `a.b` or `a[b]`. */
  readonly named: Set<ValueId>;
  /** Of stores under keys that are not constant: the key. */
  readonly keysOfStores: Map<ValueId, ValueId>;
  readonly globals: Map<string, ValueId>;
  readonly parameters: ValueId[];
  readonly captures: ValueId[];
  readonly decisive: Set<number>;
  /** What comes out at each `return`, with what objects that were there before the body began are then. */
  readonly returns: Map<SyntaxNode, { readonly value: ValueId; readonly entries: readonly ChangedEntry[] }>;
  /** What comes out at each `yield`. */
  readonly yields: Map<SyntaxNode, ValueId>;
  /** What is assigned to variables that others see, by variable and place. */
  readonly assignments: Map<number, Map<SyntaxNode, ValueId>>;
  /** Variables whose assignments are kept. */
  readonly watched: ReadonlySet<number>;
  /** Places that somebody asks about. */
  readonly marked: MarkedPlaces | undefined;
  /** Stands for parts that broken code lacks. */
  readonly absent: SyntaxNode;
  /** Evaluates any expression: the way back to evaluate.ts. */
  readonly evaluate: (evaluation: Evaluation, node: SyntaxNode) => ValueId;
}

/** What the values of one place are told apart by; all but the first few go with a number. */
export const slots = {
  result: 0,
  part: 1,
  store: 2,
  merge: 3,
  container: 4,
  after: 5,
  inParent: 6,
  weak: 7,
  guard: 8,
  capture: 9,
  inner: 10,
  fallback: 11,
  weakStore: 12,
  way: 13,
  marked: 14,
} as const;

/** A slot for one of several values of a kind. */
export function numberedSlot(slot: number, number: number): number {
  return slot + 16 * (number + 1);
}

/** The child in a slot; broken code may lack it. */
export function childAt({ absent }: Evaluation, node: SyntaxNode, slot: number): SyntaxNode {
  return node.children[slot] ?? absent;
}

/** Evaluates an expression: gives its value as it is now. */
export function evaluate(evaluation: Evaluation, node: SyntaxNode): ValueId {
  return evaluation.evaluate(evaluation, node);
}

/** Evaluates a part of a node; if the node has been evaluated as an element of its own, so has the part. */
export function evaluatePart(evaluation: Evaluation, node: SyntaxNode, part: SyntaxNode): ValueId {
  const known = evaluation.graph.separate.has(node) ? entryOf(evaluation.table, part).result : undefined;
  return known ?? evaluate(evaluation, part);
}

/** What an expression was last evaluated to, as it is now. */
export function recall(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const known = entryOf(evaluation.table, node).result;
  return known === undefined ? evaluate(evaluation, node) : present(evaluation, known);
}

/** The present version of an object of which `value` is some version. */
export function present({ state, table }: Evaluation, value: ValueId): ValueId {
  return state.versions.get(rootOf(table, value)) ?? value;
}

/** What was there before the body began, and is not any more what it was. */
export function changedEntries({ table }: Evaluation, { versions }: State): ChangedEntry[] {
  const changed: ChangedEntry[] = [];
  for (const [entry, value] of versions) {
    const { kind } = table.values[entry] ?? {};
    const isEntry = kind === "parameter" || kind === "capture" || kind === "global";
    if (isEntry && value !== entry) changed.push({ entry, value });
  }
  return changed;
}

/** Defines a value at a node. */
export function defineAt(
  evaluation: Evaluation,
  node: SyntaxNode,
  slot: number,
  value: Value,
  facts?: KnownFacts,
): ValueId {
  return make(evaluation, entryOf(evaluation.table, node), slot, value, facts);
}

/** Defines a value that comes into being here, anew each time that control comes here. */
export function make(
  evaluation: Evaluation,
  entry: MadeValues,
  slot: number,
  value: Value,
  facts?: KnownFacts,
): ValueId {
  const { table, state } = evaluation;
  const isKnown = madeIn(entry, slot) !== undefined;
  const id = define(table, entry, slot, value, facts);
  if (isKnown && table.roots[id] === id) {
    table.madeAt[id] = ++table.clock;
    for (const object of withParts(evaluation, id)) state.versions.delete(object);
  }
  return id;
}

/** An object and those that stand for parts of it. */
export function withParts({ partObjects }: Evaluation, object: ValueId): Set<ValueId> {
  const objects = new Set([object]);
  for (const at of objects) {
    if (objects.size > 100) break;
    for (const part of partObjects.get(at)?.values() ?? []) objects.add(part);
  }
  return objects;
}

/** One of several values: the value itself where they are all one. */
export function mergeOf(evaluation: Evaluation, entry: NodeEntry, slot: number, values: readonly ValueId[]): ValueId {
  const from = [...new Set(values)];
  const [first] = from;
  if (from.length === 1 && first !== undefined && madeIn(entry, slot) === undefined) return first;
  return make(
    evaluation,
    entry,
    slot,
    { place: entry.place, kind: "merge", from },
    factsOfMerge(evaluation.table, from),
  );
}

/** What is known of a merge: what all its parts agree on. */
export function factsOfMerge({ constants, shapes }: ValueTable, from: readonly ValueId[]): KnownFacts {
  const [first, ...others] = from;
  if (first === undefined) return {};
  let constant = constants[first];
  let shape = shapes[first];
  for (const other of others) {
    if (!sameConstant(constant, constants[other])) constant = undefined;
    if (shape !== undefined) shape = commonShape(shape, shapes[other]);
  }
  return { constant, shape };
}

/** What two shapes have in common; the parts of containers that have the same ones are not known by their values. */
function commonShape(shape: Shape, other: Shape | undefined): Shape | undefined {
  if (other?.type !== shape.type) return undefined;
  const isExact = shape.isExact && other.isExact && hasSameParts(shape.parts, other.parts);
  if (!isExact) return { type: shape.type, isExact: false, parts: new Map() };
  const parts = new Map<PathPart, ValueId | undefined>();
  for (const [part, value] of shape.parts) parts.set(part, value === other.parts.get(part) ? value : undefined);
  return { type: shape.type, isExact: true, parts };
}

function hasSameParts(parts: Shape["parts"], others: Shape["parts"]): boolean {
  if (others.size !== parts.size) return false;
  for (const part of parts.keys()) if (!others.has(part)) return false;
  return true;
}
