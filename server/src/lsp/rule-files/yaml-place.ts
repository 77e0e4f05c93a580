/** What a place in a rule file is for: a key, a value, or a line of a pattern. */
import type { TextRange } from "../../base/text-range.js";
import { lineOfOutline, outlineOf, type Outline, type OutlineKey } from "./yaml-outline.js";

export interface KeyPlace {
  readonly kind: "key";
  /** The keys that lead to the map. */
  readonly path: readonly string[];
  /** What is written of the key so far. */
  readonly range: TextRange;
  /** The keys that the map has already. */
  readonly present: readonly string[];
  /** Where the key begins on its line. */
  readonly column: number;
  /** Whether an entry of a list begins here, without its dash as yet. */
  readonly needsDash: boolean;
  readonly hasDash: boolean;
  /** Whether a colon follows already. */
  readonly hasColon: boolean;
  /** In `{...}` on one line. */
  readonly isFlow: boolean;
}

export interface ValuePlace {
  readonly kind: "value";
  readonly path: readonly string[];
  readonly key: string;
  /** The word under the cursor, up to it. */
  readonly range: TextRange;
  readonly isBlock: boolean;
}

/** Where the cursor is. */
export function placeAt(text: string, offset: number): KeyPlace | ValuePlace | undefined {
  const outline = outlineOf(text);
  const line = outline.lines[lineOfOutline(outline, offset)];
  if (line === undefined) return undefined;
  const { block, key } = line;
  if (block !== undefined && offset - line.start > block.column) return valuePlace(text, block, offset);
  const before = text.slice(line.start, Math.min(offset, line.end));
  if (/(?:^|\s)#/.test(before)) return undefined;
  if (key !== undefined && offset > key.range.end) return inFlow(text, key, offset) ?? valuePlace(text, key, offset);
  const column = Math.min(line.column, before.length);
  const written = before.slice(column);
  if (!/^["']?[\w-]*$/.test(written)) return scalarEntry(outline, line.open.at(-1), offset);
  return keyPlace(outline, offset, {
    column,
    hasDash: line.hasDash && column === line.column,
    isKey: key !== undefined,
  });
}

interface KeyStart {
  readonly column: number;
  readonly hasDash: boolean;
  readonly isKey: boolean;
}

function keyPlace(outline: Outline, offset: number, { column, hasDash, isKey }: KeyStart): KeyPlace {
  const index = lineOfOutline(outline, offset);
  const line = outline.lines[index];
  const start = (line?.start ?? 0) + column;
  const above = openAbove(outline, index);
  const open = above.filter((key) => key.column < column);
  const neighbour = hasDash ? undefined : (line?.key ?? above.find((key) => key.column === column));
  const end = isKey ? (line?.key?.range.end ?? offset) : offset;
  return {
    kind: "key",
    path: open.map(({ name }) => name),
    range: { start, end: Math.max(start, end) },
    present:
      neighbour === undefined
        ? []
        : outline.keys.filter(({ map, line: at }) => map === neighbour.map && at !== index).map(({ name }) => name),
    column,
    needsDash: !hasDash && neighbour === undefined,
    hasDash,
    hasColon: isKey,
    isFlow: false,
  };
}

/** The keys that are open at the end of the lines above. */
function openAbove(outline: Outline, index: number): readonly OutlineKey[] {
  for (let at = index - 1; at >= 0; at--) {
    const line = outline.lines[at];
    if (line?.key !== undefined) return [...line.open, line.key];
    if (line?.block !== undefined) return [...line.open];
  }
  return [];
}

/** A word of a list, as `- python`. */
function scalarEntry(outline: Outline, parent: OutlineKey | undefined, offset: number): ValuePlace | undefined {
  return parent === undefined ? undefined : valuePlace(outline.text, parent, offset);
}

function valuePlace(text: string, key: OutlineKey, offset: number): ValuePlace {
  const { path, name, isBlock } = key;
  const word = /[\w$.-]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
  return { kind: "value", path, key: name, range: { start: offset - word.length, end: offset }, isBlock };
}

/** In `{key: value, ...}`, of one level. */
function inFlow(text: string, key: OutlineKey, offset: number): KeyPlace | ValuePlace | undefined {
  const before = text.slice(key.value.start, offset);
  if (!before.startsWith("{") || before.includes("}")) return undefined;
  const parts = before.slice(1).split(",");
  const part = parts.at(-1) ?? "";
  const path = [...key.path, key.name];
  const pair = /^\s*([\w-]+)\s*:\s/.exec(part);
  const word = /[\w$.-]*$/.exec(part)?.[0] ?? "";
  const range = { start: offset - word.length, end: offset };
  if (pair?.[1] !== undefined) return { kind: "value", path, key: pair[1], range, isBlock: false };
  const present = parts.slice(0, -1).flatMap((other) => /^\s*([\w-]+)\s*:/.exec(other)?.[1] ?? []);
  return {
    kind: "key",
    path,
    range,
    present,
    column: key.column,
    needsDash: false,
    hasDash: false,
    hasColon: false,
    isFlow: true,
  };
}
