/** Operators and formatted strings as values. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { ConstantValue, ValueId } from "../value-graph.js";
import { isRaw, textConstant, truthConstant, unescapeText } from "./constant-values.js";
import { addSpread, defineContainer, type ContainerDraft } from "./displays.js";
import { childAt, defineAt, evaluate, evaluatePart, slots, type Evaluation } from "./evaluation.js";
import { binaryConstant, compareConstants, unaryConstant } from "./operators.js";
import { formatConstant, formatWithPercent } from "./text-formats.js";
import { entryOf } from "./value-table.js";

export function evaluateBinary(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const left = evaluate(evaluation, childAt(evaluation, node, 0));
  const right = evaluate(evaluation, childAt(evaluation, node, 1));
  return combine(evaluation, node, node.value, left, right);
}

/** `left operator right`, at a node. */
export function combine(
  evaluation: Evaluation,
  node: SyntaxNode,
  operator: string,
  left: ValueId,
  right: ValueId,
): ValueId {
  const { table } = evaluation;
  const { place } = entryOf(table, node);
  const joined = operator === "+" || operator === "|" ? joinContainers(evaluation, node, left, right) : undefined;
  if (joined !== undefined) return joined;
  const a = table.constants[left];
  const b = table.constants[right];
  let constant: ConstantValue | undefined;
  if (a !== undefined && b !== undefined) constant = binaryConstant(operator, a, b);
  else if (operator === "%" && a?.type === "str") constant = formatTuple(evaluation, a.text, right);
  return defineAt(
    evaluation,
    node,
    slots.result,
    { place, kind: "derived", operator, from: [left, right] },
    { constant },
  );
}

/** `"%s %s" % (a, b)` */
function formatTuple({ table }: Evaluation, format: string, values: ValueId): ConstantValue | undefined {
  const shape = table.shapes[values];
  if (shape?.isExact !== true || shape.type !== "tuple") return undefined;
  const constants: ConstantValue[] = [];
  for (const value of shape.parts.values()) {
    const constant = value === undefined ? undefined : table.constants[value];
    if (constant === undefined) return undefined;
    constants.push(constant);
  }
  const text = formatWithPercent(format, constants);
  return text === undefined ? undefined : textConstant(text);
}

/** A list of what is in two lists; a dictionary of what is in two. */
function joinContainers(evaluation: Evaluation, node: SyntaxNode, left: ValueId, right: ValueId): ValueId | undefined {
  const { table } = evaluation;
  const shape = table.shapes[left];
  const other = table.shapes[right];
  if (shape === undefined || shape.type !== other?.type) return undefined;
  const draft: ContainerDraft = { type: shape.type, elements: [], isExact: true };
  addSpread(evaluation, childAt(evaluation, node, 0), draft, left);
  addSpread(evaluation, node.children[1] ?? node, draft, right);
  return defineContainer(evaluation, node, slots.container, draft);
}

export function evaluateUnary(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const operand = evaluate(evaluation, childAt(evaluation, node, 0));
  const known = evaluation.table.constants[operand];
  const { place } = entryOf(evaluation.table, node);
  const constant = known === undefined ? undefined : unaryConstant(node.value, known);
  return defineAt(
    evaluation,
    node,
    slots.result,
    { place, kind: "derived", operator: node.value, from: [operand] },
    { constant },
  );
}

export function evaluateCompare(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const { table } = evaluation;
  const operands = node.children.map((child) => evaluate(evaluation, child));
  const operators = node.value.split(",");
  const { place } = entryOf(table, node);
  const id = defineAt(
    evaluation,
    node,
    slots.result,
    { place, kind: "derived", operator: "compare", from: operands, operators },
    { constant: comparisonOf(evaluation, operators, operands) },
  );
  table.tests.set(id, { kind: "compare", operators, operands });
  return id;
}

function comparisonOf(
  evaluation: Evaluation,
  operators: readonly string[],
  operands: readonly ValueId[],
): ConstantValue | undefined {
  let isKnown = true;
  for (const [index, operator] of operators.entries()) {
    const left = operands[index];
    const right = operands[index + 1];
    const holds = left === undefined || right === undefined ? undefined : compare(evaluation, operator, left, right);
    if (holds === false) return truthConstant(false);
    isKnown &&= holds !== undefined;
  }
  return isKnown ? truthConstant(true) : undefined;
}

