/** Lists, tuples, sets and dictionaries as they are written, and comprehensions. */
import type { SyntaxNode } from "../../syntax/node.js";
import { anyElement, type PathPart, type ValueId } from "../value-graph.js";
import { childAt, evaluate, evaluatePart, make, numberedSlot, slots, type Evaluation } from "./evaluation.js";
import { addHolder, elementPart, maximumParts, readPart } from "./objects.js";
import { entryOf, type ContainerType, type Shape } from "./value-table.js";

/** What a container is put together from. */
export interface ContainerDraft {
  readonly type: ContainerType;
  readonly elements: { part: PathPart; value: ValueId }[];
  isExact: boolean;
}

export function evaluateDisplay(evaluation: Evaluation, node: SyntaxNode): ValueId {
  switch (node.kind) {
    case "List":
      return sequence(evaluation, node, "list");
    case "Tuple":
      return sequence(evaluation, node, "tuple");
    case "Set":
      return sequence(evaluation, node, "set");
    case "Dict":
      return dictionary(evaluation, node);
    case "DictComprehension":
      return comprehension(evaluation, node, "dict");
    case "SetComprehension":
      return comprehension(evaluation, node, "set");
    default:
      return comprehension(evaluation, node, "list");
  }
}

function sequence(evaluation: Evaluation, node: SyntaxNode, type: ContainerType): ValueId {
  const draft: ContainerDraft = { type, elements: [], isExact: node.children.length <= maximumParts };
  for (const child of node.children) {
    if (child.kind === "Starred")
      addSpread(evaluation, child, draft, evaluatePart(evaluation, child, childAt(evaluation, child, 0)));
    else addElement(draft, evaluate(evaluation, child));
  }
  return defineContainer(evaluation, node, slots.container, draft);
}

/** Adds an element at the end. */
export function addElement(draft: ContainerDraft, value: ValueId): void {
  draft.elements.push({ part: draft.isExact ? `[${draft.elements.length}]` : anyElement, value });
}

/** Adds all elements of another container. */
export function addSpread(evaluation: Evaluation, node: SyntaxNode, draft: ContainerDraft, value: ValueId): void {
  const shape = evaluation.table.shapes[value];
  if (draft.isExact && shape?.isExact === true && shape.parts.size + draft.elements.length <= maximumParts) {
    for (const [part, known] of shape.parts) {
      const element = known ?? readPart(evaluation, node, value, { part, key: undefined }, slotOfElement(draft));
      if (draft.type === "dict") putElement(draft, part, element);
      else addElement(draft, element);
    }
    return;
  }
  weaken(draft);
  const element = readPart(evaluation, node, value, { part: anyElement, key: undefined }, slotOfElement(draft));
  draft.elements.push({ part: anyElement, value: element });
}

/** Elements are taken out of a container at one place. */
function slotOfElement(draft: ContainerDraft): number {
  return numberedSlot(slots.part, draft.elements.length);
}

/** What is in it is in it somewhere. */
export function weaken(draft: ContainerDraft): void {
  if (!draft.isExact) return;
  draft.isExact = false;
  if (draft.type === "dict") return;
  const elements = draft.elements.map(({ value }) => ({ part: anyElement, value }));
  draft.elements.splice(0, draft.elements.length, ...elements);
}

/** Sets what stands under a key. */
export function putElement(draft: ContainerDraft, part: PathPart, value: ValueId): void {
  const known = draft.elements.findIndex((element) => element.part === part);
  if (part === anyElement) draft.isExact = false;
  if (known >= 0 && part !== anyElement) draft.elements.splice(known, 1);
  draft.elements.push({ part, value });
}

function dictionary(evaluation: Evaluation, node: SyntaxNode): ValueId {
  const draft: ContainerDraft = { type: "dict", elements: [], isExact: node.children.length <= maximumParts };
  const parts = new Map<PathPart, ValueId>();
  const flush = (): void => {
    for (const [part, value] of parts) putElement(draft, part, value);
    parts.clear();
  };
  for (const child of node.children) {
    if (child.kind === "Pair") {
      const { part } = elementPart(evaluation, 0, evaluatePart(evaluation, child, childAt(evaluation, child, 0)));
      const value = evaluatePart(evaluation, child, childAt(evaluation, child, 1));
      if (part === anyElement) {
        flush();
        putElement(draft, part, value);
      } else parts.set(part, value);
    } else {
      flush();
      addSpread(evaluation, child, draft, evaluate(evaluation, child));
    }
  }
  if (draft.elements.length > 0) flush();
  else for (const [part, value] of parts) draft.elements.push({ part, value });
  return defineContainer(evaluation, node, slots.container, draft);
}

/** Makes a new container. */
export function defineContainer(
  evaluation: Evaluation,
  node: SyntaxNode,
  slot: number,
  { type, elements, isExact }: ContainerDraft,
  root?: ValueId,
): ValueId {
  const entry = entryOf(evaluation.table, node);
  const parts = new Map<PathPart, ValueId | undefined>();
  if (isExact) for (const { part, value } of elements) parts.set(part, value);
  const shape: Shape = { type, isExact, parts };
  const id = make(evaluation, entry, slot, { place: entry.place, kind: "container", type, elements }, { shape, root });
  for (const { part, value } of elements) addHolder(evaluation, value, root ?? id, part);
  return id;
}

/** What a comprehension makes holds what its element was evaluated to. */
function comprehension(evaluation: Evaluation, node: SyntaxNode, type: ContainerType): ValueId {
  const draft: ContainerDraft = { type, elements: [], isExact: false };
  const element = childAt(evaluation, node, 0);
  const value = element.kind === "Pair" ? childAt(evaluation, element, 1) : element;
  const { result } = entryOf(evaluation.table, value);
  if (result !== undefined) draft.elements.push({ part: anyElement, value: result });
  return defineContainer(evaluation, node, slots.container, draft);
}
