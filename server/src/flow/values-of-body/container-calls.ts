/** Methods of lists, sets and dictionaries, followed by key and index as far as these are known. */
import { anyElement, type CallArgument, type ValueId } from "../value-graph.js";
import type { ReadCall } from "./calls-read.js";
import { addElement, addSpread, defineContainer, putElement, weaken, type ContainerDraft } from "./displays.js";
import { integerOf } from "./constant-values.js";
import { childAt, mergeOf, present, slots, type Evaluation } from "./evaluation.js";
import { changeByCall, elementPart, isImmutable, readPart, setVersion, storePart, storedPart } from "./objects.js";
import { define, entryOf, rootOf, type Shape } from "./value-table.js";

/** What one method call works on. */
interface MethodCall extends ReadCall {
  readonly object: ValueId;
  readonly method: string;
  /** Values of the positional arguments. */
  readonly values: readonly ValueId[];
  readonly shape: Shape;
}

/** Gives what a method of a container gives, and does what it does; undefined if the call is none. */
export function callOnContainer(evaluation: Evaluation, call: ReadCall): ValueId | undefined {
  const { method, arguments: given } = call.site;
  if (method === undefined || given.some(({ spread }) => spread === "sequence")) return undefined;
  const { table } = evaluation;
  if (isImmutable(table, method.object)) return undefined;
  const values = given
    .filter(({ keyword, spread }) => keyword === undefined && spread === "none")
    .map(({ value }) => value);
  const shape = table.shapes[method.object];
  if (shape === undefined) return callOnUnknown(evaluation, call, method.object, method.name, values);
  const methodCall: MethodCall = { ...call, object: method.object, method: method.name, values, shape };
  return shape.type === "dict" ? callOnDictionary(evaluation, methodCall) : callOnList(evaluation, methodCall);
}

/** A new version of the object with other elements. */
function replaceElements(evaluation: Evaluation, { node, object }: MethodCall, draft: ContainerDraft): void {
  const root = rootOf(evaluation.table, object);
  const version = defineContainer(evaluation, node, slots.container, draft, root);
  setVersion(evaluation, entryOf(evaluation.table, node), root, version);
}

/** What is in an object, to be put together anew. Of containers that are not known exactly, any element is all of them. */
function draftOf(evaluation: Evaluation, { node, object, shape }: MethodCall): ContainerDraft {
  const draft: ContainerDraft = { type: shape.type, elements: [], isExact: true };
  addSpread(evaluation, childAt(evaluation, node, 0), draft, object);
  return draft;
}

function callOnList(evaluation: Evaluation, call: MethodCall): ValueId | undefined {
  const { site, method, values, shape, node } = call;
  const [first, second] = values;
  switch (method) {
    case "append":
    case "add":
    case "appendleft":
      return first === undefined ? undefined : append(evaluation, call, first);
    case "insert":
      return first === undefined || second === undefined ? undefined : insert(evaluation, call, first, second);
    case "extend":
    case "update":
      return extend(evaluation, call);
    case "pop":
      return pop(evaluation, call, first);
    case "remove":
    case "discard":
      return remove(evaluation, call, first);
    case "clear":
      replaceElements(evaluation, call, { type: shape.type, elements: [], isExact: true });
      return site.result;
    case "copy":
      return defineContainer(evaluation, node, slots.container, draftOf(evaluation, call));
    case "sort":
    case "reverse":
      return reorder(evaluation, call);
    default:
      return undefined;
  }
}

function append(evaluation: Evaluation, call: MethodCall, value: ValueId): ValueId {
  const { node, object, method, shape, site } = call;
  const isEnd = method === "append" && shape.isExact && shape.type === "list";
  storePart(evaluation, node, object, { part: isEnd ? `[${shape.parts.size}]` : anyElement, key: undefined }, value);
  return site.result;
}

function extend(evaluation: Evaluation, call: MethodCall): ValueId {
  const draft = draftOf(evaluation, call);
  for (const value of call.values) addSpread(evaluation, call.node.children[1] ?? call.node, draft, value);
  replaceElements(evaluation, call, draft);
  return call.site.result;
}

function insert(evaluation: Evaluation, call: MethodCall, at: ValueId, value: ValueId): ValueId {
  const draft = draftOf(evaluation, call);
  const index = integerOf(evaluation.table.constants[at]);
  if (draft.isExact && index !== undefined) {
    const elements = draft.elements.map((element) => element.value);
    elements.splice(index, 0, value);
    draft.elements.length = 0;
    for (const element of elements) addElement(draft, element);
  } else {
    weaken(draft);
    addElement(draft, value);
  }
  replaceElements(evaluation, call, draft);
  return call.site.result;
}

