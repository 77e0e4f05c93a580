/** A table of words that are kept for long: equal ones are one string, and none keeps the text alive that it was cut from. */
import { detachString } from "../base/detach.js";

export interface WordTable {
  /** The same word, as the table keeps it. */
  readonly intern: (word: string) => string;
  /** A number that follows from the word alone. */
  readonly hashOf: (word: string) => number;
}

/** Engines cut shorter strings out as copies. */
const longestCopy = 12;

/** An empty table. It only grows, by the different words of the texts that are read with it. */
export function createWordTable(): WordTable {
  const words = new Map<string, string>();
  const hashes = new Map<string, number>();
  return {
    intern: (word) => {
      const known = words.get(word);
      if (known !== undefined) return known;
      const kept = word.length > longestCopy ? detachString(word) : word;
      words.set(kept, kept);
      return kept;
    },
    hashOf: (word) => {
      const known = hashes.get(word);
      if (known !== undefined) return known;
      const hash = hashWord(word);
      hashes.set(word.length > longestCopy ? detachString(word) : word, hash);
      return hash;
    },
  };
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}
