/** A set of code points as a character class. */
import { complement, lastCodePoint, type CodePointRange, type CodePointSet } from "./code-point-set.js";

/** A class that JavaScript (with the flag u) or RE2 reads as this set. */
export function writeSet(set: CodePointSet, writePoint: (point: number) => string): string {
  const [first] = set.ranges;
  if (set.properties.length > 0)
    return `[${set.negated ? "^" : ""}${writeRanges(set.ranges, writePoint)}${set.properties.join("")}]`;
  if (first === undefined) return set.negated ? everything(writePoint) : nothing(writePoint);
  if (set.ranges.length === 1 && first[0] === first[1] && !set.negated) return writePoint(first[0]);
  const other = complement(set);
  if (other.ranges.length === 0) return everything(writePoint);
  // What reaches to the last code point is shorter as what it is not.
  const negated = set.ranges.at(-1)?.[1] === lastCodePoint;
  return `[${negated ? "^" : ""}${writeRanges(negated ? other.ranges : set.ranges, writePoint)}]`;
}

function everything(writePoint: (point: number) => string): string {
  return `[${writePoint(0)}-${writePoint(lastCodePoint)}]`;
}

function nothing(writePoint: (point: number) => string): string {
  return `[^${writePoint(0)}-${writePoint(lastCodePoint)}]`;
}

function writeRanges(ranges: readonly CodePointRange[], writePoint: (point: number) => string): string {
  return ranges
    .map(([first, last]) => {
      if (first === last) return writePoint(first);
      return writePoint(first) + (last === first + 1 ? "" : "-") + writePoint(last);
    })
    .join("");
}

/** A code point for JavaScript: printable ASCII without a meaning as itself. */
export function writeJavaScriptPoint(point: number): string {
  if (isPlain(point)) return String.fromCodePoint(point);
  return point <= 0xffff ? `\\u${point.toString(16).padStart(4, "0")}` : `\\u{${point.toString(16)}}`;
}

/** A code point for RE2. */
export function writeLinearPoint(point: number): string {
  return isPlain(point) ? String.fromCodePoint(point) : `\\x{${point.toString(16)}}`;
}

function isPlain(point: number): boolean {
  return point < 0x7f && /[\w "%',:;<=>@`~!]/.test(String.fromCodePoint(point)) && point !== 0x0a;
}
