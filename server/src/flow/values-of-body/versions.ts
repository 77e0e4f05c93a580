/** Versions of one object that come together. */
import type { CodePlace, Guard, Value, ValueId } from "../value-graph.js";
import { maximumGuards, type ValueTable } from "./value-table.js";

/**
 * Versions that say no more than another one are left out: of a value and the same value behind a test the first, of a value behind both
 * outcomes of a test the value itself.
 */
export function withoutOpposites(table: ValueTable, versions: readonly ValueId[]): readonly ValueId[] {
  if (versions.length < 2 || versions.length > 12) return versions;
  let left = versions;
  for (let round = 0; round < 24; round++) {
    const next = reduceOnce(table, left);
    if (next === undefined) return left;
    left = next;
  }
  return left;
}

function reduceOnce(table: ValueTable, versions: readonly ValueId[]): ValueId[] | undefined {
  for (const [index, left] of versions.entries()) {
    for (const right of versions.slice(index + 1)) {
      const common = commonVersion(table, left, right);
      if (common === undefined) continue;
      return [...new Set([...versions.filter((version) => version !== left && version !== right), common])];
    }
  }
  return undefined;
}

/** The version that two come to; undefined if both are needed. */
function commonVersion(table: ValueTable, left: ValueId, right: ValueId): ValueId | undefined {
  if (isUnder(table, left, right)) return left;
  if (isUnder(table, right, left)) return right;
  const opposite = beforeOpposites(table.values[left], table.values[right]);
  if (opposite !== undefined) return opposite;
  const place = table.values[left]?.place;
  const outcome = table.outcomes.get(left);
  const other = table.outcomes.get(right);
  if (place === undefined || place !== table.values[right]?.place) return undefined;
  if (outcome === undefined || other === undefined || outcome === other) return undefined;
  const base = beforeTest(table, left, place);
  return base === beforeTest(table, right, place) ? base : undefined;
}

/** The version of which one value says that a test held, and the other that it did not. */
function beforeOpposites(left: Value | undefined, right: Value | undefined): ValueId | undefined {
  if (left?.kind !== "guarded" || right?.kind !== "guarded" || left.value !== right.value) return undefined;
  if (left.guard.subject !== right.guard.subject) return undefined;
  return isOpposite(left.guard.test, right.guard.test) ? left.value : undefined;
}

function isOpposite(left: Guard["test"], right: Guard["test"]): boolean {
  switch (left.kind) {
    case "compare":
    case "compared-with":
      return right.kind === left.kind && right.other === left.other && oppositeOf(left.operator) === right.operator;
    case "call":
      return right.kind === left.kind && right.call === left.call && right.outcome !== left.outcome;
    case "truth":
      return right.kind === left.kind && right.outcome !== left.outcome;
  }
}

const opposites: Readonly<Record<string, string>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  in: "not in",
  "not in": "in",
  is: "is not",
  "is not": "is",
};

/** The operator that holds where another one does not. */
export function oppositeOf(operator: string): string {
  return opposites[operator] ?? `not ${operator}`;
}

/** The version before the test at a place. */
function beforeTest({ values, outcomes }: ValueTable, version: ValueId, place: CodePlace): ValueId {
  let at = version;
  for (let steps = 0; steps < maximumGuards; steps++) {
    const value = values[at];
    if (value?.place !== place || !outcomes.has(at)) break;
    const base = value.kind === "guarded" ? value.value : value.kind === "merge" ? value.from[0] : undefined;
    if (base === undefined) break;
    at = base;
  }
  return at;
}

/** Whether the second is the first behind tests. */
export function isUnder({ values }: ValueTable, version: ValueId, guarded: ValueId): boolean {
  let at = guarded;
  for (let steps = 0; steps < maximumGuards; steps++) {
    const value = values[at];
    if (value?.kind !== "guarded") break;
    at = value.value;
    if (at === version) return true;
  }
  return false;
}
