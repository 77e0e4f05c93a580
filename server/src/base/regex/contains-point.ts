/** Sets of code points as functions that are quick to call. */
import type { CodePointRange, CodePointSet } from "./code-point-set.js";

/** Whether a code point is in a set. */
export type ContainsPoint = (point: number) => boolean;

const tableSize = 256;

/** The membership test of a set; what is common in source text is looked up in a table. */
export function containsPoint(set: CodePointSet): ContainsPoint {
  const slow = slowTest(set);
  const table = Uint8Array.from({ length: tableSize }, (_, point) => (slow(point) ? 1 : 0));
  return (point) => (point < tableSize ? table[point] === 1 : slow(point));
}

/** The only code point of a set; undefined if it has none or several. */
export function onlyPoint(set: CodePointSet): number | undefined {
  const [range] = set.ranges;
  if (set.negated || set.properties.length > 0 || set.ranges.length !== 1 || range === undefined) return undefined;
  return range[0] === range[1] ? range[0] : undefined;
}

function slowTest({ ranges, properties, negated }: CodePointSet): ContainsPoint {
  const property = properties.length === 0 ? undefined : new RegExp(`^[${properties.join("")}]$`, "u");
  return (point) => {
    const isIn = isInRanges(ranges, point) || property?.test(String.fromCodePoint(point)) === true;
    return isIn !== negated;
  };
}

function isInRanges(ranges: readonly CodePointRange[], point: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (point < range[0]) high = middle - 1;
    else if (point > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

/** How many UTF-16 units the code point takes that starts at an offset. */
export function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** How many UTF-16 units the code point takes that ends at an offset greater than zero. */
export function widthBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  if (unit < 0xdc00 || unit > 0xdfff || at < 2) return 1;
  return (text.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1;
}
