/** Matching of statements and of statement lists, where `...` also reaches into nested blocks. */
import type { SyntaxNode } from '../syntax/node.js';
import type { Bindings } from './bindings.js';
import { isEllipsisStatement } from './compile-pattern.js';
import { after, flatIndexOf, flattenList, topOf, type FlatStatements } from './flat-statements.js';
import { bindNode, bindValue, matchDeep, matchNode, matchValueAndParts, type MatchBudget, type Next } from './match.js';
import { matchArguments } from './match-lists.js';
import { quickReject } from './quick-reject.js';
import type { ConcretePattern, PatternNode } from './pattern.js';

/** Matches a pattern node with a code node of the same kind; expressions without rules of their own end here too. */
export function matchStatement(pattern: ConcretePattern, node: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  switch (node.kind) {
    case 'FunctionDef':
      return matchDefinition(pattern, node, [1, 2], bindings, budget, next);
    case 'ClassDef':
      return matchDefinition(pattern, node, [1], bindings, budget, next);
    case 'If':
    case 'While':
    case 'For':
      if (pattern.value !== '' && pattern.value !== node.value) return false;
      return matchOptionalLast(pattern, node, bindings, budget, next);
    case 'Try':
      return matchTry(pattern, node, bindings, budget, next);
    case 'With':
      if (pattern.value !== '' && pattern.value !== node.value) return false;
      return matchWith(pattern, node, bindings, budget, next);
    case 'Raise':
      return matchOptionalLast(pattern, node, bindings, budget, next);
    case 'Return':
    case 'Assert':
    case 'Parameter':
      return matchSlots(pattern, node, bindings, budget, next);
    case 'Import':
    case 'ImportFrom':
      return matchImport(pattern, node, bindings, budget, next);
    case 'ImportName':
      return matchImportName(pattern, node, bindings, budget, next);
    default:
      return matchValueAndParts(pattern, node, bindings, budget, next);
  }
}

/** Slots one by one: an Absent slot of the pattern asks for one in the code, save annotations and defaults of parameters. */
function matchSlots(pattern: ConcretePattern, node: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  if (pattern.value !== node.value) return false;
  const counts = (slot: number): boolean => node.kind !== 'Parameter' || slot === 0 || !isAbsent(pattern.children[slot]);
  return matchPairs(pattern.children, node.children, counts, 0, bindings, budget, next);
}

/** The items of the pattern are found among those of the code: `with a, b:` means `with a: with b:`. */
function matchWith(pattern: ConcretePattern, node: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  const body = pattern.children[pattern.children.length - 1];
  if (body === undefined) return false;
  return matchSubset(pattern.children.slice(0, -1), 0, node.children.slice(0, -1), bindings, budget, (found) =>
    matchNode(body, node.lastChild(), found, budget, next),
  );
}

/** As slots, but the last one counts only if the pattern has it: `else`, the cause of a raise. */
function matchOptionalLast(pattern: ConcretePattern, node: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  const last = pattern.children.length - 1;
  const wanted = !isAbsent(pattern.children[last]);
  return matchPairs(pattern.children, node.children, (slot) => slot !== last || wanted, 0, bindings, budget, next);
}

function matchPairs(
  patterns: readonly PatternNode[],
  nodes: readonly SyntaxNode[],
  counts: (slot: number) => boolean,
  slot: number,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const pattern = patterns[slot];
  const node = nodes[slot];
  if (pattern === undefined || node === undefined) return pattern === node && next(bindings);
  if (!counts(slot)) return matchPairs(patterns, nodes, counts, slot + 1, bindings, budget, next);
  return matchNode(pattern, node, bindings, budget, (found) => matchPairs(patterns, nodes, counts, slot + 1, found, budget, next));
}

function isAbsent(pattern: PatternNode | undefined): boolean {
  return pattern?.type === 'node' && pattern.kind === 'Absent';
}

function childrenOf(pattern: PatternNode | undefined): readonly PatternNode[] {
  return pattern?.type === 'node' ? pattern.children : [];
}

/** Decorators in any order and code may have more; a class's bases count if the pattern names any; `async` of the code needs no word in the pattern. */
function matchDefinition(
  pattern: ConcretePattern,
  node: SyntaxNode,
  slots: readonly number[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.value !== '' && pattern.value !== node.value) return false;
  const bodySlot = pattern.children.length - 1;
  const body: Next = (found) => {
    const wanted = pattern.children[bodySlot];
    return wanted !== undefined && matchNode(wanted, node.child(bodySlot), found, budget, next);
  };
  const returns: Next = (found) => {
    const wanted = node.kind === 'FunctionDef' ? pattern.children[3] : undefined;
    return wanted === undefined || isAbsent(wanted) ? body(found) : matchNode(wanted, node.child(3), found, budget, body);
  };
  const wantedBases = node.kind === 'ClassDef' ? childrenOf(pattern.children[2]) : [];
  const bases: Next = (found) =>
    wantedBases.length === 0 ? returns(found) : matchArguments(wantedBases, node.child(2).children, found, budget, returns);
  const heads: Next = (found) => matchPairs(pattern.children, node.children, (slot) => slots.includes(slot), 0, found, budget, bases);
  return matchSubset(childrenOf(pattern.children[0]), 0, node.child(0).children, bindings, budget, heads);
}

