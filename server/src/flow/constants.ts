/**
 * What expressions are known to be: literals that reach them through variables, operators and branches, and expressions that variables
 * stand for. Computed for a whole unit when somebody first asks about one of its names, and remembered until its names are resolved anew.
 */
import { noChildren, SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import { evaluateExpression, isFollowed } from "./evaluate-expression.js";
import { valuesOfUnit, type Propagation, type UnitValues } from "./unit-values.js";
import {
  anyBoolean,
  anyInteger,
  anyString,
  createValueTable,
  knownValue,
  literalValue,
  unknown,
  type KnownValue,
  type Value,
  type ValueTable,
} from "./values.js";

/** What kind of literal an expression comes to, where its content is not known or does not matter. */
export type LiteralType = "string" | "integer" | "float" | "boolean" | "none";

interface Remembered {
  readonly resolution: number;
  readonly values: UnitValues;
}

/** Nothing that is kept here outlives its unit, or is seen by another analysis than one that would compute the same. */
const remembered: Readonly<Record<Propagation, WeakMap<Unit, Remembered>>> = {
  constant: new WeakMap(),
  symbolic: new WeakMap(),
};

function unitValues(unit: Unit, propagation: Propagation): UnitValues {
  const known = remembered[propagation].get(unit);
  if (known !== undefined && known.resolution === unit.resolution) return known.values;
  const values = valuesOfUnit(unit, propagation);
  remembered[propagation].set(unit, { resolution: unit.resolution, values });
  return values;
}

/**
 * The literal that a node is or is known to come to: a String, Bytes, Number or Constant. For anything but a literal it is a new node with the
 * place of `node`; integers are in decimal then. Undefined if that is not known.
 */
export function constantOf(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.kind) {
    case "String":
    case "Bytes":
    case "Number":
    case "Constant":
      return node;
    case "Name": {
      const { table, value } = valueOfName(node);
      if (value === undefined) return node.constant ?? computedConstant(node);
      return literalNode(node, knownValue(table, value));
    }
    default: {
      const found = valueOf(node);
      return found === undefined ? undefined : literalNode(node, knownValue(found.table, found.value));
    }
  }
}

/** The literal that a module-level expression comes to. What it reads stands above it, so this ends. */
function computedConstant({ assigned }: SyntaxNode): SyntaxNode | undefined {
  return assigned === undefined ? undefined : constantOf(assigned);
}

/** What kind of literal a node is known to come to: more nodes have a type than a literal, as where two branches assign different strings. */
export function literalTypeOf(node: SyntaxNode): LiteralType | undefined {
  if (node.kind === "String" || node.kind === "Bytes") return "string";
  const found = node.kind === "Name" ? nameOrAnswer(node) : valueOf(node);
  if (found?.value === unknown && node.constant?.kind === "Bytes") return "string";
  if (found === undefined) return undefined;
  switch (found.value) {
    case unknown:
      return undefined;
    case anyString:
      return "string";
    case anyInteger:
      return "integer";
    case anyBoolean:
      return "boolean";
    default: {
      const kind = knownValue(found.table, found.value)?.kind;
      return kind === "expression" ? undefined : kind;
    }
  }
}

/**
 * The expression that a name stands for, which was assigned to it on every way to here, as `symbolic_propagation` has it: a call, an
 * attribute, an operation, another name. Its own names can be asked about in turn; who follows them must limit how far.
 * A name that stands for a literal has none.
 */
export function symbolicValueOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.kind !== "Name") return undefined;
  const { table, uses } = unitValues(node.unit, "symbolic");
  const value = uses.get(node);
  if (value !== undefined) return knownValue(table, value)?.node;
  return node.assigned !== undefined && isFollowed(node.assigned) ? node.assigned : undefined;
}

interface Found {
  readonly table: ValueTable;
  readonly value: Value;
}

/** What the flow in its unit says of a name; undefined if that leaves it to the file. */
function valueOfName(name: SyntaxNode): { readonly table: ValueTable; readonly value: Value | undefined } {
  const { table, uses } = unitValues(name.unit, "constant");
  return { table, value: uses.get(name) };
}

function nameOrAnswer(name: SyntaxNode): Found | undefined {
  const { table, value } = valueOfName(name);
  if (value !== undefined) return { table, value };
  const constant = name.constant ?? computedConstant(name);
  return constant === undefined ? undefined : { table, value: literalValue(table, constant) };
}

/** The value of what is no name. */
function valueOf(node: SyntaxNode): Found | undefined {
  switch (node.kind) {
    case "Number":
    case "Constant":
    case "Binary":
    case "Unary":
    case "Boolean":
    case "Compare":
    case "Conditional":
    case "FormatString":
    case "Concatenated":
    case "Bytes": {
      const table = createValueTable();
      const read = (name: SyntaxNode): Value => transfer(name, table);
      const value = evaluateExpression({ table, read, bytes: anyString }, node);
      // What operators other than these make of strings is known only where it is assigned.
      const isJoined = node.kind !== "Binary" || node.value === "+" || node.value === "*";
      return value === anyString && !isJoined ? undefined : { table, value };
    }
    default:
      return undefined;
  }
}

/** The value of a name as a value of another table. */
function transfer(name: SyntaxNode, table: ValueTable): Value {
  const found = nameOrAnswer(name);
  if (found === undefined) return unknown;
  const known = knownValue(found.table, found.value);
  if (known === undefined) return found.value;
  const node = literalNode(name, known);
  return node === undefined ? unknown : literalValue(table, node);
}

function literalNode(place: SyntaxNode, known: KnownValue | undefined): SyntaxNode | undefined {
  const make = (kind: "String" | "Number" | "Constant"): SyntaxNode =>
    new SyntaxNode(kind, place.start, place.end, known?.text ?? "", noChildren, place.unit);
  switch (known?.kind) {
    case "string":
      return make("String");
    case "integer":
    case "float":
      return make("Number");
    case "boolean":
    case "none":
      return make("Constant");
    default:
      return undefined;
  }
}
