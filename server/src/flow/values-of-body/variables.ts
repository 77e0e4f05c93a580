/** Names: which variable they stand for, and what it holds. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { CodePlace, ConstantValue, ValueId } from "../value-graph.js";
import { namesBoundBy } from "./bindings.js";
import { constantOfLiteral, truthConstant } from "./constant-values.js";
import { numberedSlot, slots, unbound, type Evaluation } from "./evaluation.js";
import { define, entryOf, nothingMade, rootOf, type NodeEntry } from "./value-table.js";

/** The variable of the body that a name stands for; undefined if it is somebody else's. */
export function slotOf({ scope, classKey, code }: Evaluation, name: SyntaxNode): number | undefined {
  if (scope.ofComprehensions.size > 0) {
    const hidden = scope.ofComprehensions.get(name);
    if (hidden !== undefined) return hidden;
  }
  const around = classKey === "" && code.classes.size > 0 ? classOf(scope, code, name) : classKey;
  if (around !== "") {
    const ofClass = scope.slots.get(`${around}.${name.value}`);
    if (ofClass !== undefined) return ofClass;
  }
  return scope.slots.get(name.value);
}

/** Key of the class in whose body a module-level node stands. */
function classOf(scope: Evaluation["scope"], code: Evaluation["code"], node: SyntaxNode): string {
  const head = code.classes.get(node.unit);
  return head === undefined ? "" : (scope.keys.get(head) ?? "");
}

/** Whether a name is a variable of the body or of a function around it. */
export function isVariable(evaluation: Evaluation, name: SyntaxNode): boolean {
  return slotOf(evaluation, name) !== undefined || isCaptured(evaluation, name.value);
}

/** What a name stands for, as it is now. */
export function readName(evaluation: Evaluation, name: SyntaxNode): ValueId {
  const slot = slotOf(evaluation, name);
  const object = slot === undefined ? unbound : (evaluation.state.variables[slot] ?? unbound);
  if (object !== unbound) return evaluation.state.versions.get(object) ?? object;
  const global = slot === undefined ? foreignValue(evaluation, name) : globalValue(evaluation, name, name.value);
  return evaluation.state.versions.get(global) ?? global;
}

/** A name that the body does not bind: a variable of a function around, or one of the module. */
function foreignValue(evaluation: Evaluation, name: SyntaxNode): ValueId {
  if (name.qualifiedName !== "") return globalValue(evaluation, name, name.qualifiedName);
  if (isCaptured(evaluation, name.value)) return captureValue(evaluation, name.value, entryOf(evaluation.table, name));
  return globalValue(evaluation, name, name.value);
}

/** Whether a function around the body binds the name. */
export function isCaptured({ code }: Evaluation, name: string): boolean {
  return code.enclosing.some((scope) => namesBoundBy(scope).has(name));
}

export function captureValue(evaluation: Evaluation, name: string, { place }: Pick<NodeEntry, "place">): ValueId {
  const { table, globals, captures } = evaluation;
  const key = `capture ${name}`;
  const known = globals.get(key);
  if (known !== undefined) return known;
  const id = define(table, nothingMade(), slots.result, { place, kind: "capture", name });
  globals.set(key, id);
  captures.push(id);
  return id;
}

/** A name of the module, of another module, or a built-in one: one value for each. */
export function globalValue(evaluation: Evaluation, node: SyntaxNode, name: string): ValueId {
  const { table, globals } = evaluation;
  const constant = constantOfGlobal(node, name);
  const key = constant === undefined ? name : `${name} ${JSON.stringify(constant)}`;
  const known = globals.get(key);
  if (known !== undefined) return known;
  const { place } = entryOf(table, node);
  const id = define(table, nothingMade(), slots.result, { place, kind: "global", name }, { constant });
  globals.set(key, id);
  return id;
}

function constantOfGlobal(node: SyntaxNode, name: string): ConstantValue | undefined {
  // False whenever the program runs.
  if (name === "typing.TYPE_CHECKING" || name === "typing_extensions.TYPE_CHECKING") return truthConstant(false);
  return node.kind === "Name" && node.constant !== undefined ? constantOfLiteral(node.constant) : undefined;
}

/** A variable gets a value. */
export function bindSlot(evaluation: Evaluation, slot: number, value: ValueId, node: SyntaxNode): void {
  const { state, table, assignments, watched } = evaluation;
  const object = rootOf(table, value);
  state.variables[slot] = object;
  if (object !== value && !state.versions.has(object)) state.versions.set(object, value);
  if (!watched.has(slot)) return;
  let known = assignments.get(slot);
  if (known === undefined) assignments.set(slot, (known = new Map<SyntaxNode, ValueId>()));
  known.set(node, value);
}

/** Sets the values of parameters and of variables that are somebody else's, as the body begins. */
export function bindEntry(evaluation: Evaluation): void {
  const { code, scope, state, table } = evaluation;
  const entry = code.definition === undefined ? undefined : entryOf(table, code.definition);
  const place: CodePlace = entry?.place ?? { unit: 0, start: 0, end: 0 };
  for (const name of scope.nonlocals) {
    const slot = scope.slots.get(name);
    if (slot !== undefined) state.variables[slot] = captureValue(evaluation, name, { place });
  }
  for (const name of scope.globals) {
    const slot = scope.slots.get(name);
    if (slot === undefined) continue;
    const made = entry ?? nothingMade();
    const known = evaluation.globals.get(name);
    const id = known ?? define(table, made, numberedSlot(slots.inner, slot), { place, kind: "global", name });
    evaluation.globals.set(name, id);
    state.variables[slot] = id;
  }
}
