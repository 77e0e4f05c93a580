/**
 * The keys of a YAML text with their places, by indentation alone: while a person types, half of the states are no YAML, and
 * what is asked for then is asked about the line that is wrong.
 */
import type { TextRange } from "../../base/text-range.js";

export interface OutlineKey {
  readonly name: string;
  readonly range: TextRange;
  /** The keys that lead to the map in which it stands, without list indexes. */
  readonly path: readonly string[];
  /** Zero-based. */
  readonly line: number;
  readonly column: number;
  /** The value on the key's own line, or the lines of a text below it. */
  readonly value: TextRange;
  /** Whether the value is text that goes on below: `|` and `>`. */
  readonly isBlock: boolean;
  /** Keys of the same map have the same number. */
  readonly map: number;
}

/** A line that can still become a key or an entry. */
export interface OutlineLine {
  readonly start: number;
  readonly end: number;
  /** The column after the indentation and the dashes of lists. */
  readonly column: number;
  readonly hasDash: boolean;
  /** The key whose text it belongs to. */
  readonly block: OutlineKey | undefined;
  readonly key: OutlineKey | undefined;
  /** The keys above that are not closed by its column. */
  readonly open: readonly OutlineKey[];
}

export interface Outline {
  readonly text: string;
  readonly keys: readonly OutlineKey[];
  readonly lines: readonly OutlineLine[];
}

const keyForm = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s#:,[\]{}&*!|>'"%@`-][^:#]*?|-[^\s:#][^:#]*?))\s*:(?=\s|$)/;
const blockForm = /^[|>][-+\d]*\s*(?:#.*)?$/;

let last: Outline | undefined;

/** The outline of a text; the last one is remembered, because several questions are asked about one text. */
export function outlineOf(text: string): Outline {
  if (last?.text !== text) last = readOutline(text);
  return last;
}

/** What is open while the lines are read. */
interface Reader {
  readonly keys: OutlineKey[];
  open: OutlineKey[];
  block: OutlineKey | undefined;
  maps: number;
}

function readOutline(text: string): Outline {
  const reader: Reader = { keys: [], open: [], block: undefined, maps: 0 };
  const lines: OutlineLine[] = [];
  for (let start = 0; ;) {
    const at = text.indexOf("\n", start);
    const end = at < 0 ? text.length : at;
    lines.push(readLine(reader, text, start, text[end - 1] === "\r" && end > start ? end - 1 : end, lines.length));
    if (at < 0) return { text, keys: reader.keys, lines };
    start = at + 1;
  }
}

function readLine(reader: Reader, text: string, start: number, end: number, line: number): OutlineLine {
  const content = text.slice(start, end);
  const indentation = content.length - content.trimStart().length;
  const isBlank = content.trim() === "";
  const { block } = reader;
  if (block !== undefined && (isBlank || indentation > block.column)) {
    if (!isBlank) extend(reader, block, end);
    return { start, end, column: indentation, hasDash: false, block: reader.block, key: undefined, open: reader.open };
  }
  reader.block = undefined;
  const dashes = /^\s*((?:-\s+)*(?:-$)?)/.exec(content)?.[1] ?? "";
  const column = indentation + dashes.length;
  const hasDash = dashes !== "";
  const comment = content.trimStart().startsWith("#");
  if (isBlank || comment) return { start, end, column, hasDash, block: undefined, key: undefined, open: reader.open };
  reader.open = closeAt(reader.open, column, hasDash ? indentation : undefined);
  const open = reader.open.filter((key) => key.column < column);
  const key = readKey(reader, { content, start, end, line, column, hasDash, open });
  return { start, end, column, hasDash, block: undefined, key, open };
}

/** A dash ends the map of the entry before it; keys of the same column stay, as neighbours. */
function closeAt(open: readonly OutlineKey[], column: number, dash: number | undefined): OutlineKey[] {
  return open.filter((key) => (dash === undefined ? key.column <= column : key.column <= dash));
}

interface LineToRead {
  readonly content: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly hasDash: boolean;
  readonly open: readonly OutlineKey[];
}

function readKey(reader: Reader, { content, start, end, line, column, hasDash, open }: LineToRead) {
  const form = keyForm.exec(content.slice(column));
  if (form === null) return undefined;
  const name = form[1] ?? form[2] ?? form[3] ?? "";
  const afterColon = column + form[0].length;
  const value = content.slice(afterColon);
  const from = start + afterColon + (value.length - value.trimStart().length);
  const isBlock = blockForm.test(value.trim());
  const neighbour = hasDash ? undefined : reader.open.find((other) => other.column === column);
  const key: OutlineKey = {
    name,
    range: { start: start + column, end: start + column + form[0].trimEnd().replace(/\s*:$/, "").length },
    path: open.map((other) => other.name),
    line,
    column,
    value: { start: Math.min(from, end), end: isBlock ? end : Math.max(from, end) },
    isBlock,
    map: neighbour?.map ?? reader.maps++,
  };
  reader.keys.push(key);
  reader.open = [...open, key];
  reader.block = isBlock ? key : undefined;
  return key;
}

/** A line more of a text; the key is replaced by one that knows of it. */
function extend(reader: Reader, block: OutlineKey, end: number): void {
  const longer = { ...block, value: { ...block.value, end } };
  const index = reader.keys.lastIndexOf(block);
  if (index >= 0) reader.keys[index] = longer;
  reader.open = reader.open.map((key) => (key === block ? longer : key));
  reader.block = longer;
}

/** The number of the line that holds an offset. */
export function lineOfOutline({ lines }: Outline, offset: number): number {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
