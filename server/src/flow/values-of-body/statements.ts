/** What the elements of a control-flow graph do: simple statements, and the nodes that bind something. */
import type { SyntaxKind, SyntaxNode } from "../../syntax/node.js";
import { anyElement, type ValueId } from "../value-graph.js";
import { namesOfImport } from "./bindings.js";
import { bindTarget } from "./bind.js";
import { truthOf } from "./constant-values.js";
import { functionValue } from "./definitions.js";
import { defineContainer, type ContainerDraft } from "./displays.js";
import { dottedNameIn } from "./dotted-names.js";
import { combine } from "./evaluate-operators.js";
import { evaluateElement } from "./evaluate.js";
import {
  mergeOf,
  changedEntries,
  childAt,
  defineAt,
  evaluate,
  present,
  recall,
  slots,
  unbound,
  type Evaluation,
} from "./evaluation.js";
import { applyTest } from "./guards.js";
import { bindItem } from "./iterate.js";
import { elementPart, setVersion, storePart } from "./objects.js";
import { bindPattern } from "./patterns.js";
import { entryOf, rootOf } from "./value-table.js";
import { bindSlot, globalValue, slotOf } from "./variables.js";

/** Runs one element. */
export function runElement(evaluation: Evaluation, node: SyntaxNode): void {
  switch (node.kind) {
    case "ExpressionStatement":
      evaluate(evaluation, childAt(evaluation, node, 0));
      return;
    case "Assign":
      assign(evaluation, node);
      return;
    case "AnnotatedAssign":
      if (childAt(evaluation, node, 2).kind !== "Absent")
        bindTarget(evaluation, childAt(evaluation, node, 0), evaluate(evaluation, childAt(evaluation, node, 2)));
      return;
    case "AugmentedAssign":
      augment(evaluation, node);
      return;
    case "Return":
      noteReturn(evaluation, node, evaluate(evaluation, childAt(evaluation, node, 0)));
      return;
    case "Raise":
      raise(evaluation, node);
      return;
    case "Assert":
      runAssert(evaluation, node);
      return;
    case "Delete":
      for (const target of node.children) remove(evaluation, target);
      return;
    case "For":
    case "ForClause":
      bindItem(
        evaluation,
        node,
        childAt(evaluation, node, 0),
        present(evaluation, valueOf(evaluation, childAt(evaluation, node, 1))),
      );
      return;
    case "WithItem":
      enter(evaluation, node);
      return;
    default:
      runRare(evaluation, node);
  }
}

function runRare(evaluation: Evaluation, node: SyntaxNode): void {
  switch (node.kind) {
    case "Except":
      catchException(evaluation, node);
      return;
    case "Case": {
      const subject = evaluation.scope.subjects.get(node);
      if (subject !== undefined)
        bindPattern(evaluation, childAt(evaluation, node, 0), present(evaluation, valueOf(evaluation, subject)));
      return;
    }
    case "FunctionDef":
      for (const decorator of childAt(evaluation, node, 0).children) evaluate(evaluation, decorator);
      for (const parameter of childAt(evaluation, node, 2).children) evaluateDefault(evaluation, parameter);
      bindTarget(evaluation, childAt(evaluation, node, 1), functionValue(evaluation, node));
      return;
    case "ClassDef":
      defineClass(evaluation, node);
      return;
    case "Import":
    case "ImportFrom":
      for (const [name, dotted] of namesOfImport(node)) importName(evaluation, node, name, dotted);
      return;
    default:
      if (!idle.has(node.kind)) runExpression(evaluation, node);
  }
}

/** What does nothing to values. */
const idle: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "Pass",
  "Break",
  "Continue",
  "Global",
  "Nonlocal",
  "TypeAlias",
  "Absent",
]);

/** A test, an iterable, an operand of its own, or the body of a lambda. */
function runExpression(evaluation: Evaluation, node: SyntaxNode): void {
  const value = evaluateElement(evaluation, node);
  const { code } = evaluation;
  if (code.definition?.kind === "Lambda" && code.statements[0] === node) noteReturn(evaluation, node, value);
}

