/** What the targets of `for` get: the items of an iterable. */
import type { SyntaxNode } from "../../syntax/node.js";
import { anyElement, type CallSite, type ConstantValue, type ValueId } from "../value-graph.js";
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
  const isBound =
    site !== undefined &&
    site.arguments.every(({ keyword, spread }) => keyword === undefined && spread === "none") &&
    (bindNumbered(evaluation, target, site) ||
      bindTogether(evaluation, target, site) ||
      bindOfDictionary(evaluation, target, site));
  if (!isBound) bindTarget(evaluation, target, itemOf(evaluation, node, iterable));
}

function targetsIn({ kind, children }: SyntaxNode): readonly SyntaxNode[] {
  const targets = kind === "Tuple" || kind === "List" ? children : [];
  return targets.some((target) => target.kind === "Starred") ? [] : targets;
}

/** `for index, item in enumerate(items)` */
function bindNumbered(evaluation: Evaluation, target: SyntaxNode, site: CallSite): boolean {
  const { table } = evaluation;
  const [index, item, ...others] = targetsIn(target);
  const [items] = site.arguments;
  if (dottedNameIn(table, site.callee) !== "enumerate") return false;
  if (index === undefined || item === undefined || others.length > 0 || items === undefined) return false;
  const { place } = entryOf(table, index);
  bindTarget(evaluation, index, defineAt(evaluation, index, slots.part, { place, kind: "unknown" }));
  bindTarget(evaluation, item, itemOf(evaluation, item, items.value));
  return true;
}

/** `for left, right in zip(a, b)` */
function bindTogether(evaluation: Evaluation, target: SyntaxNode, site: CallSite): boolean {
  const targets = targetsIn(target);
  if (targets.length === 0 || targets.length !== site.arguments.length) return false;
  if (dottedNameIn(evaluation.table, site.callee) !== "zip") return false;
  for (const [index, { value }] of site.arguments.entries()) {
    const part = targets[index];
    if (part !== undefined) bindTarget(evaluation, part, itemOf(evaluation, part, value));
  }
  return true;
}

/** `for key, value in known.items()`, `for key in known.keys()` */
function bindOfDictionary(evaluation: Evaluation, target: SyntaxNode, { method, arguments: given }: CallSite): boolean {
  if (method === undefined || given.length > 0 || evaluation.table.shapes[method.object]?.type !== "dict") return false;
  if (method.name === "keys") {
    bindTarget(evaluation, target, keyOf(evaluation, target, method.object));
    return true;
  }
  const [key, value, ...others] = targetsIn(target);
  if (method.name !== "items" || key === undefined || value === undefined || others.length > 0) return false;
  bindTarget(evaluation, key, keyOf(evaluation, key, method.object));
  bindTarget(evaluation, value, elementOf(evaluation, value, method.object));
  return true;
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
