/** What a rule asks of the metavariables of a match: text, code in it, numbers, types, analyses of its text. */
import { compileRegex } from "../../base/regex/compile-regex.js";
import { searchWithin } from "../../base/regex/step-budget.js";
import {
  bindingRange,
  bindingText,
  findBinding,
  textBinding,
  type Binding,
  type Bindings,
} from "../../matching/bindings.js";
import { evaluateComparison } from "../../matching/comparison/evaluate-comparison.js";
import { readComparisonValue } from "../../matching/comparison/read-comparison-value.js";
import { contentOfString } from "../../matching/string-content.js";
import { hasEntropy } from "../../matching/text-analysis/entropy.js";
import { isSlowRegex } from "../../matching/text-analysis/redos.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { CodeRange } from "./code-range.js";
import { agree, focusOn, unify } from "./code-range.js";
import type { CompiledCondition, CompiledFormula, Leaf } from "./compiled-rule.js";
import type { EvaluationContext } from "./evaluate.js";
import { bindingLiteral, bindingNodes, contentOf, type PlacedText } from "./metavariable-value.js";
import { matchesInNodes, matchesInText } from "./nested-matches.js";
import { matchWithinWork, type RuleWork } from "./rule-work.js";
import { hasType } from "./metavariable-type.js";

/** What conditions need of their surroundings. */
export interface ConditionContext {
  /** Parses a text as code of its own; names in it mean nothing. */
  readonly parse: (text: PlacedText) => readonly SyntaxNode[];
  /** Midnight of the day in UTC, in seconds since 1970, for `today()`; undefined if nobody said. */
  readonly today?: number;
}

type Evaluate = (formula: CompiledFormula, context: EvaluationContext) => readonly CodeRange[];

/** The range if the condition holds, with what the condition binds; several if it binds in several ways; none if it does not hold. */
export function applyCondition(
  condition: CompiledCondition,
  range: CodeRange,
  context: EvaluationContext,
  evaluate: Evaluate,
): readonly CodeRange[] {
  switch (condition.kind) {
    case "regex":
      return applyRegex(condition, range, context.work);
    case "pattern":
      return applyPattern(condition, range, context, evaluate);
    case "comparison":
      return compares(condition, range, context) ? [range] : [];
    case "type": {
      const binding = findBinding(range.bindings, condition.metavariable);
      return binding !== undefined && hasType(binding, condition.types) ? [range] : [];
    }
    case "analysis":
      return isFoundBy(condition, range) ? [range] : [];
  }
}

/** Groups of the regular expression bind `$1`, and `$NAME` for named ones. */
function applyRegex(
  condition: Extract<CompiledCondition, { kind: "regex" }>,
  range: CodeRange,
  { regex: shared }: RuleWork,
): CodeRange[] {
  const binding = findBinding(range.bindings, condition.metavariable);
  if (binding === undefined) return [];
  if (condition.enforced) return [range];
  const literal = condition.constantPropagation ? bindingLiteral(binding) : undefined;
  const text = literal === undefined ? bindingText(binding) : literal.value;
  const match = searchWithin(shared, text, (budget) => condition.regex.matchAtStart(text, budget));
  if (match === undefined) return [];
  let bindings: Bindings | undefined = range.bindings;
  const place = bindingRange(binding);
  const bindGroup = (name: string, group: { text: string; start: number; end: number } | undefined): void => {
    const bound = place === undefined || group === undefined ? undefined : textBinding(name, binding, group, place);
    if (bound !== undefined) bindings = { binding: bound, rest: bindings };
  };
  match.groups.forEach((group, index) => {
    if (index > 0) bindGroup(`$${index}`, group);
  });
  for (const [name, group] of match.named) bindGroup(`$${name}`, group);
  return [bindings === range.bindings ? range : { ...range, bindings }];
}

/** The metavariable's own code or text must match the formula somewhere; what that binds is bound from there on. */
function applyPattern(
  condition: Extract<CompiledCondition, { kind: "pattern" }>,
  range: CodeRange,
  context: EvaluationContext,
  evaluate: Evaluate,
): CodeRange[] {
  const binding = findBinding(range.bindings, condition.metavariable);
  if (binding === undefined) return [];
  const focused = focusOn(range, condition.metavariable);
  const found = evaluate(condition.formula, {
    ...context,
    matchesOf: matchesInside(condition.view, binding, context),
    ...(focused !== undefined && { whole: focused }),
  });
  const results = new Set<CodeRange>();
  for (const inner of found) {
    if (!agree(range, inner)) continue;
    results.add(unify(range, inner) ?? range);
  }
  return [...results];
}

function matchesInside(
  view: Extract<CompiledCondition, { kind: "pattern" }>["view"],
  binding: Binding,
  context: EvaluationContext,
): (leaf: Leaf) => readonly CodeRange[] {
  if (view === "text") {
    const content = contentOf(binding);
    return (leaf) => (leaf.kind === "text" ? matchesInText(leaf, content) : []);
  }
  const nodes = view === "code" ? bindingNodes(binding) : context.parse(contentOf(binding));
  const text = contentOf(binding, "source");
  return (leaf) =>
    leaf.kind === "text"
      ? matchesInText(leaf, text)
      : matchWithinWork(context.work, (budget) => matchesInNodes(leaf, nodes, "metavariable", budget));
}

function compares(
  condition: Extract<CompiledCondition, { kind: "comparison" }>,
  range: CodeRange,
  { work, today }: EvaluationContext,
): boolean {
  return evaluateComparison(condition.comparison, {
    ...(today !== undefined && { today }),
    valueOf: (name) => {
      const binding = findBinding(range.bindings, name);
      if (binding === undefined) return undefined;
      const isOwn = condition.metavariable === undefined || condition.metavariable === name;
      return readComparisonValue(comparedText(binding), { strip: isOwn && condition.strip });
    },
    matchesStart: (regex, text) => {
      const compiled = compileRegex(regex, {});
      if ("message" in compiled) return false;
      return searchWithin(work.regex, text, (budget) => compiled.matchAtStart(text, budget)) !== undefined;
    },
  });
}

/** The metavariable as code for a comparison: the literal that it is known to be, or what is written. */
function comparedText(binding: Binding): string {
  const literal = bindingLiteral(binding);
  const isString = literal?.kind === "String" || literal?.kind === "Bytes";
  const isContent = binding.part !== undefined && isStringContent(binding);
  if (isString || isContent) return JSON.stringify(isString ? contentOfString(literal) : bindingText(binding));
  return literal?.value ?? bindingText(binding);
}

function isStringContent({ nodes: [first] }: Binding): boolean {
  return first?.kind === "String" || first?.kind === "Bytes";
}

function isFoundBy(condition: Extract<CompiledCondition, { kind: "analysis" }>, range: CodeRange): boolean {
  const binding = findBinding(range.bindings, condition.metavariable);
  if (binding === undefined) return false;
  const literal = bindingLiteral(binding);
  if (literal === undefined && binding.part === undefined) return false;
  const text = literal?.value ?? bindingText(binding);
  return condition.analyzer === "redos" ? isSlowRegex(text) : hasEntropy(text, condition.analyzer);
}