/** Each pattern matches a node of its own, in any order; `...` asks for nothing. `@d` and `@d()` are the same. */
function matchSubset(
  patterns: readonly PatternNode[],
  index: number,
  nodes: readonly SyntaxNode[],
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const pattern = patterns[index];
  if (pattern === undefined) return next(bindings);
  if (pattern.type === 'ellipsis' || pattern.type === 'metavariable-ellipsis') return matchSubset(patterns, index + 1, nodes, bindings, budget, next);
  for (const node of nodes) {
    const rest: Next = (found) => matchSubset(patterns, index + 1, nodes.filter((other) => other !== node), found, budget, next);
    if (matchNode(pattern, node, bindings, budget, rest)) return true;
    const isBareCall = node.kind === 'Call' && node.children.length === 1;
    if (isBareCall && matchNode(pattern, node.child(0), bindings, budget, rest)) return true;
  }
  return false;
}

/** The body, then clauses in any order; clauses that the pattern lacks are allowed, save that an `else` needs one. */
function matchTry(pattern: ConcretePattern, node: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  const [body, ...clauses] = pattern.children;
  if (body === undefined) return false;
  return matchNode(body, node.child(0), bindings, budget, (found) => matchSubset(clauses, 0, node.children.slice(1), found, budget, next));
}

function matchImport(pattern: ConcretePattern, node: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  const names: Next = (found) => matchSubset(pattern.children, 0, node.children, found, budget, next);
  if (pattern.valueMetavariable !== '') return bindValue(pattern.valueMetavariable, node, bindings, budget, names);
  return pattern.value === node.value && names(bindings);
}

function matchImportName(pattern: ConcretePattern, node: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  const alias: Next = (found) => {
    const [wanted] = pattern.children;
    if (wanted === undefined || isAbsent(wanted)) return next(found);
    return matchNode(wanted, node.child(0), found, budget, next);
  };
  if (pattern.valueMetavariable !== '') return bindValue(pattern.valueMetavariable, node, bindings, budget, alias);
  return pattern.value === node.value && alias(bindings);
}

/** Matches the whole of a block. */
export function matchBlock(patterns: readonly PatternNode[], block: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  const [only] = patterns;
  if (patterns.length === 1 && only !== undefined && isEllipsisStatement(only)) return next(bindings);
  return matchFlat(patterns, 0, flattenList(block.children), 0, true, bindings, budget, (found) => next(found));
}

/** Matches `patterns` with the statements from `start` on; `next` also gets the last statement matched. */
export function matchSequence(
  patterns: readonly PatternNode[],
  statements: readonly SyntaxNode[],
  start: number,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: (bindings: Bindings | undefined, last: SyntaxNode | undefined) => boolean,
): boolean {
  const [first] = patterns;
  const node = statements[start];
  if (first === undefined || node === undefined) return false;
  // Most candidates fail at their first statement, before the rest is worth flattening.
  if (!isEllipsisStatement(first) && !matchStatementNode(first, node, bindings, budget, () => true)) return false;
  if (patterns.length === 1 && !isEllipsisStatement(first)) {
    return matchStatementNode(first, node, bindings, budget, (found) => next(found, node));
  }
  const flat = flattenList(statements);
  return matchFlat(patterns, 0, flat, flatIndexOf(flat, start), false, bindings, budget, next);
}

function matchFlat(
  patterns: readonly PatternNode[],
  patternIndex: number,
  flat: FlatStatements,
  at: number,
  whole: boolean,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: (bindings: Bindings | undefined, last: SyntaxNode | undefined) => boolean,
  last?: SyntaxNode,
): boolean {
  const pattern = patterns[patternIndex];
  if (pattern === undefined) return (!whole || at >= flat.nodes.length) && next(bindings, last);
  if (isEllipsisStatement(pattern)) {
    if (patternIndex === patterns.length - 1) return whole ? next(bindings, last) : matchRest(flat, at, bindings, last, next);
    const following = patterns[patternIndex + 1];
    for (let from = at; from <= flat.nodes.length; from++) {
      const node = flat.nodes[from];
      if (following !== undefined && node !== undefined && quickReject(following, node)) continue;
      if (--budget.steps < 0) return true;
      if (matchFlat(patterns, patternIndex + 1, flat, from, whole, bindings, budget, next, last)) return true;
    }
    return false;
  }
  const node = flat.nodes[at];
  if (node === undefined) return false;
  return matchStatementNode(pattern, node, bindings, budget, (found) =>
    matchFlat(patterns, patternIndex + 1, flat, after(flat, at), whole, found, budget, next, topOf(flat, at)),
  );
}

/** `...` at the end of a pattern may take any number of the statements that follow; the longest run comes first. */
function matchRest(
  flat: FlatStatements,
  at: number,
  bindings: Bindings | undefined,
  last: SyntaxNode | undefined,
  next: (bindings: Bindings | undefined, last: SyntaxNode | undefined) => boolean,
): boolean {
  const ends = new Set<SyntaxNode | undefined>([last]);
  for (let index = 0; index < flat.nodes.length; index = after(flat, index)) if (after(flat, index) > at) ends.add(flat.nodes[index]);
  return [...ends].reverse().some((end) => next(bindings, end));
}

/** `$S` alone in statement position can be a whole statement. */
function matchStatementNode(pattern: PatternNode, node: SyntaxNode, bindings: Bindings | undefined, budget: MatchBudget, next: Next): boolean {
  if (pattern.type === 'node' && pattern.kind === 'ExpressionStatement' && pattern.children[0]?.type === 'metavariable') {
    const value = node.kind === 'ExpressionStatement' ? node.child(0) : node;
    return bindNode(pattern.children[0].name, value, bindings, budget, next);
  }
  if (pattern.type === 'node' && pattern.kind === 'ExpressionStatement' && pattern.children[0]?.type === 'deep') {
    return matchDeep(pattern.children[0].inner, node, bindings, budget, next);
  }
  return matchNode(pattern, node, bindings, budget, next);
}
