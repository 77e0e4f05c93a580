/**
 * Which of many short texts stand in a text, in one pass over it, whatever their case: the automaton of A. V. Aho and M. J. Corasick,
 * "Efficient string matching: an aid to bibliographic search", CACM 18 (1975).
 */
import { foldedCode } from "./regex/fold-case.js";

/** The automaton of a list of texts. */
export interface TextFinder {
  /** Class of each ASCII character; 0 for those that are in none of the texts. */
  readonly classes: Uint8Array;
  readonly classCount: number;
  /** The next state by state and class. */
  readonly next: Uint16Array | Uint32Array;
  /** By state the texts that end there, as indices in the list. */
  readonly ends: readonly (readonly number[] | undefined)[];
  readonly textCount: number;
}

const asciiSize = 128;

/** Makes a finder of texts, which are printable ASCII with folded case (`foldedCode`). */
export function createTextFinder(texts: readonly string[]): TextFinder {
  const classes = new Uint8Array(asciiSize);
  let classCount = 1;
  let size = 1;
  for (const text of texts) {
    size += text.length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (classes[code] === 0) classes[code] = classCount++;
    }
  }
  const States = size < 1 << 16 ? Uint16Array : Uint32Array;
  const next = new States(size * classCount);
  const ends: (number[] | undefined)[] = [undefined];
  texts.forEach((text, index) => {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const edge = state * classCount + (classes[text.charCodeAt(at)] ?? 0);
      if (next[edge] === 0) next[edge] = ends.push(undefined) - 1;
      state = next[edge] ?? 0;
    }
    (ends[state] ??= []).push(index);
  });
  completeEdges(next, classCount, ends);
  return { classes, classCount, next, ends, textCount: texts.length };
}

/** Gives each state, from the root down, the edges and texts of the longest suffix that is a state too. */
function completeEdges(next: TextFinder["next"], classCount: number, ends: (number[] | undefined)[]): void {
  const suffix = new Uint32Array(ends.length);
  const queue: number[] = [0];
  for (const state of queue) {
    for (let symbol = 1; symbol < classCount; symbol++) {
      const edge = state * classCount + symbol;
      const child = next[edge] ?? 0;
      const fallback = state === 0 ? 0 : (next[(suffix[state] ?? 0) * classCount + symbol] ?? 0);
      if (child === 0) {
        next[edge] = fallback;
        continue;
      }
      suffix[child] = fallback;
      const inherited = ends[fallback];
      if (inherited !== undefined) ends[child] = [...(ends[child] ?? []), ...inherited];
      queue.push(child);
    }
  }
}

/** The texts that were found so far. */
export interface FoundTexts {
  /** By index whether it was found. */
  readonly seen: Uint8Array;
  /** The indices of those that were, each once. */
  readonly indices: number[];
}

export function createFoundTexts({ textCount }: TextFinder): FoundTexts {
  return { seen: new Uint8Array(textCount), indices: [] };
}

/** Adds the texts that stand in `text`. */
export function findTexts({ classes, classCount, next, ends }: TextFinder, text: string, found: FoundTexts): void {
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= asciiSize || (code >= 65 && code <= 90)) code = foldedCode(code);
    const symbol = code < asciiSize ? (classes[code] ?? 0) : 0;
    if (symbol === 0) {
      state = 0;
      continue;
    }
    state = next[state * classCount + symbol] ?? 0;
    if (state === 0) continue;
    const ending = ends[state];
    if (ending !== undefined) addAll(ending, found);
  }
}

function addAll(indices: readonly number[], found: FoundTexts): void {
  for (const index of indices) {
    if (found.seen[index] === 1) continue;
    found.seen[index] = 1;
    found.indices.push(index);
  }
}
