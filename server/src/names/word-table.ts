/** A table of words that are kept for long: equal ones are one string, and none keeps the text alive that it was cut from. */
import { hashWord } from "./facts/hash-code.js";
import type { ParameterFact } from "./module-facts.js";

/** What is known of a word. */
export interface Word {
  readonly text: string;
  /** Follows from the text alone. */
  readonly hash: number;
  /** The last part, if it is a dotted name; else itself. */
  readonly last: Word;
  /** The number of the body that it was noted for last as a name that is called, and as another word. */
  notedCall: number;
  notedWord: number;
  /** The parameter of that name without annotation, and without and with a default: most parameters are one of these. */
  plainParameter: ParameterFact | undefined;
  defaultParameter: ParameterFact | undefined;
}

export interface WordTable {
  readonly lookUp: (word: string) => Word;
  /** The same word, as the table keeps it. */
  readonly intern: (word: string) => string;
  /** A number that was not given before. */
  readonly nextBody: () => number;
}

/** Engines cut shorter strings out as copies, longer ones as windows on the text. */
const longestCopy = 12;

/** An empty table. It only grows, by the different words of the texts that are read with it. */
export function createWordTable(): WordTable {
  const words = new Map<string, Word>();
  let bodies = 0;
  const add = (word: string): Word => {
    const text = copyOf(word);
    const dot = text.lastIndexOf(".");
    const entry = {
      text,
      hash: hashWord(text),
      notedCall: 0,
      notedWord: 0,
      plainParameter: undefined,
      defaultParameter: undefined,
    } as unknown as Word & { last: Word };
    entry.last = dot < 0 ? entry : lookUp(text.slice(dot + 1));
    words.set(text, entry);
    return entry;
  };
  const lookUp = (word: string): Word => words.get(word) ?? add(word);
  return { lookUp, intern: (word) => lookUp(word).text, nextBody: () => ++bodies };
}

/** The same text in memory of its own; for texts that nothing else is equal to. */
export function copyOf(word: string): string {
  if (word.length <= longestCopy) return word;
  const codes: number[] = [];
  for (let index = 0; index < word.length; index++) codes.push(word.charCodeAt(index));
  let copy = "";
  for (let start = 0; start < codes.length; start += 1024) copy += String.fromCharCode(...codes.slice(start, start + 1024));
  return copy;
}