function noteReturn(evaluation: Evaluation, node: SyntaxNode, value: ValueId): void {
  evaluation.returns.set(node, { value, entries: changedEntries(evaluation, evaluation.state) });
}

/** What an expression was evaluated to as an element. */
function valueOf(evaluation: Evaluation, node: SyntaxNode): ValueId {
  return entryOf(evaluation.table, node).result ?? evaluate(evaluation, node);
}

function assign(evaluation: Evaluation, node: SyntaxNode): void {
  const targets: SyntaxNode[] = [];
  let value = node;
  for (; value.kind === "Assign"; value = childAt(evaluation, value, 1)) targets.push(childAt(evaluation, value, 0));
  const [only] = targets;
  if (targets.length === 1 && only?.kind === "Tuple" && assignPairs(evaluation, only, value)) return;
  const assigned = evaluate(evaluation, value);
  for (const target of targets) bindTarget(evaluation, target, present(evaluation, assigned));
}

/** `a, b = x, y` */
function assignPairs(evaluation: Evaluation, target: SyntaxNode, value: SyntaxNode): boolean {
  if (value.kind !== "Tuple" || value.children.length !== target.children.length) return false;
  if ([...target.children, ...value.children].some(({ kind }) => kind === "Starred")) return false;
  if (evaluation.graph.separate.has(value)) return false;
  const values = value.children.map((child) => evaluate(evaluation, child));
  target.children.forEach((child, index) => {
    const assigned = values[index];
    if (assigned !== undefined) bindTarget(evaluation, child, assigned);
  });
  return true;
}

function augment(evaluation: Evaluation, node: SyntaxNode): void {
  const target = childAt(evaluation, node, 0);
  const before = evaluate(evaluation, target);
  const value = evaluate(evaluation, childAt(evaluation, node, 1));
  bindTarget(evaluation, target, combine(evaluation, node, node.value.slice(0, -1), before, value), recall);
}

function runAssert(evaluation: Evaluation, node: SyntaxNode): void {
  const test = evaluate(evaluation, childAt(evaluation, node, 0));
  if (childAt(evaluation, node, 1).kind !== "Absent") evaluate(evaluation, childAt(evaluation, node, 1));
  const constant = evaluation.table.constants[test];
  if (constant !== undefined && !truthOf(constant)) evaluation.ended = true;
  applyTest(evaluation, node, test, true);
}

function remove(evaluation: Evaluation, target: SyntaxNode): void {
  const { table, state } = evaluation;
  if (target.kind === "Tuple" || target.kind === "List") for (const child of target.children) remove(evaluation, child);
  const slot = target.kind === "Name" ? slotOf(evaluation, target) : undefined;
  if (slot !== undefined) state.variables[slot] = unbound;
  if (target.kind !== "Subscript" || target.children[1] === undefined || target.children[1].kind === "Slice") return;
  const object = evaluate(evaluation, childAt(evaluation, target, 0));
  const { part } = elementPart(evaluation, object, evaluate(evaluation, target.children[1]));
  const shape = table.shapes[object];
  if (shape === undefined) return;
  const isKnown = shape.isExact && shape.parts.has(part) && (shape.type === "dict" || shape.type === "list");
  if (!isKnown) {
    if (shape.type !== "dict" && part !== anyElement) weakenList(evaluation, target, object);
    return;
  }
  const rest = [...shape.parts].filter(([key]) => key !== part);
  const draft: ContainerDraft = { type: shape.type, elements: [], isExact: true };
  for (const [key, value] of rest) {
    if (value === undefined) return;
    draft.elements.push({ part: shape.type === "dict" ? key : `[${draft.elements.length}]`, value });
  }
  const root = rootOf(table, object);
  setVersion(
    evaluation,
    entryOf(table, target),
    root,
    defineContainer(evaluation, target, slots.container, draft, root),
  );
}

