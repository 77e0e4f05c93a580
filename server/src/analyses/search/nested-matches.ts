/** Matches inside of what a metavariable stands for, and in plain text. */
import type { MatchBudget } from "../../matching/match.js";
import type { Bindings } from "../../matching/bindings.js";
import { noChildren, SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";
import type { CodeRange } from "./code-range.js";
import type { PatternLeaf, TextLeaf } from "./compiled-rule.js";
import { matchLeafAt, mayStart } from "./find-leaf.js";
import { textUnit, type PlacedText } from "./metavariable-value.js";

/** All matches of a pattern that start in one of the nodes; of a unit's own statements not those that may reach beyond it. */
export function matchesInNodes(
  leaf: PatternLeaf,
  nodes: readonly SyntaxNode[],
  owner: "unit" | "metavariable",
  budget: MatchBudget,
): CodeRange[] {
  const found: CodeRange[] = [];
  const visit = (node: SyntaxNode, siblings: readonly SyntaxNode[] | undefined, at: number): void => {
    if (--budget.steps < 0) return;
    const isTooShort = owner === "unit" && leaf.wide && siblings === nodes;
    if (!isTooShort && mayStart(leaf, node)) found.push(...matchLeafAt(leaf, node, siblings, at, budget));
    const inner = node.kind === "Block" ? node.children : undefined;
    node.children.forEach((child, index) => {
      visit(child, inner, index);
    });
  };
  nodes.forEach((node, index) => {
    visit(node, nodes, index);
  });
  return found;
}

/** All matches of a text pattern, as ranges of a unit that is nothing but the text. */
export function matchesInText(leaf: TextLeaf, placed: PlacedText): CodeRange[] {
  return matchesInTextUnit(leaf, textUnit(placed));
}

/** The same for a unit that is there already. */
export function matchesInTextUnit(leaf: TextLeaf, unit: Unit): CodeRange[] {
  return leaf.find(unit).map(({ start, end, bindings }) => {
    let bound: Bindings | undefined;
    for (const { name, ...part } of bindings) {
      const node = new SyntaxNode("Other", part.start, part.end, part.text, noChildren, unit);
      bound = { binding: { name, nodes: [node], part }, rest: bound };
    }
    return { startUnit: unit, start, endUnit: unit, end, bindings: bound };
  });
}
