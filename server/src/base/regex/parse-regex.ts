/**
 * Regular expressions as PCRE2 reads them with UTF and without UCP, which is how Semgrep compiles those of rules.
 * Refused, with a message: recursion, conditions, branch reset, verbs and callouts.
 */
import { complement, setOf, withAllCases, type CodePointSet } from "./code-point-set.js";
import { newline } from "./named-sets.js";
import { accept, acceptMatch, fail, takeCodePoint, type InlineFlags, type PatternReader } from "./pattern-reader.js";
import { readClass } from "./read-class.js";
import { readBackslash } from "./read-backslash.js";
import { readGroup, skipComment } from "./read-group.js";
import { RegexSyntaxError, type RegexError, type RegexNode, type RegexTree } from "./syntax.js";

/** The tree of an expression, or why and where it is none. */
export function parseRegex(
  source: string,
  flags: { readonly multiline?: boolean; readonly caseless?: boolean },
): RegexTree | RegexError {
  const reader = startReading(source, flags);
  try {
    skipLeadingVerbs(reader);
    const root = readAlternatives(reader);
    if (reader.at < source.length) fail(reader, "A closing parenthesis has no opening one.");
    for (const { group, target, offset } of reader.pending) {
      const numbers = typeof group === "string" ? reader.names.get(group) : group <= reader.groupCount ? [group] : [];
      if (numbers === undefined || numbers.length === 0) fail(reader, `There is no group ${group}.`, offset);
      target.push(...numbers);
    }
    return { root, groupCount: reader.groupCount, names: reader.names };
  } catch (error) {
    if (error instanceof RegexSyntaxError) return { message: error.message, offset: error.offset };
    throw error;
  }
}

function startReading(
  source: string,
  flags: { readonly multiline?: boolean; readonly caseless?: boolean },
): PatternReader {
  return {
    source,
    at: 0,
    flags: {
      caseless: flags.caseless === true,
      multiline: flags.multiline === true,
      dotAll: false,
      extended: "no",
      ungreedy: false,
      noCapture: false,
      repeatedNames: false,
    },
    groupCount: 0,
    names: new Map(),
    // An estimate: `\12` is a group only where so many were opened.
    totalGroups: (source.match(/(?<!\\)\((?!\?)|\(\?P?</g) ?? []).length,
    pending: [],
    depth: 0,
  };
}

/** `(*UTF8)` says what holds anyway; the other verbs change what an expression means. */
function skipLeadingVerbs(reader: PatternReader): void {
  while (acceptMatch(reader, /\(\*(?:UTF8?|LF|NO_JIT|NO_START_OPT|NO_AUTO_POSSESS)\)/y) !== undefined);
}

const deepestGroup = 200;

/** Reads to the closing parenthesis or the end; flags that change inside end there. */
export function readAlternatives(reader: PatternReader): RegexNode {
  if (reader.depth > deepestGroup) fail(reader, "Groups are nested too deep.");
  reader.depth += 1;
  const outer: InlineFlags = reader.flags;
  const items = [readSequence(reader)];
  while (accept(reader, "|")) items.push(readSequence(reader));
  reader.flags = outer;
  reader.depth -= 1;
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: "alternatives", items };
}

function readSequence(reader: PatternReader): RegexNode {
  const items: RegexNode[] = [];
  for (;;) {
    skipLayout(reader);
    const next = reader.source.charAt(reader.at);
    if (next === "" || next === "|" || next === ")") break;
    const atom = readAtom(reader);
    if (atom === undefined) continue;
    items.push(...atom.slice(0, -1));
    const last = atom.at(-1);
    if (last !== undefined) items.push(readQuantifiers(reader, last));
  }
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: "sequence", items };
}

function skipLayout(reader: PatternReader): void {
  for (;;) {
    if (skipComment(reader)) continue;
    if (accept(reader, "\\E")) continue;
    if (reader.flags.extended === "no") return;
    if (acceptMatch(reader, /[\s]+|#[^\n]*\n?/y) === undefined) return;
  }
}

/** The nodes of one atom, of which a quantifier takes the last; undefined for what only sets flags. */
function readAtom(reader: PatternReader): readonly RegexNode[] | undefined {
  const start = reader.at;
  switch (reader.source.charAt(start)) {
    case "(":
      return readGroup(reader, readAlternatives);
    case "[":
      return [{ kind: "set", set: readClass(reader) }];
    case ".":
      reader.at += 1;
      return [{ kind: "set", set: reader.flags.dotAll ? complement(setOf([])) : complement(newline) }];
    case "^":
      reader.at += 1;
      return [{ kind: "place", place: reader.flags.multiline ? "line-start" : "text-start" }];
    case "$":
      reader.at += 1;
      return [{ kind: "place", place: reader.flags.multiline ? "line-end" : "before-last-newline" }];
    case "\\":
      reader.at += 1;
      return accept(reader, "Q") ? readQuoted(reader) : [readBackslash(reader)];
    case "*":
    case "+":
    case "?":
      return fail(reader, "Nothing stands here that could be repeated.");
    case "{":
      if (quantifierAt(reader) !== undefined) fail(reader, "Nothing stands here that could be repeated.", start);
  }
  return [literal(reader, takeCodePoint(reader))];
}

function literal(reader: PatternReader, point: number): RegexNode {
  return { kind: "set", set: cased(reader, setOf([[point, point]])) };
}

function cased(reader: PatternReader, set: CodePointSet): CodePointSet {
  return reader.flags.caseless ? withAllCases(set) : set;
}

/** `\Q...\E`, the `\Q` passed already. */
function readQuoted(reader: PatternReader): readonly RegexNode[] | undefined {
  const end = reader.source.indexOf("\\E", reader.at);
  const stop = end < 0 ? reader.source.length : end;
  const items: RegexNode[] = [];
  while (reader.at < stop) items.push(literal(reader, takeCodePoint(reader)));
  reader.at = end < 0 ? stop : stop + 2;
  return items.length === 0 ? undefined : items;
}

/** `*`, `+`, `?` or counts, as [minimum, maximum]; undefined, and nothing passed, if none stands here. */
function quantifierAt(reader: PatternReader): readonly [number, number] | undefined {
  const start = reader.at;
  const match = acceptMatch(reader, /([*+?])|\{(\d+)(?:(,)(\d*))?\}/y);
  if (match === undefined) return undefined;
  if (match[1] !== undefined) return [match[1] === "+" ? 1 : 0, match[1] === "?" ? 1 : Infinity];
  const minimum = Number(match[2]);
  const maximum = match[3] === undefined ? minimum : match[4] === "" ? Infinity : Number(match[4]);
  if (Math.max(minimum, maximum === Infinity ? 0 : maximum) > 65_535) fail(reader, "The number is too large.", start);
  if (maximum < minimum) fail(reader, "The numbers are in the wrong order.", start);
  return [minimum, maximum];
}

function readQuantifiers(reader: PatternReader, body: RegexNode): RegexNode {
  skipLayout(reader);
  const counts = quantifierAt(reader);
  if (counts === undefined) return body;
  const [minimum, maximum] = counts;
  const lazy = accept(reader, "?");
  const possessive = !lazy && accept(reader, "+");
  if (body.kind === "keep") return body;
  const repeat: RegexNode = { kind: "repeat", minimum, maximum, greedy: lazy === reader.flags.ungreedy, body };
  return possessive ? { kind: "atomic", body: { ...repeat, greedy: true } } : repeat;
}
