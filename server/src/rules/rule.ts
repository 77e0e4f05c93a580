/** A rule as data, the way its YAML file says it. Formulas are in formula.ts. */
import type { TextRange } from "../base/text-range.js";
import type { Formula, PatternLanguage, PatternSource } from "./formula.js";
import type { RuleOptions } from "./options.js";
import type { TaintSpecification } from "./taint.js";

export type Severity = "error" | "warning" | "info";
export type Confidence = "high" | "medium" | "low";

/** How a rule treats test code: not reported, reported as information, or as elsewhere. */
export type TestPolicy = "off" | "info" | "same";

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
  /** Ids of rules whose findings at the same place are left out, because this one says more. Present only if there are any. */
  readonly supersedes?: readonly string[];
  readonly fix?: RuleFix;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** What the rule's patterns are written in. */
  readonly language: PatternLanguage;
  readonly options: RuleOptions;
  readonly query: RuleQuery;
  /** The file that the rule came from, as it was given to the loader. */
  readonly source: string;
}

/** What is looked for. */
export type RuleQuery =
  | { readonly mode: "search"; readonly formula: Formula }
  | { readonly mode: "taint"; readonly taint: TaintSpecification };

export interface RuleFix {
  /** `fix`: replacement text with metavariables. `fix-regex`: what is replaced in the matched text. */
  readonly change:
    | { readonly kind: "template"; readonly template: string }
    | {
        readonly kind: "regex";
        readonly regex: PatternSource;
        readonly replacement: string;
        readonly count: number | undefined;
      };
  readonly title: string;
  readonly safety: "safe" | "unsafe";
}

/** Something wrong in a rule file. The other rules of the file still work. */
export interface RuleProblem {
  readonly path: string;
  readonly range: TextRange;
  /** Zero-based line and UTF-16 column of `range.start`. */
  readonly line: number;
  readonly character: number;
  readonly message: string;
  /** An error: the rule does not run. A warning: it runs without something, or does not run because it says so. */
  readonly severity: "error" | "warning";
  readonly ruleId?: string;
}
