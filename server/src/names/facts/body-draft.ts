/** What is gathered of one body while its code is walked, and the fact that it comes to. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { BodyFact, BodyKey } from "../module-facts.js";
import type { WordTable } from "../word-table.js";

export interface BodyDraft {
  readonly key: BodyKey;
  readonly calls: Set<string>;
  readonly words: Set<string>;
  /** Hash of what the names mean, in the order of the text. */
  meaning: number;
}

export function createBodyDraft(key: BodyKey): BodyDraft {
  return { key, calls: new Set(), words: new Set(), meaning: 0 };
}

/** Notes what a name means by imports, and the literal that it stands for. */
export function noteName(draft: BodyDraft, name: SyntaxNode, table: WordTable): void {
  const { qualifiedName, constant } = name;
  if (qualifiedName !== "") {
    draft.words.add(qualifiedName);
    draft.meaning = mix(draft.meaning, table.hashOf(qualifiedName));
  } else if (constant !== undefined) {
    draft.meaning = mix(mix(draft.meaning, table.hashOf(constant.kind)), table.hashOf(constant.value));
  }
}

export function mix(hash: number, more: number): number {
  const mixed = Math.imul(hash ^ more, 0x01000193);
  return mixed ^ (mixed >>> 15);
}

/** A hash of code, in two halves. */
export interface CodeHash {
  readonly first: number;
  readonly second: number;
}

/** FNV-1a over the UTF-16 units before `end`, with two multipliers. */
export function hashCode(text: string, end: number): CodeHash {
  let first = 0x811c9dc5;
  let second = 0x5bd1e995;
  for (let index = 0; index < end; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x2c1b3c6d) ^ (second >>> 15);
  }
  return { first, second };
}

/** A hash of code and of numbers that tell what else counts, as 16 hexadecimal digits. */
export function finishHash({ first, second }: CodeHash, meaning: number, salt: number): string {
  return hexadecimal(mix(first, meaning)) + hexadecimal(mix(mix(second, meaning), salt));
}

function hexadecimal(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** The fact of a body. `wanted` are the words that are worth keeping; undefined: all. */
export function finishBody(
  draft: BodyDraft,
  hash: string,
  table: WordTable,
  wanted: { has(word: string): boolean } | undefined,
): BodyFact {
  return {
    key: draft.key,
    hash,
    calls: sortedWords(draft.calls, table, undefined),
    words: sortedWords(draft.words, table, wanted),
  };
}

const noWords: readonly string[] = [];

/** The last parts of dotted names, sorted, each once. */
function sortedWords(
  names: ReadonlySet<string>,
  table: WordTable,
  wanted: { has(word: string): boolean } | undefined,
): readonly string[] {
  if (names.size === 0) return noWords;
  const words: string[] = [];
  let needsCheck = false;
  for (const name of names) {
    const dot = name.lastIndexOf(".");
    if (dot >= 0) needsCheck = true;
    const word = dot < 0 ? name : name.slice(dot + 1);
    if (word !== "" && (wanted === undefined || wanted.has(word))) words.push(table.intern(word));
  }
  if (words.length === 0) return noWords;
  words.sort();
  return needsCheck ? words.filter((word, index) => index === 0 || word !== words[index - 1]) : words;
}
