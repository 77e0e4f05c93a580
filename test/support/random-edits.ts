/** Edits as people make them, from a seed: letters, quotes, brackets, lines, pastes and deletions, so that much of it does not parse. */
import type { TextEdit } from "../../server/src/base/text-range.js";

/** Numbers from 0 to 1 (mulberry32), the same on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pieces = [
  "(",
  ")",
  "[",
  "{",
  "}",
  '"',
  "'",
  '"""',
  "'''",
  "\n",
  "\n    ",
  "\n        ",
  "\\",
  "#",
  ":",
  "    ",
  "x",
  "é😀",
  "def f(",
  "\ndef g(a):\n    return a\n",
  "\nclass C:\n    def m(self):\n        pass\n",
  "@decorator\n",
  "else:\n",
  "import os\n",
  "\nimport subprocess\nsubprocess.call(cmd, shell=True)\n",
  'f"{x',
  "eval(x)",
  "# kingsnake: ignore\n",
] as const;

/** One edit of `text`. */
export function randomEdit(text: string, random: () => number): TextEdit {
  const start = Math.floor(random() * (text.length + 1));
  if (random() < 0.35) {
    const length = random() < 0.8 ? 1 + Math.floor(random() * 4) : Math.floor(random() * 400);
    return { range: { start, end: Math.min(text.length, start + length) }, newText: "" };
  }
  const newText = pieces[Math.floor(random() * pieces.length)] ?? "";
  return { range: { start, end: start }, newText };
}
