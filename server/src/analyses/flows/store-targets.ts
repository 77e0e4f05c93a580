/** The entries that hold what fields of classes and variables of modules get from sources, and who reads and writes them. */
import type { Value, ValueId } from "../../flow/value-graph.js";
import type { ClassRef, Type } from "../../names/workspace.js";
import type { BodyView } from "./body-view.js";
import { calleesOf } from "./callees.js";
import { withoutVersions } from "./definitions.js";
import { writeKey } from "./entry-keys.js";
import { typeOfValue } from "./value-types.js";

/** The entry of a variable that a body assigns, or of which it changes a part; "Class.name" is one of a class. None for what is no variable of the project, such as a module of a library. */
export function variableTarget(view: BodyView, name: string): string | undefined {
  const dot = name.lastIndexOf(".");
  if (dot < 0) {
    const variable = view.names.variable(view.path, name);
    if (variable === undefined) return undefined;
    return writeKey({ kind: "variable", path: variable.path, owner: "", name: variable.name });
  }
  return fieldTarget({ path: view.path, key: name.slice(0, dot) }, name.slice(dot + 1));
}

/** The entry of a field of objects of a class, whoever declares it. */
export function fieldTarget(of: ClassRef, name: string): string {
  return writeKey({ kind: "field", path: of.path, owner: of.key, name });
}

/**
 * The entries that a store into `object.name` fills. Objects that come in through parameters, and those that the body itself makes, are followed as
 * values instead.
 */
export function storeTargets(view: BodyView, object: ValueId, name: string): readonly string[] {
  const root = rootOf(view, object);
  if (root === undefined || isFollowed(view, root)) return [];
  return targetsOfTypes(view, typeOfValue(view, object).types, name);
}

/** The entries of a field of all that an object may be. */
export function fieldTargets(view: BodyView, object: ValueId, name: string): readonly string[] {
  return targetsOfTypes(view, typeOfValue(view, object).types, name);
}

/** The entries that say what `object.name` holds where this body did not store it; none for objects that it makes. */
export function heldTargets(view: BodyView, object: ValueId, name: string): readonly string[] {
  const root = rootOf(view, object);
  if (root === undefined || (root.kind === "call" && isConstructor(view, root.call))) return [];
  const { types } = typeOfValue(view, object);
  return [...new Set(types.flatMap((type) => targetsOfFamily(view, type, name)))];
}

/** Classes derived from one that are looked at, and all that its objects may also be. */
const maximumDerived = 40;
const maximumFamily = 80;

/**
 * An object of a class may have been filled as one of its bases, or as one of those derived from it, which have other bases too. What is put into objects
 * of classes that only share a base with it is not in it.
 */
function targetsOfFamily(view: BodyView, type: Type, name: string): readonly string[] {
  if (type.kind !== "instance" && type.kind !== "class") return targetsOfTypes(view, [type], name);
  const family = new Set<string>([fieldTarget(type.class, name)]);
  const derived = view.names.descendants(type.class).slice(0, maximumDerived);
  for (const of of [type.class, ...derived]) {
    family.add(fieldTarget(of, name));
    for (const base of view.names.ancestors(of))
      if (base.kind === "class" && family.size < maximumFamily) family.add(fieldTarget(base, name));
  }
  return [...family];
}

function targetsOfTypes(view: BodyView, types: readonly Type[], name: string): readonly string[] {
  const targets = new Set<string>();
  for (const type of types) {
    if (type.kind === "instance" || type.kind === "class") targets.add(fieldTarget(type.class, name));
    else if (type.kind === "module") targets.add(writeKey({ kind: "variable", path: type.path, owner: "", name }));
  }
  return [...targets];
}

const maximumDepth = 12;

/** What an object is a part of. */
function rootOf(view: BodyView, object: ValueId): Value | undefined {
  let at = object;
  for (let depth = 0; depth < maximumDepth; depth++) {
    const value = view.graph.values[withoutVersions(view.graph, at)];
    if (value?.kind !== "field" && value?.kind !== "element") return value;
    at = value.object;
  }
  return undefined;
}

function isFollowed(view: BodyView, root: Value): boolean {
  switch (root.kind) {
    case "parameter":
    case "capture":
    case "container":
      return true;
    case "call":
      return isConstructor(view, root.call);
    default:
      return false;
  }
}

/** Whether a call makes the object that it gives. */
export function isConstructor(view: BodyView, call: number): boolean {
  const { targets, records } = calleesOf(view, call);
  return records.length > 0 || targets.some(({ receiver }) => receiver === "result");
}
