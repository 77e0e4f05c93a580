/** Functions, lambdas and classes as values. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { ValueId } from "../value-graph.js";
import { freeNamesOf } from "./bindings.js";
import type { BodyScope } from "./body-scope.js";
import { make, numberedSlot, slots, unbound, type Evaluation } from "./evaluation.js";
import { define, entryOf, madeIn } from "./value-table.js";
import { captureValue, isCaptured } from "./variables.js";

/** A function, lambda or class, with what its free variables hold. */
export function functionValue(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const { table, scope, code } = evaluation;
  const entry = entryOf(table, node);
  const captured = code.definition === undefined ? [] : capturedBy(evaluation, node);
  return make(evaluation, entry, slots.result, {
    place: entry.place,
    kind: "function",
    body: scope.keys.get(node) ?? "",
    captured,
  });
}

function capturedBy(evaluation: Evaluation, node: SyntaxNode): { name: string; value: ValueId }[] {
  const { table, scope, code } = evaluation;
  const captured: { name: string; value: ValueId }[] = [];
  const entry = entryOf(table, code.definition ?? node);
  const enclosing = scope.inner.find((body) => body.node === node)?.enclosing ?? [];
  for (const name of freeNamesOf(node)) {
    const slot = slotOfFree(scope, enclosing, name);
    if (slot !== undefined && !scope.globals.has(name)) {
      // What it holds is known when the body has been gone through.
      const value = define(table, entry, numberedSlot(slots.capture, slot), {
        place: entry.place,
        kind: "merge",
        from: [],
      });
      captured.push({ name, value });
    } else if (slot === undefined && isCaptured(evaluation, name)) {
      captured.push({ name, value: captureValue(evaluation, name, entryOf(table, node)) });
    }
  }
  return captured;
}

/** The variable of the body that a free name of a nested function stands for; comprehensions around it come first. */
export function slotOfFree(scope: BodyScope, enclosing: readonly SyntaxNode[], name: string): number | undefined {
  for (const around of enclosing) {
    const clause = around.children.find((child) => child.kind === "ForClause");
    if (clause === undefined) break;
    const target = findName(around, name);
    const slot = target === undefined ? undefined : scope.ofComprehensions.get(target);
    if (slot !== undefined) return slot;
  }
  return scope.slots.get(name);
}

function findName(comprehension: SyntaxNode, name: string): SyntaxNode | undefined {
  const find = (node: SyntaxNode): SyntaxNode | undefined => {
    if (node.kind === "Name") return node.value === name ? node : undefined;
    for (const child of node.children) {
      const found = find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const clause of comprehension.children) {
    const found =
      clause.kind === "ForClause" && clause.children[0] !== undefined ? find(clause.children[0]) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Fills in what nested functions capture: all that was ever assigned to the variable, and what it is in the end. */
export function fillCaptured(evaluation: Evaluation): void {
  const { table, code, scope, assignments, state } = evaluation;
  if (code.definition === undefined) return;
  const entry = entryOf(table, code.definition);
  for (let slot = 0; slot < scope.slotCount; slot++) {
    if (madeIn(entry, numberedSlot(slots.capture, slot)) === undefined) continue;
    const from = new Set<ValueId>(assignments.get(slot)?.values() ?? []);
    const object = state.variables[slot] ?? unbound;
    if (object !== unbound) from.add(state.versions.get(object) ?? object);
    define(table, entry, numberedSlot(slots.capture, slot), { place: entry.place, kind: "merge", from: [...from] });
  }
}
