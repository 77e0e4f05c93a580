/** Matching of single statements, whose parts may be left out of a pattern in their own ways. */
import type { SyntaxKind, SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import { matchImport } from "./match-imports.js";
import { matchNode, matchValueAndParts, type MatchBudget, type Next } from "./match.js";
import { matchArguments } from "./match-lists.js";
import { matchClassBody } from "./match-sequence.js";
import type { Matcher } from "./matcher.js";
import type { ConcretePattern, PatternNode } from "./pattern.js";

/** Matches a pattern node with a code node of the same kind; expressions without rules of their own end here too. */
export function matchStatement(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return (byKind[node.kind] ?? matchValueAndParts)(pattern, node, bindings, budget, next);
}

const byKind: Partial<Record<SyntaxKind, Matcher>> = {
  FunctionDef: (pattern, node, bindings, budget, next) =>
    matchDefinition(pattern, node, [1, 2], bindings, budget, next),
  ClassDef: (pattern, node, bindings, budget, next) => matchDefinition(pattern, node, [1], bindings, budget, next),
  If: matchWithElse,
  While: matchWithElse,
  For: matchWithElse,
  Try: matchTry,
  With: (pattern, node, bindings, budget, next) =>
    hasFlavour(pattern, node) && matchSlots({ ...pattern, value: node.value }, node, bindings, budget, next),
  Raise: (pattern, node, bindings, budget, next) => {
    const isBare = pattern.children[0]?.type === "ellipsis" && node.child(0).kind === "Absent";
    return !isBare && matchOptionalLast(pattern, node, bindings, budget, next);
  },
  Except: matchExcept,
  // `with $X:` leaves open whether the item has a name.
  WithItem: (pattern, node, bindings, budget, next) =>
    (pattern.children[0]?.type === "metavariable" ? matchOptionalLast : matchSlots)(
      pattern,
      node,
      bindings,
      budget,
      next,
    ),
  Return: matchSlots,
  Assert: matchSlots,
  Parameter: matchSlots,
  Import: matchImport,
  ImportFrom: matchImport,
  Global: matchNames,
  Nonlocal: matchNames,
};

/** `async` of the code needs no word in the pattern. */
function hasFlavour(pattern: ConcretePattern, node: SyntaxNode): boolean {
  return pattern.value === "" || pattern.value === node.value;
}

function matchWithElse(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return hasFlavour(pattern, node) && matchOptionalLast(pattern, node, bindings, budget, next);
}

function matchNames(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return matchSubset(pattern.children, 0, node.children, bindings, budget, next);
}

/** A metavariable stands for one type, not for a tuple of them. Python 2 writes `A, e` for `A as e`, which a pattern cannot tell from two types. */
function matchExcept(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const isUnnamed = isAbsent(pattern.children[1]);
  if (isUnnamed && pattern.children[0]?.type === "metavariable" && node.child(0).kind === "Tuple") return false;
  if (matchValueAndParts(pattern, node, bindings, budget, next)) return true;
  const pair = childrenOf(pattern.children[0]);
  if (!isUnnamed || pair.length !== 2 || !isNamedByComma(node)) return false;
  const read = { ...pattern, children: [...pair, ...pattern.children.slice(2)] };
  return matchValueAndParts(read, node, bindings, budget, next);
}

/** Whether the clause is `except A, e`. */
function isNamedByComma(node: SyntaxNode): boolean {
  const [type, name] = node.children;
  if (type === undefined || name === undefined || name.kind === "Absent") return false;
  return node.unit.text.slice(type.end, name.start).includes(",");
}

/** Slots one by one: an Absent slot of the pattern asks for one in the code, save annotations and defaults of parameters. */
function matchSlots(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.value !== node.value) return false;
  const counts = (slot: number): boolean =>
    node.kind !== "Parameter" || slot === 0 || !isAbsent(pattern.children[slot]);
  const slots = { patterns: pattern.children, nodes: node.children, counts };
  return matchPairs(slots, 0, bindings, budget, next);
}

/** As slots, but the last one counts only if the pattern has it: `else`, the cause of a raise. */
function matchOptionalLast(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const last = pattern.children.length - 1;
  const wanted = !isAbsent(pattern.children[last]);
  const slots = { patterns: pattern.children, nodes: node.children, counts: (slot: number) => slot !== last || wanted };
  return matchPairs(slots, 0, bindings, budget, next);
}

/** Slots of both sides, and which of them count. */
interface Slots {
  readonly patterns: readonly PatternNode[];
  readonly nodes: readonly SyntaxNode[];
  readonly counts: (slot: number) => boolean;
}

function matchPairs(
  slots: Slots,
  slot: number,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const pattern = slots.patterns[slot];
  const node = slots.nodes[slot];
  if (pattern === undefined || node === undefined) return pattern === node && next(bindings);
  if (!slots.counts(slot)) return matchPairs(slots, slot + 1, bindings, budget, next);
  return matchNode(pattern, node, bindings, budget, (found) => matchPairs(slots, slot + 1, found, budget, next));
}

