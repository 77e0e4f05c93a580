/** The classes that have a name: `\d`, `[:alpha:]`, `\h`. Without PCRE's UCP they are ASCII, save the spaces of `\h` and `\v`. */
import { complement, setOf, type CodePointSet } from "./code-point-set.js";

const digit = setOf([[0x30, 0x39]]);
const lower = setOf([[0x61, 0x7a]]);
const upper = setOf([[0x41, 0x5a]]);
const alpha = setOf([...lower.ranges, ...upper.ranges]);
const alnum = setOf([...alpha.ranges, ...digit.ranges]);
export const wordCharacters = setOf([...alnum.ranges, [0x5f, 0x5f]]);
const space = setOf([
  [0x09, 0x0d],
  [0x20, 0x20],
]);
const horizontal = setOf([
  [0x09, 0x09],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
]);
export const vertical = setOf([
  [0x0a, 0x0d],
  [0x85, 0x85],
  [0x2028, 0x2029],
]);
export const newline = setOf([[0x0a, 0x0a]]);

/** The set of an escape letter, `d` or `W`; undefined if the letter names none. */
export function escapedSet(letter: string): CodePointSet | undefined {
  const set = { d: digit, w: wordCharacters, s: space, h: horizontal, v: vertical, n: undefined }[letter.toLowerCase()];
  if (letter === "N") return complement(newline);
  if (set === undefined) return undefined;
  return letter === letter.toLowerCase() ? set : complement(set);
}

const posix: ReadonlyMap<string, CodePointSet> = new Map(
  Object.entries({
    alpha,
    digit,
    alnum,
    upper,
    lower,
    space,
    word: wordCharacters,
    blank: setOf([
      [0x09, 0x09],
      [0x20, 0x20],
    ]),
    punct: setOf([
      [0x21, 0x2f],
      [0x3a, 0x40],
      [0x5b, 0x60],
      [0x7b, 0x7e],
    ]),
    xdigit: setOf([
      [0x30, 0x39],
      [0x41, 0x46],
      [0x61, 0x66],
    ]),
    cntrl: setOf([
      [0x00, 0x1f],
      [0x7f, 0x7f],
    ]),
    print: setOf([[0x20, 0x7e]]),
    graph: setOf([[0x21, 0x7e]]),
    ascii: setOf([[0x00, 0x7f]]),
  }),
);

/** The set of `[:name:]`; undefined if there is none of that name. */
export function posixSet(name: string): CodePointSet | undefined {
  return posix.get(name);
}
