/** The place in the source of a regular expression, the flags that hold there, and the groups seen so far. */
import { RegexSyntaxError } from "./syntax.js";

export interface InlineFlags {
  readonly caseless: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  /** White space and comments are layout; "in-classes" also ignores blanks in classes. */
  readonly extended: "no" | "yes" | "in-classes";
  readonly ungreedy: boolean;
  readonly noCapture: boolean;
  readonly repeatedNames: boolean;
}

export interface PatternReader {
  readonly source: string;
  at: number;
  flags: InlineFlags;
  groupCount: number;
  readonly names: Map<string, number[]>;
  /** Groups that the whole source opens, so that `\12` is known to be a group or an octal number. */
  readonly totalGroups: number;
  /** References, by number or name, that are checked when all groups are known. */
  readonly pending: { readonly offset: number; readonly group: number | string; readonly target: number[] }[];
  /** Groups inside of groups, so that reading ends on any source. */
  depth: number;
}

export function fail(reader: PatternReader, message: string, offset = reader.at): never {
  throw new RegexSyntaxError(message, offset);
}

/** Moves past a text if it stands here. */
export function accept(reader: PatternReader, text: string): boolean {
  if (!reader.source.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

/** Moves past what an expression with the flag y matches here, and gives its groups. */
export function acceptMatch(reader: PatternReader, sticky: RegExp): RegExpExecArray | undefined {
  sticky.lastIndex = reader.at;
  const match = sticky.exec(reader.source);
  if (match === null) return undefined;
  reader.at += match[0].length;
  return match;
}

/** The code point here, which is moved past; the caller knows that there is one. */
export function takeCodePoint(reader: PatternReader): number {
  const point = reader.source.codePointAt(reader.at) ?? 0;
  reader.at += point > 0xffff ? 2 : 1;
  return point;
}
