/** Edits that write the comments by which people silence findings, so that the code still means the same. */
import type { TextEdit, TextRange } from "../base/text-range.js";
import { indentationWidth, lineEnd, readLogicalLine } from "../syntax/cut-lines.js";
import { findStringEnd } from "../syntax/cut-strings.js";

const ownComment = /#\s*kingsnake:\s*ignore\[([^\]]*)\]/i;
const ownFileComment = /#\s*kingsnake:\s*ignore-file\[([^\]]*)\]/i;

/**
 * Silences a rule on the statement in which `range` starts: in a comment of ours that speaks about the statement already, else
 * at the end of the line, else, where that is inside a string or continued by a backslash, in a line above the statement.
 */
export function ignoreStatementEdit(text: string, range: TextRange, ruleId: string): TextEdit {
  const statement = logicalLineAt(text, range.start);
  const own = [...commentsWithin(text, statement), ...commentsAbove(text, statement.start)];
  for (const comment of own) {
    const merged = mergeInto(text, comment, ownComment, ruleId);
    if (merged !== undefined) return merged;
  }
  const endOfLine = lineEnd(text, range.start);
  if (!canEndInComment(text, statement.start, endOfLine)) {
    const indentation = /^[ \t\f]*/.exec(text.slice(statement.start, range.start))?.[0] ?? "";
    return insert(statement.start, `${indentation}# kingsnake: ignore[${ruleId}]${lineBreakOf(text)}`);
  }
  let end = endOfLine;
  while (end > range.start && /[ \t]/.test(text.charAt(end - 1))) end--;
  return { range: { start: end, end: endOfLine }, newText: `  # kingsnake: ignore[${ruleId}]` };
}

/** Silences a rule in the whole file: below what has to be its first lines, above everything else, docstring included. */
export function ignoreFileEdit(text: string, ruleId: string): TextEdit {
  for (const comment of headComments(text)) {
    const merged = mergeInto(text, comment, ownFileComment, ruleId);
    if (merged !== undefined) return merged;
  }
  const at = endOfPreamble(text);
  const lineBreak = lineBreakOf(text);
  const startsLine = at === 0 || /[\n\r\ufeff]/.test(text.charAt(at - 1));
  return insert(at, `${startsLine ? "" : lineBreak}# kingsnake: ignore-file[${ruleId}]${lineBreak}`);
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

interface LogicalLineRange extends TextRange {
  /** Starts and ends of the comments inside, in pairs. */
  readonly comments: readonly number[];
}

function logicalLineAt(text: string, offset: number): LogicalLineRange {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const comments: number[] = [];
    const code = /[^ \t\f]/g;
    code.lastIndex = start;
    const width = indentationWidth(text, start, code.exec(text)?.index ?? text.length);
    const { next } = readLogicalLine(text, start, width, comments);
    if (next > offset || next >= text.length || next <= start) return { start, end: next, comments };
    start = next;
  }
}

function commentsWithin(text: string, { comments, end }: LogicalLineRange): TextRange[] {
  const ranges: TextRange[] = [];
  for (let index = 0; index + 1 < comments.length; index += 2) {
    ranges.push({ start: comments[index] ?? 0, end: Math.min(comments[index + 1] ?? 0, end, text.length) });
  }
  return ranges;
}

/** Comments that stand alone on the lines right above. */
function commentsAbove(text: string, start: number): TextRange[] {
  const ranges: TextRange[] = [];
  for (let below = start; below > 0;) {
    const end = below - (text.startsWith("\r\n", below - 2) ? 2 : 1);
    let lineStart = end;
    while (lineStart > 0 && !/[\n\r]/.test(text.charAt(lineStart - 1))) lineStart--;
    const line = text.slice(lineStart, end);
    if (!/^[ \t\f]*#/.test(line)) break;
    ranges.push({ start: lineStart + line.indexOf("#"), end });
    below = lineStart;
  }
  return ranges;
}

/** Whether a comment can be written at `end`, the end of a line of the logical line that begins at `start`. */
function canEndInComment(text: string, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    switch (text.charAt(at)) {
      case '"':
      case "'":
        at = findStringEnd(text, at).end;
        break;
      case "#":
        at = lineEnd(text, at);
        break;
      case "\\":
        at += 2;
        break;
      default:
        at++;
    }
    if (at > end) return false;
  }
  return true;
}

function mergeInto(text: string, comment: TextRange, pattern: RegExp, ruleId: string): TextEdit | undefined {
  const found = pattern.exec(text.slice(comment.start, comment.end));
  if (found?.[1] === undefined) return undefined;
  const list = found[1].trimEnd();
  const at = comment.start + found.index + found[0].length - 1 - (found[1].length - list.length);
  const known = list.split(/[,\s]+/).includes(ruleId);
  return insert(at, known ? "" : list.trim() === "" ? ruleId : `, ${ruleId}`);
}

/** Shebang, encoding and cell magics, which count only where they are. */
const preambleLine = /^(?:#!.*|[ \t\f]*#.*?coding[:=].*|%%.*)$/;

function endOfPreamble(text: string): number {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let line = 0; line < 2; line++) {
    const end = lineEnd(text, at);
    if (!preambleLine.test(text.slice(at, end))) break;
    at = end + (text.startsWith("\r\n", end) ? 2 : end < text.length ? 1 : 0);
  }
  return at;
}

/** The comments above the first code of a file. */
function headComments(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (line.trim() !== "" && !/^[ \t\f]*#/.test(line)) break;
    if (line.trim() !== "") ranges.push({ start: at, end });
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return ranges;
}

function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
