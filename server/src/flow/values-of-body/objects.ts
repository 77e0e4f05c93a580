/** Parts of objects: reading them, storing into them, and what a change of an object does to those that hold it. */
import type { SyntaxNode } from "../../syntax/node.js";
import { anyElement, type Guard, type PathPart, type ValueId } from "../value-graph.js";
import { integerOf } from "./constant-values.js";
import { defineAt, make, mergeOf, numberedSlot, present, slots, type Evaluation } from "./evaluation.js";
import { define, entryOf, madeIn, rootOf, withoutGuards, type NodeEntry, type Shape } from "./value-table.js";

/** A part as code names it. `key`: the key's value where it is not constant. */
export interface PartName {
  readonly part: PathPart;
  readonly key: ValueId | undefined;
}

export function fieldPart(name: string): PartName {
  return { part: `.${name}`, key: undefined };
}

/** The element of `object` under a key. */
export function elementPart({ table }: Evaluation, object: ValueId, key: ValueId): PartName {
  const constant = table.constants[key];
  if (constant?.type === "str") return { part: `[${JSON.stringify(constant.text)}]`, key: undefined };
  const index = integerOf(constant);
  if (index !== undefined && index >= 0) return { part: `[${index}]`, key: undefined };
  const shape = table.shapes[object];
  if (index !== undefined && shape?.isExact === true && shape.type !== "dict" && shape.parts.size + index >= 0)
    return { part: `[${shape.parts.size + index}]`, key: undefined };
  return { part: anyElement, key };
}

/** What is found under a part: what was stored there, or else the version of the object that has to be asked. */
interface Found {
  readonly value: ValueId | undefined;
  readonly base: ValueId;
}

interface Search {
  readonly name: PartName;
  readonly seen: Set<ValueId>;
  steps: number;
}

/** How far back stores are gone through to find a part. */
const maximumSearch = 80;

/** Looks a part up in a version of an object. */
function findPart(evaluation: Evaluation, object: ValueId, name: PartName): Found {
  return (
    search(evaluation, object, { name, seen: new Set(), steps: maximumSearch }) ?? { value: undefined, base: object }
  );
}

function search(evaluation: Evaluation, object: ValueId, state: Search): Found | undefined {
  const { table } = evaluation;
  const { part, key } = state.name;
  for (let at = object; ;) {
    const value = table.values[at];
    if (state.steps-- <= 0) return { value: undefined, base: object };
    switch (value?.kind) {
      case "store":
        if (value.part === part && isSameKey(evaluation, at, key)) return { value: value.value, base: at };
        if (overlaps(value.part, part)) return { value: undefined, base: at };
        at = value.object;
        continue;
      case "guarded": {
        const found = search(evaluation, value.value, state);
        return found?.value === undefined && found?.base === value.value ? { value: undefined, base: at } : found;
      }
      case "merge":
        return searchMerge(evaluation, at, value.from, state);
      case "container": {
        const shape = table.shapes[at];
        const stored = shape?.isExact === true ? shape.parts.get(part) : undefined;
        return { value: stored, base: at };
      }
      default:
        return { value: undefined, base: at };
    }
  }
}

/** Where all versions that come together agree, that is it. */
function searchMerge(
  evaluation: Evaluation,
  merge: ValueId,
  from: readonly ValueId[],
  state: Search,
): Found | undefined {
  if (state.seen.has(merge)) return undefined;
  state.seen.add(merge);
  let agreed: Found | undefined;
  for (const member of from) {
    const found = search(evaluation, member, state);
    if (found === undefined) continue;
    if (agreed === undefined) agreed = found;
    else if (agreed.value !== found.value || (found.value === undefined && agreed.base !== found.base))
      return { value: undefined, base: merge };
  }
  return agreed;
}

/** Keys that are not constant are the same only if they are one value. */
function isSameKey({ keysOfStores, table }: Evaluation, store: ValueId, key: ValueId | undefined): boolean {
  if (key === undefined) return !keysOfStores.has(store);
  const stored = keysOfStores.get(store);
  return stored !== undefined && withoutGuards(table, stored) === withoutGuards(table, key);
}

