/** Finds where one pattern matches: at a node, or anywhere in a unit, class body or module. */
import { isEllipsisStatement } from "../../matching/compile-pattern.js";
import { importedKeyWord, keyWord } from "../../matching/key-word.js";
import { matchNode, type MatchBudget } from "../../matching/match.js";
import { isExpression } from "../../matching/expression-kinds.js";
import { matchSequence } from "../../matching/match-sequence.js";
import { lacksStatements } from "../../matching/lacks-statements.js";
import type { PatternNode } from "../../matching/pattern.js";
import { quickReject } from "../../matching/quick-reject.js";
import { statementsWithExpressions } from "../../matching/statement-expressions.js";
import { isStatement, type SyntaxNode } from "../../syntax/node.js";
import type { CodeRange } from "./code-range.js";
import type { PatternLeaf } from "./compiled-rule.js";

/** All matches of `leaf` that start at `node`, which stands at `index` of the statement list `siblings` if it is a statement. */
export function matchLeafAt(
  leaf: PatternLeaf,
  node: SyntaxNode,
  siblings: readonly SyntaxNode[] | undefined,
  index: number,
  budget: MatchBudget,
): readonly CodeRange[] {
  const { pattern } = leaf;
  const first = pattern.form === "expression" ? pattern.root : pattern.statements[0];
  if (first !== undefined && !leaf.options.symbolicPropagation && cannotStart(first, node)) return noRanges;
  const found: CodeRange[] = [];
  budget.constraints = leaf.constraints;
  budget.options = leaf.options;
  const add = (last: SyntaxNode, bindings: CodeRange["bindings"], first = node): boolean => {
    found.push({ startUnit: first.unit, start: first.start, endUnit: last.unit, end: last.end, bindings });
    return found.length >= maximumMatchesPerNode;
  };
  if (pattern.form === "expression" && isWholeStatement(pattern.root, node)) return noRanges;
  if (pattern.form === "expression")
    matchNode(pattern.root, node, undefined, budget, (bindings) => add(endNode(node), bindings));
  else if (node.kind === "Lambda") {
    const wanted = returnedValue(pattern.statements);
    const body = node.child(1);
    // Not, as the reference has it, where the value depends on a condition or is a lambda in turn.
    if (wanted !== undefined && body.kind !== "Conditional" && body.kind !== "Lambda")
      matchNode(wanted, body, undefined, budget, (bindings) => add(body, bindings, body));
  } else if (node.kind === "NamedExpression") {
    const [only] = pattern.statements;
    if (only !== undefined && pattern.statements.length === 1)
      matchNode(only, node, undefined, budget, (bindings) => add(node, bindings));
  } else if (siblings !== undefined) {
    let reached: CodeRange["bindings"] | null = null;
    matchSequence(pattern.statements, siblings, index, budget, (bindings, last) => {
      // Ends come from the longest to the shortest, bindings being the same.
      if (leaf.longestOnly && bindings === reached) return false;
      reached = bindings;
      return add(endNode(withoutElse(last ?? node, pattern)), bindings);
    });
  }
  return found;
}

/** What a pattern of a single `return` wants returned, if it wants something. */
function returnedValue([only, ...others]: readonly PatternNode[]): PatternNode | undefined {
  const wanted = only?.type === "node" && others.length === 0 ? only.children[0] : undefined;
  return wanted?.type === "node" && wanted.kind === "Absent" ? undefined : wanted;
}

/** A metavariable alone stands for expressions and assignments, not for other statements. */
function isWholeStatement(root: PatternNode, node: SyntaxNode): boolean {
  if (root.type !== "metavariable" || !isStatement(node)) return false;
  return !statementsWithExpressions.includes(node.kind) || node.kind === "Return";
}

function cannotStart(first: PatternNode, node: SyntaxNode): boolean {
  if (isEllipsisStatement(first)) return false;
  return quickReject(first, node) || lacksStatements(first, node);
}

const noRanges: readonly CodeRange[] = [];

/** Different bindings and ends at one place beyond this number decide nothing. */
const maximumMatchesPerNode = 512;

/** A loop matched by one without `else` ends with its body. */
function withoutElse(node: SyntaxNode, pattern: Extract<PatternLeaf["pattern"], { form: "statements" }>): SyntaxNode {
  const wanted = pattern.statements[pattern.statements.length - 1];
  if (wanted?.type !== "node" || wanted.kind !== node.kind) return node;
  if (node.kind !== "For" && node.kind !== "While") return node;
  const asksForElse = wanted.children[wanted.children.length - 1];
  const isPlain = asksForElse?.type === "node" && asksForElse.kind === "Absent";
  return isPlain ? node.child(node.children.length - 2) : node;
}

/** The node at whose end a statement ends: a class whose body is made of units ends with its last member. */
export function endNode(node: SyntaxNode): SyntaxNode {
  if (node.kind !== "ClassDef") return node;
  const body = node.lastChild();
  const last = body.children[body.children.length - 1];
  return last === undefined || last.unit === node.unit ? node : endNode(last);
}

/** Whether a node's kind allows the leaf to start there. */
export function mayStart(leaf: PatternLeaf, node: SyntaxNode): boolean {
  const { kinds, words } = leaf.pattern.key;
  if (kinds.length > 0)
    return (
      kinds.includes(node.kind) &&
      (words.length === 0 || words.includes(keyWord(node)) || words.includes(importedKeyWord(node)))
    );
  return leaf.pattern.form === "statements" || isExpression(node);
}
