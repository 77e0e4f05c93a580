/** What tests of rules came to, as data for every format. */
import type { FaultKind } from "../review/rule-tests/judge-example.js";
import type { ReportedProblem } from "./report.js";

export interface RuleTestReport {
  readonly version: string;
  /** Sorted by path. */
  readonly files: readonly TestedRuleFile[];
  /** What kept the tests from being done as asked, besides broken rule files. */
  readonly problems: readonly ReportedProblem[];
}

/** `broken`: the rules could not be run. `untested`: no example belongs to the file. */
export type TestStatus = "passed" | "failed" | "untested" | "broken";

export interface TestedRuleFile {
  readonly path: string;
  readonly status: TestStatus;
  readonly rules: readonly string[];
  /** Rules that no example marks as found. */
  readonly unmarkedRules: readonly string[];
  /** Rules with a fix, where no `.fixed` file says what it should give. */
  readonly unfixedRules: readonly string[];
  readonly examples: readonly TestedExample[];
  /** What is wrong in the rule file. */
  readonly problems: readonly ReportedProblem[];
}

export interface TestedExample {
  readonly path: string;
  /** How many places are marked, and how many of them are as marked. */
  readonly marked: number;
  readonly asMarked: number;
  readonly faults: readonly TestFault[];
  /** `todo...` marks that have come true. */
  readonly done: readonly { readonly ruleId: string; readonly line: number }[];
  readonly fixed?: FixedExample;
}

export interface TestFault {
  readonly kind: FaultKind | "unknown-rule" | "unreadable";
  /** Empty where it is about the whole example. */
  readonly ruleId: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** The line itself, without its indentation. */
  readonly source: string;
}

export interface FixedExample {
  readonly path: string;
  /** From what was expected to what the fixes gave; empty where both are equal. */
  readonly diff: readonly string[];
}

/** Whether everything about an example is as it should be. */
export function examplePassed({ faults, fixed }: TestedExample): boolean {
  return faults.length === 0 && (fixed === undefined || fixed.diff.length === 0);
}
