/** Constants of Python: how literals are read, and what is true of them. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { ConstantValue } from "../value-graph.js";

/** Longer strings are not computed, so that doubling a string in each line stays cheap. */
export const maximumTextLength = 10_000;

const noneConstant: ConstantValue = { type: "None" };
const trueConstant: ConstantValue = { type: "bool", truth: true };
const falseConstant: ConstantValue = { type: "bool", truth: false };

export function textConstant(text: string): ConstantValue | undefined {
  return text.length > maximumTextLength ? undefined : { type: "str", text };
}

export function bytesConstant(text: string): ConstantValue | undefined {
  return text.length > maximumTextLength ? undefined : { type: "bytes", text };
}

export function integerConstant(number: number): ConstantValue | undefined {
  return Number.isSafeInteger(number) ? { type: "int", number: number === 0 ? 0 : number } : undefined;
}

export function truthConstant(truth: boolean): ConstantValue {
  return truth ? trueConstant : falseConstant;
}

/** What `bool(constant)` gives. */
export function truthOf(constant: ConstantValue): boolean {
  switch (constant.type) {
    case "str":
    case "bytes":
      return constant.text !== "";
    case "int":
    case "float":
      return constant.number !== 0;
    case "bool":
      return constant.truth;
    case "None":
      return false;
  }
}

/** Integers and truths as numbers, as Python counts with them; undefined for others. */
export function integerOf(constant: ConstantValue | undefined): number | undefined {
  if (constant?.type === "int") return constant.number;
  return constant?.type === "bool" ? Number(constant.truth) : undefined;
}

/** Any number. */
export function numberOf(constant: ConstantValue | undefined): number | undefined {
  return constant?.type === "float" ? constant.number : integerOf(constant);
}

/** Whether they are one and the same constant, type included. */
export function sameConstant(left: ConstantValue | undefined, right: ConstantValue | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  switch (left.type) {
    case "str":
    case "bytes":
      return right.type === left.type && right.text === left.text;
    case "int":
    case "float":
      return right.type === left.type && Object.is(right.number, left.number);
    case "bool":
      return right.type === "bool" && right.truth === left.truth;
    case "None":
      return right.type === "None";
  }
}

/** What `str(constant)` gives; undefined where that depends on how floats are written. */
export function displayOf(constant: ConstantValue): string | undefined {
  switch (constant.type) {
    case "str":
      return constant.text;
    case "bytes":
      return undefined;
    case "int":
      return String(constant.number);
    case "float":
      return undefined;
    case "bool":
      return constant.truth ? "True" : "False";
    case "None":
      return "None";
  }
}

/** The constant that a literal is; undefined if it is none, or too large. */
export function constantOfLiteral(node: SyntaxNode): ConstantValue | undefined {
  switch (node.kind) {
    case "String":
    case "Bytes": {
      const text = textOfLiteral(node);
      return text === undefined ? undefined : node.kind === "String" ? textConstant(text) : bytesConstant(text);
    }
    case "Number":
      return numberOfLiteral(node.value);
    case "Constant":
      return node.value === "None" ? noneConstant : truthConstant(node.value === "True");
    default:
      return undefined;
  }
}

function textOfLiteral(node: SyntaxNode): string | undefined {
  if (!node.value.includes("\\")) return node.value;
  if (node.children.length === 0) return isRaw(node) ? node.value : unescapeText(node.value, node.kind === "Bytes");
  const parts = node.children.map(textOfLiteral);
  return parts.includes(undefined) ? undefined : parts.join("");
}

/** Whether backslashes in a string literal stand for themselves. */
export function isRaw({ unit, start }: SyntaxNode): boolean {
  return /^[\s(]*[a-z]*r[a-z]*['"]/i.test(unit.text.slice(start, start + 16));
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  a: "\u0007",
  b: "\b",
  f: "\f",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "\n": "",
};

const escapePattern = /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|N\{[^}]*\}|[0-7]{1,3}|\r\n|[^])/gi;

/** The text that an escaped one stands for; undefined for names of characters, which are not looked up. */
export function unescapeText(text: string, isBytes: boolean): string | undefined {
  if (!text.includes("\\")) return text;
  if (!isBytes && text.includes("\\N{")) return undefined;
  return text.replace(escapePattern, (escape) => unescapeOne(escape, isBytes));
}

function unescapeOne(escape: string, isBytes: boolean): string {
  const letter = escape.charAt(1);
  if (escape === "\\\r\n") return "";
  if (/[0-7]/.test(letter)) return String.fromCharCode(parseInt(escape.slice(1), 8));
  if (escape.length === 2) return simpleEscapes[letter] ?? escape;
  if (isBytes && letter !== "x") return escape;
  const point = parseInt(escape.slice(2), 16);
  return point > 0x10ffff || Number.isNaN(point) ? escape : String.fromCodePoint(point);
}

function numberOfLiteral(written: string): ConstantValue | undefined {
  const text = written.replaceAll("_", "").toLowerCase();
  if (/^-?(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+)$/.test(text))
    return integerConstant(text.startsWith("-") ? -Number(text.slice(1)) : Number(text));
  if (/^-?\d+$/.test(text)) return integerConstant(Number(text));
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/.test(text)) return undefined;
  return { type: "float", number: Number(text) };
}
