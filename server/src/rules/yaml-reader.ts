/** Reads values out of a YAML document and notes what is wrong at the place where it stands. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import { nearestWord } from '../base/nearest-word.js';
import type { TextRange } from '../base/text-range.js';
import type { PatternSource } from './formula.js';
import type { RuleProblem } from './rule.js';

export interface YamlReader {
  readonly path: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly problems: RuleProblem[];
  /** Names the rule that problems belong to, while one is being read. */
  ruleId: string | undefined;
}

/** Parses YAML; its syntax errors become problems. Aliases are resolved at most a hundred times. */
export function openYaml(path: string, text: string): YamlReader {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const reader: YamlReader = { path, document, lines, problems: [], ruleId: undefined };
  for (const error of document.errors) report(reader, { start: error.pos[0], end: error.pos[1] }, `This is not YAML: ${error.message}`);
  return reader;
}

export function report(reader: YamlReader, range: TextRange, message: string): void {
  const { line, col } = reader.lines.linePos(range.start);
  const id = reader.ruleId === undefined ? {} : { ruleId: reader.ruleId };
  reader.problems.push({ path: reader.path, range, line: Math.max(0, line - 1), character: Math.max(0, col - 1), message, ...id });
}

export function rangeOf(node: Node | null | undefined): TextRange {
  const range = node?.range;
  return range === undefined || range === null ? { start: 0, end: 0 } : { start: range[0], end: range[1] };
}

/** The keys of a map with their values; keys that are not text are left out. */
export function entriesOf(map: YAMLMap): { key: string; keyRange: TextRange; value: Node | null }[] {
  return map.items.flatMap((item: Pair) => {
    const { key } = item;
    if (!isScalar(key)) return [];
    return [{ key: String(key.value), keyRange: rangeOf(key), value: item.value as Node | null }];
  });
}

export function valueOf(map: YAMLMap, key: string): Node | null | undefined {
  return entriesOf(map).find((entry) => entry.key === key)?.value;
}

/** Reports the keys that are not in `known`, with the nearest one that is. */
export function checkKeys(reader: YamlReader, map: YAMLMap, known: readonly string[], where: string): void {
  for (const { key, keyRange } of entriesOf(map)) {
    if (known.includes(key)) continue;
    const near = nearestWord(key, known);
    report(reader, keyRange, `${where} has no key "${key}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
  }
}

/** The text of a scalar, with its place; undefined and a problem if it is none. */
export function readText(reader: YamlReader, node: Node | null | undefined, name: string, owner: TextRange): PatternSource | undefined {
  if (isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean')) {
    return { text: String(node.value), range: rangeOf(node) };
  }
  report(reader, node === undefined || node === null ? owner : rangeOf(node), `"${name}" must be text.`);
  return undefined;
}

/** A list of maps, each with its range. */
export function readMaps(reader: YamlReader, node: Node | null | undefined, name: string, owner: TextRange): YAMLMap[] | undefined {
  if (!isSeq(node)) {
    report(reader, node === undefined || node === null ? owner : rangeOf(node), `"${name}" must be a list.`);
    return undefined;
  }
  const maps: YAMLMap[] = [];
  for (const item of node.items) {
    if (isMap(item)) maps.push(item);
    else report(reader, rangeOf(item as Node), `Each entry of "${name}" must be a map.`);
  }
  return maps;
}

/** A list of texts, or one text; empty where there is none. */
export function readTexts(node: Node | null | undefined): string[] {
  if (!isSeq(node)) return textOf(node);
  return node.items.flatMap(textOf);
}

function textOf(node: unknown): string[] {
  if (!isScalar(node)) return [];
  const { value } = node;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}
