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

function isSpreadPattern(pattern: PatternNode): boolean {
  return pattern.type === "node" && pattern.kind === "DoubleStarred";
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
  const given = nodes.filter((node) => node.kind !== "Keyword" && node.kind !== "DoubleStarred");
  const named = nodes.filter((node) => node.kind === "Keyword");
  const spread = nodes.filter((node) => node.kind === "DoubleStarred");
  if (named.length < keywords.length) return false;
  if (open === undefined && named.length > keywords.length) return false;
  // A run that is bound takes the keywords too; `**kwargs` is positional for the pattern's own `**`.
  if (open?.type === "metavariable-ellipsis" && keywords.length === 0)
    return matchParts(positional, nodes, bindings, budget, next);
  const ordered = open === undefined || positional.some(isSpreadPattern) ? [...given, ...spread] : given;
  return matchKeywords(keywords, 0, named, bindings, budget, (found) =>
    matchParts(positional, ordered, found, budget, next),
  );
}

function matchKeywords(
  patterns: readonly ConcretePattern[],
  index: number,
  nodes: readonly SyntaxNode[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const pattern = patterns[index];
  if (pattern === undefined) return next(bindings);
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
