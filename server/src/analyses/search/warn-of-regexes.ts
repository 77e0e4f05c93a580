/** Warnings about regular expressions of rules that can take very long. To find them takes a while, so only for who asks. */
import { unboundedWarning } from "../../base/regex/unbounded-warning.js";
import type { CompileProblem, RuleRegex } from "./compile-leaf.js";

/** The warnings about some regular expressions, each at its place. */
export function warnOfRegexes(regexes: readonly RuleRegex[]): CompileProblem[] {
  return regexes.flatMap(({ rule, source, regex }) => {
    const message = unboundedWarning(regex);
    if (message === undefined) return [];
    // In a pattern in Python it is a string.
    const offset = Math.max(0, source.text.indexOf("=~/"));
    return [{ rule, source, offset, message, severity: "warning" }];
  });
}
