/**
 * Copies a parsed tree out of the parser's memory into flat arrays, in one pass and without a call for each node: walking with
 * the public cursor costs as much as parsing. The layouts are those of tree-sitter 0.27's `subtree.h`, `tree.h` and `parser.h`
 * for 32-bit WebAssembly; `verifyLayout` (raw-tree-check.ts) compares with the public interface before they are trusted.
 */
import type { Language, Tree } from "web-tree-sitter";

/** Nodes in preorder. A node's children are the entries from its own index + 1, each followed at `next`. */
export interface RawTree {
  count: number;
  /** Grammar symbol of each visible node (named or not); `errorSymbol` for code that does not parse. */
  symbols: Uint16Array;
  /** UTF-16 offsets in the parsed text. */
  starts: Int32Array;
  ends: Int32Array;
  /** Index of the first entry after the node's own subtree. */
  next: Int32Array;
  hasError: boolean;
  /** Working memory of the reader. */
  readonly frames: Frame[];
}

/** The grammar symbol of an ERROR node. */
export const errorSymbol = 0xffff;

/** Views of the parser's memory; they are replaced when the memory grows, so they are read anew for each tree. */
export interface ParserMemory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAPU32: Uint32Array;
}

/** What is needed of the grammar's tables. */
export interface GrammarTables {
  readonly aliasSequences: number;
  readonly aliasSequenceLength: number;
  readonly publicSymbols: Uint16Array;
}

// Offsets in struct TSLanguage.
const languageSymbolCount = 4;
const languageAliasCount = 8;
const languageAliasSequenceLength = 36;
const languagePublicSymbolMap = 76;
const languageAliasSequences = 84;
// Offsets in SubtreeHeapData.
const heapPaddingBytes = 4;
const heapSizeBytes = 16;
const heapChildCount = 36;
const heapSymbol = 40;
const heapFlags = 44;
const heapMoreFlags = 45;
const heapErrorCost = 32;
const heapProduction = 66;
const subtreeSize = 8;
/** The lowest bit of a Subtree says that it is a small leaf and no pointer. */
const inlineBit = 1;

/** Address of a wasm object behind a web-tree-sitter object. */
export function addressOf(owner: Tree | Language): number {
  return (owner as unknown as { readonly 0: number })[0];
}

/** Reads the grammar's tables once. */
export function readGrammarTables(memory: ParserMemory, language: Language): GrammarTables {
  const address = addressOf(language);
  const word = (offset: number): number => memory.HEAPU32[(address + offset) >> 2] ?? 0;
  const symbolCount = word(languageSymbolCount) + word(languageAliasCount);
  const map = word(languagePublicSymbolMap) >> 1;
  return {
    aliasSequences: word(languageAliasSequences) >> 1,
    aliasSequenceLength: memory.HEAPU16[(address + languageAliasSequenceLength) >> 1] ?? 0,
    publicSymbols: memory.HEAPU16.slice(map, map + symbolCount),
  };
}

/** An empty tree whose arrays are used again for each parse. */
export function createRawTree(): RawTree {
  const capacity = 1 << 14;
  return {
    count: 0,
    symbols: new Uint16Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    next: new Int32Array(capacity),
    hasError: false,
    frames: [],
  };
}

/** Doubles the room of a tree. */
export function growRawTree(tree: RawTree): void {
  const capacity = tree.symbols.length * 2;
  const widen = <T extends Uint16Array | Int32Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  tree.symbols = widen(tree.symbols, new Uint16Array(capacity));
  tree.starts = widen(tree.starts, new Int32Array(capacity));
  tree.ends = widen(tree.ends, new Int32Array(capacity));
  tree.next = widen(tree.next, new Int32Array(capacity));
}

/** One subtree whose children are being visited. */
export interface Frame {
  /** Index of the visible node that this frame belongs to, or -1 for a hidden one. */
  index: number;
  /** Address of the next child's Subtree, and of the end of the children. */
  child: number;
  end: number;
  /** Byte position at which the previous child ended. */
  position: number;
  first: boolean;
  /** Index into the alias table for the next structural child, or -1. */
  alias: number;
}

