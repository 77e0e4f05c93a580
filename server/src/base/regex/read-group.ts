/** What an opening parenthesis starts: groups, looks around, flags, comments. */
import { accept, acceptMatch, fail, type InlineFlags, type PatternReader } from "./pattern-reader.js";
import { referenceTo } from "./read-backslash.js";
import type { RegexNode } from "./syntax.js";

type ReadBody = (reader: PatternReader) => RegexNode;

/** Passes `(?#...)`; false if none stands here. */
export function skipComment(reader: PatternReader): boolean {
  const start = reader.at;
  if (!accept(reader, "(?#")) return false;
  const end = reader.source.indexOf(")", reader.at);
  if (end < 0) fail(reader, "The comment is not closed.", start);
  reader.at = end + 1;
  return true;
}

/** Reads a group; undefined for one that only sets flags. The reader stands at the parenthesis. */
export function readGroup(reader: PatternReader, readBody: ReadBody): readonly RegexNode[] | undefined {
  const start = reader.at;
  refuse(reader);
  const name = acceptMatch(reader, /\(\?(?:P?<(?![=!])([^>]*)>|'([^']*)')/y);
  if (name !== undefined) return [readCapture(reader, start, readBody, name[1] ?? name[2] ?? "")];
  const same = acceptMatch(reader, /\(\?P=(\w+)\)/y);
  if (same !== undefined) return [referenceTo(reader, same[1] ?? "")];
  const look = acceptMatch(reader, /\(\?(<?)([=!])/y);
  if (look !== undefined) {
    const direction = look[1] === "<" ? "behind" : "ahead";
    return [{ kind: "look", direction, negated: look[2] === "!", body: readClosed(reader, start, readBody) }];
  }
  if (accept(reader, "(?>")) return [{ kind: "atomic", body: readClosed(reader, start, readBody) }];
  if (accept(reader, "(?")) return readFlags(reader, start, readBody);
  accept(reader, "(");
  return [
    reader.flags.noCapture ? readClosed(reader, start, readBody) : readCapture(reader, start, readBody, undefined),
  ];
}

const unsupported: readonly (readonly [start: RegExp, message: string])[] = [
  [/\(\?(?:R|0|[-+]?\d|&|P>)/y, "Recursion is not supported."],
  [/\(\?\(/y, "Conditions are not supported."],
  [/\(\?\|/y, "Groups that share their numbers, (?|, are not supported."],
  [/\(\?C/y, "Callouts are not supported."],
  [/\(\*/y, "Verbs are not supported."],
];

function refuse(reader: PatternReader): void {
  for (const [start, message] of unsupported) {
    start.lastIndex = reader.at;
    if (start.test(reader.source)) fail(reader, message);
  }
}

function readClosed(reader: PatternReader, start: number, readBody: ReadBody): RegexNode {
  const body = readBody(reader);
  if (!accept(reader, ")")) fail(reader, "The group is not closed.", start);
  // A sequence in brackets is one thing to a quantifier.
  return body;
}

function readCapture(reader: PatternReader, start: number, readBody: ReadBody, name: string | undefined): RegexNode {
  const index = ++reader.groupCount;
  if (name !== undefined) {
    if (!/^[A-Za-z_]\w{0,127}$/.test(name)) fail(reader, `"${name}" is not a name for a group.`, start);
    const numbers = reader.names.get(name);
    if (numbers === undefined) reader.names.set(name, [index]);
    else if (reader.flags.repeatedNames) numbers.push(index);
    else fail(reader, `Two groups are named "${name}".`, start);
  }
  return { kind: "capture", index, body: readClosed(reader, start, readBody) };
}

/** `(?i)`, which holds to the end of its group, and `(?i:...)`; the `(?` is passed already. */
function readFlags(reader: PatternReader, start: number, readBody: ReadBody): readonly RegexNode[] | undefined {
  const letters = acceptMatch(reader, /(\^?)([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/y);
  if (letters === undefined) fail(reader, "A group can't start like this.", start);
  const outer = reader.flags;
  let inner: InlineFlags =
    letters[1] === "^"
      ? { ...outer, caseless: false, multiline: false, dotAll: false, extended: "no", noCapture: false }
      : outer;
  inner = withFlags(reader, inner, letters[2] ?? "", true, start);
  inner = withFlags(reader, inner, letters[3] ?? "", false, start);
  reader.flags = inner;
  if (letters[4] === ")") return undefined;
  const body = readClosed(reader, start, readBody);
  reader.flags = outer;
  return [body];
}

function withFlags(
  reader: PatternReader,
  flags: InlineFlags,
  letters: string,
  on: boolean,
  start: number,
): InlineFlags {
  return Array.from(letters).reduce<InlineFlags>((result, letter, index) => {
    switch (letter) {
      case "i":
        return { ...result, caseless: on };
      case "m":
        return { ...result, multiline: on };
      case "s":
        return { ...result, dotAll: on };
      case "x":
        return { ...result, extended: !on ? "no" : letters[index - 1] === "x" ? "in-classes" : "yes" };
      case "U":
        return { ...result, ungreedy: on };
      case "n":
        return { ...result, noCapture: on };
      case "J":
        return { ...result, repeatedNames: on };
      default:
        return fail(reader, `There is no flag "${letter}".`, start);
    }
  }, flags);
}
