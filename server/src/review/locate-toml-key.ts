/** Where a key stands in TOML text. The parser gives values without places. */
import type { TextRange } from "../base/text-range.js";

/** One part of a key: bare, or in quotes. */
const part = String.raw`(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')`;
const dotted = String.raw`${part}(?:[ \t]*\.[ \t]*${part})*`;
const header = new RegExp(String.raw`^[ \t]*\[\[?[ \t]*(${dotted})[ \t]*\]`);
const assignment = new RegExp(String.raw`^[ \t]*(${dotted})[ \t]*=`);
/** A key of an inline table, as in `severity = { some-rule = "info" }`. */
const inlineKey = new RegExp(String.raw`[{,][ \t]*(${dotted})[ \t]*=`, "g");

/** The range of the key at the end of `path`; of the nearest key above it, or nothing at the top, where it is not found. */
export function locateTomlKey(text: string, path: readonly string[]): TextRange {
  let best: TextRange = { start: 0, end: 0 };
  let bestDepth = 0;
  const consider = (key: readonly string[], start: number, end: number): void => {
    const depth = commonDepth(key, path);
    if (depth <= bestDepth) return;
    bestDepth = depth;
    best = { start, end };
  };
  let table: string[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const opening = header.exec(line);
    const setting = opening === null ? assignment.exec(line) : null;
    if (opening?.[1] !== undefined) {
      table = splitKey(opening[1]);
      const start = offset + line.indexOf(opening[1]);
      consider(table, start, start + opening[1].length);
    } else if (setting?.[1] !== undefined) {
      const key = [...table, ...splitKey(setting[1])];
      const start = offset + line.indexOf(setting[1]);
      consider(key, start, start + setting[1].length);
      for (const inner of line.matchAll(inlineKey)) {
        const name = inner[1] ?? "";
        const at = offset + inner.index + inner[0].indexOf(name);
        consider([...key, ...splitKey(name)], at, at + name.length);
      }
    }
    offset += line.length + 1;
  }
  return best;
}

/** How many parts of `path` the key leads down to; 0 if it leads elsewhere. */
function commonDepth(key: readonly string[], path: readonly string[]): number {
  return key.length <= path.length && key.every((name, index) => name === path[index]) ? key.length : 0;
}

function splitKey(key: string): string[] {
  return (key.match(new RegExp(part, "g")) ?? []).map((name) => name.replace(/^(["'])([\s\S]*)\1$/, "$2"));
}
