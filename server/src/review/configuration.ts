/** Settings that change what a review reports, from kingsnake.toml, pyproject.toml, the editor or the command line. */
import type { Confidence, Severity } from "../rules/rule.js";

export interface ReviewOptions {
  /** Rule ids that are off. */
  readonly disabledRules: readonly string[];
  readonly minimumSeverity: Severity;
  readonly minimumConfidence: Confidence;
  /** The same for flows between functions, of which most that are not likely are not there. */
  readonly minimumFlowConfidence: Confidence;
  /** Other severities for rule ids. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Globs, relative to the project root, of files that count as tests. */
  readonly testFiles: readonly string[];
}

/** What one configuration file may say beyond review options. */
export interface ProjectConfiguration extends ReviewOptions {
  /** Rule files or folders, relative to the configuration file. */
  readonly rulePaths: readonly string[];
  /** Globs of files and folders that are not scanned. */
  readonly exclude: readonly string[];
}

export const defaultConfiguration: ProjectConfiguration = {
  disabledRules: [],
  minimumSeverity: "info",
  minimumConfidence: "low",
  minimumFlowConfidence: "medium",
  severities: {},
  testFiles: ["**/tests/**", "**/test/**", "**/test_*.py", "**/*_test.py", "**/conftest.py"],
  rulePaths: [],
  exclude: [],
};
