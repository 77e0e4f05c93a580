/** Evaluates a rule's formula over the matches of its patterns, as ranges with bindings (the semantics of Semgrep's rule language). */
import { agree, bindRange, contains, focusOn, overlaps, unify, type CodeRange } from "./code-range.js";
import type { CompiledConjunction, CompiledFormula, Leaf } from "./compiled-rule.js";
import { applyCondition, type ConditionContext } from "./conditions.js";
import type { RuleWork } from "./rule-work.js";

/** Where the matches of a pattern come from (one unit, or a whole file), and what conditions need. */
export interface EvaluationContext extends ConditionContext {
  readonly matchesOf: (leaf: Leaf) => readonly CodeRange[];
  /** What a formula that only says what must not match is about. */
  readonly whole?: CodeRange;
  /** What may still be done for the rule, here and in what its conditions ask. */
  readonly work: RuleWork;
}

/** The ranges that satisfy `formula`. */
export function evaluate(formula: CompiledFormula, context: EvaluationContext): readonly CodeRange[] {
  switch (formula.kind) {
    case "leaf":
      return context.matchesOf(formula.leaf);
    case "any":
      return formula.parts.flatMap((part) => evaluate(part, context));
    case "as":
      return evaluate(formula.part, context).flatMap((range) => bindRange(range, formula.metavariable) ?? []);
    case "all":
      return evaluateConjunction(formula, context);
  }
}

function evaluateConjunction(formula: CompiledConjunction, context: EvaluationContext): readonly CodeRange[] {
  let ranges: readonly CodeRange[] | undefined;
  const asksForNothing = formula.positives.length + formula.insides.length + formula.anywhere.length === 0;
  if (asksForNothing && context.whole !== undefined) ranges = [context.whole];
  for (const part of formula.positives) {
    const found = evaluate(part, context);
    ranges = ranges === undefined ? found : intersect(ranges, found, context.work);
    if (ranges.length === 0) return ranges;
  }
  for (const part of formula.insides) {
    const found = evaluate(part, context);
    ranges = ranges === undefined ? found : keepWith(ranges, found, contains, context.work);
    if (ranges.length === 0) return ranges;
  }
  for (const part of formula.anywhere) {
    const found = evaluate(part, context);
    ranges = ranges === undefined ? found : keepWith(ranges, found, () => true, context.work);
    if (ranges.length === 0) return ranges;
  }
  let kept = removeAll(formula, ranges ?? [], context);
  for (const condition of formula.conditions) {
    if (kept.length === 0) return kept;
    kept = kept.flatMap((range) => applyCondition(condition, range, context, evaluate));
  }
  for (const names of formula.focus) kept = focusAll(kept, names);
  return kept;
}

function removeAll(
  formula: CompiledConjunction,
  ranges: readonly CodeRange[],
  context: EvaluationContext,
): readonly CodeRange[] {
  const equal = (other: CodeRange, range: CodeRange): boolean => contains(other, range) && contains(range, other);
  let kept = ranges;
  for (const part of formula.negatives) {
    const isRegex = part.kind === "leaf" && part.leaf.kind === "text" && part.leaf.isRegex;
    kept = remove(kept, part, context, isRegex ? overlaps : equal);
  }
  for (const part of formula.outsides) kept = remove(kept, part, context, contains);
  for (const part of formula.nowhere) kept = remove(kept, part, context, () => true);
  return kept;
}

type Relation = (other: CodeRange, range: CodeRange) => boolean;

/** The ranges to which no match of `part` stands in this relation, bindings considered. */
function remove(
  ranges: readonly CodeRange[],
  part: CompiledFormula,
  context: EvaluationContext,
  relation: Relation,
): readonly CodeRange[] {
  if (ranges.length === 0) return ranges;
  const found = evaluate(part, context);
  const { work } = context;
  return ranges.filter((range) => {
    work.steps -= found.length;
    // What could not be compared is not reported.
    if (work.steps < 0) return false;
    return !found.some((other) => relation(other, range) && agree(range, other));
  });
}

/** Of each two ranges of which one holds the other, the inner one. */
function intersect(left: readonly CodeRange[], right: readonly CodeRange[], work: RuleWork): CodeRange[] {
  const result: CodeRange[] = [];
  for (const a of left) {
    work.steps -= right.length;
    if (work.steps < 0) break;
    for (const b of right) {
      const inner = contains(b, a) ? unify(a, b) : contains(a, b) ? unify(b, a) : undefined;
      if (inner !== undefined) result.push(inner);
    }
  }
  return result;
}

/** The ranges to which another stands in this relation, with the bindings of both. */
function keepWith(
  ranges: readonly CodeRange[],
  others: readonly CodeRange[],
  relation: Relation,
  work: RuleWork,
): CodeRange[] {
  const result: CodeRange[] = [];
  for (const range of ranges) {
    work.steps -= others.length;
    if (work.steps < 0) break;
    for (const other of others) {
      const unified = relation(other, range) ? unify(range, other) : undefined;
      if (unified !== undefined) result.push(unified);
    }
  }
  return result;
}

/** Each range moved to what the metavariables stand for, one after the other; those that lie outside of it are left out. */
function focusAll(ranges: readonly CodeRange[], names: readonly string[]): CodeRange[] {
  return ranges.flatMap((range) =>
    names.flatMap((name) => {
      const focused = focusOn(range, name);
      if (focused === undefined) return [];
      if (contains(range, focused)) return [focused];
      return contains(focused, range) ? [range] : [];
    }),
  );
}
