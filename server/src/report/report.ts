/** What every format is made from: findings with their places in lines and columns, and what else happened. Plain data. */
import type { StepRole } from "../review/finding.js";
import type { Confidence, Rule, Severity } from "../rules/rule.js";

/** A place in a file. Lines and columns count from 1, columns and offsets in UTF-16 code units, offsets from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From the first code unit to the one after the last. */
export interface Span {
  readonly start: Place;
  readonly end: Place;
}

export interface ReportedStep {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  readonly role?: StepRole;
  /** How many calls deep the step is, seen from the outermost function of the path: 0 there. */
  readonly depth?: number;
  /** The source line that the step starts in, without its line break. */
  readonly code?: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

export interface ReportedFinding {
  readonly ruleId: string;
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly fingerprint: string;
  readonly fix?: ReportedFix;
  readonly steps: readonly ReportedStep[];
  /** The source lines of the span, without line breaks. Of a long span only the first and the last ones. */
  readonly excerpt: readonly ExcerptLine[];
}

export interface ExcerptLine {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
}

/**
 * Something that kept a file, or the scan, from being looked at as asked. An error means that the scan could not be done
 * as asked, a warning that it was done with this exception.
 */
export interface ReportedProblem {
  readonly level: "error" | "warning";
  readonly path?: string;
  readonly place?: { readonly line: number; readonly column: number };
  /** One clause, as "permission denied". */
  readonly message: string;
}

export interface ReportSummary {
  readonly findings: number;
  readonly filesWithFindings: number;
  /** Files that were looked at. */
  readonly files: number;
  readonly suppressed: number;
  /** Findings that `--fix` mended, and in how many files. */
  readonly fixed: number;
  readonly filesFixed: number;
}

export interface Report {
  readonly version: string;
  readonly rules: readonly Rule[];
  /** Sorted by path, then as in the file. */
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly ReportedProblem[];
  readonly summary: ReportSummary;
}
