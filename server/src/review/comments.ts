/** Which comments speak about a stretch of code. */
import { lineOfOffset, type LineIndex } from "../base/line-index.js";

export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The comments of one version of a file: starts and ends in pairs, as the cut gives them. */
export interface FileComments {
  readonly text: string;
  readonly pairs: readonly number[];
  readonly lines: LineIndex;
}

/** Index (of a pair) of the first comment that starts at or after `offset`. */
function firstAtOrAfter(comments: FileComments, offset: number): number {
  let low = 0;
  let high = comments.pairs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments.pairs[middle * 2] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commentAt(comments: FileComments, index: number): Comment | undefined {
  const start = comments.pairs[index * 2];
  const end = comments.pairs[index * 2 + 1];
  if (start === undefined || end === undefined) return undefined;
  return { text: comments.text.slice(start, end), start, end };
}

/** Comments on the lines from `start` to `end`, and those alone on the lines directly above. */
export function commentsAbout(comments: FileComments, start: number, end: number): Comment[] {
  const { lines, text } = comments;
  const firstLine = lineOfOffset(lines, start);
  const afterLast = lines.starts[lineOfOffset(lines, Math.max(start, end - 1)) + 1] ?? text.length + 1;
  const result: Comment[] = [];
  const first = firstAtOrAfter(comments, lines.starts[firstLine] ?? 0);
  for (let index = first; ; index++) {
    const comment = commentAt(comments, index);
    if (comment === undefined || comment.start >= afterLast) break;
    result.push(comment);
  }
  let line = firstLine;
  for (let index = first - 1; index >= 0; index--) {
    const comment = commentAt(comments, index);
    if (comment === undefined || lineOfOffset(lines, comment.start) !== line - 1) break;
    if (text.slice(lines.starts[line - 1], comment.start).trim() !== "") break;
    result.push(comment);
    line--;
  }
  return result;
}

/** The comments that start before `offset`. */
export function commentsBefore(comments: FileComments, offset: number): Comment[] {
  const result: Comment[] = [];
  for (let index = 0; ; index++) {
    const comment = commentAt(comments, index);
    if (comment === undefined || comment.start >= offset) return result;
    result.push(comment);
  }
}