/** The elements behind a removed one move up. */
function weakenList(evaluation: Evaluation, target: SyntaxNode, object: ValueId): void {
  const element = defineAt(evaluation, target, slots.fallback, {
    place: entryOf(evaluation.table, target).place,
    kind: "element",
    object,
    part: anyElement,
    key: undefined,
  });
  storePart(evaluation, target, object, { part: anyElement, key: undefined }, element);
}

/** `with expression as target` */
function enter(evaluation: Evaluation, node: SyntaxNode): void {
  const { table } = evaluation;
  const value = evaluate(evaluation, childAt(evaluation, node, 0));
  const made = table.values[value];
  const site = made?.kind === "call" ? table.calls[made.call] : undefined;
  if (made?.kind === "call" && site !== undefined) table.calls[made.call] = { ...site, isEntered: true };
  if (childAt(evaluation, node, 1).kind !== "Absent") bindTarget(evaluation, childAt(evaluation, node, 1), value);
}

function catchException(evaluation: Evaluation, node: SyntaxNode): void {
  const [type, name] = node.children;
  if (type === undefined || name === undefined) return;
  const types = type.kind === "Tuple" ? type.children : [type];
  const caught = types.map((each) =>
    each.kind === "Absent" ? "" : (dottedNameIn(evaluation.table, evaluate(evaluation, each)) ?? ""),
  );
  const { state, scope, table } = evaluation;
  const raised = state.variables[scope.slotCount] ?? unbound;
  state.variables[scope.slotCount] = unbound;
  if (name.kind === "Absent") return;
  const entry = entryOf(table, name);
  const unknown = defineAt(evaluation, name, slots.result, { place: entry.place, kind: "unknown", caught });
  const known = raised === unbound ? [unknown] : [unknown, present(evaluation, raised)];
  bindTarget(evaluation, name, mergeOf(evaluation, entry, slots.merge, known));
}

/** What is raised goes to the handlers in a variable of its own. */
function raise(evaluation: Evaluation, node: SyntaxNode): void {
  const [exception, cause] = node.children;
  if (exception !== undefined && exception.kind !== "Absent")
    bindSlot(evaluation, evaluation.scope.slotCount, evaluate(evaluation, exception), node);
  if (cause !== undefined && cause.kind !== "Absent") evaluate(evaluation, cause);
  evaluation.ended = true;
}

function evaluateDefault(evaluation: Evaluation, parameter: SyntaxNode): void {
  const fallback = parameter.children[2];
  if (fallback !== undefined && fallback.kind !== "Absent") evaluate(evaluation, fallback);
}

function importName(evaluation: Evaluation, node: SyntaxNode, name: string, dotted: string): void {
  const slot = evaluation.scope.slots.get(evaluation.classKey === "" ? name : `${evaluation.classKey}.${name}`);
  if (slot !== undefined) bindSlot(evaluation, slot, globalValue(evaluation, node, dotted), node);
}

/** The body of a class that stands inside of a statement or function is gone through from top to bottom. */
function defineClass(evaluation: Evaluation, node: SyntaxNode): void {
  const [decorators, name, bases, body] = node.children;
  for (const child of [...(decorators?.children ?? []), ...(bases?.children ?? [])]) evaluate(evaluation, child);
  if (name !== undefined) bindTarget(evaluation, name, functionValue(evaluation, node));
  const before = evaluation.classKey;
  evaluation.classKey = evaluation.scope.keys.get(node) ?? "";
  for (const [variable, slot] of evaluation.scope.slots)
    if (variable.startsWith(`${evaluation.classKey}.`)) evaluation.state.variables[slot] = unbound;
  for (const statement of body?.children ?? []) runInClass(evaluation, statement);
  evaluation.classKey = before;
}

function runInClass(evaluation: Evaluation, statement: SyntaxNode): void {
  switch (statement.kind) {
    case "If":
    case "While":
    case "For":
    case "Try":
    case "With":
    case "Match":
    case "Block":
    case "Else":
    case "Finally":
    case "Except":
      for (const child of statement.children) runInClass(evaluation, child);
      return;
    case "Return":
    case "Raise":
    case "Case":
    case "Identifier":
      return;
    default:
      runElement(evaluation, statement);
  }
}
