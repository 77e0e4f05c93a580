/**
 * A text of any language as the generic mode sees it: words, single other characters, and blocks. A block is what is
 * indented deeper than the lines around it, or what stands between brackets that close on their own line.
 */

/** Entries stand in the order of the text; a block's entries stand between its opening and its closing one. */
export type GenericEntry = GenericToken | BlockOpening | BlockClosing;

export interface GenericToken {
  readonly kind: "token";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly isWord: boolean;
}

interface BlockOpening {
  readonly kind: "open";
  /** The index of the closing entry. */
  close: number;
}

interface BlockClosing {
  readonly kind: "close";
}

interface Line {
  readonly indent: number;
  readonly tokens: readonly GenericToken[];
}

/** Deeper indentation, and brackets nested deeper, count as this deep. */
const deepestIndent = 400;
const deepestBrackets = 100;
const tabWidth = 8;

/** Reads a text into entries. With `brackets`, those that close on their line make blocks; patterns do without. */
export function readEntries(text: string, brackets: boolean): readonly GenericEntry[] {
  const entries: GenericEntry[] = [];
  const lines = readLines(text);
  addBlock(entries, lines, 0, brackets);
  return entries;
}

function readLines(text: string): readonly Line[] {
  return text.split("\n").reduce<{ lines: Line[]; start: number }>(
    ({ lines, start }, content, line) => {
      const tokens = readTokens(content, start, line);
      if (tokens.length > 0) lines.push({ indent: indentOf(content), tokens });
      return { lines, start: start + content.length + 1 };
    },
    { lines: [], start: 0 },
  ).lines;
}

function indentOf(content: string): number {
  let column = 0;
  for (const character of content) {
    if (character === " ") column += 1;
    else if (character === "\t") column += tabWidth - (column % tabWidth);
    else break;
  }
  return Math.min(column, deepestIndent);
}

function readTokens(content: string, start: number, line: number): readonly GenericToken[] {
  return Array.from(content.matchAll(/([A-Za-z0-9_]+)|[^ \t\r]/gu), (match) => ({
    kind: "token",
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
    line,
    isWord: match[1] !== undefined,
  }));
}

/** Lines of one level; those in a row that are indented deeper are a block whose level is the least of theirs. */
function addBlock(entries: GenericEntry[], lines: readonly Line[], level: number, brackets: boolean): void {
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) return;
    if (line.indent <= level) {
      addTokens(entries, line.tokens, brackets);
      at += 1;
      continue;
    }
    let end = at;
    let least = line.indent;
    for (let next = lines[end]; next !== undefined && next.indent > level; next = lines[++end])
      least = Math.min(least, next.indent);
    const opening: BlockOpening = { kind: "open", close: 0 };
    entries.push(opening);
    addBlock(entries, lines.slice(at, end), least, brackets);
    opening.close = entries.length;
    entries.push({ kind: "close" });
    at = end;
  }
}

function addTokens(entries: GenericEntry[], tokens: readonly GenericToken[], brackets: boolean): void {
  const pairs = brackets ? matchBrackets(tokens) : new Map<number, number>();
  const closings = new Map(Array.from(pairs, ([open, close]) => [close, open]));
  const openings = new Map<number, BlockOpening>();
  tokens.forEach((token, index) => {
    const opened = closings.get(index);
    const opening = opened === undefined ? undefined : openings.get(opened);
    if (opening !== undefined) {
      opening.close = entries.length;
      entries.push({ kind: "close" });
    }
    entries.push(token);
    // An empty pair of brackets holds no block.
    const close = pairs.get(index);
    if (close === undefined || close === index + 1) return;
    const next: BlockOpening = { kind: "open", close: 0 };
    openings.set(index, next);
    entries.push(next);
  });
}

const closingOf: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

/** Pairs of brackets of one line, as indexes; one that is not closed is passed over by what closes around it. */
function matchBrackets(tokens: readonly GenericToken[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly index: number; readonly close: string }[] = [];
  tokens.forEach((token, index) => {
    const close = closingOf.get(token.text);
    if (close !== undefined) {
      if (open.length < deepestBrackets) open.push({ index, close });
      return;
    }
    if (![")", "]", "}"].includes(token.text)) return;
    const depth = open.findLastIndex((bracket) => bracket.close === token.text);
    const bracket = open[depth];
    if (bracket === undefined) return;
    open.length = depth;
    pairs.set(bracket.index, index);
  });
  return pairs;
}
