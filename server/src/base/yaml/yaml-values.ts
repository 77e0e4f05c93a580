/** Values of a YAML file with their places: aliases and merges are followed, within limits, and keys are unique. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  visit,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { TextRange } from "../text-range.js";

/** Whoever reads a file: takes what is wrong with it, and keeps what is left of the file's share of work. */
export interface YamlReader {
  readonly complain: (range: TextRange, message: string) => void;
  /** Values that may still be read through aliases: a few lines of them can stand for any number. */
  aliasedValuesLeft: number;
}

/** Values that a whole file may have through aliases. */
export const maximumAliasedValues = 500_000;

export type YamlValue = YamlScalar | YamlList | YamlMap;

/** Text, a number, true and false, or nothing; `text` is how it is written. */
export interface YamlScalar {
  readonly kind: "text" | "number" | "boolean" | "nothing";
  readonly text: string;
  readonly range: TextRange;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlValue[];
  readonly range: TextRange;
}

export interface YamlMap {
  readonly kind: "map";
  readonly fields: ReadonlyMap<string, YamlField>;
  readonly range: TextRange;
}

export interface YamlField {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: YamlValue;
}

/** A document, and where it starts in its file: what is read piece by piece has its own offsets. */
export interface YamlPiece {
  readonly offset: number;
  /** The nodes that aliases stand for, by name in the order of the document. */
  readonly anchors: ReadonlyMap<string, readonly Node[]>;
}

/** Finds the anchors of a document; looking for each one anew takes the parser as long as reading all of it. */
export function toPiece(document: Document, offset: number): YamlPiece {
  const anchors = new Map<string, Node[]>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || node.anchor === undefined) return;
      anchors.set(node.anchor, [...(anchors.get(node.anchor) ?? []), node]);
    },
  });
  return { offset, anchors };
}

/** Maps and lists may be nested as deep as this. */
const maximumDepth = 100;

/** Values that one entry (a rule, a file of models) may have. */
const maximumValues = 100_000;

interface Conversion {
  readonly reader: YamlReader;
  readonly piece: YamlPiece;
  /** Values left for this entry. */
  left: number;
  /** Whether the entry was given up: it is too deep, or too large. */
  isOver: boolean;
  /** How many aliases are being followed. */
  aliases: number;
}

/** The value of a node; undefined and a problem if it is nested too deep or too large. */
export function toValue(reader: YamlReader, piece: YamlPiece, node: unknown): YamlValue | undefined {
  const conversion: Conversion = { reader, piece, left: maximumValues, isOver: false, aliases: 0 };
  const value = convert(conversion, node, 0, { start: piece.offset, end: piece.offset });
  return conversion.isOver ? undefined : value;
}

/** Where a node stands in the file. */
export function rangeOf(piece: YamlPiece, node: unknown): TextRange | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0] + piece.offset, end: range[1] + piece.offset } : undefined;
}

/** The field's range for what is missing in it: null has no text of its own. */
export function rangeOfField({ keyRange, value }: YamlField): TextRange {
  return value.kind === "nothing" ? keyRange : value.range;
}

function convert(conversion: Conversion, node: unknown, depth: number, owner: TextRange): YamlValue {
  const { reader, piece } = conversion;
  const range = rangeOf(piece, node) ?? owner;
  const nothing: YamlScalar = { kind: "nothing", text: "", range };
  if (conversion.isOver) return nothing;
  conversion.left--;
  if (conversion.aliases > 0) reader.aliasedValuesLeft--;
  if (depth > maximumDepth) return giveUp(conversion, range, `This is nested deeper than ${maximumDepth} levels.`);
  if (conversion.left < 0 || (conversion.aliases > 0 && reader.aliasedValuesLeft < 0)) {
    return giveUp(conversion, range, `This has more than ${maximumValues} values, with its aliases written out.`);
  }
  if (isAlias(node)) return followAlias(conversion, node, depth, range);
  if (isMap(node)) return { kind: "map", fields: convertFields(conversion, node, depth, range), range };
  if (isSeq(node)) {
    return { kind: "list", items: node.items.map((item) => convert(conversion, item, depth + 1, range)), range };
  }
  return isScalar(node) ? toScalar(node.value, node.source, range) : nothing;
}

/** The last node of the alias's name that stands before it. */
function resolveAlias(piece: YamlPiece, alias: Alias): Node | undefined {
  const before = alias.range?.[0] ?? Infinity;
  return piece.anchors.get(alias.source)?.findLast((node) => (node.range?.[0] ?? 0) < before);
}

function giveUp(conversion: Conversion, range: TextRange, message: string): YamlScalar {
  conversion.reader.complain(range, message);
  conversion.isOver = true;
  return { kind: "nothing", text: "", range };
}

function followAlias(conversion: Conversion, alias: Alias, depth: number, range: TextRange): YamlValue {
  const target = resolveAlias(conversion.piece, alias);
  if (target === undefined) return giveUp(conversion, range, `No anchor "&${alias.source}" stands before this alias.`);
  conversion.aliases++;
  const value = convert(conversion, target, depth + 1, range);
  conversion.aliases--;
  return value;
}

function toScalar(value: unknown, source: string | undefined, range: TextRange): YamlScalar {
  const text = source ?? String(value);
  if (typeof value === "string") return { kind: "text", text: value, range };
  if (typeof value === "boolean") return { kind: "boolean", text, range };
  if (typeof value === "number" || typeof value === "bigint") return { kind: "number", text, range };
  return { kind: "nothing", text: "", range };
}

function convertFields(
  conversion: Conversion,
  map: YAMLMap,
  depth: number,
  range: TextRange,
): ReadonlyMap<string, YamlField> {
  const fields = new Map<string, YamlField>();
  const merged: YamlField[] = [];
  for (const pair of map.items) {
    const key = keyOf(pair);
    if (key === undefined) continue;
    const keyRange = rangeOf(conversion.piece, pair.key) ?? range;
    if (fields.has(key)) conversion.reader.complain(keyRange, `"${key}" stands in this map already.`);
    const value = convert(conversion, pair.value, depth + 1, keyRange);
    if (key === "<<") merged.push(...fieldsOf(value));
    else if (!fields.has(key)) fields.set(key, { key, keyRange, value });
  }
  for (const field of merged) if (!fields.has(field.key)) fields.set(field.key, field);
  return fields;
}

function keyOf({ key }: Pair): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === "symbol" ? key.source : String(key.value);
}

/** What a merge key brings: the fields of a map, or of a list of maps. */
function fieldsOf(value: YamlValue): readonly YamlField[] {
  if (value.kind === "map") return [...value.fields.values()];
  return value.kind === "list" ? value.items.flatMap(fieldsOf) : [];
}
