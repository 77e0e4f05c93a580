/** Operators on constants, as Python evaluates them. */
import type { ConstantValue } from "../value-graph.js";
import {
  bytesConstant,
  integerConstant,
  integerOf,
  maximumTextLength,
  numberOf,
  sameConstant,
  textConstant,
  truthConstant,
  truthOf,
} from "./constant-values.js";
import { formatWithPercent } from "./text-formats.js";

/** `left operator right`; undefined where that is not computed. */
export function binaryConstant(operator: string, left: ConstantValue, right: ConstantValue): ConstantValue | undefined {
  if (left.type === "str" || left.type === "bytes") return textOperation(operator, left, right);
  if (right.type === "str" || right.type === "bytes")
    return operator === "*" ? textOperation(operator, right, left) : undefined;
  const a = integerOf(left);
  const b = integerOf(right);
  if (a !== undefined && b !== undefined) return integerOperation(operator, a, b);
  const x = numberOf(left);
  const y = numberOf(right);
  return x === undefined || y === undefined ? undefined : floatOperation(operator, x, y);
}

function textOperation(
  operator: string,
  left: ConstantValue & { readonly text: string },
  right: ConstantValue,
): ConstantValue | undefined {
  const make = left.type === "str" ? textConstant : bytesConstant;
  switch (operator) {
    case "+":
      if (right.type !== "str" && right.type !== "bytes") return undefined;
      return right.type === left.type ? make(left.text + right.text) : undefined;
    case "*": {
      const times = Math.max(0, integerOf(right) ?? NaN);
      return left.text.length * times <= maximumTextLength ? make(left.text.repeat(times)) : undefined;
    }
    case "%": {
      const text = left.type === "str" ? formatWithPercent(left.text, [right]) : undefined;
      return text === undefined ? undefined : textConstant(text);
    }
    default:
      return undefined;
  }
}

function integerOperation(operator: string, a: number, b: number): ConstantValue | undefined {
  switch (operator) {
    case "+":
      return integerConstant(a + b);
    case "-":
      return integerConstant(a - b);
    case "*":
      return integerConstant(a * b);
    case "//":
      return b === 0 ? undefined : integerConstant(Math.floor(a / b));
    case "%":
      return b === 0 ? undefined : integerConstant(a - b * Math.floor(a / b));
    case "**":
      return b < 0 ? undefined : integerConstant(a ** b);
    case "/":
      return floatOperation(operator, a, b);
    default:
      return bitOperation(operator, a, b);
  }
}

function bitOperation(operator: string, a: number, b: number): ConstantValue | undefined {
  const left = BigInt(a);
  const right = BigInt(b);
  switch (operator) {
    case "&":
      return integerConstant(Number(left & right));
    case "|":
      return integerConstant(Number(left | right));
    case "^":
      return integerConstant(Number(left ^ right));
    case "<<":
      return b < 0 || b > 60 ? undefined : integerConstant(Number(left << right));
    case ">>":
      return b < 0 || b > 60 ? undefined : integerConstant(Number(left >> right));
    default:
      return undefined;
  }
}

function floatOperation(operator: string, x: number, y: number): ConstantValue | undefined {
  switch (operator) {
    case "+":
      return { type: "float", number: x + y };
    case "-":
      return { type: "float", number: x - y };
    case "*":
      return { type: "float", number: x * y };
    case "/":
      return y === 0 ? undefined : { type: "float", number: x / y };
    default:
      return undefined;
  }
}

/** `operator operand`, `not` too. */
export function unaryConstant(operator: string, operand: ConstantValue): ConstantValue | undefined {
  if (operator === "not") return truthConstant(!truthOf(operand));
  const integer = integerOf(operand);
  switch (operator) {
    case "-":
      if (integer !== undefined) return integerConstant(-integer);
      return operand.type === "float" ? { type: "float", number: -operand.number } : undefined;
    case "+":
      return integer === undefined ? undefined : integerConstant(integer);
    case "~":
      return integer === undefined ? undefined : integerConstant(~integer);
    default:
      return undefined;
  }
}

/** Whether `left operator right` holds; undefined where that is not computed. */
export function compareConstants(operator: string, left: ConstantValue, right: ConstantValue): boolean | undefined {
  switch (operator) {
    case "==":
      return isEqual(left, right);
    case "!=":
    case "<>":
      return !isEqual(left, right);
    case "is":
    case "is not": {
      // Of strings and numbers identity is not defined by the language.
      if (!isSingleton(left) && !isSingleton(right)) return undefined;
      return sameConstant(left, right) === (operator === "is");
    }
    case "in":
    case "not in":
      if (left.type !== right.type || (left.type !== "str" && left.type !== "bytes")) return undefined;
      return (right as { readonly text: string }).text.includes(left.text) === (operator === "in");
    default:
      return isOrdered(operator, left, right);
  }
}

function isSingleton({ type }: ConstantValue): boolean {
  return type === "None" || type === "bool";
}

function isEqual(left: ConstantValue, right: ConstantValue): boolean {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== undefined && b !== undefined) return a === b;
  return sameConstant(left, right);
}

function isOrdered(operator: string, left: ConstantValue, right: ConstantValue): boolean | undefined {
  const order = orderOf(left, right);
  if (order === undefined) return undefined;
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return undefined;
  }
}

function orderOf(left: ConstantValue, right: ConstantValue): number | undefined {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== undefined && b !== undefined) return a - b;
  if ((left.type !== "str" && left.type !== "bytes") || right.type !== left.type) return undefined;
  // Python orders by code points, JavaScript by UTF-16 units.
  if (/[\ud800-\uffff]/.test(left.text + right.text)) return undefined;
  return left.text < right.text ? -1 : Number(left.text > right.text);
}
