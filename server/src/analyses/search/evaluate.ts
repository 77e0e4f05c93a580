/** Evaluates a rule's formula over the matches of its patterns, as ranges with bindings (the semantics of Semgrep's rule language). */
import { bindingRange, bindingText, findBinding } from "../../matching/bindings.js";
import { agree, contains, focusOn, unify, type CodeRange } from "./code-range.js";
import type { CompiledCondition, CompiledFormula, Leaf } from "./compiled-rule.js";

/** Where the matches of a pattern come from: one unit, or a whole file. */
export type LeafMatches = (leaf: Leaf) => readonly CodeRange[];

/** The ranges that satisfy `formula`. */
export function evaluate(formula: CompiledFormula, matchesOf: LeafMatches): readonly CodeRange[] {
  switch (formula.kind) {
    case "leaf":
      return matchesOf(formula.leaf);
    case "any":
      return formula.parts.flatMap((part) => evaluate(part, matchesOf));
    case "all":
      return evaluateConjunction(formula, matchesOf);
  }
}

function evaluateConjunction(
  formula: Extract<CompiledFormula, { kind: "all" }>,
  matchesOf: LeafMatches,
): readonly CodeRange[] {
  let ranges: readonly CodeRange[] | undefined;
  for (const part of formula.positives) {
    const found = evaluate(part, matchesOf);
    ranges = ranges === undefined ? found : intersect(ranges, found);
    if (ranges.length === 0) return ranges;
  }
  for (const part of formula.insides) {
    const found = evaluate(part, matchesOf);
    ranges = ranges === undefined ? found : keepInside(ranges, found);
    if (ranges.length === 0) return ranges;
  }
  let kept = ranges ?? [];
  kept = remove(kept, formula.negatives, matchesOf, (range, other) => contains(other, range) && contains(range, other));
  kept = remove(kept, formula.outsides, matchesOf, (range, other) => contains(other, range));
  for (const condition of formula.conditions) kept = kept.flatMap((range) => applyCondition(condition, range));
  return formula.focus.length === 0 ? kept : focusAll(kept, formula.focus);
}

/** The ranges to which no match of `parts` stands in this relation, bindings considered. */
function remove(
  ranges: readonly CodeRange[],
  parts: readonly CompiledFormula[],
  matchesOf: LeafMatches,
  relation: (range: CodeRange, other: CodeRange) => boolean,
): readonly CodeRange[] {
  let kept = ranges;
  for (const part of parts) {
    if (kept.length === 0) return kept;
    const found = evaluate(part, matchesOf);
    kept = kept.filter((range) => !found.some((other) => relation(range, other) && agree(range, other)));
  }
  return kept;
}

/** Of each two ranges of which one holds the other, the inner one. */
function intersect(left: readonly CodeRange[], right: readonly CodeRange[]): CodeRange[] {
  const result: CodeRange[] = [];
  for (const a of left) {
    for (const b of right) {
      const inner = contains(b, a) ? unify(a, b) : contains(a, b) ? unify(b, a) : undefined;
      if (inner !== undefined) result.push(inner);
    }
  }
  return result;
}

function keepInside(ranges: readonly CodeRange[], outer: readonly CodeRange[]): CodeRange[] {
  const result: CodeRange[] = [];
  for (const range of ranges) {
    for (const other of outer) {
      const unified = contains(other, range) ? unify(range, other) : undefined;
      if (unified !== undefined) result.push(unified);
    }
  }
  return result;
}

/** The range if the condition holds, with what the groups of its regular expression bind: `$1`, and `$NAME` for named ones. */
function applyCondition(condition: CompiledCondition, range: CodeRange): CodeRange[] {
  const binding = findBinding(range.bindings, condition.metavariable);
  if (binding === undefined) return [];
  if (condition.enforced) return [range];
  condition.regex.lastIndex = 0;
  const match = condition.regex.exec(bindingText(binding));
  if (match === null) return [];
  let bindings = range.bindings;
  const place = bindingRange(binding);
  const [first] = binding.nodes;
  const bindGroup = (name: string, text: string | undefined): void => {
    if (text === undefined || first === undefined || place === undefined) return;
    const start = place.start - first.unit.start;
    bindings = {
      binding: { name, nodes: [first], part: { text, start, end: place.end - first.unit.start } },
      rest: bindings,
    };
  };
  match.slice(1).forEach((text, index) => {
    bindGroup(`$${index + 1}`, text);
  });
  for (const [name, text] of Object.entries(match.groups ?? {})) bindGroup(`$${name}`, text);
  return [bindings === range.bindings ? range : { ...range, bindings }];
}

/** Several metavariables: the place that lies in all of them, which is the innermost. */
function focusAll(ranges: readonly CodeRange[], names: readonly string[]): CodeRange[] {
  return ranges.flatMap((range) => {
    let focused: CodeRange | undefined;
    for (const name of names) {
      const next = focusOn(range, name);
      if (next === undefined || !contains(range, next)) return [];
      if (focused === undefined || contains(focused, next)) focused = next;
      else if (!contains(next, focused)) return [];
    }
    return focused === undefined ? [] : [focused];
  });
}