function overlaps(stored: PathPart, asked: PathPart): boolean {
  if (!stored.startsWith("[") || !asked.startsWith("[")) return false;
  return stored === anyElement || asked === anyElement || stored === asked;
}

/** How many elements of a known container are put together where any of them may be meant. */
const maximumElements = 16;

/** How often the object that a part is looked up in may be another one. */
const maximumRevisions = 4;

/** The value of a part of an object. */
export function readPart(
  evaluation: Evaluation,
  node: SyntaxNode,
  object: ValueId,
  name: PartName,
  slot: number = slots.part,
): ValueId {
  const { table } = evaluation;
  const entry = entryOf(table, node);
  const known = madeIn(entry, slot);
  const isSettled = known !== undefined && (table.revisions[known] ?? 0) > maximumRevisions;
  const found = isSettled ? { value: undefined, base: object } : findPart(evaluation, object, name);
  if (known === undefined) {
    // What has once been looked up in the object is always looked up there, so that the work ends.
    if (found.value !== undefined) return present(evaluation, found.value);
    const elements = name.part === anyElement ? knownElements(table.shapes[object]) : undefined;
    if (elements !== undefined) return mergeOf(evaluation, entry, numberedSlot(slots.merge, slot), elements);
  }
  const root = isSettled ? undefined : partObject(evaluation, found.base, name);
  const { place } = entry;
  const value = make(
    evaluation,
    entry,
    slot,
    name.part.startsWith(".")
      ? { place, kind: "field", object: found.base, name: name.part.slice(1) }
      : { place, kind: "element", object: found.base, part: name.part, key: name.key },
    root === undefined ? {} : { root },
  );
  if (root === undefined) addPartObject(evaluation, found.base, name, value);
  return guardedAgain(evaluation, entry, value);
}

/** What tests said of an object when it was read before holds when it is read again. */
function guardedAgain(evaluation: Evaluation, entry: NodeEntry, value: ValueId): ValueId {
  const { table } = evaluation;
  const version = present(evaluation, value);
  const guards: Guard[] = [];
  let at = version;
  for (let guarded = table.values[at]; guarded?.kind === "guarded" && guards.length < 8; guarded = table.values[at]) {
    guards.push(guarded.guard);
    at = guarded.value;
  }
  const read = table.values[at];
  const isRead = (read?.kind === "field" || read?.kind === "element") && at !== value;
  if (guards.length === 0 || !isRead || rootOf(table, at) !== rootOf(table, value)) return version;
  let again = value;
  for (const [index, guard] of guards.reverse().entries())
    again = define(
      table,
      entry,
      numberedSlot(slots.guard, index),
      { place: entry.place, kind: "guarded", value: again, guard },
      { root: rootOf(table, value), shape: table.shapes[version] },
    );
  return again;
}

/** What was stored under a part, as it is now; undefined where no store of the body says so. */
export function storedPart(evaluation: Evaluation, object: ValueId, name: PartName): ValueId | undefined {
  const { value } = findPart(evaluation, object, name);
  return value === undefined ? undefined : present(evaluation, value);
}

/** The elements of a container of which all are known, if they are few. */
function knownElements(shape: Shape | undefined): ValueId[] | undefined {
  if (shape?.isExact !== true || shape.parts.size === 0 || shape.parts.size > maximumElements) return undefined;
  const elements: ValueId[] = [];
  for (const value of shape.parts.values()) {
    if (value === undefined) return undefined;
    elements.push(value);
  }
  return elements;
}

/** Two reads of a part, with no change of the object in between, give one object. */
function partObject(evaluation: Evaluation, base: ValueId, name: PartName): ValueId | undefined {
  const object = withoutGuards(evaluation.table, base);
  return evaluation.partObjects.get(object)?.get(nameOfPart(evaluation, name));
}

