/** Calls of built-in functions, and of methods of strings, that make containers or look into them. */
import type { ValueId } from "../value-graph.js";
import type { ReadCall } from "./calls-read.js";
import { addElement, addSpread, defineContainer, putElement, weaken, type ContainerDraft } from "./displays.js";
import { defineAt, numberedSlot, slots, type Evaluation } from "./evaluation.js";
import { fieldPart, readPart, storePart } from "./objects.js";
import { entryOf, type ContainerType } from "./value-table.js";

/** Gives what such a call gives; undefined if it is none. */
export function callOfBuiltin(evaluation: Evaluation, call: ReadCall): ValueId | undefined {
  const { site, name } = call;
  if (site.method?.name === "split" && site.arguments.length <= 1) return splitText(evaluation, call);
  switch (name) {
    case "list":
    case "tuple":
    case "set":
      return makeSequence(evaluation, call, name);
    case "frozenset":
      return makeSequence(evaluation, call, "set");
    case "sorted":
    case "reversed":
      return makeSequence(evaluation, call, "list");
    case "collections.deque":
      return makeSequence(evaluation, call, "list");
    case "dict":
    case "collections.OrderedDict":
      return makeDictionary(evaluation, call);
    case "collections.defaultdict":
      return defineContainer(evaluation, call.node, slots.container, { type: "dict", elements: [], isExact: false });
    case "copy.copy":
    case "copy.deepcopy":
      return copyContainer(evaluation, call);
    case "getattr":
      return readNamed(evaluation, call);
    case "setattr":
      storeNamed(evaluation, call);
      return undefined;
    default:
      return undefined;
  }
}

/** `getattr(x, "name")` is `x.name`. */
function readNamed(evaluation: Evaluation, { node, site }: ReadCall): ValueId | undefined {
  const [object, name, ...others] = site.arguments;
  const constant = name === undefined ? undefined : evaluation.table.constants[name.value];
  if (object === undefined || constant?.type !== "str" || others.length > 0) return undefined;
  return readPart(evaluation, node, object.value, fieldPart(constant.text));
}

/** `setattr(x, "name", value)` is `x.name = value`. */
function storeNamed(evaluation: Evaluation, { node, site }: ReadCall): void {
  const [object, name, value] = site.arguments;
  const constant = name === undefined ? undefined : evaluation.table.constants[name.value];
  if (object === undefined || value === undefined || constant?.type !== "str") return;
  storePart(evaluation, node, object.value, fieldPart(constant.text), value.value);
}

/** The parts of a constant text. */
function splitText(evaluation: Evaluation, { node, site }: ReadCall): ValueId | undefined {
  const { table } = evaluation;
  const text = site.method === undefined ? undefined : table.constants[site.method.object];
  const [given] = site.arguments;
  const separator = given === undefined ? undefined : table.constants[given.value];
  if (text?.type !== "str" || (given !== undefined && separator?.type !== "str")) return undefined;
  const by = separator?.type === "str" ? separator.text : undefined;
  const parts =
    by === undefined ? text.text.split(/\s+/).filter((part) => part !== "") : by === "" ? [] : text.text.split(by);
  if (parts.length > 64) return undefined;
  const { place } = entryOf(table, node);
  const draft: ContainerDraft = { type: "list", elements: [], isExact: true };
  for (const [index, part] of parts.entries()) {
    const constant = { type: "str", text: part } as const;
    addElement(
      draft,
      defineAt(evaluation, node, numberedSlot(slots.fallback, index), { place, kind: "constant" }, { constant }),
    );
  }
  return defineContainer(evaluation, node, slots.container, draft);
}

/** `list(x)` and its like: where what is in `x` is known. */
function makeSequence(
  evaluation: Evaluation,
  { node, site, name }: ReadCall,
  type: ContainerType,
): ValueId | undefined {
  const { table } = evaluation;
  const [given] = site.arguments;
  const draft: ContainerDraft = { type, elements: [], isExact: true };
  if (given !== undefined) {
    const shape = table.shapes[given.value];
    if (shape === undefined || shape.type === "dict" || given.keyword !== undefined || given.spread !== "none")
      return undefined;
    addSpread(evaluation, node, draft, given.value);
    if (name === "sorted") weaken(draft);
    if (name === "reversed" && draft.isExact) {
      const values = draft.elements.map(({ value }) => value).reverse();
      draft.elements.length = 0;
      for (const value of values) addElement(draft, value);
    }
  }
  return defineContainer(evaluation, node, slots.container, draft);
}

function makeDictionary(evaluation: Evaluation, { node, site }: ReadCall): ValueId | undefined {
  const draft: ContainerDraft = { type: "dict", elements: [], isExact: true };
  for (const { keyword, spread, value } of site.arguments) {
    if (keyword !== undefined) putElement(draft, `[${JSON.stringify(keyword)}]`, value);
    else if (spread === "mapping" || evaluation.table.shapes[value]?.type === "dict")
      addSpread(evaluation, node, draft, value);
    else return undefined;
  }
  return defineContainer(evaluation, node, slots.container, draft);
}

function copyContainer(evaluation: Evaluation, { node, site }: ReadCall): ValueId | undefined {
  const [given] = site.arguments;
  const shape = given === undefined ? undefined : evaluation.table.shapes[given.value];
  if (shape === undefined || given === undefined) return undefined;
  const draft: ContainerDraft = { type: shape.type, elements: [], isExact: true };
  addSpread(evaluation, node, draft, given.value);
  return defineContainer(evaluation, node, slots.container, draft);
}
