/**
 * Matches compiled patterns against code. All ways in which a pattern can match are found, by continuations: each step calls
 * `next` with the bindings it made, and goes on to the next way if `next` gives false. Work is limited in steps.
 */
import type { CompiledRegex } from "../base/regex/compile-regex.js";
import { mostRegexSteps, searchWithin, type RegexBudget } from "../base/regex/step-budget.js";
import { defaultOptions, type RuleOptions } from "../rules/options.js";
import type { SyntaxNode } from "../syntax/node.js";
import { bindingsEqual, bindingText, findBinding, type Binding, type Bindings } from "./bindings.js";
import { symbolicValueOf } from "./constant.js";
import { mayHoldDeep } from "./deep-candidates.js";
import { typeOfExpression } from "./expression-type.js";
import { isAnyString, isText, literalAt, matchesRegex } from "./literals.js";
import { matchOtherKind, sameKindMatchers } from "./match-kinds.js";
import { matchParts } from "./match-lists.js";
import { matchStatement } from "./match-statements.js";
import type { ConcretePattern, DottedName, PatternNode } from "./pattern.js";
import { quickReject } from "./quick-reject.js";

/** Takes the bindings of one way to match; gives true to stop the search. */
export type Next = (bindings: Bindings | undefined) => boolean;

/** What one search over a unit or file carries along. */
export interface MatchBudget {
  /** Steps left, so that no pattern can take unbounded time. */
  steps: number;
  /** What the rule's conditions ask of metavariables, for the pattern that is being matched: tries that can't hold end early. */
  constraints: MetavariableConstraints;
  /** Those of the rule whose pattern is being matched. */
  options: MatchOptions;
  /** What regular expressions without a known bound may still do. */
  readonly regex: RegexBudget;
  /** How deep the present try stands in the pattern. */
  depth: number;
  /** How many names the present try has followed to what they stand for. */
  followed: number;
}

/** Regular expressions that a metavariable's text must match at its start. */
export type MetavariableConstraints = ReadonlyMap<string, readonly CompiledRegex[]>;

/** The options of a rule, as far as they change what a pattern matches. */
export type MatchOptions = Omit<RuleOptions, "taint">;

export const maximumSteps = 2_000_000;

export const noConstraints: MetavariableConstraints = new Map();

export function createBudget(regex: RegexBudget = { steps: mostRegexSteps }): MatchBudget {
  return { steps: maximumSteps, constraints: noConstraints, options: defaultOptions, regex, depth: 0, followed: 0 };
}

/** All that a pattern has matched so far stands on the stack; there is room for several times this. */
const mostDepth = 500;

/** Matches one pattern node with one code node. */
export function matchNode(
  pattern: PatternNode,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (budget.depth >= mostDepth) budget.steps = 0;
  if (--budget.steps < 0) return true;
  budget.depth++;
  const stop = matchKind(pattern, node, bindings, budget, next);
  budget.depth--;
  return stop;
}

function matchKind(
  pattern: PatternNode,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  switch (pattern.type) {
    case "metavariable":
      if (node.kind === "Absent") return false;
      if (bindNode(pattern.name, node, bindings, budget, next)) return true;
      return node.kind === "Name" && matchValueOf(pattern, node, bindings, budget, next);
    case "typed-metavariable": {
      const type = typeOfExpression(node);
      if (type === undefined) return false;
      return matchNode(pattern.declared, type, bindings, budget, (found) =>
        bindNode(pattern.name, node, found, budget, next),
      );
    }
    case "ellipsis":
      return next(bindings);
    case "metavariable-ellipsis":
      return bind({ name: pattern.name, nodes: [node], part: undefined }, bindings, budget, next);
    case "deep":
      if (!mayHoldDeep(pattern.inner, node, budget.options.symbolicPropagation ? "followed" : "plain")) return false;
      return matchDeep(pattern.inner, node, bindings, budget, next);
    case "any-string":
      return isAnyString(node, budget) && next(bindings);
    case "string-metavariable":
      return bindContent(pattern.name, literalAt(node, budget), bindings, budget, next);
    case "string-regex":
      return matchesRegex(pattern.regex, literalAt(node, budget), budget) && next(bindings);
    case "node":
      if (matchConcrete(pattern, node, bindings, budget, next)) return true;
      return node.kind === "Name" && matchValueOf(pattern, node, bindings, budget, next);
  }
}

/** Values that stand for other values are followed this far. */
const mostFollowed = 8;

