/** What holds where several ways come together. */
import type { CodePlace, Value, ValueId } from "../value-graph.js";
import { factsOfMerge, numberedSlot, slots, unbound, withParts, type Evaluation, type State } from "./evaluation.js";
import { define, rootOf, madeIn, type MadeValues, type ValueTable } from "./value-table.js";
import { isUnder, withoutOpposites } from "./versions.js";

/** Where values of one join are kept: a block. */
export interface JoinEntry extends MadeValues {
  readonly place: CodePlace;
  /** How often what comes in without a merge was another value than before, by slot. */
  readonly turns: Map<number, number>;
}

export function sameState(left: State, right: State): boolean {
  if (left.stamp !== right.stamp || left.versions.size !== right.versions.size) return false;
  for (let slot = 0; slot < left.variables.length; slot++)
    if (left.variables[slot] !== right.variables[slot]) return false;
  for (const [object, version] of left.versions) if (right.versions.get(object) !== version) return false;
  return true;
}

export function copyState({ variables, versions, stamp }: State): State {
  return { variables: variables.slice(), versions: new Map(versions), stamp };
}

/** Joins the states of several ways. `before`: what was joined when control last came here. */
export function joinStates(
  evaluation: Evaluation,
  entry: JoinEntry,
  states: readonly State[],
  before: State | undefined,
): State {
  const [first] = states;
  const joined: State = { variables: [], versions: new Map(), stamp: Math.max(...states.map(({ stamp }) => stamp)) };
  for (let slot = 0; slot < (first?.variables.length ?? 0); slot++)
    joined.variables.push(joinVariable(evaluation, entry, states, slot, before?.variables[slot]));
  noteJoins(evaluation, entry, states, joined);
  const madeHere = new Set([entry.id, ...(entry.others?.values() ?? [])]);
  const objects = new Set<ValueId>();
  for (const { versions } of states) for (const object of versions.keys()) objects.add(object);
  // What a merge of this join held, and its parts, when control last came here is another object.
  const fresh = new Set<ValueId>();
  for (const object of joined.variables)
    if (madeHere.has(object)) for (const part of withParts(evaluation, object)) fresh.add(part);
  for (const object of objects)
    if (!fresh.has(object))
      joinVersions(evaluation, entry, states, joined, { object, before: before?.versions.get(object) });
  return joined;
}

/** Keeps what came together, by the merges that variables have got. */
function noteJoins({ joins, table }: Evaluation, entry: JoinEntry, ways: readonly State[], state: State): void {
  for (const [slot, object] of state.variables.entries()) {
    if (object !== unbound && madeIn(entry, numberedSlot(slots.merge, slot)) === object)
      joins.set(object, { slot, ways, state, clock: table.clock });
  }
}

/** The object that a variable holds; where they differ, one of them, which is an object of its own. */
function joinVariable(
  evaluation: Evaluation,
  entry: JoinEntry,
  states: readonly State[],
  slot: number,
  before: ValueId | undefined,
): ValueId {
  const { table } = evaluation;
  const key = numberedSlot(slots.merge, slot);
  const known = madeIn(entry, key);
  let only = unbound;
  let differs = false;
  for (const { variables } of states) {
    const object = variables[slot] ?? unbound;
    if (object === unbound || object === known) continue;
    if (only === unbound) only = object;
    else if (only !== object) differs = true;
  }
  const from = new Set<ValueId>();
  if (!differs && known === undefined) {
    if (before === undefined || before === unbound || !turnsRound(entry, key, before, only)) return only;
    from.add(before);
  }
  for (const { variables, versions } of states) {
    const object = variables[slot] ?? unbound;
    if (object === unbound) continue;
    const version = versions.get(object) ?? object;
    if (version !== known) from.add(version);
  }
  return defineMerge(table, entry, key, [...from], undefined);
}

