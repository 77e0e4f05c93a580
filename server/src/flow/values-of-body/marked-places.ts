/**
 * Places that somebody's patterns say something of: what is evaluated there is noted. Names and parts of objects have no value of their own where
 * they stand, so that one that is a source or harmless gets one, which is used there and nowhere else.
 */
import type { BodyMark } from "../../names/module-facts.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { CodePlace, MarkedValue, ValueId } from "../value-graph.js";
import { defineAt, slots, type Evaluation } from "./evaluation.js";
import { entryOf, rootOf, type ValueTable } from "./value-table.js";

export interface MarkedPlaces {
  readonly marks: readonly BodyMark[];
  /** Indexes of marks by where they start. */
  readonly byStart: ReadonlyMap<number, readonly number[]>;
  /** Indexes of those for which all that lies in the place may count. */
  readonly wide: readonly number[];
  /** What was found at each, by the index of the mark and the node's place. */
  readonly found: Map<string, MarkedValue>;
}

export function createMarkedPlaces(marks: readonly BodyMark[]): MarkedPlaces {
  const byStart = new Map<number, number[]>();
  marks.forEach(({ start }, index) => {
    const known = byStart.get(start);
    if (known === undefined) byStart.set(start, [index]);
    else known.push(index);
  });
  // What is harmless is often written as any expression in some code: of these there are many.
  const wide = [...marks.keys()].filter((index) => marks[index]?.role !== "sanitizer");
  return { marks, byStart, wide, found: new Map() };
}

/** Notes what a node was evaluated to; gives the value that is used for it. */
export function noteMarked(evaluation: Evaluation, marked: MarkedPlaces, node: SyntaxNode, value: ValueId): ValueId {
  const { place } = entryOf(evaluation.table, node);
  const { marks, wide } = marked;
  const exact = (marked.byStart.get(place.start) ?? []).filter((index) => isAt(marks[index], place));
  let used = value;
  for (const index of exact) {
    const mark = marks[index];
    if (mark !== undefined && isolates(mark)) used = isolated(evaluation, node, value, mark.role === "source");
  }
  for (const index of exact) note(marked, index, place, used);
  for (const index of wide) {
    const mark = marks[index];
    if (mark !== undefined && lies(place, mark) && !exact.includes(index)) note(marked, index, place, used);
  }
  return used;
}

/** Notes the parameters that stand in a marked place, or that one stands in. */
export function noteMarkedParameter({ table }: Evaluation, marked: MarkedPlaces, node: SyntaxNode, id: ValueId): void {
  const { place } = entryOf(table, node);
  marked.marks.forEach((mark, index) => {
    if (lies(mark, place)) note(marked, index, { unit: mark.unit, start: mark.start, end: mark.end }, id);
  });
}

function note({ found }: MarkedPlaces, mark: number, place: CodePlace, value: ValueId): void {
  found.set(`${mark} ${place.start} ${place.end} ${value}`, { mark, place, value });
}

function isolates({ role, after }: BodyMark): boolean {
  return (role === "source" || role === "sanitizer" || role === "to") && after === undefined;
}

function isAt(mark: BodyMark | undefined, { unit, start, end }: CodePlace): boolean {
  return mark?.unit === unit && mark.start === start && mark.end === end;
}

function lies(inner: CodePlace, outer: CodePlace): boolean {
  return inner.unit === outer.unit && outer.start <= inner.start && inner.end <= outer.end;
}

/** The value as it is at this place only. */
function isolated(evaluation: Evaluation, node: SyntaxNode, value: ValueId, isOpen: boolean): ValueId {
  const { table, state } = evaluation;
  if (isMadeHere(table, node, value) || isForeign(table, value)) return value;
  const root = rootOf(table, value);
  // What changes the object from here on changes that one, and not what it is here.
  if (!state.versions.has(root)) state.versions.set(root, value);
  const { place } = entryOf(table, node);
  const constant = isOpen ? undefined : table.constants[value];
  const facts = { root, constant, shape: table.shapes[value] };
  return defineAt(evaluation, node, slots.marked, { place, kind: "merge", from: [value] }, facts);
}

function isMadeHere({ values, entries }: ValueTable, node: SyntaxNode, id: ValueId): boolean {
  const value = values[id];
  switch (value?.kind) {
    case "parameter":
      return node.kind === "Identifier";
    case "call":
    case "container":
    case "derived":
    case "constant":
      return value.place === entries.get(node)?.place;
    default:
      return false;
  }
}

const maximumSteps = 100;

/** Whether a value is a name of another module or a part of one, which is the same wherever it stands; or a function. */
function isForeign({ values }: ValueTable, id: ValueId): boolean {
  let at = values[id];
  for (let steps = 0; steps < maximumSteps; steps++) {
    switch (at?.kind) {
      case "global":
      case "function":
        return true;
      case "field":
      case "element":
      case "after-call":
      case "store":
        at = values[at.object];
        break;
      case "guarded":
        at = values[at.value];
        break;
      default:
        return false;
    }
  }
  return false;
}