/** The expression that a name stands for, if the rule wants that. */
function matchValueOf(
  pattern: PatternNode,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (!budget.options.symbolicPropagation || budget.followed >= mostFollowed) return false;
  const value = symbolicValueOf(node);
  if (value === undefined) return false;
  budget.followed++;
  const stop = matchNode(pattern, value, bindings, budget, next);
  budget.followed--;
  return stop;
}

/** Binds a metavariable, or compares with what it already stands for. `$_` is never bound. */
export function bind(binding: Binding, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  if (binding.name === "$_") return next(bindings);
  const bound = findBinding(bindings, binding.name);
  if (bound !== undefined) return bindingsEqual(bound, binding) && next(bindings);
  return mayHold(binding, budget) && next({ binding, rest: bindings });
}

function mayHold(binding: Binding, { constraints, regex: shared }: MatchBudget): boolean {
  if (constraints.size === 0) return true;
  const regexes = constraints.get(binding.name);
  if (regexes === undefined) return true;
  const text = bindingText(binding);
  return regexes.every((regex) =>
    regex.tier === "unbounded"
      ? searchWithin(shared, text, (own) => regex.testAtStart(text, own))
      : regex.testAtStart(text),
  );
}

export function bindNode(
  name: string,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return bind({ name, nodes: [node], part: undefined }, bindings, budget, next);
}

function bindContent(
  name: string,
  node: SyntaxNode | undefined,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (node === undefined || !isText(node)) return false;
  const start = node.unit.text.indexOf(node.value, node.start);
  const at = start < 0 || start > node.end ? node.start : start;
  return bind(
    { name, nodes: [node], part: { text: node.value, start: at, end: at + node.value.length } },
    bindings,
    budget,
    next,
  );
}

/** Binds a name that is only a value of its node: an attribute's, a keyword's or a module's name. */
export function bindValue(
  name: string,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const start = node.kind === "Attribute" ? node.unit.text.lastIndexOf(node.value, node.end - 1) : node.start;
  return bind(
    { name, nodes: [node], part: { text: node.value, start, end: start + node.value.length } },
    bindings,
    budget,
    next,
  );
}

export function matchDeep(
  inner: PatternNode,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const mayMatch = budget.options.symbolicPropagation || !quickReject(inner, node);
  if (mayMatch && node.kind !== "Absent" && matchNode(inner, node, bindings, budget, next)) return true;
  for (const child of node.children) if (matchDeep(inner, child, bindings, budget, next)) return true;
  return false;
}

function matchConcrete(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.dotted !== undefined && matchesDottedName(pattern.dotted, node)) return next(bindings);
  if (isEllipsisAttribute(pattern)) return matchChain(pattern, node, bindings, budget, next);
  if (pattern.kind !== node.kind) return matchOtherKind(pattern, node, bindings, budget, next);
  return (sameKindMatchers[node.kind] ?? matchStatement)(pattern, node, bindings, budget, next);
}

/** Same value, or the metavariable that stands for the value; then all children in order. */
export function matchValueAndParts(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.valueMetavariable !== "") {
    return bindValue(pattern.valueMetavariable, node, bindings, budget, (found) =>
      matchParts(pattern.children, node.children, found, budget, next),
    );
  }
  return pattern.value === node.value && matchParts(pattern.children, node.children, bindings, budget, next);
}

/** `$X. ... .f` : the attribute between stands for any chain of attributes and calls, also for none. */
function isEllipsisAttribute(pattern: ConcretePattern): boolean {
  return pattern.kind === "Attribute" && pattern.value === "ǃǃǃ";
}

function matchChain(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const [object] = pattern.children;
  if (object === undefined) return false;
  for (let at: SyntaxNode | undefined = node; at !== undefined;) {
    if (matchNode(object, at, bindings, budget, next)) return true;
    at = at.kind === "Attribute" || at.kind === "Call" ? at.children[0] : undefined;
  }
  return false;
}

/** Whether the node is this dotted name, by its words or through imports. */
export function matchesDottedName(dotted: DottedName, node: SyntaxNode): boolean {
  let at = node;
  let index = dotted.parts.length - 1;
  while (at.kind === "Attribute" && index > 0) {
    if (at.value !== dotted.parts[index]) return false;
    index--;
    at = at.child(0);
  }
  if (at.kind !== "Name") return false;
  if (index === 0 && at.value === dotted.parts[0]) return true;
  if (at.qualifiedName !== "" && at.qualifiedName === dotted.prefixes[index]) return true;
  if (index === 0 || at.value !== dotted.parts[index]) return false;
  return at.unit.wildcards.includes(dotted.prefixes[index - 1] ?? "");
}
