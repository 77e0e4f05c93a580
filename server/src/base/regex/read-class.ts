/** A character class, `[...]`. */
import { complement, setOf, union, withAllCases, type CodePointSet } from "./code-point-set.js";
import { posixSet } from "./named-sets.js";
import { accept, acceptMatch, fail, takeCodePoint, type PatternReader } from "./pattern-reader.js";
import { readCharacterEscape } from "./read-escape.js";

/** Reads a class; the reader stands at its opening bracket. */
export function readClass(reader: PatternReader): CodePointSet {
  const start = reader.at;
  if (acceptMatch(reader, /\[([:.=])[^\]\\[]*\1\]/y) !== undefined)
    fail(reader, "Classes like [:alpha:] stand inside of another class: [[:alpha:]].", start);
  accept(reader, "[");
  const negated = accept(reader, "^");
  const parts: CodePointSet[] = [];
  let first = true;
  for (;;) {
    if (reader.at >= reader.source.length) fail(reader, "The class is not closed with ].", start);
    if (!first && accept(reader, "]")) break;
    const part = readPart(reader);
    if (part !== undefined) parts.push(part);
    first = false;
  }
  const joined = union(parts.length === 0 ? [setOf([])] : parts);
  const folded = reader.flags.caseless ? withAllCases(joined) : joined;
  return negated ? complement(folded) : folded;
}

/** One item, or a range; undefined for what stands for nothing. */
function readPart(reader: PatternReader): CodePointSet | undefined {
  if (accept(reader, "\\E")) return undefined;
  if (accept(reader, "\\Q")) return readQuotedPart(reader);
  if (reader.flags.extended === "in-classes" && acceptMatch(reader, /[ \t]/y) !== undefined) return undefined;
  const from = reader.at;
  const low = readItem(reader);
  if (!isRangeNext(reader)) return low;
  const isNamed = !isSinglePoint(low);
  accept(reader, "-");
  if (isNamed) fail(reader, "A range can't start with a class.", from);
  const high = readItem(reader);
  if (!isSinglePoint(high)) fail(reader, "A range can't end with a class.", from);
  const [first, last] = [low.ranges[0]?.[0] ?? 0, high.ranges[0]?.[0] ?? 0];
  if (last < first) fail(reader, "The range is in the wrong order.", from);
  return setOf([[first, last]]);
}

function isRangeNext(reader: PatternReader): boolean {
  return reader.source.charAt(reader.at) === "-" && !["]", ""].includes(reader.source.charAt(reader.at + 1));
}

function isSinglePoint(set: CodePointSet): boolean {
  const [only] = set.ranges;
  return set.ranges.length === 1 && !set.negated && set.properties.length === 0 && only?.[0] === only?.[1];
}

function readQuotedPart(reader: PatternReader): CodePointSet {
  const end = reader.source.indexOf("\\E", reader.at);
  const stop = end < 0 ? reader.source.length : end;
  const points: [number, number][] = [];
  while (reader.at < stop) {
    const point = takeCodePoint(reader);
    points.push([point, point]);
  }
  if (end >= 0) reader.at += 2;
  return setOf(points);
}

function readItem(reader: PatternReader): CodePointSet {
  const start = reader.at;
  const named = acceptMatch(reader, /\[:(\^?)(\w*):\]/y);
  if (named !== undefined) {
    const set = posixSet(named[2] ?? "") ?? fail(reader, `There is no class [:${named[2] ?? ""}:].`, start);
    // A negated class inside of another is exact only without properties, and these have none.
    return named[1] === "^" ? complement(set) : set;
  }
  if (acceptMatch(reader, /\[([.=])[^\]]*\1\]/y) !== undefined)
    fail(reader, "Collating elements are not supported.", start);
  if (accept(reader, "\\")) {
    const escape = readCharacterEscape(reader, true);
    return escape ?? fail(reader, `\\${reader.source.charAt(reader.at)} has no meaning in a class.`, start);
  }
  const point = takeCodePoint(reader);
  return setOf([[point, point]]);
}
