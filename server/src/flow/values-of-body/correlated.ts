/**
 * Tests of a variable that got one constant on some ways and another on others (`error = None`, then `error = "..."` where something is wrong):
 * such a test says on which of the ways control came, and so what holds of everything else.
 */
import type { SyntaxNode } from "../../syntax/node.js";
import type { ConstantValue, ValueId } from "../value-graph.js";
import { factsOfMerge, numberedSlot, slots, unbound, type Evaluation, type Joined, type State } from "./evaluation.js";
import { define, entryOf, rootOf, withoutGuards, type ValueTable } from "./value-table.js";
import { withoutOpposites } from "./versions.js";

/** Where a test stands, and what it comes to on the side that is meant. */
export interface TestSide {
  readonly evaluation: Evaluation;
  readonly node: SyntaxNode;
  readonly side: boolean;
}

/** Joins of more ways, and joins further back, are not looked at. */
const maximumWays = 8;
const maximumDepth = 4;

/** Takes back a join if a test of the variable that was merged there leaves some of its ways only. `allows`: what the test says of a constant. */
export function restrictToWays(
  test: TestSide,
  tested: ValueId,
  allows: (constant: ConstantValue) => boolean | undefined,
  depth = 0,
): void {
  const { evaluation } = test;
  const { table, state, joins } = evaluation;
  const merge = withoutGuards(table, tested);
  const joined = joins.get(merge);
  if (joined === undefined || rootOf(table, merge) !== merge || joined.ways.length > maximumWays) return;
  const valueOn = (way: State): ValueId | undefined => {
    const object = way.variables[joined.slot] ?? unbound;
    return object === unbound ? undefined : (way.versions.get(object) ?? object);
  };
  const ways = joined.ways.filter((way) => {
    const value = valueOn(way);
    const constant = value === undefined ? undefined : table.constants[value];
    return constant === undefined || allows(constant) !== false;
  });
  if (ways.length === 0 || ways.length === joined.ways.length) return;
  for (const object of objectsOn(ways)) restrictObject(test, joined, ways, object, depth);
  const [only] = ways;
  if (ways.length > 1 || only === undefined) return;
  restrictVariables(state, joined, only);
  const value = valueOn(only);
  if (value !== undefined && depth < maximumDepth) restrictToWays(test, value, allows, depth + 1);
}

function objectsOn(ways: readonly State[]): Set<ValueId> {
  const objects = new Set<ValueId>();
  for (const { versions } of ways) for (const object of versions.keys()) objects.add(object);
  return objects;
}

/** An object that has not changed since the join is what it was on the ways that are left. */
function restrictObject(
  { evaluation, node, side }: TestSide,
  joined: Joined,
  ways: readonly State[],
  object: ValueId,
  depth: number,
): void {
  const { table, state } = evaluation;
  const before = state.versions.get(object) ?? object;
  if (before !== (joined.state.versions.get(object) ?? object) || !isKnownSince(table, joined, object)) return;
  const versions = withoutOpposites(table, [...new Set(ways.map((way) => way.versions.get(object) ?? object))]);
  const [only] = versions;
  if (only === undefined || only === before) return;
  if (versions.length === 1) {
    state.versions.set(object, only);
    return;
  }
  const entry = entryOf(table, node);
  const slot = numberedSlot(slots.way, ((depth + 1) * 2 + Number(side)) * 2 ** 20 + object);
  const facts = { ...factsOfMerge(table, versions), root: object };
  state.versions.set(object, define(table, entry, slot, { place: entry.place, kind: "merge", from: versions }, facts));
}

/** Whether an object was there at the join, and has not been made anew since. */
function isKnownSince(table: ValueTable, { state, clock }: Joined, object: ValueId): boolean {
  if ((table.madeAt[object] ?? 0) > clock) return false;
  let at = object;
  for (let steps = 0; steps < 8; steps++) {
    const value = table.values[at];
    if (value?.kind === "parameter" || value?.kind === "capture" || value?.kind === "global") return true;
    if (state.variables.includes(at)) return true;
    if (value?.kind !== "field" && value?.kind !== "element") return false;
    at = rootOf(table, value.object);
    if ((table.madeAt[at] ?? 0) > clock) return false;
  }
  return false;
}

/** Variables that have not been assigned since the join hold what they held on the only way that is left. */
function restrictVariables(state: State, joined: Joined, way: State): void {
  for (const [slot, object] of state.variables.entries()) {
    const held = way.variables[slot] ?? unbound;
    if (object !== unbound && object === joined.state.variables[slot] && held !== unbound && held !== object)
      state.variables[slot] = held;
  }
}
