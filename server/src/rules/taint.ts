/** What a rule of `mode: taint` says: where data comes from, where it must not arrive, and what lies between. */
import type { TextRange } from "../base/text-range.js";
import type { Formula, PatternSource } from "./formula.js";

/** A boolean formula over labels, as in `requires: A and not B`. */
export type LabelFormula =
  | { readonly kind: "label"; readonly label: string }
  | { readonly kind: "not"; readonly part: LabelFormula }
  | { readonly kind: "and"; readonly parts: readonly LabelFormula[] }
  | { readonly kind: "or"; readonly parts: readonly LabelFormula[] }
  | { readonly kind: "always" };

/** `only`: the expression is not tainted itself, only what it stands for from there on. */
export type SideEffect = "no" | "yes" | "only";

export interface TaintSource {
  readonly formula: Formula;
  /** `__SOURCE__` where the rule names none. */
  readonly label: string;
  /** Labels that must be there already for this one to be given; always true where the rule says nothing. */
  readonly requires: LabelFormula;
  readonly bySideEffect: SideEffect;
  /** Whether only the matched expression itself is tainted, and not what lies in it. */
  readonly exact: boolean;
  /** Whether control flow itself is tainted from here on. */
  readonly control: boolean;
  readonly range: TextRange;
}

export interface TaintSanitizer {
  readonly formula: Formula;
  readonly bySideEffect: SideEffect;
  readonly exact: boolean;
  /** `not_conflicting`: a source or sink that is matched by the same pattern is not taken for sanitized. */
  readonly notConflicting: boolean;
  readonly range: TextRange;
}

export interface TaintSink {
  readonly formula: Formula;
  /** What must be true of the labels at the sink; undefined where the rule says nothing. */
  readonly requires: LabelFormula | undefined;
  /** The list form of `requires`: each metavariable's own formula. */
  readonly requiresOf: readonly { readonly metavariable: string; readonly requires: LabelFormula }[];
  /** False where what lies in the match counts too; true if the rule says nothing. */
  readonly exact: boolean;
  /** Whether only taint that is there when a function ends counts. */
  readonly atExit: boolean;
  readonly range: TextRange;
}

export interface TaintPropagator {
  readonly formula: Formula;
  readonly from: PatternSource;
  readonly to: PatternSource;
  readonly label: string | undefined;
  readonly replaceLabels: readonly string[] | undefined;
  readonly requires: LabelFormula;
  readonly bySideEffect: SideEffect;
  readonly range: TextRange;
}

/** Kinds that models of libraries tell, by what the entries of the rule name with `from`. Each kind stands in a list once. */
export interface KindsFromModels {
  readonly sources: readonly string[];
  readonly sinks: readonly string[];
  /** Kinds of sinks whose sanitizers count: those of `sinks`, and what the rule names beside. */
  readonly sanitizers: readonly string[];
  readonly propagators: readonly string[];
}

export interface TaintSpecification {
  readonly sources: readonly TaintSource[];
  readonly sinks: readonly TaintSink[];
  readonly sanitizers: readonly TaintSanitizer[];
  readonly propagators: readonly TaintPropagator[];
  /** Present only if the rule uses `from`. */
  readonly from?: KindsFromModels;
}
