// An edit as the parser wants it told: offsets, rows and columns in UTF-16.

/**
 * @param {import("./typist.mjs").Edit} edit
 * @param {{ start: { line: number, character: number }, end: { line: number, character: number } }} range
 */
export function treeEdit(edit, range) {
  const newlines = edit.inserted.split("\n");
  const lastLine = newlines[newlines.length - 1].length;
  const startColumn = newlines.length === 1 ? range.start.character : 0;
  return {
    startIndex: edit.offset,
    oldEndIndex: edit.offset + edit.removed,
    newEndIndex: edit.offset + edit.inserted.length,
    startPosition: { row: range.start.line, column: range.start.character },
    oldEndPosition: { row: range.end.line, column: range.end.character },
    newEndPosition: { row: range.start.line + newlines.length - 1, column: startColumn + lastLine },
  };
}