/** Fills `into` with the visible nodes of `tree`. */
export function readRawTree(tree: Tree, memory: ParserMemory, tables: GrammarTables, into: RawTree): void {
  // The views are looked up once: the runtime's object has hundreds of properties.
  const { HEAPU8: bytes, HEAPU16: halves, HEAPU32: words } = memory;
  const reader: Reader = { bytes, halves, words, tables, into, frames: into.frames, depth: 0 };
  const rootAddress = addressOf(tree);
  const rootHeap = words[rootAddress >> 2] ?? 0;
  into.count = 0;
  into.hasError = (words[(rootHeap + heapErrorCost) >> 2] ?? 0) > 0;
  visit(reader, rootAddress, words[(rootHeap + heapPaddingBytes) >> 2] ?? 0, 0);
  for (;;) {
    const frame = reader.frames[reader.depth - 1];
    if (frame === undefined) return;
    if (frame.child < frame.end) visitNextChild(reader, frame);
    else {
      if (frame.index >= 0) into.next[frame.index] = into.count;
      reader.depth--;
    }
  }
}

/** What one reading carries along. */
interface Reader {
  readonly bytes: Uint8Array;
  readonly halves: Uint16Array;
  readonly words: Uint32Array;
  readonly tables: GrammarTables;
  readonly into: RawTree;
  /** Used again and again: the first `depth` are open. */
  readonly frames: Frame[];
  depth: number;
}

function visitNextChild(reader: Reader, frame: Frame): void {
  const { bytes, halves, words } = reader;
  const address = frame.child;
  frame.child += subtreeSize;
  const head = words[address >> 2] ?? 0;
  const inline = (head & inlineBit) !== 0;
  const extra = inline ? (head & 8) !== 0 : ((bytes[head + heapFlags] ?? 0) & 4) !== 0;
  const alias = !extra && frame.alias >= 0 ? (halves[frame.alias++] ?? 0) : 0;
  // The padding of the first child is that of its parent, which has been counted.
  if (!frame.first) {
    frame.position += inline ? (bytes[address + 6] ?? 0) : (words[(head + heapPaddingBytes) >> 2] ?? 0);
  }
  frame.first = false;
  frame.position += visit(reader, address, frame.position, alias);
}

/** Visits one Subtree: records it if it is visible, and opens a frame if it has children. Gives its size in bytes. */
function visit(reader: Reader, address: number, start: number, alias: number): number {
  const head = reader.words[address >> 2] ?? 0;
  return (head & inlineBit) !== 0
    ? visitInline(reader, address, head, start, alias)
    : visitHeap(reader, head, start, alias);
}

/** A small leaf, which lies in its parent's list of children. */
function visitInline(reader: Reader, address: number, head: number, start: number, alias: number): number {
  const size = reader.bytes[address + 7] ?? 0;
  if (alias !== 0 || (head & 2) !== 0) {
    const symbol = alias !== 0 ? alias : (head >> 8) & 0xff;
    record(reader.into, reader.tables.publicSymbols[symbol] ?? 0, start, start + size, true);
  }
  if ((head & 32) !== 0) reader.into.hasError = true;
  return size;
}

function openFrame(reader: Reader): Frame {
  const known = reader.frames[reader.depth++];
  if (known !== undefined) return known;
  const frame: Frame = { index: -1, child: 0, end: 0, position: 0, first: true, alias: -1 };
  reader.frames.push(frame);
  return frame;
}

function visitHeap(reader: Reader, head: number, start: number, alias: number): number {
  const { bytes, halves, words, tables, into } = reader;
  const size = words[(head + heapSizeBytes) >> 2] ?? 0;
  const childCount = words[(head + heapChildCount) >> 2] ?? 0;
  const visible = alias !== 0 || ((bytes[head + heapFlags] ?? 0) & 1) !== 0;
  if (((bytes[head + heapMoreFlags] ?? 0) & 2) !== 0) into.hasError = true;
  let index = -1;
  if (visible) {
    const symbol = alias !== 0 ? alias : (halves[(head + heapSymbol) >> 1] ?? 0);
    const shown = symbol >= errorSymbol - 1 ? errorSymbol : (tables.publicSymbols[symbol] ?? 0);
    index = record(into, shown, start, start + size, childCount === 0);
  }
  if (childCount === 0) return size;
  const production = halves[(head + heapProduction) >> 1] ?? 0;
  const frame = openFrame(reader);
  frame.index = index;
  frame.child = head - childCount * subtreeSize;
  frame.end = head;
  frame.position = start;
  frame.first = true;
  frame.alias = production === 0 ? -1 : tables.aliasSequences + production * tables.aliasSequenceLength;
  return size;
}

function record(tree: RawTree, symbol: number, startByte: number, endByte: number, leaf: boolean): number {
  const index = tree.count++;
  if (index >= tree.symbols.length) growRawTree(tree);
  tree.symbols[index] = symbol;
  tree.starts[index] = startByte >> 1;
  tree.ends[index] = endByte >> 1;
  if (leaf) tree.next[index] = index + 1;
  return index;
}
