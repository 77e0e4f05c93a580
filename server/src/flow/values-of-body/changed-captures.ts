/** What calling a nested function does to the variables that it captures. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { ValueId } from "../value-graph.js";
import { namesRebound } from "./bindings.js";
import type { ReadCall } from "./calls-read.js";
import { defineAt, numberedSlot, present, slots, unbound, type Evaluation } from "./evaluation.js";
import { changeByCall, isImmutable } from "./objects.js";
import { withoutGuards } from "./value-table.js";
import { bindSlot } from "./variables.js";

/** `argument` of what a call has done to the first variable that the callee captures; that of the next is one less. */
const firstCaptured = -3;

/** Where slots of variables that get another value begin, far from those of arguments. */
const firstRebound = 10_000;

/** A nested function may change what it captures, and the variables that it declares as those of the function around it. */
export function changeCaptured(evaluation: Evaluation, call: ReadCall): void {
  const { table, scope, state } = evaluation;
  const callee = table.values[withoutGuards(table, call.site.callee)];
  if (callee?.kind !== "function" || callee.captured.length === 0) return;
  const body = scope.inner.find(({ key }) => key === callee.body);
  const rebound = body === undefined ? new Set<string>() : namesRebound(body.node);
  for (const [position, { name }] of callee.captured.entries()) {
    const slot = scope.slots.get(name);
    const object = slot === undefined ? undefined : state.variables[slot];
    if (slot === undefined || object === undefined || object === unbound) continue;
    if (rebound.has(name)) rebind(evaluation, call, slot, object, position);
    else if (!isImmutable(table, object))
      changeByCall(evaluation, call.node, object, call.index, firstCaptured - position);
  }
}

/** The variable holds another object from now on. */
function rebind(
  evaluation: Evaluation,
  { node, site, index }: { readonly node: SyntaxNode } & Pick<ReadCall, "site" | "index">,
  slot: number,
  object: ValueId,
  position: number,
): void {
  const { place } = site;
  const made = numberedSlot(slots.after, firstRebound + position);
  const before = present(evaluation, object);
  const argument = firstCaptured - position;
  const after = defineAt(evaluation, node, made, { place, kind: "after-call", object: before, call: index, argument });
  bindSlot(evaluation, slot, after, node);
}
