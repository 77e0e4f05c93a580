/** Stretches of code as (unit, offset), which stay true while other units move, and how formulas compare them. */
import { bindingsEqual, findBinding, type Binding, type Bindings } from "../../matching/bindings.js";
import { noChildren, SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";

/** One match: where it is, and what its metavariables stand for. */
export interface CodeRange {
  readonly startUnit: Unit;
  readonly start: number;
  readonly endUnit: Unit;
  readonly end: number;
  readonly bindings: Bindings | undefined;
}

export function rangeStart(range: CodeRange): number {
  return range.startUnit.start + range.start;
}

export function rangeEnd(range: CodeRange): number {
  return range.endUnit.start + range.end;
}

export function contains(outer: CodeRange, inner: CodeRange): boolean {
  return rangeStart(outer) <= rangeStart(inner) && rangeEnd(inner) <= rangeEnd(outer);
}

/** Whether the ranges share a character. */
export function overlaps(a: CodeRange, b: CodeRange): boolean {
  return rangeStart(a) < rangeEnd(b) && rangeStart(b) < rangeEnd(a);
}

/** The source text of a range; of one that spans units what lies in the first. */
export function rangeText(range: CodeRange): string {
  const end = range.startUnit === range.endUnit ? range.end : range.startUnit.text.length;
  return range.startUnit.text.slice(range.start, end);
}

/** The range with all of it bound to a metavariable; undefined if that stands for something else already. */
export function bindRange(range: CodeRange, name: string): CodeRange | undefined {
  const part = { text: rangeText(range), start: range.start, end: range.end };
  const node = new SyntaxNode("Other", range.start, range.end, part.text, noChildren, range.startUnit);
  return unify(range, { ...range, bindings: { binding: { name, nodes: [node], part }, rest: undefined } });
}

/** `inner`'s place with both sides' bindings, or undefined if they disagree. */
export function unify(place: CodeRange, other: CodeRange): CodeRange | undefined {
  let bindings = place.bindings;
  for (let at = other.bindings; at !== undefined; at = at.rest) {
    const bound = findBinding(bindings, at.binding.name);
    if (bound === undefined) bindings = { binding: at.binding, rest: bindings };
    else if (!bindingsEqual(bound, at.binding)) return undefined;
  }
  return bindings === place.bindings ? place : { ...place, bindings };
}

/** Whether both sides agree on every metavariable that they share. */
export function agree(a: CodeRange, b: CodeRange): boolean {
  for (let at = b.bindings; at !== undefined; at = at.rest) {
    const bound = findBinding(a.bindings, at.binding.name);
    if (bound !== undefined && !bindingsEqual(bound, at.binding)) return false;
  }
  return true;
}

/** The range moved to what a metavariable stands for; undefined if it stands for nothing. */
export function focusOn(range: CodeRange, name: string): CodeRange | undefined {
  const binding = findBinding(range.bindings, name);
  return binding === undefined ? undefined : placeOf(binding, range.bindings);
}

function placeOf(binding: Binding, bindings: Bindings | undefined): CodeRange | undefined {
  const first = binding.nodes[0];
  const last = binding.nodes[binding.nodes.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const start = binding.part?.start ?? first.start;
  const end = binding.part?.end ?? last.end;
  return { startUnit: first.unit, start, endUnit: last.unit, end, bindings };
}

/** Of ranges that start at one place the shortest: statements in a row match with every end that `...` allows. */
export function shortestPerStart(ranges: readonly CodeRange[]): CodeRange[] {
  const best = new Map<Unit, Map<number, CodeRange>>();
  for (const range of ranges) {
    const starts = best.get(range.startUnit) ?? new Map<number, CodeRange>();
    best.set(range.startUnit, starts);
    const known = starts.get(range.start);
    if (known === undefined || rangeEnd(range) < rangeEnd(known)) starts.set(range.start, range);
  }
  return [...best.values()].flatMap((starts) => [...starts.values()]);
}

/** Each place once; of several matches at one place the first. */
export function distinctPlaces(ranges: readonly CodeRange[]): CodeRange[] {
  const seen = new Map<Unit, Set<string>>();
  return ranges.filter((range) => {
    const key = `${range.start}:${rangeEnd(range) - rangeStart(range)}`;
    const places = seen.get(range.startUnit) ?? new Set<string>();
    seen.set(range.startUnit, places);
    if (places.has(key)) return false;
    places.add(key);
    return true;
  });
}
