/** What values that operators make have of their operands. */
import { anyElement, type Value, type ValueId } from "../../flow/value-graph.js";
import { wholeValue, type AccessPath } from "./access-path.js";
import { effectsOfText, type ReadEffects } from "./attribute-effects.js";
import type { BodyView } from "./body-view.js";
import { knownPart } from "./definitions.js";
import { isWrittenAsNumber } from "./format-directives.js";
import { taintOf, type FactNode } from "./run.js";

export type Derived = Extract<Value, { readonly kind: "derived" }>;

/** What the text of an object has of a fact, also of one that stands in a tuple or dictionary of values. */
export function textOfOperand(view: BodyView, fact: FactNode): ReadEffects | undefined {
  const [first, second] = fact.path;
  if (first?.startsWith("[") !== true || second?.startsWith(".") !== true) return effectsOfText(view, fact.value, fact);
  const object = knownPart(view.graph, fact.value, first);
  const text =
    object === undefined ? undefined : effectsOfText(view, object, { ...taintOf(fact), path: fact.path.slice(1) });
  // Of other objects nobody knows whether their text has their fields in it.
  return text ?? { results: [], passed: [] };
}

/** `"%d" % value` */
export function isNumber(
  { graph }: BodyView,
  [format, values]: readonly ValueId[],
  { value, path }: FactNode,
): boolean {
  if (format === undefined || values !== value) return false;
  return isWrittenAsNumber(graph.values[format]?.constant, path);
}

/** What a value that is made by an operator has of its operand; undefined: nothing. */
export function pathOfDerived({ operator, bounds }: Derived, path: AccessPath): AccessPath | undefined {
  switch (operator) {
    case "+":
    case "|":
    case "and":
    case "or":
    case "other":
    case "await":
      return path;
    case "*":
    case "slice":
      return path.length === 0 || path[0]?.startsWith("[") === true ? pathOfSlice(path, bounds) : undefined;
    case "format":
    case "%":
      // Text is made of all that stands in a container.
      return path[0]?.startsWith(".") === true || path[0]?.startsWith("{") === true ? undefined : wholeValue;
    case "/":
      return path.length === 0 ? wholeValue : undefined;
    default:
      return undefined;
  }
}

/** Indexes are others in a part of a list, and some are not in it. */
function pathOfSlice(path: AccessPath, bounds: Derived["bounds"]): AccessPath | undefined {
  if (path.length === 0) return path;
  const known = /^\[(\d+)\]$/.exec(path[0] ?? "");
  if (known === null || bounds === undefined) return [anyElement, ...path.slice(1)];
  const index = Number(known[1]);
  const [lower = 0, upper] = bounds;
  if (upper !== undefined && upper !== null && upper >= 0 && index >= upper) return undefined;
  if (lower === null || lower < 0) return [anyElement, ...path.slice(1)];
  return index < lower ? undefined : [`[${index - lower}]`, ...path.slice(1)];
}

/** So many characters of a text tell nothing of it that is worth hiding. */
const harmlessLength = 8;

/** Whether it is the first or last few characters of a text, as one shows of a secret. */
export function isShortPiece({ operator, bounds }: Derived, path: AccessPath): boolean {
  if (operator !== "slice" || bounds === undefined || path.length > 0) return false;
  const [lower, upper] = bounds;
  if (upper === undefined) return typeof lower === "number" && lower < 0 && lower >= -harmlessLength;
  return (lower === undefined || lower === 0) && upper !== null && upper > 0 && upper <= harmlessLength;
}

/** What is told of a fact that goes into such a value; undefined: nothing. */
export function messageOfDerived(operator: string): string | undefined {
  return operator === "slice" || operator === "await" ? undefined : "becomes a part of this";
}
