/**
 * The values of a body while its graph is made. Each value is made once for its place in the code; when control comes to the place again,
 * it gets what it is made of anew. What is known of a value (constant, shape) only ever gets less, so that the work ends.
 */
import type { SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";
import type { CallSite, CodePlace, ConstantValue, PathPart, Value, ValueId } from "../value-graph.js";
import { sameConstant } from "./constant-values.js";
import { sameValue } from "./same-value.js";

export type ContainerType = "list" | "tuple" | "set" | "dict";

/** What is known of a container. `isExact`: it has these elements and no others; lists and tuples then have the parts "[0]", "[1]" and so on. */
export interface Shape {
  readonly type: ContainerType;
  readonly isExact: boolean;
  /** Undefined where the value depends on the way that control came. */
  readonly parts: ReadonlyMap<PathPart, ValueId | undefined>;
}

/** What a test was made of, for guards. */
export type TestParts =
  | { readonly kind: "compare"; readonly operators: readonly string[]; readonly operands: readonly ValueId[] }
  | { readonly kind: "and" | "or"; readonly operands: readonly ValueId[] };

/** Values that were made at one place, by their slot: a number that tells them apart. Most places have one. */
export interface MadeValues {
  slot: number;
  id: ValueId;
  others: Map<number, ValueId> | undefined;
}

/** What has been made at one node. */
export interface NodeEntry extends MadeValues {
  readonly place: CodePlace;
  /** What the node as an expression was evaluated to last. */
  result: ValueId | undefined;
  /** Index of the call that the node is. */
  call: number | undefined;
}

export interface ValueTable {
  readonly units: readonly Unit[];
  readonly values: Value[];
  readonly constants: (ConstantValue | undefined)[];
  readonly shapes: (Shape | undefined)[];
  /** The object that a value is a version of: itself for most. */
  readonly roots: ValueId[];
  /** What can't be known any more of a value, as bits of `lost`. */
  readonly losses: number[];
  /** How often what each value is made of has changed. */
  readonly revisions: number[];
  readonly calls: CallSite[];
  readonly tests: Map<ValueId, TestParts>;
  /** When each value was made last: what `clock` was then. */
  readonly madeAt: number[];
  clock: number;
  /** On which side of its test each guarded value is. */
  readonly outcomes: Map<ValueId, boolean>;
  readonly entries: Map<SyntaxNode, NodeEntry>;
  readonly maximumValues: number;
  /** Grows whenever a value that was there before changes. */
  changes: number;
  isCut: boolean;
}

const lostConstant = 1;
const lostExactness = 2;

export function createValueTable(units: readonly Unit[], maximumValues: number): ValueTable {
  return {
    units,
    values: [],
    constants: [],
    shapes: [],
    roots: [],
    losses: [],
    revisions: [],
    calls: [],
    tests: new Map(),
    madeAt: [],
    clock: 0,
    outcomes: new Map(),
    entries: new Map(),
    maximumValues,
    changes: 0,
    isCut: false,
  };
}

/** What has been made at a node. */
export function entryOf(table: ValueTable, node: SyntaxNode): NodeEntry {
  const known = table.entries.get(node);
  if (known !== undefined) return known;
  const unit = table.units.length === 1 ? 0 : Math.max(0, table.units.indexOf(node.unit));
  const entry: NodeEntry = {
    place: { unit, start: node.start, end: node.end },
    result: undefined,
    slot: -1,
    id: -1,
    others: undefined,
    call: undefined,
  };
  table.entries.set(node, entry);
  return entry;
}

/** A place at which nothing has been made yet. */
export function nothingMade(): MadeValues {
  return { slot: -1, id: -1, others: undefined };
}

/** The value in a slot, if one has been made. */
export function madeIn({ slot, id, others }: MadeValues, wanted: number): ValueId | undefined {
  return slot === wanted ? id : others?.get(wanted);
}

/** What is known of a value beside what it is made of. */
export interface KnownFacts {
  readonly constant?: ConstantValue | undefined;
  readonly shape?: Shape | undefined;
  readonly root?: ValueId | undefined;
}

const nothingKnown: KnownFacts = {};

/** The value in a slot of a place, which is from now on `value`. */
export function define(
  table: ValueTable,
  made: MadeValues,
  slot: number,
  value: Value,
  facts: KnownFacts = nothingKnown,
): ValueId {
  const id = madeIn(made, slot);
  if (id !== undefined) {
    redefine(table, id, value, facts);
    return id;
  }
  const created = table.values.length;
  if (created >= table.maximumValues) {
    table.isCut = true;
    return unknownValue(table, value.place);
  }
  if (made.slot === -1) {
    made.slot = slot;
    made.id = created;
  } else (made.others ??= new Map()).set(slot, created);
  table.values.push(value);
  table.constants.push(facts.constant);
  table.shapes.push(facts.shape);
  table.roots.push(facts.root ?? created);
  table.revisions.push(0);
  table.madeAt.push(++table.clock);
  table.losses.push(
    (facts.constant === undefined ? lostConstant : 0) | (facts.shape?.isExact === true ? 0 : lostExactness),
  );
  return created;
}

/** After a limit all further values are the first one. */
function unknownValue(table: ValueTable, place: CodePlace): ValueId {
  if (table.values.length === 0) table.values.push({ place, kind: "unknown" });
  return 0;
}

function redefine(table: ValueTable, id: ValueId, value: Value, facts: KnownFacts): void {
  const before = table.values[id];
  const root = facts.root ?? id;
  const isSame = before !== undefined && (sameValue(before, value) || isMadeOfItself(table, id, value));
  if (!isSame || table.roots[id] !== root) {
    if (!isSame) table.values[id] = value;
    table.roots[id] = root;
    table.revisions[id] = (table.revisions[id] ?? 0) + 1;
    table.changes++;
  }
  let losses = table.losses[id] ?? 0;
  if ((losses & lostConstant) === 0 && !sameConstant(table.constants[id], facts.constant)) {
    losses |= lostConstant;
    table.constants[id] = undefined;
    table.changes++;
  }
  let { shape } = facts;
  if (shape?.isExact === true && (losses & lostExactness) !== 0) shape = { ...shape, isExact: false };
  else if (shape?.isExact !== true) losses |= lostExactness;
  if (!sameShape(table.shapes[id], shape)) {
    table.shapes[id] = shape;
    table.changes++;
  }
  table.losses[id] = losses;
}

/** The value that a version, or a part, is one of. */
export function baseOf(value: Value | undefined): ValueId | undefined {
  switch (value?.kind) {
    case "field":
    case "element":
    case "after-call":
    case "store":
      return value.object;
    case "guarded":
      return value.value;
    default:
      return undefined;
  }
}

/** How far back versions are followed. */
const maximumVersions = 1000;

/**
 * Whether a value would be a version of itself with no merge in between: a loop has come round with an object that is made anew in it. Then it stays
 * what it was, which says the same.
 */
function isMadeOfItself({ values }: ValueTable, id: ValueId, value: Value): boolean {
  let at = baseOf(value);
  for (let steps = 0; at !== undefined && steps < maximumVersions; steps++) {
    if (at === id) return true;
    at = baseOf(values[at]);
  }
  return false;
}

function sameShape(left: Shape | undefined, right: Shape | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  if (left.type !== right.type || left.isExact !== right.isExact || left.parts.size !== right.parts.size) return false;
  for (const [part, value] of left.parts) if (!right.parts.has(part) || right.parts.get(part) !== value) return false;
  return true;
}

/** The object that a value is a version of. */
export function rootOf({ roots }: ValueTable, id: ValueId): ValueId {
  return roots[id] ?? id;
}

/** How many tests of one value are gone back over. */
export const maximumGuards = 1000;

/** What lies under guards. */
export function withoutGuards({ values }: ValueTable, id: ValueId): ValueId {
  let at = id;
  for (let steps = 0; steps < maximumGuards; steps++) {
    const value = values[at];
    if (value?.kind !== "guarded") break;
    at = value.value;
  }
  return at;
}
