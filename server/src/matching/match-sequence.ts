/** Matching of statement lists, where `...` takes any number of statements and also reaches into nested blocks. */
import type { SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import { isEllipsisStatement } from "./compile-pattern.js";
import { after, flatIndexOf, flattenList, mayContain, topOf, type FlatStatements } from "./flat-statements.js";
import { bind, bindNode, matchDeep, matchNode, type MatchBudget, type Next } from "./match.js";
import type { PatternNode } from "./pattern.js";
import { quickReject } from "./quick-reject.js";
import { holdsExpressions, isSeparate } from "./statement-expressions.js";

/** Takes one way to match, with the last statement of the list that it reaches; gives true to stop the search. */
export type SequenceNext = (bindings: Bindings | undefined, last: SyntaxNode | undefined) => boolean;

/** What stays the same while one list is matched. */
interface Sequence {
  readonly patterns: readonly PatternNode[];
  readonly flat: FlatStatements;
  /** Whether the pattern must take all of the list, as a block's does. */
  readonly whole: boolean;
  readonly budget: MatchBudget;
  readonly next: SequenceNext;
}

/** How far a try has come. */
interface Progress {
  readonly pattern: number;
  /** Index in the flattened list. */
  readonly at: number;
  readonly bindings: Bindings | undefined;
  readonly last: SyntaxNode | undefined;
}

/** Matches the whole of a block. */
export function matchBlock(
  patterns: readonly PatternNode[],
  block: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const [only] = patterns;
  if (patterns.length === 1 && only !== undefined) {
    if (isEllipsisStatement(only)) return next(bindings);
    const name = bareMetavariable(only);
    if (name !== undefined && block.children.length > 1) return bindNode(name, block, bindings, budget, next);
  }
  // After `...`, which reaches into nested blocks, the end is open.
  const whole = !patterns.some(isEllipsisStatement);
  const sequence = { patterns, flat: flattenList(block.children), whole, budget, next };
  return matchFrom(sequence, { pattern: 0, at: 0, bindings, last: undefined });
}

/** Matches the body of a class: each statement of the pattern one of the body's own, in any order; `...` asks for nothing. */
export function matchClassBody(
  patterns: readonly PatternNode[],
  block: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const wanted = patterns.filter((pattern) => !isEllipsisStatement(pattern));
  const [only] = wanted;
  const name = only !== undefined && wanted.length === 1 ? bareMetavariable(only) : undefined;
  if (name !== undefined && patterns.length === 1) {
    const [statement] = block.children;
    return bindNode(
      name,
      block.children.length === 1 && statement !== undefined ? statement : block,
      bindings,
      budget,
      next,
    );
  }
  return matchMembers({ wanted, budget, next }, 0, block.children, bindings);
}

interface Members {
  readonly wanted: readonly PatternNode[];
  readonly budget: MatchBudget;
  readonly next: Next;
}

function matchMembers(
  members: Members,
  index: number,
  statements: readonly SyntaxNode[],
  bindings: Bindings | undefined,
): boolean {
  const pattern = members.wanted[index];
  if (pattern === undefined) return members.next(bindings);
  for (const statement of statements) {
    if (rejects(pattern, statement, members.budget)) continue;
    if (--members.budget.steps < 0) return true;
    const rest: Next = (found) =>
      matchMembers(
        members,
        index + 1,
        statements.filter((other) => other !== statement),
        found,
      );
    if (matchOne(pattern, statement, bindings, members.budget, rest)) return true;
  }
  return false;
}

/** The metavariable that stands alone as a statement. */
function bareMetavariable(pattern: PatternNode): string | undefined {
  if (pattern.type !== "node" || pattern.kind !== "ExpressionStatement") return undefined;
  const [expression] = pattern.children;
  return expression?.type === "metavariable" ? expression.name : undefined;
}

/** Matches `patterns` with the statements from `start` on. */
export function matchSequence(
  patterns: readonly PatternNode[],
  statements: readonly SyntaxNode[],
  start: number,
  budget: MatchBudget,
  next: SequenceNext,
): boolean {
  const [first] = patterns;
  const node = statements[start];
  if (first === undefined || node === undefined) return false;
  if (!isEllipsisStatement(first)) {
    if (patterns.length === 1) return matchOne(first, node, undefined, budget, (found) => next(found, node));
    // Most candidates fail at their first statement, before the rest is worth flattening.
    if (!matchOne(first, node, undefined, budget, () => true)) return false;
  }
  const flat = flattenList(statements);
  const sequence = { patterns, flat, whole: false, budget, next };
  return matchFrom(sequence, { pattern: 0, at: flatIndexOf(flat, start), bindings: undefined, last: undefined });
}

function matchFrom(sequence: Sequence, progress: Progress): boolean {
  const { patterns, flat, whole, budget, next } = sequence;
  const pattern = patterns[progress.pattern];
  if (pattern === undefined)
    return (!whole || progress.at >= flat.nodes.length) && next(progress.bindings, progress.last);
  if (isEllipsisStatement(pattern)) {
    if (progress.pattern < patterns.length - 1) return matchAfterEllipsis(sequence, progress);
    return whole ? next(progress.bindings, progress.last) : matchRest(sequence, progress);
  }
  const run = runMetavariable(pattern);
  if (run !== undefined) return matchStatementRun(sequence, progress, run);
  const node = flat.nodes[progress.at];
  if (node === undefined) return false;
  return matchOne(pattern, node, progress.bindings, budget, (bindings) =>
    matchFrom(sequence, {
      pattern: progress.pattern + 1,
      at: after(flat, progress.at),
      bindings,
      last: topOf(flat, progress.at),
    }),
  );
}

/** The metavariable of `$...NAME` alone as a statement. */
function runMetavariable(pattern: PatternNode): string | undefined {
  const expression =
    pattern.type === "node" && pattern.kind === "ExpressionStatement" ? pattern.children[0] : undefined;
  return expression?.type === "metavariable-ellipsis" ? expression.name : undefined;
}

/** Binds any number of the list's own statements; the longest run comes first. */
function matchStatementRun(sequence: Sequence, progress: Progress, name: string): boolean {
  const { flat, budget } = sequence;
  const taken: SyntaxNode[] = [];
  const ends = [progress.at];
  for (let at = progress.at; at < flat.nodes.length; at = after(flat, at)) {
    const node = flat.nodes[at];
    if (node !== undefined) taken.push(node);
    ends.push(after(flat, at));
  }
  for (let count = taken.length; count >= 0; count--) {
    if ((budget.steps -= 1 + (count >> 3)) < 0) return true;
    const run = { name, nodes: taken.slice(0, count), part: undefined };
    const at = ends[count] ?? progress.at;
    const last = taken[count - 1] ?? progress.last;
    const rest: Next = (bindings) => matchFrom(sequence, { pattern: progress.pattern + 1, at, bindings, last });
    if (bind(run, progress.bindings, budget, rest)) return true;
  }
  return false;
}

/** From this many nested statements on, it is remembered of a statement what can't be in it. */
const largeStatement = 8;

/** Tries the pattern after `...` at every statement from here on. */
function matchAfterEllipsis(sequence: Sequence, progress: Progress): boolean {
  const { patterns, flat, budget } = sequence;
  const following = patterns[progress.pattern + 1];
  for (let at = progress.at; at <= flat.nodes.length; at = budget.options.deepStatements ? at + 1 : after(flat, at)) {
    const node = flat.nodes[at];
    if (following !== undefined && node !== undefined) {
      const size = flat.sizes[at] ?? 1;
      const isFollowed = budget.options.symbolicPropagation;
      if (!isFollowed && size > largeStatement && !mayContain(node, following)) {
        at += size - 1;
        continue;
      }
      if (rejects(following, node, budget)) continue;
    }
    if (--budget.steps < 0) return true;
    if (matchFrom(sequence, { ...progress, pattern: progress.pattern + 1, at })) return true;
  }
  return false;
}

/** `...` at the end of a pattern may take any number of the statements that follow; the longest run comes first. */
function matchRest({ flat, budget, next }: Sequence, progress: Progress): boolean {
  if ((budget.steps -= flat.nodes.length >> 3) < 0) return true;
  const ends = new Set<SyntaxNode | undefined>([progress.last]);
  for (let index = 0; index < flat.nodes.length; index = after(flat, index)) {
    if (after(flat, index) > progress.at) ends.add(flat.nodes[index]);
  }
  return [...ends].reverse().some((end) => next(progress.bindings, end));
}

/** One statement. `$S` alone can be a whole one, and `<... e ...>` alone is a statement with `e` in it. */
function matchOne(
  pattern: PatternNode,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const expression =
    pattern.type === "node" && pattern.kind === "ExpressionStatement" ? pattern.children[0] : undefined;
  if (expression?.type === "metavariable") {
    const value = node.kind === "ExpressionStatement" ? node.child(0) : node;
    return bindNode(expression.name, value, bindings, budget, next);
  }
  if (expression?.type === "deep") return matchDeep(expression.inner, node, bindings, budget, next);
  if (matchNode(pattern, node, bindings, budget, next)) return true;
  if (expression === undefined || expression.type === "ellipsis" || !budget.options.deepExpressionStatements)
    return false;
  return holdsExpressions(node.kind) && matchWithin(expression, node, bindings, budget, next);
}

/** An expression somewhere in a simple statement; not in lambdas and comprehensions, which run at other times or often. */
function matchWithin(
  pattern: PatternNode,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  for (const child of node.children) {
    if (isSeparate(child.kind)) continue;
    if (!rejects(pattern, child, budget) && matchNode(pattern, child, bindings, budget, next)) return true;
    if (child.children.length > 0 && matchWithin(pattern, child, bindings, budget, next)) return true;
  }
  return false;
}

/** A cheap look first; not where names may stand for what the pattern wants. */
function rejects(pattern: PatternNode, node: SyntaxNode, { options }: MatchBudget): boolean {
  return !options.symbolicPropagation && quickReject(pattern, node);
}
