/** The parser: Python text to units in the syntax form. The only place that makes trees in wasm memory; each is freed before its function returns. */
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { createGrammar, lowerStatements, type Grammar } from './lower.js';
import { noChildren, SyntaxNode } from './node.js';
import { createRawTree, readGrammarTables, readRawTree, type GrammarTables, type ParserMemory, type RawTree } from './raw-tree.js';
import { layoutAgrees, layoutSample, readThroughCursor } from './raw-tree-check.js';
import type { Unit } from './unit.js';

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

/** Starts the wasm runtime and loads the grammar. Fails only if the bytes are not the right files. */
export async function createPythonParser(binaries: WasmBinaries): Promise<PythonParser> {
  const runtimeModule = { wasmBinary: binaries.runtime };
  await Parser.init(runtimeModule);
  const language = await Language.load(binaries.python);
  const parser = new Parser();
  parser.setLanguage(language);
  const names = language.types.map((_, symbol) => language.nodeTypeForId(symbol) ?? '');
  const named = names.map((_, symbol) => language.nodeTypeIsNamed(symbol));
  const memory = runtimeModule as unknown as ParserMemory;
  const tables = readGrammarTables(memory, language);
  const sample = parser.parse(layoutSample);
  const trusted = sample !== null && layoutAgrees(sample, language, memory, tables);
  sample?.delete();
  return { parser, language, grammar: createGrammar(names, named), memory, tables, trusted, raw: createRawTree() };
}

function readTree(python: PythonParser, tree: Tree): RawTree {
  if (python.trusted) readRawTree(tree, python.memory, python.tables, python.raw);
  else readThroughCursor(tree, python.language, python.raw);
  return python.raw;
}

/** Raw indices of the children of the raw node at `parent`, comments left out. */
function statementIndices(python: PythonParser, parent: number): number[] {
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
  // The indented unit is parsed inside of a block, as it stands in the file.
  const wrapper = unit.indentation === '' ? '' : `if 1:\n${unit.indentation}`;
  const text = wrapper + unit.text;
  const tree = python.parser.parse(text);
  if (tree === null) return;
  const raw = readTree(python, tree);
  tree.delete();
  const indices = wrapper === '' ? statementIndices(python, 0) : unwrapBlock(python, wrapper.length);
  lowerStatements(python.grammar, raw, text, wrapper.length, unit, indices);
  if (raw.hasError && unit.errors.length === 0) unit.errors = [{ start: 0, end: unit.text.length }];
  finishUnit(unit);
}

/** The statements inside of the wrapper; of a text that does not parse, whatever starts at or after `from`. */
function unwrapBlock(python: PythonParser, from: number): number[] {
  const { raw } = python;
  const result: number[] = [];
  const visit = (parent: number): void => {
    for (const index of statementIndices(python, parent)) {
      const isBlock = python.grammar.symbols.names[raw.symbols[index] ?? 0] === 'block';
      if ((raw.starts[index] ?? 0) >= from && !isBlock) result.push(index);
      else visit(index);
    }
  };
  visit(0);
  return result;
}

/** A class's unit is its head: the body's statements are units of their own. */
function finishUnit(unit: Unit): void {
  if (unit.kind !== 'class') return;
  unit.statements = unit.statements.map((statement) => {
    if (statement.kind !== 'ClassDef') return statement;
    const end = unit.text.length;
    const body = new SyntaxNode('Block', end, end, '', noChildren, unit);
    return new SyntaxNode('ClassDef', statement.start, end, statement.value, [...statement.children.slice(0, 3), body], unit);
  });
}
