/** Evaluates expressions: one case for each kind of node. */
import type { SyntaxNode } from "../../syntax/node.js";
import { anyElement, type ConstantValue, type ValueId } from "../value-graph.js";
import { evaluateCall } from "./calls.js";
import { constantOfLiteral, truthOf } from "./constant-values.js";
import { bindTarget } from "./bind.js";
import { functionValue } from "./definitions.js";
import { evaluateDisplay } from "./displays.js";
import { childAt, defineAt, evaluate, mergeOf, slots, type Evaluation } from "./evaluation.js";
import { applyTest } from "./guards.js";
import { evaluateBinary, evaluateCompare, evaluateFormat, evaluateUnary } from "./evaluate-operators.js";
import { noteMarked } from "./marked-places.js";
import { elementPart, fieldPart, readPart } from "./objects.js";
import { evaluateSlice } from "./slices.js";
import { entryOf, madeIn, rootOf } from "./value-table.js";
import { readName } from "./variables.js";

/** The value of an expression. What has been evaluated as an element of its own is not evaluated again. */
export function evaluateNode(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const entry = entryOf(evaluation.table, node);
  if (evaluation.graph.separate.has(node) && entry.result !== undefined) return entry.result;
  const result = evaluateFresh(evaluation, node);
  entry.result = result;
  return result;
}

/** The value of an expression that is an element. */
export function evaluateElement(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const result = evaluateFresh(evaluation, node);
  entryOf(evaluation.table, node).result = result;
  return result;
}

function evaluateFresh(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const value = evaluateKind(evaluation, node);
  return evaluation.marked === undefined ? value : noteMarked(evaluation, evaluation.marked, node, value);
}

function evaluateKind(evaluation: Evaluation, node: SyntaxNode): ValueId {
  switch (node.kind) {
    case "Name":
      return readName(evaluation, node);
    case "String":
    case "Bytes":
    case "Number":
    case "Constant":
    case "Ellipsis":
      return constantAt(evaluation, node, constantOfLiteral(node));
    case "Attribute":
      return named(
        evaluation,
        readPart(evaluation, node, evaluate(evaluation, childAt(evaluation, node, 0)), fieldPart(node.value)),
      );
    case "Subscript":
      return named(evaluation, evaluateSubscript(evaluation, node));
    case "Call":
      return evaluateCall(evaluation, node);
    case "FormatString":
    case "Concatenated":
      return evaluateFormat(evaluation, node);
    case "Binary":
      return evaluateBinary(evaluation, node);
    case "Unary":
      return evaluateUnary(evaluation, node);
    case "Compare":
      return evaluateCompare(evaluation, node);
    case "Boolean":
      return evaluateBoolean(evaluation, node);
    case "Conditional":
      return evaluateConditional(evaluation, node);
    case "Lambda":
      return functionValue(evaluation, node);
    case "Await":
      return evaluate(evaluation, childAt(evaluation, node, 0));
    default:
      return evaluateRare(evaluation, node);
  }
}

/** Notes that code can name the object. */
function named(evaluation: Evaluation, value: ValueId): ValueId {
  evaluation.named.add(rootOf(evaluation.table, value));
  return value;
}

function evaluateRare(evaluation: Evaluation, node: SyntaxNode): ValueId {
  switch (node.kind) {
    case "List":
    case "Tuple":
    case "Set":
    case "Dict":
    case "ListComprehension":
    case "SetComprehension":
    case "DictComprehension":
    case "Generator":
      return evaluateDisplay(evaluation, node);
    case "NamedExpression": {
      const value = evaluate(evaluation, childAt(evaluation, node, 1));
      bindTarget(evaluation, childAt(evaluation, node, 0), value);
      return value;
    }
    case "Yield": {
      const value = node.children[0];
      if (value !== undefined) evaluation.yields.set(node, evaluate(evaluation, value));
      return unknownAt(evaluation, node);
    }
    case "YieldFrom": {
      const value = evaluate(evaluation, childAt(evaluation, node, 0));
      evaluation.yields.set(node, readPart(evaluation, node, value, { part: anyElement, key: undefined }));
      return unknownAt(evaluation, node);
    }
    case "Absent":
      return constantAt(evaluation, node, { type: "None" });
    case "Starred":
    case "DoubleStarred":
    case "Keyword":
      return evaluate(evaluation, childAt(evaluation, node, 0));
    default:
      return evaluateOther(evaluation, node);
  }
}

