/**
 * The analyzer `entropy`: whether a text looks random, like a key. Information is counted by a model of English in source
 * code: how likely each letter is after the one before it, half by pairs and half by letters alone, taken from names and
 * comments of Python's standard library. The limits were fitted to verdicts of Semgrep 1.182, whose own model differs.
 */
import { letterCosts, letterCostsAlone } from "./letter-costs.js";

/** Bits that a text must have at least, in all and for each character. */
const leastBits = 63.0;
const leastBitsEach = 4.6;

const digitBits = 6.25;
const symbolBits = 4.5;
const repeatedBits = 3.5;
/** Characters outside of ASCII are long in UTF-8. */
const foreignBits = 13.0;

/** Longer texts are judged by their start. */
const longestText = 10_000;

/**
 * Whether a text counts as random. Semgrep 1.182 accepts `entropy_v2` in rules and then finds nothing with it (its three
 * modes belong to its other edition), so nothing is found here.
 */
export function hasEntropy(text: string, analyzer: "entropy" | "entropy_v2"): boolean {
  if (analyzer === "entropy_v2") return false;
  const start = text.slice(0, longestText);
  const bits = bitsOf(start);
  return bits > leastBits && bits >= leastBitsEach * Array.from(start).length;
}

function bitsOf(text: string): number {
  let bits = 0;
  let previous = " ";
  for (const character of text.toLowerCase()) {
    bits += character === previous ? repeatedBits : bitsAfter(previous, character);
    previous = character;
  }
  return bits;
}

function bitsAfter(previous: string, character: string): number {
  const index = character.charCodeAt(0) - "a".charCodeAt(0);
  if (/^[a-z]$/.test(character)) return (letterCosts.get(previous) ?? letterCostsAlone)[index] ?? symbolBits;
  if (/^[0-9]$/.test(character)) return digitBits;
  return character > "\u007f" ? foreignBits : symbolBits;
}
