/**
 * Where lines start in a text, for turning UTF-16 offsets into lines and columns and back.
 * Line breaks are LF, CRLF and a lone CR, as LSP defines them; a form feed is an ordinary character.
 */

/** A place in a text: both numbers are zero-based, `character` counts UTF-16 code units from the line's start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offsets at which the lines of one text start; always at least one entry. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly length: number;
}

/** The line index of a text. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  // Searching for the rare carriage return first keeps the common case in the engine's own string search.
  if (text.includes("\r")) {
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
    }
  } else for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return { starts, length: text.length };
}

/** The zero-based line that holds `offset`; an offset past the end belongs to the last line. */
export function lineOfOffset(index: LineIndex, offset: number): number {
  let low = 0;
  let high = index.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((index.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The position of a UTF-16 offset, which is first brought inside the text. */
export function positionOfOffset(index: LineIndex, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, index.length));
  const line = lineOfOffset(index, inside);
  return { line, character: inside - (index.starts[line] ?? 0) };
}

/** The UTF-16 offset of a position, brought inside its line and the text. */
export function offsetOfPosition(index: LineIndex, position: Position): number {
  if (position.line < 0) return 0;
  const start = index.starts[position.line];
  if (start === undefined) return index.length;
  const next = index.starts[position.line + 1] ?? index.length;
  return Math.max(start, Math.min(start + position.character, next));
}
