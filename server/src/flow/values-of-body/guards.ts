/** What a test says of values: new versions of the objects that the tested value is made of. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { Guard, ValueId } from "../value-graph.js";
import { truthOf } from "./constant-values.js";
import { factsOfMerge, numberedSlot, present, slots, type Evaluation } from "./evaluation.js";
import { define, entryOf, rootOf, withoutGuards } from "./value-table.js";
import { restrictToWays } from "./correlated.js";
import { compareConstants } from "./operators.js";
import { oppositeOf, withoutOpposites } from "./versions.js";

/** How many steps lie at most between a variable and the tested value that is made of it. */
const maximumSteps = 4;

/** Atomic tests of one test; more say nothing. */
const maximumTests = 32;

interface Guarding {
  readonly evaluation: Evaluation;
  /** Where the test stands. */
  readonly node: SyntaxNode;
  /** What the test comes to on the side that is meant. */
  readonly side: boolean;
  /** Tests so far. */
  count: number;
}

/** Notes for what follows that `subject operator other` holds; `side`: whether it is what the test at `node` asks for. */
export function applyComparison(
  evaluation: Evaluation,
  node: SyntaxNode,
  subject: ValueId,
  test: { readonly operator: string; readonly other: ValueId },
  side: boolean,
): void {
  guard({ evaluation, node, side, count: 0 }, subject, { kind: "compare", ...test });
}

/** Notes for what follows that the value of the test at `node` is true, or false. */
export function applyTest(evaluation: Evaluation, node: SyntaxNode, test: ValueId, outcome: boolean): void {
  split({ evaluation, node, side: outcome, count: 0 }, test, outcome, 0);
}

function split(guarding: Guarding, test: ValueId, outcome: boolean, depth: number): void {
  const { table } = guarding.evaluation;
  const id = withoutGuards(table, test);
  const value = table.values[id];
  if (depth > 20 || value === undefined) return;
  if (value.kind === "derived" && value.operator === "not" && value.from[0] !== undefined) {
    split(guarding, value.from[0], !outcome, depth + 1);
    return;
  }
  const parts = table.tests.get(id);
  if (parts === undefined) {
    const inner = value.kind === "call" ? argumentOfBool(guarding.evaluation, value.call) : undefined;
    if (inner !== undefined) {
      split(guarding, inner, outcome, depth + 1);
      return;
    }
    // What a call says of what went in is told by the call itself.
    if (value.kind === "call") guardCall(guarding, value.call, outcome);
    guard(guarding, test, { kind: "truth", outcome }, value.kind === "call" ? 0 : maximumSteps);
    if (value.kind === "merge") restrictToWays(guarding, id, (constant) => truthOf(constant) === outcome);
    return;
  }
  if (parts.kind === "compare") {
    compare(guarding, parts.operators, parts.operands, outcome);
    return;
  }
  const open = parts.operands.filter((operand) => {
    const constant = table.constants[operand];
    return constant === undefined || truthOf(constant) !== (parts.kind === "and");
  });
  const isDecided = (parts.kind === "and") === outcome;
  if (isDecided || open.length === 1) for (const operand of open) split(guarding, operand, outcome, depth + 1);
  else if (open.length <= maximumAlternatives) splitAlternatives(guarding, open, outcome, depth + 1);
}

/** Operands of one `or`; more say nothing. */
const maximumAlternatives = 6;

