/** `metavariable-type`: whether the declared type of what a metavariable stands for is one of the rule's. */
import type { Binding } from "../../matching/bindings.js";
import { typeOfExpression } from "../../matching/expression-type.js";
import { createBudget, matchNode } from "../../matching/match.js";
import type { PatternNode } from "../../matching/pattern.js";

export function hasType(binding: Binding, types: readonly PatternNode[]): boolean {
  const [only] = binding.nodes;
  if (binding.part !== undefined || binding.nodes.length !== 1 || only === undefined) return false;
  const type = typeOfExpression(only);
  if (type === undefined) return false;
  const budget = createBudget();
  return types.some((wanted) => matchNode(wanted, type, undefined, budget, () => true));
}
