/** Source text as a terminal shows it: columns that it takes, and nothing in it that a terminal would obey. */
import { eastAsianWidth } from "get-east-asian-width";

const tabWidth = 4;

/** A character as people see it, and the columns it takes. */
interface Cell {
  /** Offset in the source text, in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
  readonly width: number;
}

/** Text for a terminal, and the columns, from 0, at which a range of it begins and ends. */
export interface DisplayedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Shows a line with the range from `start` to `end` (UTF-16 offsets in it); of a line wider than `room` the part around the range. */
export function displayLine(line: string, start: number, end: number, room: number): DisplayedLine {
  const cells = cropCells(cellsOf(line), start, room);
  let text = "";
  let column = 0;
  let from: number | undefined;
  let to = 0;
  for (const cell of cells) {
    if (cell.offset >= start) from ??= column;
    text += cell.text;
    column += cell.width;
    if (cell.offset < end) to = column;
  }
  return { text: text.trimEnd(), start: from ?? column, end: Math.max(to, from ?? column) };
}

/** The text without characters that move the cursor, change colours or reorder what is shown. */
export function harmless(text: string): string {
  return text.replace(controls, "\ufffd");
}

/** The text as one line. */
export function oneLine(text: string): string {
  return harmless(text.replace(/\s+/g, " "));
}

/** All control characters and those that reorder text; tabs and line breaks included. */
const control = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const controls = new RegExp(control, "gu");
const plain = /^[\x20-\x7e]*$/;
/** Made when the first line needs it, because it takes a while. */
let segmenter: Intl.Segmenter | undefined;

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { offset, text } of plain.test(line) ? codeUnits(line) : graphemes(line)) {
    const isTab = text === "\t";
    const width = isTab ? tabWidth - (column % tabWidth) : widthOf(text);
    cells.push({ offset, width, text: isTab ? " ".repeat(width) : harmless(text) });
    column += width;
  }
  return cells;
}

function codeUnits(line: string): { offset: number; text: string }[] {
  return Array.from({ length: line.length }, (_, offset) => ({ offset, text: line.charAt(offset) }));
}

function graphemes(line: string): { offset: number; text: string }[] {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return [...segmenter.segment(line)].map(({ index, segment }) => ({ offset: index, text: segment }));
}

/** A grapheme is as wide as its first character; the emoji selector makes any wide. */
function widthOf(grapheme: string): number {
  if (grapheme.includes("\ufe0f")) return 2;
  const first = grapheme.codePointAt(0) ?? 0;
  return /^\p{Mark}/u.test(grapheme) || /^[\u200b-\u200d\ufeff]/.test(grapheme) ? 0 : eastAsianWidth(first);
}

/** Keeps what fits into `room` columns: the start of the range with some of what is before it. */
function cropCells(cells: readonly Cell[], start: number, room: number): Cell[] {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= room) return [...cells];
  const first = cells.findIndex((cell) => cell.offset >= start);
  const begin = first * 2 < room ? 0 : Math.max(0, first - Math.floor(room / 4));
  const kept: Cell[] = begin > 0 ? [{ offset: -1, text: "…", width: 1 }] : [];
  let width = kept.length;
  for (const cell of cells.slice(begin)) {
    if (width + cell.width > room - 1) return [...kept, { offset: cell.offset, text: "…", width: 1 }];
    kept.push(cell);
    width += cell.width;
  }
  return kept;
}