/** `a or b` is true because `a` is, or because `b` is and `a` is not. What holds in each of the cases is merged. */
function splitAlternatives(guarding: Guarding, operands: readonly ValueId[], outcome: boolean, depth: number): void {
  const { evaluation, node, side } = guarding;
  const { table, state } = evaluation;
  const cases: ReadonlyMap<ValueId, ValueId>[] = [];
  const changed = new Set<ValueId>();
  for (const index of operands.keys()) {
    evaluation.state = { ...state, versions: new Map(state.versions) };
    operands.slice(0, index + 1).forEach((operand, at) => {
      split(guarding, operand, at === index ? outcome : !outcome, depth);
    });
    for (const [object, version] of evaluation.state.versions)
      if (state.versions.get(object) !== version) changed.add(object);
    cases.push(evaluation.state.versions);
  }
  evaluation.state = state;
  const entry = entryOf(table, node);
  const ordinal = guarding.count++ * 2 + Number(side);
  for (const object of changed) {
    const versions = [...new Set(cases.map((each) => each.get(object) ?? object))];
    const needed = withoutOpposites(table, versions);
    const [only] = needed;
    if (needed.length === 1 && only !== undefined) {
      if (only === object) state.versions.delete(object);
      else state.versions.set(object, only);
      continue;
    }
    const slot = numberedSlot(slots.guard, ordinal * 2 ** 20 + object);
    const merge = define(
      table,
      entry,
      slot,
      { place: entry.place, kind: "merge", from: needed },
      { ...factsOfMerge(table, needed), root: object },
    );
    table.outcomes.set(merge, side);
    state.versions.set(object, merge);
  }
}

/** `bool(x)` is true if `x` is. */
function argumentOfBool({ table }: Evaluation, call: number): ValueId | undefined {
  const site = table.calls[call];
  const callee = site === undefined ? undefined : table.values[site.callee];
  const isBool = callee?.kind === "global" && callee.name === "bool" && site?.arguments.length === 1;
  return isBool ? site.arguments[0]?.value : undefined;
}

function compare(
  guarding: Guarding,
  operators: readonly string[],
  operands: readonly ValueId[],
  outcome: boolean,
): void {
  // A chain is false because one of its comparisons is.
  if (!outcome && operators.length > 1) return;
  operators.forEach((written, index) => {
    const left = operands[index];
    const right = operands[index + 1];
    const operator = outcome ? written : oppositeOf(written);
    if (left === undefined || right === undefined) return;
    const asTruth = truthOfComparison(guarding.evaluation, operator, right);
    const value = guarding.evaluation.table.values[withoutGuards(guarding.evaluation.table, left)];
    if (asTruth !== undefined && value?.kind === "call") guardCall(guarding, value.call, asTruth);
    guard(guarding, left, { kind: "compare", operator, other: right });
    guard(guarding, right, { kind: "compared-with", operator, other: left });
    const constant = guarding.evaluation.table.constants[right];
    if (constant !== undefined)
      restrictToWays(guarding, left, (member) => compareConstants(operator, member, constant));
  });
}

/** `f(x) is None` says that its result is false, `f(x) == True` that it is true. */
function truthOfComparison({ table }: Evaluation, operator: string, other: ValueId): boolean | undefined {
  const constant = table.constants[other];
  if (constant?.type !== "None" && constant?.type !== "bool") return undefined;
  if (operator === "is" || operator === "==") return truthOf(constant);
  if (operator === "is not" || operator === "!=") return !truthOf(constant);
  return undefined;
}

function guardCall(guarding: Guarding, call: number, outcome: boolean): void {
  const site = guarding.evaluation.table.calls[call];
  if (site === undefined) return;
  const test = { kind: "call", call, outcome } as const;
  if (site.method !== undefined) guard(guarding, site.method.object, test);
  for (const { value } of site.arguments) guard(guarding, value, test);
}

/** Guards the objects that `subject` is made of. */
function guard(guarding: Guarding, subject: ValueId, test: Guard["test"], steps: number = maximumSteps): void {
  if (guarding.count >= maximumTests) return;
  const ordinal = guarding.count++ * 2 + Number(guarding.side);
  const { evaluation, node } = guarding;
  const { table, state } = evaluation;
  const entry = entryOf(table, node);
  const objects = objectsIn(evaluation, subject, steps);
  if (test.kind === "call" && isClassTest(evaluation, test.call)) addMadeOf(evaluation, subject, objects);
  for (const [object, version] of objects) {
    const before = present(evaluation, object);
    if (untested(evaluation, before) !== untested(evaluation, version)) continue;
    const shape = table.shapes[before];
    const guarded = define(
      table,
      entry,
      numberedSlot(slots.guard, ordinal * 2 ** 20 + object),
      { place: entry.place, kind: "guarded", value: before, guard: { subject, test } },
      { root: object, shape, constant: table.constants[before] },
    );
    table.outcomes.set(guarded, guarding.side);
    state.versions.set(object, guarded);
  }
}

