/**
 * Positions of clients and offsets of the facade. A client counts columns in UTF-8 bytes, UTF-16 code units or code points, as
 * negotiated; the facade counts UTF-16 code units from the start of the text. Whatever a client sends, the result lies inside.
 */
import type { TextRange } from "../base/text-range.js";
import type { LinedText } from "./text-lines.js";

export type PositionEncoding = "utf-8" | "utf-16" | "utf-32";

/** Zero-based line and column; what a column counts depends on the encoding. */
interface ClientPosition {
  readonly line: number;
  readonly character: number;
}

interface ClientRange {
  readonly start: ClientPosition;
  readonly end: ClientPosition;
}

/** The first of the client's encodings that counts as this server does, or else the first that the server can. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (offered === undefined || offered.includes("utf-16")) return "utf-16";
  return offered.find((encoding) => encoding === "utf-8" || encoding === "utf-32") ?? "utf-16";
}

export function toOffset(text: LinedText, position: ClientPosition, encoding: PositionEncoding): number {
  const line = wholeNumber(position.line);
  const start = text.starts[line];
  if (line < 0) return 0;
  if (start === undefined) return text.text.length;
  const end = endOfLine(text, line);
  const columns = wholeNumber(position.character);
  if (encoding === "utf-16") return Math.max(start, Math.min(start + columns, end));
  let offset = start;
  for (let passed = 0; offset < end;) {
    const point = text.text.codePointAt(offset) ?? 0;
    passed += widthIn(encoding, point);
    if (passed > columns) break;
    offset += point > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The range in the text; the ends change places if they come the wrong way round. */
export function toTextRange(text: LinedText, range: ClientRange, encoding: PositionEncoding): TextRange {
  const start = toOffset(text, range.start, encoding);
  const end = toOffset(text, range.end, encoding);
  return start <= end ? { start, end } : { start: end, end: start };
}

export function toPosition(text: LinedText, offset: number, encoding: PositionEncoding): ClientPosition {
  const inside = Math.max(0, Math.min(offset, text.text.length));
  const line = lineAt(text, inside);
  const start = text.starts[line] ?? 0;
  if (encoding === "utf-16") return { line, character: inside - start };
  let character = 0;
  for (let at = start; at < inside;) {
    const point = text.text.codePointAt(at) ?? 0;
    character += widthIn(encoding, point);
    at += point > 0xffff ? 2 : 1;
  }
  return { line, character };
}

export function toClientRange(text: LinedText, range: TextRange, encoding: PositionEncoding): ClientRange {
  return { start: toPosition(text, range.start, encoding), end: toPosition(text, range.end, encoding) };
}

/** The zero-based line that holds an offset. */
export function lineAt({ starts }: LinedText, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The offset before a line's break, where positions past the end of the line come to lie. */
export function endOfLine({ text, starts }: LinedText, line: number): number {
  const start = starts[line] ?? 0;
  let end = starts[line + 1] ?? text.length;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}

function widthIn(encoding: "utf-8" | "utf-32", point: number): number {
  if (encoding === "utf-32") return 1;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** Numbers that come from outside may be fractions, NaN or no numbers at all. */
function wholeNumber(value: unknown): number {
  return typeof value === "number" && !Number.isNaN(value) ? Math.floor(value) : 0;
}