function pop(evaluation: Evaluation, call: MethodCall, at: ValueId | undefined): ValueId {
  const { node, object, shape } = call;
  const { table } = evaluation;
  const draft = draftOf(evaluation, call);
  const index = at === undefined ? -1 : integerOf(table.constants[at]);
  const isKnown = draft.isExact && shape.type === "list" && index !== undefined;
  const found = isKnown ? draft.elements.at(index) : undefined;
  if (found === undefined) {
    const value = readPart(evaluation, node, object, { part: anyElement, key: undefined });
    weaken(draft);
    replaceElements(evaluation, call, draft);
    return value;
  }
  const rest = draft.elements.filter((element) => element !== found);
  draft.elements.length = 0;
  for (const { value } of rest) addElement(draft, value);
  replaceElements(evaluation, call, draft);
  return present(evaluation, found.value);
}

/** The first element that equals the argument; where that is not known, each of them may be left. */
function remove(evaluation: Evaluation, call: MethodCall, value: ValueId | undefined): ValueId {
  const { table } = evaluation;
  const draft = draftOf(evaluation, call);
  const wanted = value === undefined ? undefined : table.constants[value];
  const constants = draft.elements.map((element) => table.constants[element.value]);
  const at = constants.findIndex((constant) => JSON.stringify(constant) === JSON.stringify(wanted));
  if (draft.isExact && wanted !== undefined && at >= 0 && !constants.slice(0, at).includes(undefined)) {
    const rest = draft.elements.filter((_, index) => index !== at);
    draft.elements.length = 0;
    for (const element of rest) addElement(draft, element.value);
  } else weaken(draft);
  replaceElements(evaluation, call, draft);
  return call.site.result;
}

function reorder(evaluation: Evaluation, call: MethodCall): ValueId {
  const draft = draftOf(evaluation, call);
  if (call.method === "reverse" && draft.isExact) {
    const elements = draft.elements.map(({ value }) => value).reverse();
    draft.elements.length = 0;
    for (const element of elements) addElement(draft, element);
  } else weaken(draft);
  replaceElements(evaluation, call, draft);
  return call.site.result;
}

function callOnDictionary(evaluation: Evaluation, call: MethodCall): ValueId | undefined {
  const { site, method, values, node, object } = call;
  const [key, fallback] = values;
  switch (method) {
    case "get":
      return key === undefined ? undefined : getOrElse(evaluation, call, key, fallback);
    case "setdefault":
      return key === undefined ? undefined : setDefault(evaluation, call, key, fallback);
    case "pop":
      return key === undefined ? undefined : popKey(evaluation, call, key, fallback);
    case "update":
      updateDictionary(evaluation, call);
      return site.result;
    case "clear":
      replaceElements(evaluation, call, { type: "dict", elements: [], isExact: true });
      return site.result;
    case "copy":
      return defineContainer(evaluation, node, slots.container, draftOf(evaluation, call));
    case "values": {
      const draft = draftOf(evaluation, call);
      const list: ContainerDraft = { type: "list", elements: [], isExact: draft.isExact };
      for (const { value } of draft.elements) addElement(list, value);
      return defineContainer(evaluation, node, slots.container, list);
    }
    default:
      return twoKeys(evaluation, call, object, method, values);
  }
}

/** `d.get(key, fallback)` of a dictionary. */
function getOrElse(evaluation: Evaluation, call: MethodCall, key: ValueId, fallback: ValueId | undefined): ValueId {
  const { node, object, shape, site } = call;
  const name = elementPart(evaluation, object, key);
  const isKnown = shape.isExact && name.part !== anyElement;
  if (isKnown && !shape.parts.has(name.part)) return fallback ?? site.result;
  const value = readPart(evaluation, node, object, name);
  if (isKnown || fallback === undefined) return value;
  return mergeOf(evaluation, entryOf(evaluation.table, node), slots.fallback, [value, fallback]);
}

