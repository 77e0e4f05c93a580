/** Statements in which an expression that stands alone in a pattern is also found further inside. */
import type { SyntaxKind } from "../syntax/node.js";

export const statementsWithExpressions: readonly SyntaxKind[] = [
  "ExpressionStatement",
  "Assign",
  "AnnotatedAssign",
  "AugmentedAssign",
  "Return",
];

export function holdsExpressions(kind: SyntaxKind): boolean {
  return statementsWithExpressions.includes(kind);
}

/** Code that does not run where it stands. */
export function isSeparate(kind: SyntaxKind): boolean {
  return (
    kind === "Lambda" ||
    kind === "ListComprehension" ||
    kind === "SetComprehension" ||
    kind === "DictComprehension" ||
    kind === "Generator"
  );
}
