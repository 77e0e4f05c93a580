/** A half-open stretch of a text, in UTF-16 code units from the start of the file. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text; `range` is in the coordinates of the text before any edit of the same batch. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Whether two ranges share at least one code unit, or touch where one of them is empty. */
export function rangesOverlap(a: TextRange, b: TextRange): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
