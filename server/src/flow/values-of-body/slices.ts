/** `object[lower:upper:step]` */
import type { SyntaxNode } from "../../syntax/node.js";
import type { ConstantValue, ValueId } from "../value-graph.js";
import { integerOf } from "./constant-values.js";
import { addElement, defineContainer, type ContainerDraft } from "./displays.js";
import { defineAt, evaluatePart, slots, type Evaluation } from "./evaluation.js";
import { entryOf } from "./value-table.js";

/** A bound that is left out is undefined, one that is not known is null. */
type Bound = number | undefined | null;

export function evaluateSlice(evaluation: Evaluation, node: SyntaxNode, object: ValueId, slice: SyntaxNode): ValueId {
  const { table } = evaluation;
  const bounds = slice.children.map((child): Bound => {
    if (child.kind === "Absent") return undefined;
    return integerOf(table.constants[evaluatePart(evaluation, slice, child)]) ?? null;
  });
  const constant = table.constants[object];
  const shape = table.shapes[object];
  if (shape?.isExact === true && (shape.type === "list" || shape.type === "tuple")) {
    const values = [...shape.parts.values()];
    const picked = sliceOf(values, bounds);
    if (picked !== undefined && !picked.includes(undefined)) {
      const draft: ContainerDraft = { type: shape.type, elements: [], isExact: true };
      for (const value of picked) if (value !== undefined) addElement(draft, value);
      return defineContainer(evaluation, node, slots.container, draft);
    }
  }
  const { place } = entryOf(table, node);
  return defineAt(
    evaluation,
    node,
    slots.result,
    {
      place,
      kind: "derived",
      operator: "slice",
      from: [object],
      ...(bounds[2] === undefined || bounds[2] === 1 ? { bounds: [bounds[0], bounds[1]] as const } : {}),
    },
    { constant: sliceOfConstant(constant, bounds) },
  );
}

function sliceOfConstant(constant: ConstantValue | undefined, bounds: readonly Bound[]): ConstantValue | undefined {
  if (constant?.type !== "str" && constant?.type !== "bytes") return undefined;
  const picked = sliceOf(Array.from(constant.text), bounds);
  return picked === undefined ? undefined : { type: constant.type, text: picked.join("") };
}

/** The items that a slice picks, as Python counts; undefined where a bound is not known. */
function sliceOf<Item>(items: readonly Item[], bounds: readonly Bound[]): Item[] | undefined {
  const [lower, upper, step = 1] = bounds;
  if (lower === null || upper === null || step === null || step === 0) return undefined;
  const size = items.length;
  const clamp = (bound: number, low: number, high: number): number =>
    Math.min(high, Math.max(low, bound < 0 ? bound + size : bound));
  const picked: Item[] = [];
  if (step > 0) {
    const end = upper === undefined ? size : clamp(upper, 0, size);
    for (let at = lower === undefined ? 0 : clamp(lower, 0, size); at < end; at += step) picked.push(items[at] as Item);
  } else {
    const end = upper === undefined ? -1 : clamp(upper, -1, size - 1);
    for (let at = lower === undefined ? size - 1 : clamp(lower, -1, size - 1); at > end; at += step)
      picked.push(items[at] as Item);
  }
  return picked;
}
