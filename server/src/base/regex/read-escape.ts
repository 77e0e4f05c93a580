/** What follows a backslash. */
import { complement, setOf, type CodePointSet } from "./code-point-set.js";
import { escapedSet } from "./named-sets.js";
import { accept, acceptMatch, fail, takeCodePoint, type PatternReader } from "./pattern-reader.js";

/** Reads the escape of one character or of a set, the backslash passed already; undefined if it is none of them. */
export function readCharacterEscape(reader: PatternReader, inClass: boolean): CodePointSet | undefined {
  const letter = reader.source.charAt(reader.at);
  if (letter === "") fail(reader, "A backslash ends the expression.");
  if (letter === "p" || letter === "P") return readProperty(reader);
  const point = readCodePoint(reader, inClass);
  if (point !== undefined) return setOf([[point, point]]);
  const named = escapedSet(letter);
  if (named !== undefined && letter !== "n") {
    reader.at += 1;
    return named;
  }
  return undefined;
}

const control: ReadonlyMap<string, number> = new Map([
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
  ["f", 0x0c],
  ["a", 0x07],
  ["e", 0x1b],
]);

function readCodePoint(reader: PatternReader, inClass: boolean): number | undefined {
  const letter = reader.source.charAt(reader.at);
  const simple = control.get(letter);
  if (simple !== undefined || (inClass && letter === "b")) {
    reader.at += 1;
    return simple ?? 0x08;
  }
  if (letter === "x") return readHexadecimal(reader);
  if (letter === "o") {
    const digits = acceptMatch(reader, /o\{([0-7]{1,7})\}/y);
    return digits === undefined
      ? fail(reader, "\\o needs octal digits in braces.")
      : checked(reader, parseInt(digits[1] ?? "", 8));
  }
  if (letter === "c") {
    const match = acceptMatch(reader, /c([\x20-\x7e])/y);
    if (match === undefined) fail(reader, "\\c needs a printable ASCII character.");
    return (match[1] ?? "").toUpperCase().charCodeAt(0) ^ 0x40;
  }
  if (/[0-9]/.test(letter)) return readOctal(reader, inClass);
  if (/[a-zA-Z]/.test(letter)) return undefined;
  return takeCodePoint(reader);
}

function readHexadecimal(reader: PatternReader): number {
  const braced = acceptMatch(reader, /x\{([0-9a-fA-F]{1,8})\}/y);
  if (braced !== undefined) return checked(reader, parseInt(braced[1] ?? "", 16));
  return parseInt(`0${acceptMatch(reader, /x([0-9a-fA-F]{0,2})/y)?.[1] ?? ""}`, 16);
}

/** `\0` to `\077` and, where no group has the number, `\12`. Undefined if it refers to a group. */
function readOctal(reader: PatternReader, inClass: boolean): number | undefined {
  if (!inClass) {
    const decimal = /[1-9][0-9]*/y;
    decimal.lastIndex = reader.at;
    const number = decimal.exec(reader.source)?.[0];
    if (number !== undefined && (Number(number) < 10 || Number(number) <= reader.totalGroups)) return undefined;
  }
  const octal = acceptMatch(reader, /[0-7]{1,3}/y);
  if (octal === undefined) return inClass ? takeCodePoint(reader) : undefined;
  return parseInt(octal[0], 8);
}

function checked(reader: PatternReader, point: number): number {
  return point > 0x10ffff ? fail(reader, "The character's code is too large.") : point;
}

/** `\p{L}`, `\pL`, `\P{^Lu}`, with the names that JavaScript's engine knows as well. */
function readProperty(reader: PatternReader): CodePointSet {
  const start = reader.at;
  const upper = accept(reader, "P");
  if (!upper) accept(reader, "p");
  const match = acceptMatch(reader, /\{(\^?)([\w&]+)\}|()([A-Z])/y);
  if (match === undefined) fail(reader, "The name of a property must follow.", start);
  const name = match[2] ?? match[4] ?? "";
  const negated = upper !== (match[1] === "^");
  if (name === "Any") return negated ? setOf([]) : complement(setOf([]));
  const spelled = spellProperty(name) ?? fail(reader, `The property ${name} is not known.`, start);
  const set = setOf([], [`\\p{${spelled}}`]);
  return negated ? complement(set) : set;
}

function spellProperty(name: string): string | undefined {
  const candidates = [name === "L&" ? "LC" : name, `Script=${name}`];
  return candidates.find((candidate) => {
    try {
      return new RegExp(`\\p{${candidate}}`, "u").source !== "";
    } catch {
      return false;
    }
  });
}
