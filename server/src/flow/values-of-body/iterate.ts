/** What the targets of `for` get: the items of an iterable. */
import type { SyntaxNode } from "../../syntax/node.js";
import { anyElement, type ConstantValue, type ValueId } from "../value-graph.js";
import { bindTarget } from "./bind.js";
import { dottedNameIn } from "./dotted-names.js";
import { defineAt, mergeOf, numberedSlot, slots, type Evaluation } from "./evaluation.js";
import { readPart } from "./objects.js";
import { entryOf } from "./value-table.js";

/** Binds the target of a `for` at `node` to an item of `iterable`. */
export function bindItem(evaluation: Evaluation, node: SyntaxNode, target: SyntaxNode, iterable: ValueId): void {
  const { table } = evaluation;
  const value = table.values[iterable];
  const site = value?.kind === "call" ? table.calls[value.call] : undefined;
  const [first, ...others] = target.kind === "Tuple" || target.kind === "List" ? target.children : [];
  const [second] = others;
  const isPair = first !== undefined && second !== undefined && others.length === 1;
  const name = site === undefined ? undefined : dottedNameIn(table, site.callee);
  const given = site?.arguments.every(({ keyword, spread }) => keyword === undefined && spread === "none") === true;
  if (site !== undefined && given && name === "enumerate" && isPair && site.arguments[0] !== undefined) {
    bindTarget(
      evaluation,
      first,
      defineAt(evaluation, first, slots.part, { place: entryOf(table, first).place, kind: "unknown" }),
    );
    bindTarget(evaluation, second, itemOf(evaluation, second, site.arguments[0].value));
    return;
  }
  if (
    site !== undefined &&
    given &&
    name === "zip" &&
    site.arguments.length === target.children.length &&
    first !== undefined
  ) {
    for (const [index, part] of target.children.entries()) {
      const argument = site.arguments[index];
      if (argument !== undefined) bindTarget(evaluation, part, itemOf(evaluation, part, argument.value));
    }
    return;
  }
  const object = site?.method?.object;
  const isDictionary = object !== undefined && table.shapes[object]?.type === "dict" && site?.arguments.length === 0;
  if (isDictionary && site?.method?.name === "items" && isPair) {
    bindTarget(evaluation, first, keyOf(evaluation, first, object));
    bindTarget(evaluation, second, elementOf(evaluation, second, object));
    return;
  }
  if (isDictionary && site?.method?.name === "keys") bindTarget(evaluation, target, keyOf(evaluation, target, object));
  else bindTarget(evaluation, target, itemOf(evaluation, node, iterable));
}

/** What iterating over a value gives: the keys of a dictionary, the elements of anything else. */
function itemOf(evaluation: Evaluation, node: SyntaxNode, iterable: ValueId): ValueId {
  const isDictionary = evaluation.table.shapes[iterable]?.type === "dict";
  return isDictionary ? keyOf(evaluation, node, iterable) : elementOf(evaluation, node, iterable);
}

function elementOf(evaluation: Evaluation, node: SyntaxNode, iterable: ValueId): ValueId {
  return readPart(evaluation, node, iterable, { part: anyElement, key: undefined });
}

/** Keys that are known are constants. */
function keyOf(evaluation: Evaluation, node: SyntaxNode, dictionary: ValueId): ValueId {
  const { table } = evaluation;
  const entry = entryOf(table, node);
  const { place } = entry;
  const shape = table.shapes[dictionary];
  if (shape?.isExact === true && shape.parts.size > 0 && shape.parts.size <= 16) {
    const keys = [...shape.parts.keys()].map((part, index) => {
      const key: unknown = JSON.parse(part.slice(1, -1));
      const constant: ConstantValue | undefined =
        typeof key === "string"
          ? { type: "str", text: key }
          : typeof key === "number"
            ? { type: "int", number: key }
            : undefined;
      return defineAt(evaluation, node, numberedSlot(slots.fallback, index), { place, kind: "constant" }, { constant });
    });
    return mergeOf(evaluation, entry, slots.merge, keys);
  }
  return defineAt(evaluation, node, slots.fallback, {
    place,
    kind: "derived",
    operator: "iterate-key",
    from: [dictionary],
  });
}
