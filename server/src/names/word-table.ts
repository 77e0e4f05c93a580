/** A table of words that are kept for long: equal ones are one string, and none keeps the text alive that it was cut from. */
import { createCodeHasher, hashWord, type CodeHash } from "./facts/hash-code.js";
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
  readonly hashCode: (text: string) => CodeHash;
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
  return { lookUp, intern: (word) => lookUp(word).text, nextBody: () => ++bodies, hashCode: createCodeHasher() };
}

/** The same text in memory of its own. */
function copyOf(word: string): string {
  if (word.length <= longestCopy) return word;
  const codes: number[] = [];
  let copy = "";
  for (let index = 0; index < word.length; index++) {
    codes.push(word.charCodeAt(index));
    if (codes.length < mostArguments && index < word.length - 1) continue;
    copy += String.fromCharCode(...codes);
    codes.length = 0;
  }
  return copy;
}

/** Calls have a limit somewhere; words that are longer are rare. */
const mostArguments = 1000;