function isAbsent(pattern: PatternNode | undefined): boolean {
  return pattern?.type === "node" && pattern.kind === "Absent";
}

function childrenOf(pattern: PatternNode | undefined): readonly PatternNode[] {
  return pattern?.type === "node" ? pattern.children : [];
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
  if (pattern.value !== "" && pattern.value !== node.value) return false;
  const bodySlot = pattern.children.length - 1;
  const body: Next = (found) => {
    const wanted = pattern.children[bodySlot];
    if (wanted === undefined) return false;
    if (node.kind === "ClassDef" && wanted.type === "node")
      return matchClassBody(wanted.children, node.child(bodySlot), found, budget, next);
    return matchNode(wanted, node.child(bodySlot), found, budget, next);
  };
  const returns: Next = (found) => {
    const wanted = node.kind === "FunctionDef" ? pattern.children[3] : undefined;
    return wanted === undefined || isAbsent(wanted)
      ? body(found)
      : matchNode(wanted, node.child(3), found, budget, body);
  };
  const wantedBases = node.kind === "ClassDef" ? childrenOf(pattern.children[2]) : [];
  const bases: Next = (found) =>
    wantedBases.length === 0
      ? returns(found)
      : matchArguments(wantedBases, basesOf(wantedBases, node.child(2)), found, budget, returns);
  const heads: Next = (found) => {
    const compared = {
      patterns: pattern.children,
      nodes: node.children,
      counts: (slot: number) => slots.includes(slot),
    };
    return matchPairs(compared, 0, found, budget, bases);
  };
  const decorators = childrenOf(pattern.children[0]);
  const isNamed = decorators.some((decorator) => decorator.type === "metavariable");
  const given = isNamed ? node.child(0).children.map(withoutEmptyCall) : node.child(0).children;
  return matchSubset(decorators, 0, given, bindings, budget, heads);
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
  if (pattern.type === "ellipsis" || pattern.type === "metavariable-ellipsis")
    return matchSubset(patterns, index + 1, nodes, bindings, budget, next);
  for (const node of nodes) {
    if (asksForAny(pattern) && (isModifier(node) || (pattern.type === "metavariable" && node.kind === "Call")))
      continue;
    const rest: Next = (found) =>
      matchSubset(
        patterns,
        index + 1,
        nodes.filter((other) => other !== node),
        found,
        budget,
        next,
      );
    if (matchNode(pattern, node, bindings, budget, rest)) return true;
    const isBareCall = node.kind === "Call" && node.children.length === 1;
    if (isBareCall && matchNode(pattern, node.child(0), bindings, budget, rest)) return true;
    const callee = bareCallee(pattern);
    if (callee !== undefined && node.kind !== "Call" && matchNode(callee, node, bindings, budget, rest)) return true;
  }
  return false;
}

/** Whether the pattern is a metavariable, or calls one. */
function asksForAny(pattern: PatternNode): boolean {
  const callee = pattern.type === "node" && pattern.kind === "Call" ? pattern.children[0] : pattern;
  return callee?.type === "metavariable";
}

/** These say what a method is, rather than decorate it, so that no metavariable stands for them. */
function isModifier(node: SyntaxNode): boolean {
  return node.kind === "Name" && (node.value === "staticmethod" || node.value === "abstractmethod");
}

/** `@d()` is `@d`. */
function withoutEmptyCall(decorator: SyntaxNode): SyntaxNode {
  return decorator.kind === "Call" && decorator.children.length === 1 ? decorator.child(0) : decorator;
}

/** The bases that count: keywords such as a metaclass only where the pattern has some. */
function basesOf(wanted: readonly PatternNode[], given: SyntaxNode): readonly SyntaxNode[] {
  const asksForKeywords = wanted.some((base) => base.type === "node" && base.kind === "Keyword");
  return asksForKeywords ? given.children : given.children.filter((base) => base.kind !== "Keyword");
}

/** What `@d(...)` calls: without arguments it is `@d`. */
function bareCallee(pattern: PatternNode): PatternNode | undefined {
  if (pattern.type !== "node" || pattern.kind !== "Call") return undefined;
  return pattern.children.slice(1).every((argument) => argument.type === "ellipsis") ? pattern.children[0] : undefined;
}

/** The body, then clauses in any order; the code may catch more than the pattern, but `else` and `finally` stand in both or in none. */
function matchTry(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const [body, ...clauses] = pattern.children;
  if (body === undefined) return false;
  const has = (kind: string, parts: readonly { readonly kind?: string }[]): boolean =>
    parts.some((part) => part.kind === kind);
  for (const kind of ["Else", "Finally"]) if (has(kind, node.children) && !has(kind, clauses as never)) return false;
  return matchNode(body, node.child(0), bindings, budget, (found) =>
    matchSubset(clauses, 0, node.children.slice(1), found, budget, next),
  );
}