function defineMerge(
  table: ValueTable,
  entry: JoinEntry,
  slot: number,
  from: readonly ValueId[],
  root: ValueId | undefined,
): ValueId {
  // What once came in stays, so that a merge only ever grows.
  const known = table.values[madeIn(entry, slot) ?? -1];
  const all = known?.kind === "merge" ? united(known.from, from) : from;
  const value: Value = { place: entry.place, kind: "merge", from: all };
  return define(table, entry, slot, value, { ...factsOfMerge(table, all), root });
}

function united(before: readonly ValueId[], more: readonly ValueId[]): readonly ValueId[] {
  return more.every((id) => before.includes(id)) ? before : [...new Set([...before, ...more])];
}

/** The version that an object has in all states; undefined if they differ, or it has none in some. */
function sameVersion(states: readonly State[], object: ValueId): ValueId | undefined {
  const version = states[0]?.versions.get(object);
  for (let index = 1; index < states.length && version !== undefined; index++)
    if (states[index]?.versions.get(object) !== version) return undefined;
  return version;
}

function joinVersions(
  evaluation: Evaluation,
  entry: JoinEntry,
  states: readonly State[],
  joined: State,
  { object, before }: { readonly object: ValueId; readonly before: ValueId | undefined },
): void {
  const { table, holders } = evaluation;
  if (!isKept(table, object) && !joined.variables.includes(object) && !holders.has(object)) return;
  const key = numberedSlot(slots.weak, object);
  const known = madeIn(entry, key);
  const same = known === undefined ? sameVersion(states, object) : undefined;
  if (same !== undefined) {
    joined.versions.set(object, same);
    return;
  }
  const from = new Set<ValueId>();
  for (const state of states) {
    const version = state.versions.get(object);
    if (version !== undefined) {
      if (version !== known) from.add(version);
    } else if (exists(evaluation, state, object, 0)) from.add(object);
  }
  // Of a loop, the merge itself behind tests adds nothing to it.
  const versions = withoutOpposites(
    table,
    known === undefined ? [...from] : [...from].filter((version) => !isUnder(table, known, version)),
  );
  const [only] = versions;
  if (only === undefined && known === undefined) return;
  if (only !== undefined && versions.length === 1 && known === undefined) {
    if (before === undefined || !turnsRound(entry, key, before, only)) {
      if (only !== object) joined.versions.set(object, only);
      return;
    }
    joined.versions.set(object, defineMerge(table, entry, key, [before, only], object));
    return;
  }
  joined.versions.set(object, defineMerge(table, entry, key, versions, object));
}

/** How often what comes in may be another value before all of them count. */
const maximumTurns = 3;

/** Whether what comes in changes each time that a loop comes round, as where variables change places. */
function turnsRound({ turns }: JoinEntry, slot: number, before: ValueId, now: ValueId): boolean {
  if (before === now) return false;
  const count = (turns.get(slot) ?? 0) + 1;
  turns.set(slot, count);
  return count > maximumTurns;
}

/** Objects that were there before the body began, and parts of objects. */
function isKept(table: ValueTable, object: ValueId): boolean {
  switch (table.values[object]?.kind) {
    case "parameter":
    case "capture":
    case "global":
    case "field":
    case "element":
      return true;
    default:
      return false;
  }
}

/** Whether an object had been made on a way. */
function exists(evaluation: Evaluation, state: State, object: ValueId, depth: number): boolean {
  const { table, holders } = evaluation;
  if (state.variables.includes(object) || state.versions.has(object)) return true;
  const value = table.values[object];
  switch (value?.kind) {
    case "parameter":
    case "capture":
    case "global":
      return true;
    case "field":
    case "element":
      return depth < 8 && exists(evaluation, state, rootOf(table, value.object), depth + 1);
    default:
      return (
        depth < 3 && (holders.get(object) ?? []).some(({ parent }) => exists(evaluation, state, parent, depth + 1))
      );
  }
}
