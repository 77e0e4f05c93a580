/** Which comments speak about a stretch of code. */

export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The comments of one version of a file: starts and ends in pairs, as the cut gives them. */
export interface FileComments {
  readonly text: string;
  readonly pairs: readonly number[];
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
  const { text } = comments;
  let lineStart = lineStartBefore(text, start);
  const lastLineEnd = lineEndAfter(text, Math.max(start, end - 1));
  const result: Comment[] = [];
  const first = firstAtOrAfter(comments, lineStart);
  for (let index = first; ; index++) {
    const comment = commentAt(comments, index);
    if (comment === undefined || comment.start > lastLineEnd) break;
    result.push(comment);
  }
  for (let index = first - 1; index >= 0; index--) {
    const comment = commentAt(comments, index);
    if (comment === undefined) break;
    const ownLine = lineStartBefore(text, comment.start);
    const isDirectlyAbove = isOneLineBreak(text.slice(comment.end, lineStart));
    if (!isDirectlyAbove || text.slice(ownLine, comment.start).trim() !== "") break;
    result.push(comment);
    lineStart = ownLine;
  }
  return result;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function isOneLineBreak(text: string): boolean {
  return text === "\n" || text === "\r\n" || text === "\r";
}

function lineStartBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

function lineEndAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
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
