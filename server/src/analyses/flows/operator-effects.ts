/** Operators as classes of the project define them: `left + right` calls `left.__add__(right)`. */
import type { Value } from "../../flow/value-graph.js";
import type { ReadEffects } from "./attribute-effects.js";
import type { BodyView } from "./body-view.js";
import type { FactNode } from "./run.js";
import { runImplicitly, specialMethods } from "./implicit-calls.js";

const methodsOfOperators: ReadonlyMap<string, string> = new Map([
  ["+", "__add__"],
  ["-", "__sub__"],
  ["*", "__mul__"],
  ["/", "__truediv__"],
  ["%", "__mod__"],
  ["|", "__or__"],
  ["==", "__eq__"],
  ["!=", "__ne__"],
  ["<", "__lt__"],
  ["<=", "__le__"],
  [">", "__gt__"],
  [">=", "__ge__"],
]);

/** What an operator makes of a fact of one of its two operands; undefined if the left one's class does not say. */
export function effectsOfOperator(
  view: BodyView,
  { operator, operators, from }: Extract<Value, { readonly kind: "derived" }>,
  fact: FactNode,
): ReadEffects | undefined {
  const [left, right] = from;
  const method = methodsOfOperators.get(operator === "compare" ? (operators?.[0] ?? "") : operator);
  if (method === undefined || left === undefined || from.length !== 2) return undefined;
  if (view.graph.values[left]?.kind === "constant") return undefined;
  const methods = specialMethods(view, left, method);
  const point = fact.value === left ? 0 : fact.value === right ? 1 : undefined;
  return methods === undefined || point === undefined
    ? undefined
    : runImplicitly(view, methods, point, fact, "goes into this operator");
}
