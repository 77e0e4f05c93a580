/** What is gathered of one body while its code is walked, and the fact that it comes to. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { BodyFact, BodyKey } from "../module-facts.js";
import type { Word, WordTable } from "../word-table.js";
import { hashWord, mix, type CodeHash } from "./hash-code.js";

/** The words are as the table keeps them; few of them may be there twice. */
export interface BodyDraft {
  readonly key: BodyKey;
  /** A number that no other body has. */
  readonly number: number;
  readonly calls: string[];
  readonly words: string[];
  /** Hash of what the names mean, in the order of the text. */
  meaning: number;
}

export function createBodyDraft(key: BodyKey, table: WordTable): BodyDraft {
  return { key, number: table.nextBody(), calls: [], words: [], meaning: 0 };
}

/** Notes what a name means by imports, or the literal that it stands for. */
export function noteName(draft: BodyDraft, { qualifiedName, constant }: SyntaxNode, table: WordTable): void {
  if (qualifiedName !== "") noteMeaning(draft, table.lookUp(qualifiedName));
  else if (constant !== undefined)
    draft.meaning = mix(mix(draft.meaning, constant.kind.length), hashWord(constant.value));
}

function noteMeaning(draft: BodyDraft, meaning: Word): void {
  noteWord(draft, meaning.last);
  draft.meaning = mix(draft.meaning, meaning.hash);
}

/** Notes the name of an attribute. */
export function noteAttribute(draft: BodyDraft, name: string, table: WordTable): void {
  noteWord(draft, table.lookUp(name));
}

function noteWord(draft: BodyDraft, word: Word): void {
  if (word.notedWord === draft.number) return;
  word.notedWord = draft.number;
  draft.words.push(word.text);
}

/** Notes an attribute that is called. */
export function noteMethod(draft: BodyDraft, name: string, table: WordTable): void {
  const word = table.lookUp(name);
  noteCall(draft, word);
  noteWord(draft, word);
}

/** Notes a name that is called: as it is written, and the last part of what it means. */
export function noteFunction(draft: BodyDraft, callee: SyntaxNode, table: WordTable): void {
  noteCall(draft, table.lookUp(callee.value));
  if (callee.qualifiedName === "") noteName(draft, callee, table);
  else {
    const meaning = table.lookUp(callee.qualifiedName);
    noteCall(draft, meaning.last);
    noteMeaning(draft, meaning);
  }
}

function noteCall(draft: BodyDraft, word: Word): void {
  if (word.notedCall === draft.number) return;
  word.notedCall = draft.number;
  draft.calls.push(word.text);
}

/** What a unit adds to the body of the module. */
export interface ModulePart {
  readonly hash: CodeHash;
  readonly calls: readonly string[];
  readonly words: readonly string[];
}

/** The fact of a body. `wanted` are the words that are worth keeping; undefined: all. */
export function finishBody(
  { key, calls, words }: Pick<BodyDraft, "key" | "calls" | "words">,
  hash: string,
  wanted: { has(word: string): boolean } | undefined,
): BodyFact {
  return {
    key,
    hash,
    calls: sorted(calls),
    words: sorted(wanted === undefined ? words : words.filter((word) => wanted.has(word))),
  };
}

const noWords: readonly string[] = [];

/** Each word once. */
function sorted(words: string[]): readonly string[] {
  if (words.length === 0) return noWords;
  if (words.length > fewWords) words.sort();
  else sortFew(words);
  let kept = 1;
  for (let index = 1; index < words.length; index++) {
    const word = words[index];
    if (word !== undefined && word !== words[kept - 1]) words[kept++] = word;
  }
  // A copy has no room to spare.
  return words.slice(0, kept);
}

/** Up to here insertion is faster than the general sort. */
const fewWords = 20;

function sortFew(words: string[]): void {
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? "";
    let at = index;
    for (let before = words[at - 1]; before !== undefined && before > word; before = words[at - 1])
      words[at--] = before;
    words[at] = word;
  }
}
