/** What reading types out of code carries along. */
import type { TypeExpression } from "../module-facts.js";
import { sameData } from "../records.js";
import type { WordTable } from "../word-table.js";
import type { Binding } from "./scopes.js";

export interface TypeContext {
  readonly table: WordTable;
  /** What a name means by the file's imports, for annotations in strings. */
  readonly importOf: (name: string) => string | undefined;
  /** Steps that are left for the present value. */
  steps: number;
  /** Bindings whose values are being looked at: a variable may be assigned what is made of itself. */
  readonly open: Binding[];
}

/** Steps for one value: an expression and the variables in it are seldom more. */
export const stepsOfValue = 120;

/** How many types are kept of one thing. */
export const maximumTypes = 8;

/** One type out of several: each once, at most eight; undefined if there are none. */
export function unionOf(types: readonly (TypeExpression | undefined)[]): TypeExpression | undefined {
  const parts: TypeExpression[] = [];
  for (const type of types) addType(parts, type);
  return parts.length < 2 ? parts[0] : { kind: "union", of: trimmed(parts) };
}

/** Adds a type, or the parts of a union, unless it is known or there are eight. */
export function addType(parts: TypeExpression[], type: TypeExpression | undefined): void {
  if (type === undefined) return;
  if (type.kind === "union") for (const part of type.of) addType(parts, part);
  else if (parts.length < maximumTypes && !parts.some((part) => sameData(part, type))) parts.push(type);
}

const builtins: ReadonlyMap<string, TypeExpression> = new Map(
  [
    "str",
    "bytes",
    "int",
    "float",
    "complex",
    "bool",
    "None",
    "dict",
    "list",
    "tuple",
    "set",
    "frozenset",
    "generator",
  ].map((name) => [name, { kind: "builtin", name }]),
);

/** An object of a built-in type; undefined for other names. */
export function builtinType(name: string): TypeExpression | undefined {
  return builtins.get(name);
}

/** A container of that built-in type with what it holds, if that is known. */
export function containerType(name: string, element: TypeExpression | undefined): TypeExpression | undefined {
  return element === undefined ? builtins.get(name) : { kind: "container", name, element };
}

/** An item of something. */
export function elementOf(type: TypeExpression | undefined): TypeExpression | undefined {
  if (type === undefined) return undefined;
  if (type.kind === "container") return type.element;
  return type.kind === "builtin" ? undefined : { kind: "element", object: type };
}

const nothing: readonly never[] = [];

/** The same list without room to spare: lists that grew keep a lot of it, and facts are kept for long. */
export function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}