/** `isinstance(value, C)` */
function isClassTest({ table }: Evaluation, call: number): boolean {
  const callee = table.values[table.calls[call]?.callee ?? -1];
  return callee?.kind === "global" && callee.name === "isinstance";
}

/** Adds what variables hold that a method of the object has made of it alone, as `text.strip()`: of text of a class it is text of that class. */
function addMadeOf(evaluation: Evaluation, subject: ValueId, objects: Map<ValueId, ValueId>): void {
  const { table, state } = evaluation;
  const tested = rootOf(table, subject);
  for (const object of state.variables) {
    const value = table.values[object];
    const site = value?.kind === "call" ? table.calls[value.call] : undefined;
    if (site?.method === undefined || objects.has(object) || rootOf(table, site.method.object) !== tested) continue;
    if (site.arguments.every((argument) => table.constants[argument.value] !== undefined))
      objects.set(object, present(evaluation, object));
  }
}

/** How many versions are looked at to find the one before tests. */
const maximumVersions = 40;

/** The version of an object before it was tested: calls may take it as an argument to do so, and ways may come together again. */
function untested({ table }: Evaluation, id: ValueId): ValueId {
  const open = new Set([id]);
  let base: ValueId | undefined;
  for (const at of open) {
    const value = table.values[at];
    if (open.size > maximumVersions) return id;
    if (value?.kind === "guarded") open.add(value.value);
    else if (value?.kind === "after-call") open.add(value.object);
    else if (value?.kind === "merge" && rootOf(table, at) !== at) for (const from of value.from) open.add(from);
    else if (base === undefined) base = at;
    else if (base !== at) return id;
  }
  return base ?? id;
}

/** The objects that a value is made of and that code can name, each with the version that went in. */
function objectsIn(evaluation: Evaluation, subject: ValueId, maximum: number): Map<ValueId, ValueId> {
  const found = new Map<ValueId, ValueId>();
  const { table } = evaluation;
  const visit = (id: ValueId, steps: number): void => {
    const root = rootOf(table, id);
    if (found.has(root) || found.size >= 8) return;
    if (isNamed(evaluation, root)) found.set(root, id);
    const value = table.values[root];
    if (steps === 0 || value === undefined) return;
    switch (value.kind) {
      case "field":
        visit(value.object, steps - 1);
        return;
      case "element":
        visit(value.object, steps - 1);
        if (value.key !== undefined) visit(value.key, steps - 1);
        return;
      case "call": {
        const site = table.calls[value.call];
        if (site?.method !== undefined) visit(site.method.object, steps - 1);
        for (const argument of site?.arguments ?? []) visit(argument.value, steps - 1);
        return;
      }
      case "derived":
        for (const from of value.from) visit(from, steps - 1);
        return;
      case "container":
        for (const element of value.elements.slice(0, 4)) visit(element.value, steps - 1);
        return;
      default:
    }
  };
  visit(subject, maximum);
  return found;
}

/** Whether a variable holds the object, or it is a field or element. */
function isNamed({ table, state, named }: Evaluation, object: ValueId): boolean {
  const value = table.values[object];
  switch (value?.kind) {
    case "parameter":
    case "capture":
      return true;
    case "field":
    case "element":
      return named.has(object) || state.variables.includes(object);
    case "constant":
    case "global":
    case "function":
    case "unknown":
    case undefined:
      return false;
    default:
      return state.variables.includes(object);
  }
}
