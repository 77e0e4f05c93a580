/**
 * What is known of one variable and its fields. A cell is immutable. A field without a cell of its own is tainted as
 * what it is a field of; items are not told apart from what they are items of.
 */
import { noTaints, sameTaints, uniteTaints, type TaintSet } from "./taint-set.js";

export interface Cell {
  readonly taints: TaintSet;
  /** Set where the field is clean whatever it is a field of. */
  readonly clean: boolean;
  readonly fields: ReadonlyMap<string, Cell>;
}

const noFields: ReadonlyMap<string, Cell> = new Map();

export const emptyCell: Cell = { taints: noTaints, clean: false, fields: noFields };
const cleanCell: Cell = { taints: noTaints, clean: true, fields: noFields };

export function cellOf(taints: TaintSet): Cell {
  return taints.size === 0 ? emptyCell : { taints, clean: false, fields: noFields };
}

export function isTainted(cell: Cell): boolean {
  return cell.taints.size > 0 || [...cell.fields.values()].some(isTainted);
}

/** The taints of the cell and of all its fields. */
export function allTaints(cell: Cell): TaintSet {
  let taints = cell.taints;
  for (const field of cell.fields.values()) taints = uniteTaints(taints, allTaints(field));
  return taints;
}

export function joinCells(left: Cell, right: Cell): Cell {
  if (left === right || right === emptyCell) return left;
  if (left === emptyCell) return right;
  const taints = uniteTaints(left.taints, right.taints);
  const fields = joinFields(left.fields, right.fields);
  const clean = left.clean && right.clean;
  if (taints === left.taints && fields === left.fields && clean === left.clean) return left;
  return { taints, clean, fields };
}

function joinFields(left: Cell["fields"], right: Cell["fields"]): Cell["fields"] {
  if (right.size === 0 || left === right) return left;
  if (left.size === 0) return right;
  const joined = new Map(left);
  let changed = false;
  for (const [name, cell] of right) {
    const known = left.get(name);
    const united = known === undefined ? cell : joinCells(known, cell);
    if (united === known) continue;
    joined.set(name, united);
    changed = true;
  }
  return changed ? joined : left;
}

export function sameCells(left: Cell, right: Cell): boolean {
  if (left === right) return true;
  if (left.clean !== right.clean || left.fields.size !== right.fields.size) return false;
  if (!sameTaints(left.taints, right.taints)) return false;
  for (const [name, cell] of left.fields) {
    const other = right.fields.get(name);
    if (other === undefined || !sameCells(cell, other)) return false;
  }
  return true;
}

/** The cell of a field. With `inherits`, one that has no taints of its own has those of the whole. */
export function fieldOf(cell: Cell, name: string, inherits = true): Cell {
  const field = cell.fields.get(name);
  if (field === undefined) return inherits ? cellOf(cell.taints) : emptyCell;
  if (field.clean || field.taints.size > 0 || cell.taints.size === 0 || !inherits) return field;
  return { ...field, taints: cell.taints };
}

/** Deeper paths are taken for the field that they start with. */
const maximumDepth = 8;

/** The cell with the field at the end of `path` changed. */
export function withField(cell: Cell, path: readonly string[], change: (field: Cell) => Cell): Cell {
  const [name, ...rest] = path;
  if (name === undefined) return change(cell);
  const field = cell.fields.get(name) ?? emptyCell;
  const changed = withField(field, path.length > maximumDepth ? [] : rest, change);
  const fields = new Map(cell.fields);
  fields.set(name, changed);
  return { taints: cell.taints, clean: false, fields };
}

/** What an assignment makes of a variable or field: clean values clean it, others add to what is there. */
export function assigned(before: Cell, value: Cell, isField: boolean): Cell {
  if (isTainted(value)) return joinCells(before, value);
  return isField ? cleanCell : emptyCell;
}
