/** Binding targets: names, parts of objects, and the targets in a tuple. */
import type { SyntaxNode } from "../../syntax/node.js";
import { anyElement, type ValueId } from "../value-graph.js";
import { childAt, evaluate, make, slots, type Evaluation } from "./evaluation.js";
import { noteMarked } from "./marked-places.js";
import { elementPart, fieldPart, readPart, storePart, type PartName } from "./objects.js";
import { entryOf } from "./value-table.js";
import { bindSlot, slotOf } from "./variables.js";

/** `target = value`. `read` evaluates what parts of the target are parts of. */
export function bindTarget(
  evaluation: Evaluation,
  target: SyntaxNode,
  value: ValueId,
  read: Evaluation["evaluate"] = evaluate,
): void {
  switch (target.kind) {
    case "Name":
    case "Identifier": {
      const slot = slotOf(evaluation, target);
      if (slot === undefined) return;
      const { marked } = evaluation;
      bindSlot(evaluation, slot, marked === undefined ? value : noteMarked(evaluation, marked, target, value), target);
      return;
    }
    case "Attribute":
      storePart(evaluation, target, read(evaluation, childAt(evaluation, target, 0)), fieldPart(target.value), value);
      return;
    case "Subscript":
      bindSubscript(evaluation, target, value, read);
      return;
    case "Tuple":
    case "List":
      bindTuple(evaluation, target.children, value);
      return;
    case "Starred":
      bindTarget(evaluation, childAt(evaluation, target, 0), value);
      return;
    default:
  }
}

function bindSubscript(evaluation: Evaluation, target: SyntaxNode, value: ValueId, read: Evaluation["evaluate"]): void {
  const object = read(evaluation, childAt(evaluation, target, 0));
  const [, index, ...others] = target.children;
  if (index === undefined) return;
  const key = index.kind === "Slice" || others.length > 0 ? undefined : read(evaluation, index);
  if (key === undefined) {
    // `x[1:2] = values`: the elements of the value are among those of the object.
    const element =
      index.kind === "Slice" ? readPart(evaluation, index, value, { part: anyElement, key: undefined }) : value;
    storePart(evaluation, target, object, { part: anyElement, key: undefined }, element);
    return;
  }
  storePart(evaluation, target, object, elementPart(evaluation, object, key), value);
}

/** Each target gets the element at its index; behind a starred one they are counted from the end. */
export function bindTuple(evaluation: Evaluation, targets: readonly SyntaxNode[], value: ValueId): void {
  const starred = targets.findIndex((target) => target.kind === "Starred");
  const shape = evaluation.table.shapes[value];
  const size = shape?.isExact === true && shape.type !== "dict" && shape.type !== "set" ? shape.parts.size : undefined;
  targets.forEach((target, index) => {
    if (target.kind === "Starred") {
      bindTarget(
        evaluation,
        target,
        restOf(evaluation, target, value, index, size === undefined ? undefined : size - targets.length + 1),
      );
      return;
    }
    const isBehind = starred >= 0 && index > starred;
    const at = !isBehind ? index : size === undefined ? undefined : size - (targets.length - index);
    const name: PartName = { part: at === undefined || at < 0 ? anyElement : `[${at}]`, key: undefined };
    bindTarget(evaluation, target, readPart(evaluation, target, value, name));
  });
}

/** The list that a starred target gets. */
function restOf(
  evaluation: Evaluation,
  target: SyntaxNode,
  value: ValueId,
  from: number,
  count: number | undefined,
): ValueId {
  const { table } = evaluation;
  const entry = entryOf(table, target);
  const known = count === undefined ? undefined : table.shapes[value]?.parts;
  const elements: { part: string; value: ValueId }[] = [];
  const parts = new Map<string, ValueId | undefined>();
  for (let index = 0; known !== undefined && index < (count ?? 0); index++) {
    const element = known.get(`[${from + index}]`);
    parts.set(`[${index}]`, element);
    if (element !== undefined) elements.push({ part: `[${index}]`, value: element });
  }
  const isExact = known !== undefined && elements.length === parts.size;
  if (!isExact) {
    const any = readPart(evaluation, target, value, { part: anyElement, key: undefined });
    elements.splice(0, elements.length, { part: anyElement, value: any });
    parts.clear();
  }
  return make(
    evaluation,
    entry,
    slots.container,
    { place: entry.place, kind: "container", type: "list", elements },
    { shape: { type: "list", isExact, parts } },
  );
}
