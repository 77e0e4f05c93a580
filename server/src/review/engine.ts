/**
 * The facade of the core: rules and Python text in, findings out. Plain data, no input or output, no clock.
 * One engine holds one compiled rule set; documents of the same engine share it.
 */
import type { TextEdit } from "../base/text-range.js";
import type { RegexFacts } from "../base/regex/compile-regex.js";
import type { PatternTree } from "../matching/compile-pattern.js";
import type { LoadedRules } from "../rules/load-rules.js";
import type { Confidence, Rule, RuleProblem } from "../rules/rule.js";
import type { UnitExplanation } from "./explain-units.js";
import type { SinkExplanation } from "./explain-sink.js";
import type { FileReview } from "./finding.js";
import type { ReviewOptions } from "./configuration.js";
import type { ProjectFlows } from "./project/project-flows.js";

/** A rule file and the path under which errors name it: as YAML text, or as read when the package was built. */
export type RuleFile =
  | {
      readonly path: string;
      readonly text: string;
      /** What the text says, where it has been read before. */
      readonly loaded?: LoadedRules;
    }
  | {
      readonly path: string;
      readonly loaded: LoadedRules;
      /** The rules' patterns by their text, compiled. */
      readonly patterns: Readonly<Record<string, PatternTree>>;
      /** What was found out about their regular expressions, by `factsKey`. */
      readonly regexes?: Readonly<Record<string, RegexFacts>>;
    };

/** What of its options a project is opened with. */
export interface ProjectOptions {
  /** Globs of test code, which is no source of data. Default: none. */
  readonly testFiles?: readonly string[];
  readonly minimumFlowConfidence?: Confidence;
}

export interface ReviewEngine {
  /** The rules that work, in the order of their files. */
  readonly rules: readonly Rule[];
  /** Whether some rules follow data from file to file. */
  readonly followsFlows: boolean;
  /** What is wrong in the rule files. */
  readonly ruleProblems: readonly RuleProblem[];
  /** Reviews a text once and keeps nothing. */
  reviewText(path: string, text: string, options: ReviewOptions): FileReview;
  /** The same for a text that is no Python: of the rules that are about plain text. */
  reviewPlainText(path: string, text: string, options: ReviewOptions): FileReview;
  /** What the engine makes of a text, unit by unit. */
  explainText(text: string): readonly UnitExplanation[];
  /** Opens a document whose later edits are reviewed incrementally. It is a project of its own. */
  openDocument(path: string, text: string): ReviewDocument;
  /** Opens a project without files. Flows that can only be less sure than `minimumFlowConfidence` (default: low) are not followed at all. */
  openProject(options?: ProjectOptions): ProjectReview;
}

/** The files of one project, and what flows between them. Paths are relative to its root, with forward slashes. */
export interface ProjectReview {
  readonly flows: ProjectFlows;
  /** Reviews a file that is not open, all but what flows into it, and takes it into the project. */
  reviewText(path: string, text: string, options: ReviewOptions): FileReview;
  /** The same with what flows into it, as far as `flows` has advanced. */
  reviewWithFlows(path: string, text: string, options: ReviewOptions): FileReview;
  /** What flows into a file that is not open, once `flows` has advanced. */
  reviewFlows(path: string, text: string, options: ReviewOptions): FileReview;
  /**
   * Opens a document of the project. Its reviews say when flows are still being worked out. "later": prompt reviews leave them to whoever
   * advances the project's flows, and until then give those of the version before, as far as they stand; a review that would lose one works
   * them out at once.
   */
  openDocument(path: string, text: string, flows?: "at-once" | "later"): ReviewDocument;
}

/** All rules, or only those whose cost does not grow with the length of the text. */
export type ReviewExtent = "all" | "prompt";

export interface ReviewDocument {
  readonly path: string;
  readonly text: string;
  /** Takes edits in order, each in the coordinates of the text that the ones before it left (as LSP's incremental changes). */
  edit(edits: readonly TextEdit[]): void;
  /** The findings of the present text; equal to those of `reviewText` on it, if they are complete. */
  review(options: ReviewOptions, extent?: ReviewExtent): FileReview;
  /** Whether there is a call at the offset that may be a sink, by its name alone. */
  mayBeSink(offset: number): boolean;
  /** What arrives at the innermost call at the offset, and what is stopped on its way; of the version that was reviewed last. "later": files have to be read first. */
  explainSink(offset: number): SinkExplanation | undefined | "later";
  /** Frees what the document holds outside of the JavaScript heap. */
  close(): void;
}