function compare({ table }: Evaluation, operator: string, left: ValueId, right: ValueId): boolean | undefined {
  const a = table.constants[left];
  const b = table.constants[right];
  if (a !== undefined && b !== undefined) return compareConstants(operator, a, b);
  if (operator === "in" || operator === "not in") return isIn({ table }, left, right, operator === "in");
  if (b?.type === "None" && (operator === "is" || operator === "is not"))
    return isNeverNone({ table }, left) ? operator === "is not" : undefined;
  return undefined;
}

/** Whether a constant is among the elements, or keys, of a container that is known. */
function isIn(
  { table }: Pick<Evaluation, "table">,
  left: ValueId,
  right: ValueId,
  outcome: boolean,
): boolean | undefined {
  const constant = table.constants[left];
  const shape = table.shapes[right];
  if (constant === undefined || shape?.isExact !== true) return undefined;
  if (shape.type === "dict") {
    if (constant.type !== "str") return undefined;
    return shape.parts.has(`[${JSON.stringify(constant.text)}]`) === outcome;
  }
  let isKnown = true;
  for (const value of shape.parts.values()) {
    const element = value === undefined ? undefined : table.constants[value];
    if (element === undefined) isKnown = false;
    else if (compareConstants("==", constant, element) === true) return outcome;
  }
  return isKnown ? !outcome : undefined;
}

/** Whether a value is an object that the body made, or a function. */
function isNeverNone({ table }: Pick<Evaluation, "table">, id: ValueId): boolean {
  const kind = table.values[id]?.kind;
  return kind === "container" || kind === "function";
}

/** f-strings, and adjacent strings of which one is formatted. */
export function evaluateFormat(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const { table } = evaluation;
  const from: ValueId[] = [];
  const text = textOfFormat(evaluation, node, from);
  const { place } = entryOf(table, node);
  return defineAt(
    evaluation,
    node,
    slots.result,
    { place, kind: "derived", operator: "format", from },
    { constant: text === undefined ? undefined : textConstant(text) },
  );
}

/** Evaluates the parts of a formatted string; gives its text if all are known. */
function textOfFormat(evaluation: Evaluation, node: SyntaxNode, from: ValueId[]): string | undefined {
  let text: string | undefined = "";
  for (const part of node.children) {
    let next: string | undefined;
    if (part.kind === "StringPart") {
      next = (isRaw(node) ? part.value : unescapeText(part.value, false))?.replace(/([{}])\1/g, "$1");
      from.push(constantPart(evaluation, part, next));
    } else if (part.kind === "Interpolation") next = textOfInterpolation(evaluation, part, from);
    else if (part.kind === "FormatString" || part.kind === "Concatenated") next = textOfFormat(evaluation, part, from);
    else {
      const value = evaluate(evaluation, part);
      const constant = evaluation.table.constants[value];
      next = constant?.type === "str" ? constant.text : undefined;
      from.push(value);
    }
    text = text === undefined || next === undefined ? undefined : text + next;
  }
  return text;
}

function constantPart(evaluation: Evaluation, part: SyntaxNode, text: string | undefined): ValueId {
  const { place } = entryOf(evaluation.table, part);
  const constant = text === undefined ? undefined : textConstant(text);
  return defineAt(evaluation, part, slots.result, { place, kind: "constant" }, { constant });
}

function textOfInterpolation(evaluation: Evaluation, part: SyntaxNode, from: ValueId[]): string | undefined {
  const [expression, ...specifications] = part.children;
  if (expression === undefined) return undefined;
  const value = evaluatePart(evaluation, part, expression);
  from.push(value);
  for (const inner of specifications) if (inner.kind === "Interpolation") textOfInterpolation(evaluation, inner, from);
  const constant = evaluation.table.constants[value];
  const [, conversion = "", specification = ""] = /^(![sra])?(?::([^{}]*))?$/.exec(part.value) ?? [];
  if (constant === undefined || specifications.some(({ kind }) => kind === "Interpolation")) return undefined;
  if (part.value !== "" && conversion === "" && specification === "") return undefined;
  return formatConstant(constant, conversion, specification);
}
