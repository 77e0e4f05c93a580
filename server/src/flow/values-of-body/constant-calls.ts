/** Calls of constants that come to a constant. */
import type { CallArgument, CallSite, ConstantValue, ValueId } from "../value-graph.js";
import { callOfTextMethod } from "./text-methods.js";
import {
  displayOf,
  integerConstant,
  integerOf,
  numberOf,
  textConstant,
  truthConstant,
  truthOf,
} from "./constant-values.js";
import { base64Constant } from "./base64-text.js";
import type { ValueTable } from "./value-table.js";

/** The constant that a call gives; undefined if it gives none, or it is not computed. */
export function constantOfCall(
  table: ValueTable,
  name: string | undefined,
  method: CallSite["method"],
  given: readonly CallArgument[],
): ConstantValue | undefined {
  if (given.some(({ spread }) => spread !== "none")) return undefined;
  if (method !== undefined) {
    const object = table.constants[method.object];
    if (object?.type === "str" || object?.type === "bytes") {
      if (method.name === "join" && object.type === "str") return joined(table, object.text, given);
      return callOfTextMethod(method.name, object, argumentsOf(table, given));
    }
  }
  if (name === undefined) return undefined;
  const sized = given.length === 1 && name === "len" ? sizeOf(table, given[0]?.value) : undefined;
  if (sized !== undefined) return integerConstant(sized);
  const known: ConstantValue[] = [];
  for (const { value, keyword } of given) {
    const constant = table.constants[value];
    if (constant === undefined || keyword !== undefined) return undefined;
    known.push(constant);
  }
  return callOfFunction(name, known) ?? base64Constant(name, known);
}

/** The constants among the arguments. */
export interface ConstantArguments {
  readonly positional: readonly (ConstantValue | undefined)[];
  readonly keywords: ReadonlyMap<string, ConstantValue | undefined>;
}

function argumentsOf(table: ValueTable, given: readonly CallArgument[]): ConstantArguments {
  const positional: (ConstantValue | undefined)[] = [];
  const keywords = new Map<string, ConstantValue | undefined>();
  for (const { keyword, value } of given) {
    if (keyword === undefined) positional.push(table.constants[value]);
    else keywords.set(keyword, table.constants[value]);
  }
  return { positional, keywords };
}

function joined(table: ValueTable, separator: string, given: readonly CallArgument[]): ConstantValue | undefined {
  const [list] = given;
  const shape = list === undefined ? undefined : table.shapes[list.value];
  if (shape?.isExact !== true || shape.type === "set") return undefined;
  const texts: string[] = [];
  for (const value of shape.parts.values()) {
    const constant = value === undefined ? undefined : table.constants[value];
    if (constant?.type !== "str") return undefined;
    texts.push(constant.text);
  }
  return textConstant(texts.join(separator));
}

function sizeOf(table: ValueTable, value: ValueId | undefined): number | undefined {
  if (value === undefined) return undefined;
  const constant = table.constants[value];
  if (constant?.type === "str") return Array.from(constant.text).length;
  const shape = table.shapes[value];
  return shape?.isExact === true && shape.type !== "set" ? shape.parts.size : undefined;
}

function callOfFunction(name: string, [first, second]: readonly ConstantValue[]): ConstantValue | undefined {
  if (first === undefined) return undefined;
  if (second !== undefined) return name === "int" ? parsed(first, integerOf(second)) : undefined;
  switch (name) {
    case "str": {
      const text = displayOf(first);
      return text === undefined ? undefined : textConstant(text);
    }
    case "int":
      return first.type === "float" ? integerConstant(Math.trunc(first.number)) : parsed(first, 10);
    case "bool":
      return truthConstant(truthOf(first));
    case "ord":
      return first.type === "str" ? pointOf(first.text) : undefined;
    default:
      return callOnNumber(name, first);
  }
}

function callOnNumber(name: string, constant: ConstantValue): ConstantValue | undefined {
  const integer = integerOf(constant);
  const number = numberOf(constant);
  switch (name) {
    case "abs":
      return integer === undefined ? undefined : integerConstant(Math.abs(integer));
    case "float":
      return number === undefined ? undefined : { type: "float", number };
    case "chr":
      return integer === undefined || integer < 0 || integer > 0x10ffff
        ? undefined
        : textConstant(String.fromCodePoint(integer));
    default:
      return undefined;
  }
}

function pointOf(text: string): ConstantValue | undefined {
  const point = text.codePointAt(0);
  return point === undefined || Array.from(text).length !== 1 ? undefined : integerConstant(point);
}

function parsed(constant: ConstantValue, base: number | undefined): ConstantValue | undefined {
  if (constant.type !== "str") return base === 10 ? integerConstant(integerOf(constant) ?? NaN) : undefined;
  const text = constant.text.trim().toLowerCase();
  if (base === 10) return /^[-+]?\d+$/.test(text) ? integerConstant(Number(text)) : undefined;
  if (base !== 16 && base !== 8 && base !== 2) return undefined;
  const digits = /^(?:0[xob])?([0-9a-f]+)$/.exec(text)?.[1];
  const number = digits === undefined ? NaN : parseInt(digits, base);
  return digits !== undefined && number.toString(base) === digits.replace(/^0+(?=.)/, "")
    ? integerConstant(number)
    : undefined;
}