/** Code that is not understood is made of what stands in it. */
function evaluateOther(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const from = node.children.map((child) => evaluate(evaluation, child));
  const { place } = entryOf(evaluation.table, node);
  return from.length === 0
    ? unknownAt(evaluation, node)
    : defineAt(evaluation, node, slots.result, { place, kind: "derived", operator: "other", from });
}

function constantAt(evaluation: Evaluation, node: SyntaxNode, constant: ConstantValue | undefined): ValueId {
  const { place } = entryOf(evaluation.table, node);
  return defineAt(evaluation, node, slots.result, { place, kind: "constant" }, { constant });
}

function unknownAt(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const { place } = entryOf(evaluation.table, node);
  return defineAt(evaluation, node, slots.result, { place, kind: "unknown" });
}

function evaluateSubscript(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const object = evaluate(evaluation, childAt(evaluation, node, 0));
  const [, index, ...others] = node.children;
  if (index === undefined) return unknownAt(evaluation, node);
  if (index.kind === "Slice") return evaluateSlice(evaluation, node, object, index);
  const key = evaluate(evaluation, index);
  for (const other of others) evaluate(evaluation, other);
  return readElement(evaluation, node, object, key, others.length > 0);
}

/** `object[key]` */
function readElement(
  evaluation: Evaluation,
  node: SyntaxNode,
  object: ValueId,
  key: ValueId,
  isMany: boolean,
): ValueId {
  const { table } = evaluation;
  const text = table.constants[object];
  if (text?.type === "str") {
    const index = table.constants[key];
    const character = index?.type === "int" ? Array.from(text.text).at(index.number) : undefined;
    if (character !== undefined) return textAt(evaluation, node, object, character);
  }
  const part = isMany ? { part: anyElement, key: undefined } : elementPart(evaluation, object, key);
  return readPart(evaluation, node, object, part);
}

/** Text that is known, although it is taken out of another. */
export function textAt(evaluation: Evaluation, node: SyntaxNode, from: ValueId, text: string): ValueId {
  const { place } = entryOf(evaluation.table, node);
  const constant: ConstantValue = { type: "str", text };
  return defineAt(
    evaluation,
    node,
    slots.result,
    { place, kind: "derived", operator: "slice", from: [from] },
    { constant },
  );
}

/** `a and b`, `a or b`: one of the operands; those behind one that decides do not count. */
function evaluateBoolean(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const { table, graph } = evaluation;
  const operands: ValueId[] = [];
  const results: ValueId[] = [];
  const isAnd = node.value === "and";
  const last = node.children.length - 1;
  for (const [index, child] of node.children.entries()) {
    // An operand of its own that control never came to.
    if (graph.separate.has(child) && entryOf(table, child).result === undefined) break;
    const operand = evaluate(evaluation, child);
    operands.push(operand);
    const constant = table.constants[operand];
    const decides = constant !== undefined && truthOf(constant) !== isAnd;
    if (decides || constant === undefined || index === last) results.push(operand);
    if (decides) break;
  }
  const [only] = results;
  const entry = entryOf(table, node);
  const isAlone = results.length === 1 && operands.length === 1;
  if (isAlone && only !== undefined && madeIn(entry, slots.result) === undefined) return only;
  const { place } = entry;
  const constant = results.length === 1 && only !== undefined ? table.constants[only] : undefined;
  const id = defineAt(
    evaluation,
    node,
    slots.result,
    { place, kind: "merge", from: [...new Set(results)], test: isAnd ? "and" : "or" },
    { constant },
  );
  table.tests.set(id, { kind: isAnd ? "and" : "or", operands });
  return id;
}

function evaluateConditional(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const [body, test, otherwise] = node.children;
  const { table, graph } = evaluation;
  if (body === undefined || test === undefined || otherwise === undefined) return unknownAt(evaluation, node);
  const entry = entryOf(table, node);
  const tested = evaluate(evaluation, test);
  const constant = table.constants[tested];
  const outcome = constant === undefined ? undefined : truthOf(constant);
  const values: ValueId[] = [];
  for (const [branch, isBody] of [
    [body, true],
    [otherwise, false],
  ] as const) {
    if (outcome !== undefined && outcome !== isBody) continue;
    if (graph.separate.has(branch)) {
      const { result } = entryOf(table, branch);
      if (result !== undefined) values.push(result);
      continue;
    }
    const before = evaluation.state;
    evaluation.state = { ...before, versions: new Map(before.versions) };
    applyTest(evaluation, isBody ? test : otherwise, tested, isBody);
    values.push(evaluate(evaluation, branch));
    evaluation.state = before;
  }
  return values.length === 0 ? unknownAt(evaluation, node) : mergeOf(evaluation, entry, slots.merge, values);
}
