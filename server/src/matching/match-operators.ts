/** Matching of operators that may be regrouped or turned around: chains of one operator, comparisons. */
import { SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import { bind, bindNode, matchNode, type MatchBudget, type Next } from "./match.js";
import { matchEach, matchParts } from "./match-lists.js";
import type { ConcretePattern, PatternNode } from "./pattern.js";

/** `&`, `|` and `^` match in any order and grouping; the pattern's operands must be among those of the code. */
export function matchBinary(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.value !== node.value) return false;
  if (matchParts(pattern.children, node.children, bindings, budget, next)) return true;
  const operands = patternOperands(pattern, pattern.value);
  if (!regroupable.has(node.value) && operands.some((operand) => operand.type === "ellipsis")) {
    const given = operandsOf(node);
    return given.length >= operands.length && matchParts(operands, given, bindings, budget, next);
  }
  if (!regroupable.has(node.value) || !budget.options.associativeCommutative) return false;
  return matchEach(operands, operandsOf(node), bindings, budget, next);
}

const regroupable: ReadonlySet<string> = new Set(["&", "|", "^"]);

function patternOperands(pattern: PatternNode, operator: string): readonly PatternNode[] {
  const isChain = pattern.type === "node" && (pattern.kind === "Binary" || pattern.kind === "Boolean");
  if (!isChain || pattern.value !== operator) return [pattern];
  return pattern.children.flatMap((child) => patternOperands(child, operator));
}

function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.flatMap((child) =>
    child.kind === "Binary" && child.value === node.value ? operandsOf(child) : [child],
  );
}

/** A chain of `and` or of `or`. Operands stand in order; a metavariable may take several, and `...` any number. */
export function matchBoolean(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.value !== node.value) return false;
  const flat = flattened(node);
  const patterns = patternOperands(pattern, pattern.value);
  if (matchChainFrom({ patterns, node: flat, budget, next }, 0, 0, bindings)) return true;
  if (!budget.options.commutativeBooleans) return false;
  return matchEach(patterns, flat.children, bindings, budget, next);
}

/** The chain with those of the same operator that stand in it in parentheses. */
function flattened(node: SyntaxNode): SyntaxNode {
  const isNested = (child: SyntaxNode): boolean => child.kind === "Boolean" && child.value === node.value;
  if (!node.children.some(isNested)) return node;
  const operands = node.children.flatMap((child) => (isNested(child) ? flattened(child).children : [child]));
  return new SyntaxNode("Boolean", node.start, node.end, node.value, operands, node.unit);
}

interface BooleanChain {
  readonly patterns: readonly PatternNode[];
  readonly node: SyntaxNode;
  readonly budget: MatchBudget;
  readonly next: Next;
}

function matchChainFrom(chain: BooleanChain, index: number, at: number, bindings: Bindings | undefined): boolean {
  const { patterns, node, budget, next } = chain;
  const operands = node.children;
  const pattern = patterns[index];
  if (pattern === undefined) return at === operands.length && next(bindings);
  if (--budget.steps < 0) return true;
  const rest =
    (end: number): Next =>
    (found) =>
      matchChainFrom(chain, index + 1, end, found);
  const first = operands[at];
  switch (pattern.type) {
    case "ellipsis":
      for (let end = at; end <= operands.length; end++) if (rest(end)(bindings)) return true;
      return false;
    case "metavariable-ellipsis":
      for (let end = at; end <= operands.length; end++) {
        const run = { name: pattern.name, nodes: operands.slice(at, end), part: undefined };
        if (bind(run, bindings, budget, rest(end))) return true;
      }
      return false;
    case "metavariable":
      for (let end = at + 1; end <= operands.length; end++)
        if (bindNode(pattern.name, stretch(node, at, end), bindings, budget, rest(end))) return true;
      return false;
    default:
      return first !== undefined && matchNode(pattern, first, bindings, budget, rest(at + 1));
  }
}

/** Operands `from` to `to` of a chain, as a chain of its own where they are several. */
function stretch(node: SyntaxNode, from: number, to: number): SyntaxNode {
  const operands = node.children.slice(from, to);
  const [first] = operands;
  const last = operands[operands.length - 1];
  if (operands.length === node.children.length || first === undefined || last === undefined) return node;
  if (first === last) return first;
  return new SyntaxNode("Boolean", first.start, last.end, node.value, operands, node.unit);
}

/** A comparison; with the option, `==` and `!=` in either order. */
export function matchCompare(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.value !== node.value) return false;
  if (matchParts(pattern.children, node.children, bindings, budget, next)) return true;
  const turns = budget.options.commutativeCompare && (node.value === "==" || node.value === "!=");
  return turns && matchParts(pattern.children, [...node.children].reverse(), bindings, budget, next);
}
