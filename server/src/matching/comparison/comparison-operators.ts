/** Operators with two operands. Integers have 64 bits and wrap, `/` and `%` of them cut towards zero. */
import type { ComparisonValue } from "./comparison.js";

/** The result; undefined if these kinds don't go with the operator, or it divides by zero. */
export function combine(operator: string, left: ComparisonValue, right: ComparisonValue): ComparisonValue | undefined {
  switch (operator) {
    case "and":
    case "or":
      if (left.kind !== "boolean" || right.kind !== "boolean") return undefined;
      return boolean(operator === "and" ? left.value && right.value : left.value || right.value);
    case "==":
    case "!=": {
      if (left.kind === "code" || right.kind === "code") return undefined;
      return boolean(areEqual(left, right) === (operator === "=="));
    }
    case "in":
    case "not in": {
      const found = contains(right, left);
      return found === undefined ? undefined : boolean(found === (operator === "in"));
    }
  }
  if (left.kind === "integer" && right.kind === "integer") return integers(operator, left.value, right.value);
  const [a, b] = [numberOf(left), numberOf(right)];
  return a === undefined || b === undefined ? undefined : floats(operator, a, b);
}

function boolean(value: boolean): ComparisonValue {
  return { kind: "boolean", value };
}

function numberOf(value: ComparisonValue): number | undefined {
  return value.kind === "integer" || value.kind === "float" ? Number(value.value) : undefined;
}

function areEqual(left: ComparisonValue, right: ComparisonValue): boolean {
  if (left.kind === "list" || right.kind === "list") {
    if (left.kind !== "list" || right.kind !== "list" || left.items.length !== right.items.length) return false;
    return left.items.every((item, index) => {
      const other = right.items[index];
      return other !== undefined && areEqual(item, other);
    });
  }
  if (left.kind === "code" || right.kind === "code") return false;
  if (left.kind === right.kind) return left.value === right.value;
  const [a, b] = [numberOf(left), numberOf(right)];
  return a !== undefined && a === b;
}

/** `in` a list, or in a string; undefined if it is neither. */
function contains(container: ComparisonValue, value: ComparisonValue): boolean | undefined {
  if (value.kind === "code") return undefined;
  if (container.kind === "list") return container.items.some((item) => areEqual(item, value));
  return container.kind === "string" && value.kind === "string" ? container.value.includes(value.value) : undefined;
}

function integers(operator: string, left: bigint, right: bigint): ComparisonValue | undefined {
  const order = compareOrder(operator, left < right, left === right);
  if (order !== undefined) return boolean(order);
  const value = computeIntegers(operator, left, right);
  return value === undefined ? undefined : { kind: "integer", value: BigInt.asIntN(64, value) };
}

/** Above this a power of anything but -1, 0 and 1 has wrapped many times; computing it exactly would take too long. */
const largestExponent = 4096n;

function computeIntegers(operator: string, left: bigint, right: bigint): bigint | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0n ? undefined : left / right;
    case "%":
      return right === 0n ? undefined : left % right;
    case "**":
      return right < 0n || right > largestExponent ? undefined : left ** right;
    case "&":
      return left & right;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "<<":
      return left << (right & 63n);
    case ">>":
      return left >> (right & 63n);
    default:
      return undefined;
  }
}

function floats(operator: string, left: number, right: number): ComparisonValue | undefined {
  const order = compareOrder(operator, left < right, left === right);
  if (order !== undefined) return boolean(order);
  const value = computeFloats(operator, left, right);
  return value === undefined || Number.isNaN(value) ? undefined : { kind: "float", value };
}

function computeFloats(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "**":
      return left ** right;
    default:
      return undefined;
  }
}

function compareOrder(operator: string, isLess: boolean, isEqual: boolean): boolean | undefined {
  switch (operator) {
    case "<":
      return isLess;
    case "<=":
      return isLess || isEqual;
    case ">":
      return !isLess && !isEqual;
    case ">=":
      return !isLess;
    default:
      return undefined;
  }
}
