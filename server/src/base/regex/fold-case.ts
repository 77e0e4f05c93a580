/** Letters without their case, so that one look finds what expressions without case match. */
import type { CodePointSet } from "./code-point-set.js";

const longS = 0x17f;
const kelvin = 0x212a;

/** The code of a UTF-16 unit with A to Z, and what Unicode folds to one of them, made small. */
export function foldedCode(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code === longS) return 115;
  return code === kelvin ? 107 : code;
}

/** The one folded ASCII character to which all of a set come; undefined if there is no such. */
export function onlyFoldedPoint({ ranges, properties, negated }: CodePointSet): string | undefined {
  if (negated || properties.length > 0 || ranges.length === 0 || ranges.length > 3) return undefined;
  let only = -1;
  for (const [first, last] of ranges) {
    if (first !== last) return undefined;
    const folded = foldedCode(first);
    if (folded >= 128 || (only >= 0 && folded !== only)) return undefined;
    only = folded;
  }
  return String.fromCharCode(only);
}