function setDefault(evaluation: Evaluation, call: MethodCall, key: ValueId, fallback: ValueId | undefined): ValueId {
  const { node, object, shape, site } = call;
  const name = elementPart(evaluation, object, key);
  const isKnown = shape.isExact && name.part !== anyElement;
  if (isKnown && shape.parts.has(name.part)) return readPart(evaluation, node, object, name);
  const before = isKnown ? undefined : readPart(evaluation, node, object, name);
  const value =
    fallback === undefined
      ? (before ?? site.result)
      : mergeOf(
          evaluation,
          entryOf(evaluation.table, node),
          slots.fallback,
          before === undefined ? [fallback] : [before, fallback],
        );
  storePart(evaluation, node, object, name, value);
  return present(evaluation, value);
}

function popKey(evaluation: Evaluation, call: MethodCall, key: ValueId, fallback: ValueId | undefined): ValueId {
  const { part } = elementPart(evaluation, call.object, key);
  const value = getOrElse(evaluation, call, key, fallback);
  const draft = draftOf(evaluation, call);
  const at = draft.elements.findIndex((element) => element.part === part);
  if (draft.isExact && part !== anyElement && at >= 0) draft.elements.splice(at, 1);
  replaceElements(evaluation, call, draft);
  return value;
}

function updateDictionary(evaluation: Evaluation, call: MethodCall): void {
  const { site } = call;
  const draft = draftOf(evaluation, call);
  for (const argument of site.arguments) addArgument(evaluation, call, draft, argument);
  replaceElements(evaluation, call, draft);
}

function addArgument(
  evaluation: Evaluation,
  { node }: ReadCall,
  draft: ContainerDraft,
  { keyword, value }: CallArgument,
): void {
  if (keyword !== undefined) putElement(draft, `[${JSON.stringify(keyword)}]`, value);
  else addSpread(evaluation, node.children[1] ?? node, draft, value);
}

/** Objects of which nothing is known, where a method says what it does by its name. */
function callOnUnknown(
  evaluation: Evaluation,
  call: ReadCall,
  object: ValueId,
  method: string,
  values: readonly ValueId[],
): ValueId | undefined {
  const [first, second] = values;
  const { table } = evaluation;
  switch (method) {
    case "append":
    case "appendleft":
    case "add":
      return values.length === 1 && first !== undefined ? putIn(evaluation, call, object, first) : undefined;
    case "insert":
      return values.length === 2 && second !== undefined ? putIn(evaluation, call, object, second) : undefined;
    case "get": {
      if (values.length === 0 || values.length > 2 || first === undefined) return undefined;
      const name = elementPart(evaluation, object, first);
      const inner = values.length === 2 ? twoKeys(evaluation, call, object, method, values) : undefined;
      const stored = inner ?? storedPart(evaluation, object, name);
      // With a second argument it may be a section, of which the key is not known.
      const isSection = stored !== inner && values.length === 2 && table.values[stored ?? 0]?.kind === "store";
      return isSection ? undefined : stored;
    }
    default:
      return twoKeys(evaluation, call, object, method, values);
  }
}

/** The object may be a list, or something else whose method has that name. */
function putIn(
  evaluation: Evaluation,
  { node, site, index }: ReadCall,
  object: ValueId,
  value: ValueId,
): ValueId | undefined {
  const { table } = evaluation;
  if (table.values[rootOf(table, object)]?.kind === "global") return undefined;
  changeByCall(evaluation, node, object, index, -1);
  storePart(evaluation, node, object, { part: anyElement, key: undefined }, value);
  return site.result;
}

/** `o.set("section", "key", value)` and `o.get("section", "key")`, as configparser has them. */
function twoKeys(
  evaluation: Evaluation,
  { node, site }: ReadCall,
  object: ValueId,
  method: string,
  values: readonly ValueId[],
): ValueId | undefined {
  const [section, key, value] = values;
  if (section === undefined || key === undefined) return undefined;
  const outer = elementPart(evaluation, object, section);
  if (outer.part === anyElement) return undefined;
  if (method === "get") {
    const found = storedPart(evaluation, object, outer);
    if (found === undefined || values.length !== 2) return undefined;
    const name = elementPart(evaluation, found, key);
    return name.part === anyElement ? undefined : storedPart(evaluation, found, name);
  }
  if (method !== "set" || value === undefined || values.length !== 3) return undefined;
  const before = readPart(evaluation, node, object, outer);
  const inner = elementPart(evaluation, before, key);
  const changed = define(
    evaluation.table,
    entryOf(evaluation.table, node),
    slots.fallback,
    { place: site.place, kind: "store", object: before, part: inner.part, value },
    { root: rootOf(evaluation.table, before) },
  );
  storePart(evaluation, node, object, outer, changed);
  return site.result;
}
