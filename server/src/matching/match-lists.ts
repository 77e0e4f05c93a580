/** Matching of lists: elements in order with `...` between, and call arguments, where keywords come in any order. */
import type { SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import { bind, bindValue, matchNode, type MatchBudget, type Next } from "./match.js";
import type { ConcretePattern, PatternNode } from "./pattern.js";

/** Matches all of `patterns` with all of `nodes`, in order. */
export function matchParts(
  patterns: readonly PatternNode[],
  nodes: readonly SyntaxNode[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return matchFrom({ patterns, nodes, budget, next }, 0, 0, bindings);
}

/** Both lists of one match. */
interface Lists {
  readonly patterns: readonly PatternNode[];
  readonly nodes: readonly SyntaxNode[];
  readonly budget: MatchBudget;
  readonly next: Next;
}

function matchFrom(lists: Lists, patternIndex: number, nodeIndex: number, bindings: Bindings | undefined): boolean {
  const { patterns, nodes, budget, next } = lists;
  const pattern = patterns[patternIndex];
  if (pattern === undefined) return nodeIndex === nodes.length && next(bindings);
  if (pattern.type === "ellipsis" || pattern.type === "metavariable-ellipsis") {
    const isLast = patternIndex === patterns.length - 1;
    for (let end = isLast ? nodes.length : nodeIndex; end <= nodes.length; end++) {
      if (--budget.steps < 0) return true;
      const rest: Next = (found) => matchFrom(lists, patternIndex + 1, end, found);
      const run = nodes.slice(nodeIndex, end);
      const stop =
        pattern.type === "ellipsis"
          ? rest(bindings)
          : bind({ name: pattern.name, nodes: run, part: undefined }, bindings, budget, rest);
      if (stop) return true;
    }
    return false;
  }
  const node = nodes[nodeIndex];
  if (node === undefined) return false;
  return matchNode(pattern, node, bindings, budget, (found) =>
    matchFrom(lists, patternIndex + 1, nodeIndex + 1, found),
  );
}

function isKeywordPattern(pattern: PatternNode): pattern is ConcretePattern {
  return pattern.type === "node" && pattern.kind === "Keyword";
}

/** Positional arguments in place, keywords in any order; code may have keywords that the pattern lacks only beside `...`. */
export function matchArguments(
  patterns: readonly PatternNode[],
  nodes: readonly SyntaxNode[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const keywords = patterns.filter(isKeywordPattern);
  const positional = patterns.filter((pattern): boolean => !isKeywordPattern(pattern));
  const open = positional.find((pattern) => pattern.type === "ellipsis" || pattern.type === "metavariable-ellipsis");
  const given = nodes.filter((node) => node.kind !== "Keyword");
  const named = nodes.filter((node) => node.kind === "Keyword");
  if (named.length < keywords.length) return false;
  if (open === undefined && named.length > keywords.length) return false;
  // A run that is bound takes the keywords too that nothing else in the pattern names.
  const takesKeywords = open?.type === "metavariable-ellipsis" && named.length > keywords.length;
  return matchKeywords(keywords, 0, named, bindings, budget, (found, left) =>
    matchParts(positional, takesKeywords ? nodes.filter((node) => node.kind !== "Keyword" || left.includes(node)) : given, found, budget, next),
  );
}

/** Takes the bindings of the keywords, and the nodes that no keyword of the pattern took. */
type KeywordsNext = (bindings: Bindings | undefined, left: readonly SyntaxNode[]) => boolean;

function matchKeywords(
  patterns: readonly ConcretePattern[],
  index: number,
  nodes: readonly SyntaxNode[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: KeywordsNext,
): boolean {
  const pattern = patterns[index];
  if (pattern === undefined) return next(bindings, nodes);
  const [value] = pattern.children;
  if (value === undefined) return false;
  for (const node of nodes) {
    const rest: Next = (found) =>
      matchNode(value, node.child(0), found, budget, (inner) =>
        matchKeywords(
          patterns,
          index + 1,
          nodes.filter((other) => other !== node),
          inner,
          budget,
          next,
        ),
      );
    if (pattern.valueMetavariable !== "") {
      if (bindValue(pattern.valueMetavariable, node, bindings, budget, rest)) return true;
    } else if (pattern.value === node.value && rest(bindings)) return true;
  }
  return false;
}

/** Elements in any order, as of a set or dictionary; code may have more of them only beside `...`. */
export function matchUnordered(
  patterns: readonly PatternNode[],
  nodes: readonly SyntaxNode[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const wanted = patterns.filter((pattern) => pattern.type !== "ellipsis");
  if (wanted.length === patterns.length && wanted.length !== nodes.length) return false;
  if (wanted.length === 0) return next(bindings);
  const asksForSpread = wanted.some((pattern) => pattern.type === "node" && pattern.kind === "DoubleStarred");
  if (!asksForSpread && nodes.some((node) => node.kind === "DoubleStarred")) return false;
  return matchEach({ patterns: wanted, nodes, budget, next }, 0, nodes, bindings);
}

function matchEach(lists: Lists, index: number, left: readonly SyntaxNode[], bindings: Bindings | undefined): boolean {
  const pattern = lists.patterns[index];
  if (pattern === undefined) return lists.next(bindings);
  for (const node of left) {
    if (--lists.budget.steps < 0) return true;
    const rest: Next = (found) =>
      matchEach(
        lists,
        index + 1,
        left.filter((other) => other !== node),
        found,
      );
    if (matchNode(pattern, node, bindings, lists.budget, rest)) return true;
  }
  return false;
}
