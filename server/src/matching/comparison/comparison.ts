/** The expressions of metavariable-comparison, and the values that they are computed with. */

export type ComparisonValue =
  /** 64 bits, and wraps as Semgrep's do. */
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "list"; readonly items: readonly ComparisonValue[] }
  /** Code that is no literal: only `str()` can take it. */
  | { readonly kind: "code"; readonly text: string };

export type ComparisonNode =
  | { readonly kind: "literal"; readonly value: ComparisonValue }
  | { readonly kind: "metavariable"; readonly name: string }
  | { readonly kind: "list"; readonly items: readonly ComparisonNode[] }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: ComparisonNode }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: ComparisonNode;
      readonly right: ComparisonNode;
    }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly ComparisonNode[] }
  /** Valid Python that Semgrep can't compute; the comparison it stands in never holds. */
  | { readonly kind: "unknown" };

export interface ComparisonProblem {
  readonly message: string;
  /** In UTF-16 units from the start of the expression. */
  readonly offset: number;
}

export interface Comparison {
  readonly root: ComparisonNode;
  /** What can't be computed, so that the comparison never holds; Semgrep says nothing about it. */
  readonly warnings: readonly ComparisonProblem[];
  /** Names with their dollar signs, each once. */
  readonly metavariables: readonly string[];
}
