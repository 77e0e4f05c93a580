/** What came out of a case, in our engine or in Semgrep, and how it compares with what the case expects. */
import type { ConformanceCase } from "./read-cases.js";

export interface FoundPlace {
  /** One-based. */
  readonly line: number;
  /** As "2:5-2:9", one-based, the end exclusive. */
  readonly range: string;
  readonly message: string;
}

export interface Outcome {
  /** By place. */
  readonly found: readonly FoundPlace[];
  /** The code after all fixes. */
  readonly fixed: string;
  /** What was wrong with the rule. */
  readonly problems: readonly string[];
}

/** One line for each expectation that is not met. */
export function disagreements(entry: ConformanceCase, outcome: Outcome): string[] {
  if (entry.refused) return outcome.problems.length > 0 ? [] : ["the rule is taken, and should be refused"];
  if (outcome.problems.length > 0) return outcome.problems.map((problem) => `the rule has a problem: ${problem}`);
  const foundLines = [...new Set(outcome.found.map((place) => place.line))].sort((a, b) => a - b);
  return [
    ...differing("lines", entry.lines, foundLines),
    ...differing(
      "ranges",
      entry.ranges,
      outcome.found.map((place) => place.range),
    ),
    ...differing("messages", entry.messages, outcome.found.map((place) => place.message).sort()),
    ...differing("fixed", entry.fixed, outcome.fixed),
  ];
}

function differing(what: string, expected: unknown, actual: unknown): string[] {
  if (expected === undefined || JSON.stringify(expected) === JSON.stringify(actual)) return [];
  return [`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}