function addPartObject(evaluation: Evaluation, base: ValueId, name: PartName, value: ValueId): void {
  const object = withoutGuards(evaluation.table, base);
  let parts = evaluation.partObjects.get(object);
  if (parts === undefined) evaluation.partObjects.set(object, (parts = new Map<string, ValueId>()));
  parts.set(nameOfPart(evaluation, name), value);
  addHolder(evaluation, value, rootOf(evaluation.table, object), name.part);
}

function nameOfPart({ table }: Evaluation, { part, key }: PartName): string {
  return key === undefined ? part : `${part}${withoutGuards(table, key)}`;
}

/** How many holders of one object are kept up to date. */
const maximumHolders = 8;

export function addHolder({ holders, table }: Evaluation, value: ValueId, parent: ValueId, part: PathPart): void {
  const object = rootOf(table, value);
  if (object === parent || isImmutable(table, object)) return;
  const known = holders.get(object);
  if (known === undefined) holders.set(object, [{ parent, part }]);
  else if (known.length < maximumHolders && !known.some((other) => other.parent === parent && other.part === part))
    known.push({ parent, part });
}

/** Whether nothing can change the object that a value is. */
export function isImmutable(table: Evaluation["table"], id: ValueId): boolean {
  if (table.constants[id] !== undefined) return true;
  const value = table.values[id];
  switch (value?.kind) {
    case "constant":
    case "function":
    case "unknown":
      return true;
    case "derived":
      return value.operator !== "slice";
    default:
      return false;
  }
}

/** `object<part> = value`, at a node. */
export function storePart(
  evaluation: Evaluation,
  node: SyntaxNode,
  object: ValueId,
  name: PartName,
  value: ValueId,
): ValueId {
  const { table, keysOfStores } = evaluation;
  const entry = entryOf(table, node);
  const before = present(evaluation, object);
  const root = rootOf(table, before);
  const { place } = entry;
  const version = define(
    table,
    entry,
    slots.store,
    { place, kind: "store", object: before, part: name.part, value },
    { root, shape: shapeAfterStore(table.shapes[before], name.part, value) },
  );
  if (name.key !== undefined) keysOfStores.set(version, name.key);
  addHolder(evaluation, value, root, name.part);
  setVersion(evaluation, entry, root, version);
  storeInMembers(evaluation, entry, root, name.part, value);
  return version;
}

/** How many elements a container may have of which each is known. */
export const maximumParts = 256;

function shapeAfterStore(shape: Shape | undefined, part: PathPart, value: ValueId): Shape | undefined {
  if (shape === undefined || !part.startsWith("[")) return shape;
  const isList = shape.type === "list" || shape.type === "tuple";
  const isKnown = shape.parts.has(part) || shape.type === "dict" || part === `[${shape.parts.size}]`;
  const isExact = shape.isExact && part !== anyElement && isKnown && shape.parts.size < maximumParts;
  if (!isExact || (isList && !/^\[\d+\]$/.test(part))) return { type: shape.type, isExact: false, parts: new Map() };
  return { type: shape.type, isExact: true, parts: new Map(shape.parts).set(part, value) };
}

/** How many objects are brought up to date because something in them changed. */
const maximumParents = 12;

/** From now on an object is `version`, also for the objects that hold it. */
export function setVersion(evaluation: Evaluation, entry: NodeEntry, object: ValueId, version: ValueId): void {
  const { state, holders, table } = evaluation;
  state.versions.set(object, version);
  const changed = new Map([[object, version]]);
  for (const [part, partVersion] of changed) {
    for (const [index, holder] of (holders.get(part) ?? []).entries()) {
      if (changed.size > maximumParents) return;
      if (changed.has(holder.parent) || !isAlive(evaluation, holder.parent)) continue;
      const before = state.versions.get(holder.parent) ?? holder.parent;
      const slot = numberedSlot(slots.inParent, partVersion * maximumHolders + index);
      if (madeIn(entry, slot) === undefined && !holds(evaluation, before, holder.part, part)) continue;
      const parent = define(
        table,
        entry,
        slot,
        { place: entry.place, kind: "store", object: before, part: holder.part, value: partVersion },
        { root: holder.parent, shape: shapeInParent(table.shapes[before], holder.part, partVersion) },
      );
      state.versions.set(holder.parent, parent);
      changed.set(holder.parent, parent);
    }
  }
}

