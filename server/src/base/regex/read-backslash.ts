/** A backslash outside of a class: places, references to groups, sets, single characters. */
import { lastCodePoint, setOf, withAllCases } from "./code-point-set.js";
import { acceptMatch, fail, type PatternReader } from "./pattern-reader.js";
import { readCharacterEscape } from "./read-escape.js";
import type { Place, RegexNode } from "./syntax.js";

const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  ["A", "text-start"],
  ["Z", "before-last-newline"],
  ["z", "text-end"],
  ["b", "word-boundary"],
  ["B", "no-word-boundary"],
]);

/** Reads what follows a backslash, which is passed already. */
export function readBackslash(reader: PatternReader): RegexNode {
  const letter = reader.source.charAt(reader.at);
  const place = places.get(letter);
  if (place !== undefined) return skipping(reader, { kind: "place", place });
  if (letter === "R") return skipping(reader, { kind: "newline" });
  if (letter === "K") return skipping(reader, { kind: "keep" });
  if (letter === "X") return skipping(reader, graphemeCluster());
  const reference = readReference(reader);
  if (reference !== undefined) return reference;
  const set = readCharacterEscape(reader, false);
  if (set !== undefined) return { kind: "set", set: reader.flags.caseless ? withAllCases(set) : set };
  const number = acceptMatch(reader, /[1-9][0-9]*/y);
  if (number !== undefined) return referenceTo(reader, Number(number[0]));
  if (letter === "G") fail(reader, "\\G is not supported.", reader.at - 1);
  if (letter === "C") fail(reader, "\\C is not supported.", reader.at - 1);
  fail(reader, `\\${letter} has no meaning in PCRE.`, reader.at - 1);
}

function skipping(reader: PatternReader, node: RegexNode): RegexNode {
  reader.at += 1;
  return node;
}

/** `\k<n>`, `\k{n}`, `\k'n'`, `\g1`, `\g{-1}`, `\g{n}`. */
function readReference(reader: PatternReader): RegexNode | undefined {
  const named = acceptMatch(reader, /k(?:<(\w+)>|\{(\w+)\}|'(\w+)')/y);
  if (named !== undefined) return referenceTo(reader, named[1] ?? named[2] ?? named[3] ?? "");
  if (reader.source.startsWith("g<", reader.at) || reader.source.startsWith("g'", reader.at))
    fail(reader, "Groups that are called again, \\g<1>, are not supported.", reader.at - 1);
  const other = acceptMatch(reader, /g(?:\{([-+]?)(\w+)\}|([-+]?)(\d+))/y);
  if (other === undefined) return undefined;
  const name = other[2] ?? other[4] ?? "";
  if (!/^\d+$/.test(name)) return referenceTo(reader, name);
  const sign = other[1] ?? other[3] ?? "";
  const number = Number(name);
  if (sign === "") return referenceTo(reader, number);
  return referenceTo(reader, sign === "-" ? reader.groupCount + 1 - number : reader.groupCount + number);
}

/** A reference to a group by number or name, which is looked up when all groups are known. */
export function referenceTo(reader: PatternReader, group: number | string): RegexNode {
  if (typeof group === "number" && group < 1) fail(reader, "There is no group of that number.");
  const groups: number[] = [];
  reader.pending.push({ offset: reader.at, group, target: groups });
  return { kind: "reference", groups, caseless: reader.flags.caseless };
}

/** `\X` near enough: a character and the marks that follow it. */
function graphemeCluster(): RegexNode {
  const mark = setOf([], ["\\p{M}"]);
  const marks: RegexNode = {
    kind: "repeat",
    minimum: 0,
    maximum: Infinity,
    greedy: true,
    body: { kind: "set", set: mark },
  };
  const body: RegexNode = {
    kind: "sequence",
    items: [{ kind: "set", set: setOf([[0, lastCodePoint]]) }, marks],
  };
  return { kind: "atomic", body };
}
