/** Findings as plain data: what the engine says, before any format or protocol. */
import type { Position } from "../base/line-index.js";
import type { TextEdit, TextRange } from "../base/text-range.js";
import type { Confidence, Severity } from "../rules/rule.js";

/** What happens at a step. "call": the steps after it are inside of what is called; "return": those before it were. */
export type StepRole = "source" | "call" | "return" | "pass" | "sink";

/** A place that belongs to a finding's evidence, in the order in which a reader should follow it. */
export interface FindingStep {
  /** Path of the file as it was given to the engine. */
  readonly path: string;
  readonly range: TextRange;
  /** The same as zero-based lines and UTF-16 columns; there where the step lies in another file than the finding. */
  readonly position?: { readonly start: Position; readonly end: Position };
  readonly message: string;
  readonly role?: StepRole;
}

/** Edits that mend a finding. `safe` edits cannot change what a correct program does. */
export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  readonly edits: readonly TextEdit[];
}

/** Why a finding is not shown. `range` is the comment's. */
export interface Suppression {
  readonly range: TextRange;
  readonly reason: string;
}

export interface Finding {
  readonly ruleId: string;
  /** One to three sentences, metavariables filled in, plain text. */
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly range: TextRange;
  readonly steps: readonly FindingStep[];
  readonly fix?: Fix;
  /** Stable across edits elsewhere in the file: made of the rule, the matched code, and its ordinal among equals. */
  readonly fingerprint: string;
  readonly suppression?: Suppression;
}

/** Code that the parser could not read; rules still ran on everything around it. */
export interface SyntaxProblem {
  readonly range: TextRange;
  readonly message: string;
}

/** A rule whose findings may be incomplete, because it allows more combinations in this code than can be tried. */
export interface UnfinishedRule {
  readonly ruleId: string;
  readonly range: TextRange;
  readonly message: string;
}

/** All that the engine says of one file's text. */
export interface FileReview {
  readonly path: string;
  /** Sorted by start, then end, then rule id; suppressed ones are not among them. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly syntaxProblems: readonly SyntaxProblem[];
  /** Rules that could not be finished on this text, if there are any. */
  readonly unfinished?: readonly UnfinishedRule[];
  /** Whether all rules have seen this text; else findings of some are those of the version before. */
  readonly isComplete: boolean;
  /** There where flows between files are still being worked out; until then those shown are of the version before. */
  readonly flowsArePending?: true;
}