/** Whether code can come to an object again. */
function isAlive({ table, state, holders }: Evaluation, object: ValueId): boolean {
  switch (table.values[object]?.kind) {
    case "parameter":
    case "capture":
    case "global":
      return true;
    default:
      return holders.has(object) || state.variables.includes(object);
  }
}

function shapeInParent(shape: Shape | undefined, part: PathPart, version: ValueId): Shape | undefined {
  if (shape === undefined || !part.startsWith("[") || part !== anyElement) return shapeAfterStore(shape, part, version);
  // One of the elements changed; how many there are did not.
  if (!shape.isExact) return shape;
  return { ...shape, parts: new Map<PathPart, undefined>([...shape.parts.keys()].map((key) => [key, undefined])) };
}

/** What is stored into one of several objects may be stored into each of them. */
function storeInMembers(
  evaluation: Evaluation,
  entry: NodeEntry,
  object: ValueId,
  part: PathPart,
  stored: ValueId,
): void {
  const { table, state, holders } = evaluation;
  const merge = table.values[object];
  if (merge?.kind !== "merge" || merge.from.length > 4) return;
  for (const member of new Set(merge.from.map((version) => rootOf(table, version)))) {
    if (member === object || isImmutable(table, member)) continue;
    if (!state.variables.includes(member) && !holders.has(member) && table.values[member]?.kind !== "parameter")
      continue;
    const before = state.versions.get(member) ?? member;
    const { place } = entry;
    const changed = define(
      table,
      entry,
      numberedSlot(slots.weakStore, member),
      { place, kind: "store", object: before, part, value: stored },
      { root: member },
    );
    const either = define(
      table,
      entry,
      numberedSlot(slots.weak, member),
      { place, kind: "merge", from: [before, changed] },
      { root: member },
    );
    setVersion(evaluation, entry, member, either);
  }
}

/** Whether what `parent` has under a part now is some version of `object`. */
function holds(evaluation: Evaluation, parent: ValueId, part: PathPart, object: ValueId): boolean {
  if (part === anyElement) return mayHold(evaluation, parent, object);
  const name = { part, key: undefined };
  const { value, base } = findPart(evaluation, parent, name);
  if (value !== undefined) return rootOf(evaluation.table, value) === object;
  return partObject(evaluation, base, name) === object;
}

/** Whether an object was put into a container, under whatever key, or was taken out of it. */
function mayHold({ table, partObjects }: Evaluation, parent: ValueId, object: ValueId): boolean {
  const open = new Set([parent]);
  for (const at of open) {
    const value = table.values[at];
    if (open.size > maximumSearch) return true;
    for (const part of partObjects.get(at)?.values() ?? []) if (part === object) return true;
    switch (value?.kind) {
      case "store":
        if (rootOf(table, value.value) === object) return true;
        open.add(value.object);
        break;
      case "container":
        if (value.elements.some((element) => rootOf(table, element.value) === object)) return true;
        break;
      case "merge":
        for (const from of value.from) open.add(from);
        break;
      case "guarded":
        open.add(value.value);
        break;
      case "after-call":
        open.add(value.object);
        break;
      default:
    }
  }
  return false;
}

/** Where slots of what is no argument of a call begin. */
const firstOfOthers = 1000;

/** A call may have changed an object: its version after it. */
export function changeByCall(
  evaluation: Evaluation,
  node: SyntaxNode,
  object: ValueId,
  call: number,
  argument: number,
): void {
  const { table } = evaluation;
  const before = present(evaluation, object);
  const root = rootOf(table, before);
  const shape = table.shapes[before];
  const version = defineAt(
    evaluation,
    node,
    numberedSlot(slots.after, argument < 0 ? firstOfOthers - argument : argument),
    { place: entryOf(table, node).place, kind: "after-call", object: before, call, argument },
    { root, shape: shape === undefined ? undefined : { type: shape.type, isExact: false, parts: new Map() } },
  );
  setVersion(evaluation, entryOf(table, node), root, version);
}
