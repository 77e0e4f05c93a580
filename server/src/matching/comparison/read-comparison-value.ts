/** What a metavariable that is bound to code is worth in a comparison. */
import type { ComparisonValue } from "./comparison.js";
import { toInteger } from "./comparison-functions.js";
import { computeNode } from "./evaluate-comparison.js";
import { parseComparison } from "./parse-comparison.js";

const longestText = 10_000;

/**
 * Reads source text: a literal, or an expression of literals (`1024 * 8`), is its value, other code is its text. With
 * `strip` a string must be an integer and counts as one; undefined if it is not. The key `base` changes nothing in
 * Semgrep 1.182, and nothing here.
 */
export function readComparisonValue(
  source: string,
  options: { readonly strip?: boolean } = {},
): ComparisonValue | undefined {
  const value = compute(source) ?? { kind: "code", text: source };
  return options.strip === true && value.kind === "string" ? toInteger(value) : value;
}

function compute(source: string): ComparisonValue | undefined {
  if (source.length > longestText) return undefined;
  const parsed = parseComparison(source);
  if ("message" in parsed) return undefined;
  return computeNode(parsed.root, { valueOf: () => undefined, matchesStart: () => false });
}
