/** What operators make of values. Which of them are evaluated, and how far, is what Semgrep CE 1.182 does. */
import {
  anyBoolean,
  anyInteger,
  anyString,
  booleanValue,
  integerValue,
  knownValue,
  stringValue,
  typeOfValue,
  unknown,
  type Value,
  type ValueTable,
} from "./values.js";

/** `left operator right`. A repeated string is only known to be a string, and so is what other operators make of two. */
export function binaryValue(table: ValueTable, operator: string, left: Value, right: Value): Value {
  const leftType = typeOfValue(table, left);
  if (operator === "*" && leftType === anyString) return anyString;
  if (left === unknown || right === unknown) return unknown;
  const rightType = typeOfValue(table, right);
  if (leftType === anyString) {
    if (rightType !== anyString) return unknown;
    return operator === "+" ? concatenate(table, left, right) : anyString;
  }
  if (leftType !== anyInteger || rightType !== anyInteger) return unknown;
  const a = knownValue(table, left);
  const b = knownValue(table, right);
  if (a === undefined || b === undefined) return arithmetic(operator, 1, 1) === undefined ? unknown : anyInteger;
  const result = arithmetic(operator, Number(a.text), Number(b.text));
  return result === undefined ? unknown : integerValue(table, result);
}

export function concatenate(table: ValueTable, left: Value, right: Value): Value {
  const a = knownValue(table, left);
  const b = knownValue(table, right);
  return a === undefined || b === undefined ? anyString : stringValue(table, a.text + b.text);
}

function arithmetic(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "**":
      return b < 0 ? undefined : a ** b;
    case "//":
      return b === 0 ? undefined : Math.floor(a / b);
    case "%":
      return b === 0 ? undefined : a - b * Math.floor(a / b);
    case "<<":
      return b < 0 || b > 52 ? undefined : a * 2 ** b;
    case ">>":
      return b < 0 ? undefined : Math.floor(a / 2 ** b);
    default:
      return bitwise(operator, a, b);
  }
}

function bitwise(operator: string, a: number, b: number): number | undefined {
  // JavaScript's operators work on 32 bits.
  if ((a | 0) !== a || (b | 0) !== b) return undefined;
  switch (operator) {
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    default:
      return undefined;
  }
}

export function unaryValue(table: ValueTable, operator: string, operand: Value): Value {
  const known = knownValue(table, operand);
  switch (operator) {
    case "not":
      if (known?.kind === "boolean") return booleanValue(table, known.text === "False");
      return operand === anyBoolean ? anyBoolean : unknown;
    case "+":
      return typeOfValue(table, operand) === anyInteger ? operand : unknown;
    case "-":
      if (known?.kind === "integer") return integerValue(table, -Number(known.text));
      return operand === anyInteger ? anyInteger : unknown;
    case "~":
      if (known?.kind === "integer") return integerValue(table, -1 - Number(known.text));
      return operand === anyInteger ? anyInteger : unknown;
    default:
      return unknown;
  }
}

/** `and`, `or` of booleans. */
export function booleanOperation(table: ValueTable, operator: string, left: Value, right: Value): Value {
  const a = knownValue(table, left);
  const b = knownValue(table, right);
  if (a?.kind !== "boolean" || b?.kind !== "boolean")
    return typeOfValue(table, left) === anyBoolean && typeOfValue(table, right) === anyBoolean ? anyBoolean : unknown;
  const isTrue = operator === "and" ? a.text === "True" && b.text === "True" : a.text === "True" || b.text === "True";
  return booleanValue(table, isTrue);
}

/** One comparison of two integers. Strings compared are taken for some string, which is no use and what the reference does. */
export function comparisonValue(table: ValueTable, operator: string, left: Value, right: Value): Value {
  if (typeOfValue(table, left) === anyString && typeOfValue(table, right) === anyString) return anyString;
  const a = knownValue(table, left);
  const b = knownValue(table, right);
  if (a?.kind !== "integer" || b?.kind !== "integer") return unknown;
  const order = Number(a.text) - Number(b.text);
  const results: Readonly<Record<string, boolean>> = {
    "==": order === 0,
    "!=": order !== 0,
    "<": order < 0,
    "<=": order <= 0,
    ">": order > 0,
    ">=": order >= 0,
  };
  const result = Object.hasOwn(results, operator) ? results[operator] : undefined;
  return result === undefined ? unknown : booleanValue(table, result);
}
