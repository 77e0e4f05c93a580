/**
 * The lattice of values that constant propagation works with, as small numbers, and what operators make of them. Between one
 * literal and "unknown" lie "some string", "some integer" and "some boolean".
 */
import type { SyntaxNode } from "../syntax/node.js";

/** `unknown`, one of the `any…` values, or (from `firstLiteral` on) the index of an entry in a table. */
export type Value = number;

export const unknown: Value = 0;
export const anyString: Value = 1;
export const anyInteger: Value = 2;
export const anyBoolean: Value = 3;
const firstLiteral = 4;

/** One value that is known. `text` is a string's content as written, an integer in decimal, or the literal as written. */
export interface KnownValue {
  readonly kind: "string" | "integer" | "float" | "boolean" | "none" | "expression";
  readonly text: string;
  /** Of kind `expression`: what was assigned. */
  readonly node: SyntaxNode | undefined;
}

/** The known values that came up in one analysis, each once. */
export interface ValueTable {
  readonly values: KnownValue[];
  readonly ids: Map<string | SyntaxNode, Value>;
}

export function createValueTable(): ValueTable {
  return { values: [], ids: new Map() };
}

/** The entry that a value is the index of, if it is one. */
export function knownValue(table: ValueTable, value: Value): KnownValue | undefined {
  return value < firstLiteral ? undefined : table.values[value - firstLiteral];
}

function intern(table: ValueTable, key: string | SyntaxNode, known: KnownValue): Value {
  const id = table.ids.get(key);
  if (id !== undefined) return id;
  table.values.push(known);
  const created = table.values.length - 1 + firstLiteral;
  table.ids.set(key, created);
  return created;
}

/** Longer strings are only known to be strings, so that doubling a string in each line stays cheap. */
const maximumStringLength = 10_000;

export function stringValue(table: ValueTable, text: string): Value {
  if (text.length > maximumStringLength) return anyString;
  return intern(table, `s${text}`, { kind: "string", text, node: undefined });
}

export function integerValue(table: ValueTable, integer: number): Value {
  if (!Number.isSafeInteger(integer)) return unknown;
  const text = String(integer === 0 ? 0 : integer);
  return intern(table, `i${text}`, { kind: "integer", text, node: undefined });
}

export function booleanValue(table: ValueTable, truth: boolean): Value {
  const text = truth ? "True" : "False";
  return intern(table, `b${text}`, { kind: "boolean", text, node: undefined });
}

/** An expression that stands for itself: two places are never the same value. */
export function expressionValue(table: ValueTable, node: SyntaxNode): Value {
  return intern(table, node, { kind: "expression", text: "", node });
}

/** The value of a literal's node; unknown for bytes, complex numbers and all other nodes. */
export function literalValue(table: ValueTable, node: SyntaxNode): Value {
  switch (node.kind) {
    case "String":
      return stringValue(table, node.value);
    case "Number": {
      const integer = integerOf(node.value);
      if (integer !== undefined) return integerValue(table, integer);
      return intern(table, `f${node.value}`, { kind: "float", text: node.value, node: undefined });
    }
    case "Constant":
      if (node.value === "None") return intern(table, "n", { kind: "none", text: "None", node: undefined });
      return booleanValue(table, node.value === "True");
    default:
      return unknown;
  }
}

/** What an integer literal says, in any radix, with or without underscores and sign; undefined for others and beyond 2^53. */
export function integerOf(text: string): number | undefined {
  if (!/^-?(0[xX][\da-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|\d[\d_]*)[lL]?$/.test(text)) return undefined;
  const negative = text.startsWith("-");
  const digits = text.replace(/[-_lL]/g, "").replace(/^0(?=[0-7]+$)/, "0o");
  const integer = Number(digits);
  return Number.isSafeInteger(integer) ? (negative ? -integer : integer) : undefined;
}

/** The least value above both. */
export function joinValues(table: ValueTable, left: Value, right: Value): Value {
  if (left === right) return left;
  const type = typeOfValue(table, left);
  return type === typeOfValue(table, right) ? type : unknown;
}

/** Which `any…` value lies above this one; unknown if none does. */
export function typeOfValue(table: ValueTable, value: Value): Value {
  if (value < firstLiteral) return value;
  switch (table.values[value - firstLiteral]?.kind) {
    case "string":
      return anyString;
    case "integer":
      return anyInteger;
    case "boolean":
      return anyBoolean;
    default:
      return unknown;
  }
}
