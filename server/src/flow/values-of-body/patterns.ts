/** Patterns of `match`: what they bind, and whether they apply to a constant. */
import type { SyntaxNode } from "../../syntax/node.js";
import { anyElement, type ConstantValue, type ValueId } from "../value-graph.js";
import { bindTarget, bindTuple } from "./bind.js";
import { constantOfLiteral } from "./constant-values.js";
import { addElement, defineContainer, type ContainerDraft } from "./displays.js";
import { childAt, defineAt, evaluate, slots, type Evaluation } from "./evaluation.js";
import { elementPart, fieldPart, readPart } from "./objects.js";
import { compareConstants, unaryConstant } from "./operators.js";
import { entryOf } from "./value-table.js";

/** Binds what a pattern captures of a value. */
export function bindPattern(evaluation: Evaluation, pattern: SyntaxNode, value: ValueId): void {
  switch (pattern.kind) {
    case "Name":
      if (pattern.value !== "_") bindTarget(evaluation, pattern, value);
      return;
    case "Tuple":
    case "List":
      bindSequence(evaluation, pattern, value);
      return;
    case "Dict":
      bindMapping(evaluation, pattern, value);
      return;
    case "Call":
      bindClass(evaluation, pattern, value);
      return;
    case "Starred":
    case "DoubleStarred":
    case "Binary":
    case "Other":
      for (const child of pattern.children) bindPattern(evaluation, child, value);
      return;
    default:
  }
}

function bindSequence(evaluation: Evaluation, pattern: SyntaxNode, value: ValueId): void {
  if (pattern.children.every(({ kind }) => kind === "Name" || kind === "Starred")) {
    bindTuple(evaluation, pattern.children, value);
    return;
  }
  const starred = pattern.children.findIndex(({ kind }) => kind === "Starred");
  pattern.children.forEach((child, index) => {
    const part = starred >= 0 && index >= starred ? anyElement : `[${index}]`;
    bindPattern(evaluation, child, readPart(evaluation, child, value, { part, key: undefined }));
  });
}

function bindMapping(evaluation: Evaluation, pattern: SyntaxNode, value: ValueId): void {
  for (const child of pattern.children) {
    if (child.kind !== "Pair") {
      bindPattern(evaluation, child, value);
      continue;
    }
    const key = evaluate(evaluation, childAt(evaluation, child, 0));
    bindPattern(
      evaluation,
      childAt(evaluation, child, 1),
      readPart(evaluation, child, value, elementPart(evaluation, value, key)),
    );
  }
}

/** Which fields the positional patterns of a class mean only the class knows. */
function bindClass(evaluation: Evaluation, pattern: SyntaxNode, value: ValueId): void {
  const [, ...parts] = pattern.children;
  const isSimple =
    parts.length === 1 &&
    /^(?:str|bytes|int|float|bool|list|tuple|dict|set)$/.test(childAt(evaluation, pattern, 0).value);
  for (const part of parts) {
    const { place } = entryOf(evaluation.table, part);
    if (isSimple && part.kind !== "Keyword") bindPattern(evaluation, part, value);
    else if (part.kind === "Keyword")
      bindPattern(evaluation, childAt(evaluation, part, 0), readPart(evaluation, part, value, fieldPart(part.value)));
    else
      bindPattern(
        evaluation,
        part,
        defineAt(evaluation, part, slots.part, { place, kind: "derived", operator: "other", from: [value] }),
      );
  }
}

/** What a value is compared with by a pattern of constants; undefined for other patterns. */
export function testOfPattern(
  evaluation: Evaluation,
  pattern: SyntaxNode,
): { readonly operator: string; readonly other: ValueId } | undefined {
  switch (pattern.kind) {
    case "String":
    case "Bytes":
    case "Number":
    case "Unary":
    case "Attribute":
      return { operator: "==", other: evaluate(evaluation, pattern) };
    case "Constant":
      return { operator: "is", other: evaluate(evaluation, pattern) };
    case "Other":
      return pattern.children[0] === undefined ? undefined : testOfPattern(evaluation, pattern.children[0]);
    case "Binary": {
      const parts = alternativesOf(pattern).map((part) => testOfPattern(evaluation, part)?.other);
      const draft: ContainerDraft = { type: "tuple", elements: [], isExact: true };
      for (const part of parts) if (part !== undefined) addElement(draft, part);
      if (draft.elements.length < parts.length) return undefined;
      return { operator: "in", other: defineContainer(evaluation, pattern, slots.container, draft) };
    }
    default:
      return undefined;
  }
}

function alternativesOf(pattern: SyntaxNode): readonly SyntaxNode[] {
  return pattern.kind === "Binary" ? pattern.children.flatMap(alternativesOf) : [pattern];
}

/** Whether a pattern applies to a constant; undefined where that is not known. */
export function appliesTo(pattern: SyntaxNode, subject: ConstantValue): boolean | undefined {
  switch (pattern.kind) {
    case "Name":
      return true;
    case "Binary": {
      const [left, right] = pattern.children.map((child) => appliesTo(child, subject));
      if (left === true || right === true) return true;
      return left === false && right === false ? false : undefined;
    }
    case "Unary": {
      const operand = pattern.children[0] === undefined ? undefined : constantOfLiteral(pattern.children[0]);
      const constant = operand === undefined ? undefined : unaryConstant(pattern.value, operand);
      return constant === undefined ? undefined : compareConstants("==", subject, constant);
    }
    case "Tuple":
    case "List":
    case "Dict":
      return false;
    default: {
      const constant = constantOfLiteral(pattern);
      return constant === undefined ? undefined : compareConstants("==", subject, constant);
    }
  }
}
