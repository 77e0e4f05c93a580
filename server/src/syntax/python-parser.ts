/**
 * The parser: Python text to units in the syntax form. The only place that makes trees in wasm memory; each is freed
 * before its function returns, save the warm tree of a large unit, which its owner frees.
 */
import { Edit, Language, Parser, type Tree } from "web-tree-sitter";
import { createGrammar, lowerStatements, type Grammar } from "./lower.js";
import { noChildren, SyntaxNode } from "./node.js";
import {
  createRawTree,
  readGrammarTables,
  readRawTree,
  type GrammarTables,
  type ParserMemory,
  type RawTree,
} from "./raw-tree.js";
import { layoutAgrees, layoutSample, readThroughCursor } from "./raw-tree-check.js";
import type { Unit } from "./unit.js";

/** The wasm files, as bytes: the host finds them. */
export interface WasmBinaries {
  readonly runtime: Uint8Array;
  readonly python: Uint8Array;
}

/** A parser with the grammar's tables. One thread has one. */
export interface PythonParser {
  readonly parser: Parser;
  readonly language: Language;
  readonly grammar: Grammar;
  readonly memory: ParserMemory;
  readonly tables: GrammarTables;
  /** Whether trees may be read from memory; else they are read through the public interface. */
  readonly trusted: boolean;
  readonly raw: RawTree;
}

/** web-tree-sitter has one runtime a thread, which only its first initialisation can describe. */
let runtime: Promise<ParserMemory> | undefined;

function startRuntime(wasmBinary: Uint8Array): Promise<ParserMemory> {
  runtime ??= (async () => {
    const moduleOptions = { wasmBinary };
    await Parser.init(moduleOptions);
    return moduleOptions as unknown as ParserMemory;
  })();
  return runtime;
}

/** Starts the wasm runtime and loads the grammar. Fails only if the bytes are not the right files. */
export async function createPythonParser(binaries: WasmBinaries): Promise<PythonParser> {
  const memory = await startRuntime(binaries.runtime);
  const language = await Language.load(binaries.python);
  const parser = new Parser();
  parser.setLanguage(language);
  const names = language.types.map((_, symbol) => language.nodeTypeForId(symbol) ?? "");
  const named = names.map((_, symbol) => language.nodeTypeIsNamed(symbol));
  const tables = readGrammarTables(memory, language);
  const sample = parser.parse(layoutSample);
  const trusted = sample !== null && layoutAgrees(sample, language, memory, tables);
  sample?.delete();
  return { parser, language, grammar: createGrammar(names, named), memory, tables, trusted, raw: createRawTree() };
}

/** The tree's nodes; valid until the next tree is read. */
export function readTree(python: PythonParser, tree: Tree): RawTree {
  if (python.trusted) readRawTree(tree, python.memory, python.tables, python.raw);
  else readThroughCursor(tree, python.language, python.raw);
  return python.raw;
}

/** Raw indices of the children of the raw node at `parent`, comments left out. */
export function statementIndices(python: PythonParser, parent: number): number[] {
  const { raw, grammar } = python;
  const result: number[] = [];
  const end = raw.next[parent] ?? 0;
  for (let index = parent + 1; index < end; index = raw.next[index] ?? end) {
    const symbol = raw.symbols[index] ?? 0;
    if (grammar.symbols.isExtra[symbol] !== true && grammar.symbols.isNamed[symbol] !== false) result.push(index);
  }
  return result;
}

/** Lowers one unit by parsing its text alone. */
export function parseUnit(python: PythonParser, unit: Unit): void {
  const wrapper = wrapperOf(unit);
  const text = wrapper + unit.text;
  const tree = python.parser.parse(text);
  if (tree === null) return;
  lowerTree(python, unit, tree, wrapper);
  tree.delete();
}

/** Parses a text that belongs to no file as a unit of its own. `start` is the UTF-16 offset at which ranges in it shall lie. */
export function parseSnippet(python: PythonParser, text: string, start = 0): Unit {
  const unit: Unit = {
    kind: "function",
    text,
    indentation: "",
    start,
    statements: [],
    resolution: 0,
    wildcards: [],
    errors: [],
    joinedStrings: undefined,
    makesStrings: false,
  };
  parseUnit(python, unit);
  return unit;
}

