/** A text with the offsets of its lines, both changed in place of an edit: a keystroke costs the lines below it one addition each. */
import { createLineIndex } from "../base/line-index.js";
import type { TextEdit } from "../base/text-range.js";

export interface LinedText {
  readonly text: string;
  /** Offsets at which lines start, in UTF-16 code units. */
  readonly starts: readonly number[];
}

export function createLinedText(text: string): LinedText {
  return { text, starts: createLineIndex(text).starts };
}

/**
 * The text after an edit; `edited` is that text where somebody has put it together already. The old value must not be used
 * any more: its lines are changed in place.
 */
export function editLinedText(old: LinedText, edit: TextEdit, edited?: string): LinedText {
  const { start, end } = edit.range;
  const text = edited ?? old.text.slice(0, start) + edit.newText + old.text.slice(end);
  return { text, starts: editStarts(old.starts as number[], text, edit) };
}

function editStarts(starts: number[], text: string, { range, newText }: TextEdit): number[] {
  // A break before `start` is known; one that ends at `start` may be the CR of a CRLF that the edit makes or parts.
  const firstChanged = Math.max(1, firstAtOrAfter(starts, range.start));
  const firstKept = Math.max(firstChanged, firstAtOrAfter(starts, range.end + 1));
  const newEnd = range.start + newText.length;
  const fresh: number[] = [];
  for (let at = Math.max(1, range.start); at <= newEnd; at++) if (startsLine(text, at)) fresh.push(at);
  const shift = newText.length - (range.end - range.start);
  if (shift !== 0)
    for (let index = firstKept; index < starts.length; index++) starts[index] = (starts[index] ?? 0) + shift;
  if (fresh.length === firstKept - firstChanged) {
    for (let index = 0; index < fresh.length; index++) starts[firstChanged + index] = fresh[index] ?? 0;
    return starts;
  }
  return starts.slice(0, firstChanged).concat(fresh, starts.slice(firstKept));
}

function startsLine(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  return before === 10 || (before === 13 && text.charCodeAt(offset) !== 10);
}

function firstAtOrAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
