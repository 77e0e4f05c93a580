/** The shape that all functions that match a pattern node with a code node share. */
import type { SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import type { MatchBudget, Next } from "./match.js";
import type { ConcretePattern } from "./pattern.js";

export type Matcher = (
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
) => boolean;
