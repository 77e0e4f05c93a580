/** Computes comparisons as Semgrep does. What can't be computed, whatever it stands in, makes the whole false. */
import type { Comparison, ComparisonNode, ComparisonValue } from "./comparison.js";
import { callFunction } from "./comparison-functions.js";
import { combine } from "./comparison-operators.js";

export interface ComparisonEnvironment {
  /** What a metavariable is bound to; undefined if it is not bound. */
  valueOf(metavariable: string): ComparisonValue | undefined;
  /** Midnight of the day for `today()`, in seconds since 1970 in UTC; undefined if no day is known. */
  readonly today?: number;
  /** Whether a regular expression matches from the start of a text. */
  matchesStart(regex: string, text: string): boolean;
}

/** Whether a comparison holds. Operands of `and` and `or` are all computed, as Semgrep does. */
export function evaluateComparison(comparison: Comparison, environment: ComparisonEnvironment): boolean {
  const value = computeNode(comparison.root, environment);
  return value?.kind === "boolean" && value.value;
}

/** The value of an expression; undefined if it can't be computed. */
export function computeNode(node: ComparisonNode, environment: ComparisonEnvironment): ComparisonValue | undefined {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "metavariable":
      return environment.valueOf(node.name);
    case "unknown":
      return undefined;
    case "list": {
      const items = computeAll(node.items, environment);
      return items === undefined ? undefined : { kind: "list", items };
    }
    case "unary": {
      const operand = computeNode(node.operand, environment);
      return operand === undefined ? undefined : computeUnary(node.operator, operand);
    }
    case "binary": {
      const operands = computeAll([node.left, node.right], environment);
      const [left, right] = operands ?? [];
      return left === undefined || right === undefined ? undefined : combine(node.operator, left, right);
    }
    case "call": {
      const values = computeAll(node.arguments, environment);
      return values === undefined ? undefined : callFunction(node.name, values, environment);
    }
  }
}

function computeAll(
  nodes: readonly ComparisonNode[],
  environment: ComparisonEnvironment,
): readonly ComparisonValue[] | undefined {
  const values: ComparisonValue[] = [];
  for (const node of nodes) {
    const value = computeNode(node, environment);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function computeUnary(operator: string, operand: ComparisonValue): ComparisonValue | undefined {
  if (operator === "not") return operand.kind === "boolean" ? { kind: "boolean", value: !operand.value } : undefined;
  if (operand.kind === "integer") {
    const value = operator === "-" ? -operand.value : operator === "~" ? ~operand.value : operand.value;
    return { kind: "integer", value: BigInt.asIntN(64, value) };
  }
  if (operand.kind !== "float" || operator === "~") return undefined;
  return { kind: "float", value: operator === "-" ? -operand.value : operand.value };
}