/** A unit's tree that is kept, so that the next edit in the unit is parsed incrementally. Must be freed. */
export interface WarmTree {
  readonly text: string;
  readonly tree: Tree;
}

/** Units shorter than this are parsed as fast from nothing. */
const warmLength = 6000;

export function freeWarmTree(warm: WarmTree | undefined): void {
  warm?.tree.delete();
}

/**
 * As `parseUnit`, starting from the tree of the unit before the edit, which is used up. Trees with errors are never built upon, nor kept: error
 * recovery depends on the history of a tree, and results must follow from the text alone.
 */
export function parseUnitWarm(python: PythonParser, unit: Unit, warm: WarmTree | undefined): WarmTree | undefined {
  if (unit.text.length < warmLength) {
    freeWarmTree(warm);
    parseUnit(python, unit);
    return undefined;
  }
  const wrapper = wrapperOf(unit);
  const text = wrapper + unit.text;
  let tree = warm === undefined ? python.parser.parse(text) : reparse(python, warm, text);
  freeWarmTree(warm);
  if (tree === null) return undefined;
  if (tree.rootNode.hasError && warm !== undefined) {
    tree.delete();
    tree = python.parser.parse(text);
    if (tree === null) return undefined;
  }
  const hasError = lowerTree(python, unit, tree, wrapper);
  if (!hasError) return { text, tree };
  tree.delete();
  return undefined;
}

/** Tells the old tree what changed, as one edit, and parses again. */
function reparse(python: PythonParser, warm: WarmTree, text: string): Tree | null {
  const before = warm.text;
  const shorter = Math.min(before.length, text.length);
  let front = 0;
  while (front < shorter && before.charCodeAt(front) === text.charCodeAt(front)) front++;
  let back = 0;
  while (
    back < shorter - front &&
    before.charCodeAt(before.length - 1 - back) === text.charCodeAt(text.length - 1 - back)
  )
    back++;
  const edit = new Edit({
    startIndex: front,
    oldEndIndex: before.length - back,
    newEndIndex: text.length - back,
    startPosition: pointAt(text, front),
    oldEndPosition: pointAt(before, before.length - back),
    newEndPosition: pointAt(text, text.length - back),
  });
  warm.tree.edit(edit);
  return python.parser.parse(text, warm.tree);
}

function pointAt(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}

/** An indented unit is parsed inside of a block, as it stands in the file. */
function wrapperOf(unit: Unit): string {
  return unit.indentation === "" ? "" : `if 1:\n${unit.indentation}`;
}

/** Lowers the tree into the unit; says whether it has errors. */
function lowerTree(python: PythonParser, unit: Unit, tree: Tree, wrapper: string): boolean {
  const raw = readTree(python, tree);
  const indices = wrapper === "" ? statementIndices(python, 0) : unwrapBlock(python, wrapper.length);
  lowerStatements(python.grammar, raw, wrapper.length, unit, indices);
  if (raw.hasError && unit.errors.length === 0) unit.errors = [{ start: 0, end: unit.text.length }];
  finishUnit(unit);
  return raw.hasError;
}

/** The statements inside of the wrapper; of a text that does not parse, whatever starts at or after `from`. */
function unwrapBlock(python: PythonParser, from: number): number[] {
  const { raw } = python;
  const result: number[] = [];
  const visit = (parent: number): void => {
    for (const index of statementIndices(python, parent)) {
      const isBlock = python.grammar.symbols.names[raw.symbols[index] ?? 0] === "block";
      if ((raw.starts[index] ?? 0) >= from && !isBlock) result.push(index);
      else visit(index);
    }
  };
  visit(0);
  return result;
}

/** A class's unit is its head: the body's statements are units of their own. */
export function finishUnit(unit: Unit): void {
  if (unit.kind !== "class") return;
  unit.statements = unit.statements.map((statement) => {
    if (statement.kind !== "ClassDef") return statement;
    const end = unit.text.length;
    const body = new SyntaxNode("Block", end, end, "", noChildren, unit);
    return new SyntaxNode(
      "ClassDef",
      statement.start,
      end,
      statement.value,
      [...statement.children.slice(0, 3), body],
      unit,
    );
  });
}
