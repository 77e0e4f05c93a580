/** The state of the analysis between two nodes, and the lattice that it forms. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { AccessPath } from "./access-path.js";
import { assigned, emptyCell, isTainted, joinCells, sameCells, withField, type Cell } from "./cells.js";
import { noTaints, sameTaints, uniteTaints, type TaintSet } from "./taint-set.js";

export interface TaintState {
  /** By name; values of expressions that are elements of their own, by their place. */
  readonly variables: ReadonlyMap<string, Cell>;
  /** Sources of `control: true` that have been passed. */
  readonly control: TaintSet;
  /** What each propagator's match has taken up at its `from`. */
  readonly propagated: ReadonlyMap<number, TaintSet>;
}

/** A state that is being changed. */
export interface MutableTaintState {
  variables: Map<string, Cell>;
  control: TaintSet;
  propagated: Map<number, TaintSet>;
}

export const emptyState: TaintState = { variables: new Map(), control: noTaints, propagated: new Map() };

export function copyState(state: TaintState): MutableTaintState {
  return { variables: new Map(state.variables), control: state.control, propagated: new Map(state.propagated) };
}

export function joinStates(left: TaintState, right: TaintState): TaintState {
  if (left === right) return left;
  return {
    variables: joinMaps(left.variables, right.variables, joinCells),
    control: uniteTaints(left.control, right.control),
    propagated: joinMaps(left.propagated, right.propagated, uniteTaints),
  };
}

function joinMaps<Key, Value>(
  left: ReadonlyMap<Key, Value>,
  right: ReadonlyMap<Key, Value>,
  join: (a: Value, b: Value) => Value,
): ReadonlyMap<Key, Value> {
  const joined = new Map(left);
  for (const [key, value] of right) {
    const known = left.get(key);
    joined.set(key, known === undefined ? value : join(known, value));
  }
  return joined;
}

export function sameStates(left: TaintState, right: TaintState): boolean {
  return (
    left === right ||
    (sameMaps(left.variables, right.variables, sameCells) &&
      sameTaints(left.control, right.control) &&
      sameMaps(left.propagated, right.propagated, sameTaints))
  );
}

function sameMaps<Key, Value>(
  left: ReadonlyMap<Key, Value>,
  right: ReadonlyMap<Key, Value>,
  same: (a: Value, b: Value) => boolean,
): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}

/** Assigns a value to a place. */
export function assignPath(state: MutableTaintState, path: AccessPath, value: Cell): void {
  const isField = path.fields.length > 0;
  const before = state.variables.get(path.variable);
  if (before === undefined && !isTainted(value)) return;
  setVariable(
    state,
    path.variable,
    withField(before ?? emptyCell, path.fields, (cell) => assigned(cell, value, isField)),
  );
}

/** Adds taints to a place, or takes all away from it. */
export function taintPath(state: MutableTaintState, path: AccessPath, taints: TaintSet): void {
  if (taints.size === 0) return;
  const before = state.variables.get(path.variable) ?? emptyCell;
  setVariable(
    state,
    path.variable,
    withField(before, path.fields, (cell) => ({ ...cell, clean: false, taints: uniteTaints(cell.taints, taints) })),
  );
}

function setVariable(state: MutableTaintState, name: string, cell: Cell): void {
  if (cell === emptyCell) state.variables.delete(name);
  else state.variables.set(name, cell);
}

/** The key under which the value of an expression is kept. No variable has such a name. */
export function placeKey(node: SyntaxNode): string {
  return `${node.start}-${node.end}-${node.kind}`;
}
