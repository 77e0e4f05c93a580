/** Sets of Unicode code points: sorted ranges, and properties (`\p{L}`) that only an engine can spell out. */

export interface CodePointSet {
  /** Inclusive, sorted, neither touching nor overlapping. */
  readonly ranges: readonly CodePointRange[];
  /** Properties as JavaScript and RE2 write them, `\p{L}` or `\P{Lu}`. */
  readonly properties: readonly string[];
  /** Everything but what ranges and properties say. */
  readonly negated: boolean;
}

export type CodePointRange = readonly [first: number, last: number];

export const lastCodePoint = 0x10ffff;

/** The set of some ranges in any order. */
export function setOf(ranges: readonly CodePointRange[], properties: readonly string[] = []): CodePointSet {
  const sorted = [...ranges].sort((left, right) => left[0] - right[0]);
  const merged: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = merged.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return { ranges: merged, properties, negated: false };
}

/** What is in any of the sets. A negated set with properties is exact only alone, so it becomes everything. */
export function union(sets: readonly CodePointSet[]): CodePointSet {
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return only;
  const plain = sets.map((set) => (set.negated ? setOf(coverOf(set)) : set));
  return setOf(
    plain.flatMap((set) => set.ranges),
    plain.flatMap((set) => set.properties),
  );
}

/** What is not in the set. */
export function complement(set: CodePointSet): CodePointSet {
  if (set.properties.length > 0) return { ...set, negated: !set.negated };
  return setOf(set.negated ? set.ranges : complementRanges(set.ranges));
}

/** Ranges that hold all of the set, and perhaps more: where properties are in it, everything. */
export function coverOf(set: CodePointSet): readonly CodePointRange[] {
  if (set.properties.length > 0) return [[0, lastCodePoint]];
  return set.negated ? complementRanges(set.ranges) : set.ranges;
}

/** Whether two sorted lists of ranges share a code point. */
export function rangesMeet(left: readonly CodePointRange[], right: readonly CodePointRange[]): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    const a = left[i];
    const b = right[j];
    if (a === undefined || b === undefined) return false;
    if (a[0] <= b[1] && b[0] <= a[1]) return true;
    if (a[1] < b[1]) i += 1;
    else j += 1;
  }
}

/** What three sorted lists of ranges share, as a sorted list. */
export function intersection(
  left: readonly CodePointRange[],
  right: readonly CodePointRange[],
): readonly CodePointRange[] {
  const result: CodePointRange[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const a = left[i];
    const b = right[j];
    if (a === undefined || b === undefined) return result;
    const first = Math.max(a[0], b[0]);
    const last = Math.min(a[1], b[1]);
    if (first <= last) result.push([first, last]);
    if (a[1] < b[1]) i += 1;
    else j += 1;
  }
}

/** Every other case of each character is added, as Unicode's simple folding has it: K, k and the Kelvin sign. */
export function withAllCases(set: CodePointSet): CodePointSet {
  const more: CodePointRange[] = [...set.ranges];
  for (const [first, last] of set.ranges) {
    // Long ranges hold both cases of nearly all that they hold.
    const end = last - first > longestFoldedRange ? Math.min(last, first + longestFoldedRange) : last;
    for (let point = first; point <= end; point++) for (const other of otherCases(point)) more.push([other, other]);
  }
  return { ...setOf(more, set.properties.map(caselessProperty)), negated: set.negated };
}

/** Whether two code points are the same, or two cases of one letter. */
export function sameWithoutCase(left: number, right: number): boolean {
  return left === right || otherCases(left).includes(right) || otherCases(right).includes(left);
}

const longestFoldedRange = 1024;

/** In PCRE2 the properties of upper, lower and title case are one without case. */
function caselessProperty(property: string): string {
  return /^\\p\{L[ult]\}$/.test(property) ? "\\p{LC}" : property;
}

/** The other characters that are the same without case; those that fold from several, by hand. */
function otherCases(point: number): readonly number[] {
  const odd = oddCases.find((same) => same.includes(point));
  if (odd !== undefined) return odd;
  if (point < 0x41 || (point > 0x5a && point < 0x61) || (point > 0x7a && point < 0xb5)) return [];
  const character = String.fromCodePoint(point);
  return [character.toLowerCase(), character.toUpperCase()].flatMap((other) => {
    const code = other.codePointAt(0) ?? point;
    return other.length === String.fromCodePoint(code).length && code !== point ? [code] : [];
  });
}

/** k and the Kelvin sign, s and the long s, the Angstrom sign, micro and mu, and Greek letters with two forms. */
const oddCases: readonly (readonly number[])[] = [
  [0x6b, 0x4b, 0x212a],
  [0x73, 0x53, 0x17f],
  [0xe5, 0xc5, 0x212b],
  [0xb5, 0x3bc, 0x39c],
  [0x3c3, 0x3c2, 0x3a3],
  [0x3c9, 0x3a9, 0x2126],
  [0xdf, 0x1e9e],
];

function complementRanges(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const result: CodePointRange[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    if (first > next) result.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= lastCodePoint) result.push([next, lastCodePoint]);
  return result;
}
