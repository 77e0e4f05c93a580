/** Matching of lists: elements in order with `...` between, and call arguments, where keywords come in any order. */
import type { SyntaxNode } from "../syntax/node.js";
import type { Binding, Bindings } from "./bindings.js";
import { bind, bindValue, matchNode, type MatchBudget, type Next } from "./match.js";
import type { PatternNode } from "./pattern.js";

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
      const stop =
        pattern.type === "ellipsis"
          ? rest(bindings)
          : bind(runOf(pattern.name, nodes, nodeIndex, end, budget), bindings, budget, rest);
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

/** What `$...X` stands for. Long runs are copied and compared, which counts. */
function runOf(name: string, nodes: readonly SyntaxNode[], start: number, end: number, budget: MatchBudget): Binding {
  budget.steps -= (end - start) >> 3;
  return { name, nodes: nodes.slice(start, end), part: undefined };
}

/**
 * Arguments of a call. A keyword of the pattern is found wherever it stands among those that are left; all else stands in its place.
 * What is left in the end must be taken by a `...` that comes last.
 */
export function matchArguments(
  patterns: readonly PatternNode[],
  nodes: readonly SyntaxNode[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return matchArgumentsFrom({ patterns, nodes, budget, next }, 0, { nodes, from: 0 }, bindings);
}

/** The arguments that are left: of a list all from an index on. */
interface Left {
  readonly nodes: readonly SyntaxNode[];
  readonly from: number;
}

function matchArgumentsFrom(lists: Lists, index: number, left: Left, bindings: Bindings | undefined): boolean {
  const { patterns, budget, next } = lists;
  const { nodes, from } = left;
  const pattern = patterns[index];
  if (pattern === undefined) return from === nodes.length && next(bindings);
  if (--budget.steps < 0) return true;
  if (pattern.type === "ellipsis") return matchAfterDots(lists, index, left, bindings);
  if (pattern.type === "metavariable-ellipsis") return matchRun(lists, index, left, bindings);
  if (pattern.type === "node" && pattern.kind === "Keyword") return matchKeyword(lists, index, left, bindings);
  const first = nodes[from];
  if (first === undefined || first.kind === "Keyword") return false;
  return matchNode(pattern, first, bindings, budget, (found) =>
    matchArgumentsFrom(lists, index + 1, { nodes, from: from + 1 }, found),
  );
}

/** `...` takes any number of arguments from the front. */
function matchAfterDots(lists: Lists, index: number, { nodes, from }: Left, bindings: Bindings | undefined): boolean {
  if (index === lists.patterns.length - 1) return lists.next(bindings);
  for (let at = from; at < nodes.length; at++)
    if (matchArgumentsFrom(lists, index + 1, { nodes, from: at }, bindings)) return true;
  return false;
}

function matchRun(lists: Lists, index: number, { nodes, from }: Left, bindings: Bindings | undefined): boolean {
  const { patterns, budget } = lists;
  const pattern = patterns[index];
  if (pattern?.type !== "metavariable-ellipsis") return false;
  const isLast = index === patterns.length - 1;
  for (let end = isLast ? nodes.length : from; end <= nodes.length; end++) {
    const rest: Next = (found) => matchArgumentsFrom(lists, index + 1, { nodes, from: end }, found);
    if (bind(runOf(pattern.name, nodes, from, end, budget), bindings, budget, rest)) return true;
  }
  return false;
}

function matchKeyword(lists: Lists, index: number, { nodes, from }: Left, bindings: Bindings | undefined): boolean {
  const { patterns, budget } = lists;
  const pattern = patterns[index];
  const value = pattern?.type === "node" ? pattern.children[0] : undefined;
  if (pattern?.type !== "node" || value === undefined) return false;
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at];
    if (node?.kind !== "Keyword") continue;
    if (--budget.steps < 0) return true;
    const others = (): Left => ({ nodes: without(nodes, from, at, budget), from: 0 });
    const rest: Next = (found) =>
      matchNode(value, node.child(0), found, budget, (inner) => matchArgumentsFrom(lists, index + 1, others(), inner));
    if (pattern.valueMetavariable !== "") {
      if (bindValue(pattern.valueMetavariable, node, bindings, budget, rest)) return true;
    } else if (pattern.value === node.value && rest(bindings)) return true;
  }
  return false;
}

/** A list from an index on without one of its nodes. Copying counts. */
function without(nodes: readonly SyntaxNode[], from: number, index: number, budget: MatchBudget): SyntaxNode[] {
  budget.steps -= (nodes.length - from) >> 3;
  return [...nodes.slice(from, index), ...nodes.slice(index + 1)];
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
  return matchEach(wanted, nodes, bindings, budget, next);
}

/** Each pattern matches a node of its own, in any order; `...` asks for nothing, and nodes may be left over. */
export function matchEach(
  patterns: readonly PatternNode[],
  nodes: readonly SyntaxNode[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return matchEachFrom({ patterns, nodes, budget, next }, 0, nodes, bindings);
}

function matchEachFrom(
  lists: Lists,
  index: number,
  left: readonly SyntaxNode[],
  bindings: Bindings | undefined,
): boolean {
  const pattern = lists.patterns[index];
  if (pattern === undefined) return lists.next(bindings);
  if (pattern.type === "ellipsis") return matchEachFrom(lists, index + 1, left, bindings);
  for (let at = 0; at < left.length; at++) {
    const node = left[at];
    if (node === undefined || --lists.budget.steps < 0) return true;
    const rest: Next = (found) => matchEachFrom(lists, index + 1, without(left, 0, at, lists.budget), found);
    if (matchNode(pattern, node, bindings, lists.budget, rest)) return true;
  }
  return false;
}
