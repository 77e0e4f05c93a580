/** A rule as data, the way its YAML file says it. Formulas are in formula.ts. */
import type { TextRange } from '../base/text-range.js';
import type { Formula } from './formula.js';

export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'high' | 'medium' | 'low';

/** How a rule treats test code: not reported, reported as information, or as elsewhere. */
export type TestPolicy = 'off' | 'info' | 'same';

export interface Rule {
  readonly id: string;
  /** Noun phrase of at most 60 characters; the id where the YAML gives none. */
  readonly title: string;
  /** Folder of the built-in library, or "custom". */
  readonly topic: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** As "CWE-78". */
  readonly cwe: readonly string[];
  readonly why: string;
  readonly remediation: string;
  /** Codes of other linters whose ignore comments silence this rule too, as "S602" or "B602". */
  readonly kin: readonly string[];
  readonly inTests: TestPolicy;
  readonly references: readonly string[];
  readonly fix?: RuleFix;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly formula: Formula;
  /** The file that the rule came from, as it was given to the loader. */
  readonly source: string;
}

export interface RuleFix {
  /** Replacement text with metavariables. */
  readonly template: string;
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
}

/** Something wrong in a rule file. The other rules of the file still work. */
export interface RuleProblem {
  readonly path: string;
  readonly range: TextRange;
  /** Zero-based line and UTF-16 column of `range.start`. */
  readonly line: number;
  readonly character: number;
  readonly message: string;
  readonly ruleId?: string;
}
