/** Calls: what goes in, what is known to come out, and what they may change. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { CallArgument, CallSite, ValueId } from "../value-graph.js";
import { changeCaptured } from "./changed-captures.js";
import { callOnContainer } from "./container-calls.js";
import { constantOfCall } from "./constant-calls.js";
import type { ReadCall } from "./calls-read.js";
import { childAt, defineAt, evaluate, evaluatePart, slots, type Evaluation } from "./evaluation.js";
import { callOfBuiltin } from "./builtin-calls.js";
import { dottedNameIn } from "./dotted-names.js";
import { isHarmless, leavesBody, takesNothingBack } from "./known-calls.js";
import { noteMarked } from "./marked-places.js";
import { changeByCall, fieldPart, isImmutable, readPart } from "./objects.js";
import { entryOf, rootOf } from "./value-table.js";
import { isVariable } from "./variables.js";

export function evaluateCall(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const { table } = evaluation;
  const [callee] = node.children;
  const entry = entryOf(table, node);
  if (callee === undefined) return defineAt(evaluation, node, slots.result, { place: entry.place, kind: "unknown" });
  const { value, method } = evaluateCallee(evaluation, callee);
  const given = node.children.slice(1).map((argument) => evaluateArgument(evaluation, argument));
  const index = (entry.call ??= table.calls.length);
  const constant = constantOfCall(table, dottedNameIn(table, value), method, given);
  const result = defineAt(
    evaluation,
    node,
    slots.result,
    { place: entry.place, kind: "call", call: index },
    { constant },
  );
  const site: CallSite = { place: entry.place, callee: value, method, arguments: given, result };
  table.calls[index] = site;
  const call: ReadCall = { node, site, index, name: dottedNameIn(table, value) ?? "" };
  if (leavesBody(call.name)) evaluation.ended = true;
  noteDecisions(evaluation, site);
  if (constant !== undefined) return result;
  const known = callOnContainer(evaluation, call) ?? callOfBuiltin(evaluation, call);
  if (known !== undefined) return known;
  changeByUnknownCall(evaluation, call);
  changeCaptured(evaluation, call);
  return result;
}

function evaluateCallee(
  evaluation: Evaluation,
  callee: SyntaxNode,
): { readonly value: ValueId; readonly method: CallSite["method"] } {
  const { table } = evaluation;
  if (callee.kind !== "Attribute") return { value: evaluate(evaluation, callee), method: undefined };
  const entry = entryOf(table, callee);
  if (evaluation.graph.separate.has(callee) && entry.result !== undefined) {
    const object = entryOf(table, childAt(evaluation, callee, 0)).result;
    return { value: entry.result, method: object === undefined ? undefined : { object, name: callee.value } };
  }
  const object = evaluate(evaluation, childAt(evaluation, callee, 0));
  const value = readPart(evaluation, callee, object, fieldPart(callee.value));
  if (evaluation.marked !== undefined) noteMarked(evaluation, evaluation.marked, callee, value);
  entry.result = value;
  return { value, method: { object, name: callee.value } };
}

function evaluateArgument(evaluation: Evaluation, node: SyntaxNode): CallArgument {
  switch (node.kind) {
    case "Keyword":
      return {
        keyword: node.value,
        spread: "none",
        value: evaluatePart(evaluation, node, childAt(evaluation, node, 0)),
      };
    case "Starred":
      return {
        keyword: undefined,
        spread: "sequence",
        value: evaluatePart(evaluation, node, childAt(evaluation, node, 0)),
      };
    case "DoubleStarred":
      return {
        keyword: undefined,
        spread: "mapping",
        value: evaluatePart(evaluation, node, childAt(evaluation, node, 0)),
      };
    default:
      return { keyword: undefined, spread: "none", value: evaluate(evaluation, node) };
  }
}

/** Callees and keyword arguments decide what a call does. */
function noteDecisions(evaluation: Evaluation, site: CallSite): void {
  noteDecision(evaluation, site.callee);
  for (const { keyword, value } of site.arguments) if (keyword !== undefined) noteDecision(evaluation, value);
}

/** Something depends on what a value is; if it is a parameter, that is decisive. */
export function noteDecision({ table, decisive }: Evaluation, id: ValueId): void {
  const value = table.values[rootOf(table, id)];
  if (value?.kind === "parameter") decisive.add(value.index);
}

/** A call of which nothing is known may change its object and what it is given, as far as code can see that again. */
function changeByUnknownCall(evaluation: Evaluation, { node, site, index, name }: ReadCall): void {
  if (takesNothingBack(name, site.method?.name)) return;
  const [callee, ...nodes] = node.children;
  const object = callee?.kind === "Attribute" ? callee.children[0] : undefined;
  if (site.method !== undefined && object !== undefined) changeObject(evaluation, object, site.method.object, index);
  if (isHarmless(name)) return;
  nodes.forEach((written, argument) => {
    const given = site.arguments[argument];
    const place = written.kind === "Keyword" || written.kind === "Starred" ? written.children[0] : written;
    if (given === undefined || place === undefined || !isPlace(place)) return;
    // Text is not changed, but after a call that checks it, it is known to be checked.
    const isFixed = evaluation.table.constants[given.value] !== undefined || isFunction(evaluation, given.value);
    if (!isFixed && !isForeign(evaluation, place, given.value))
      changeByCall(evaluation, place, given.value, index, argument);
  });
}

function isFunction({ table }: Evaluation, id: ValueId): boolean {
  return table.values[id]?.kind === "function";
}

/** `super()` is the object itself. */
function changeObject(evaluation: Evaluation, node: SyntaxNode, object: ValueId, index: number): void {
  const { table, parameters } = evaluation;
  const value = table.values[object];
  const [self] = parameters;
  if (value?.kind === "call" && self !== undefined) {
    const site = table.calls[value.call];
    const callee = site === undefined ? undefined : table.values[site.callee];
    if (callee?.kind === "global" && callee.name === "super") changeByCall(evaluation, node, self, index, -1);
    return;
  }
  if (!isPlace(node) || isImmutable(table, object)) return;
  if (!isForeign(evaluation, node, object) || fillsVariable(evaluation, node, object, index))
    changeByCall(evaluation, node, object, index, -1);
}

/** Methods by which containers get what stands in them. */
const fillingMethods: ReadonlySet<string> = new Set(
  "append appendleft add extend extendleft insert update setdefault put put_nowait".split(" "),
);

/** Whether a call puts something into a variable of the module, where other functions find it. */
function fillsVariable({ table }: Evaluation, node: SyntaxNode, object: ValueId, index: number): boolean {
  const isVariableOfModule =
    node.kind === "Name" && node.qualifiedName === "" && table.values[object]?.kind === "global";
  return isVariableOfModule && fillingMethods.has(table.calls[index]?.method?.name ?? "");
}

/** Whether code can see the same object again by writing the same. */
function isPlace({ kind, children }: SyntaxNode): boolean {
  if (kind === "Name") return true;
  return (kind === "Attribute" || kind === "Subscript") && children[0] !== undefined && isPlace(children[0]);
}

/** Imported names, those of the module and built-in ones, and what code takes of them where it stands. */
function isForeign(evaluation: Evaluation, node: SyntaxNode, value: ValueId): boolean {
  if (evaluation.table.values[value]?.kind === "global") return true;
  let at = node;
  while ((at.kind === "Attribute" || at.kind === "Subscript") && at.children[0] !== undefined) at = at.children[0];
  return at.kind === "Name" && at !== node && !isVariable(evaluation, at);
}
