/** Small sets of types. */
import { sameData } from "../records.js";
import type { ClassRef, Type } from "./workspace-types.js";

/** How many types are kept of one value. */
const maximumTypes = 8;

/** Each type once, at most eight. */
export function typeSet(types: Iterable<Type>): readonly Type[] {
  const set: Type[] = [];
  for (const type of types) {
    if (set.length >= maximumTypes) break;
    if (!set.some((known) => sameData(known, type))) set.push(type);
  }
  return set;
}

/** What comes of each type, together. */
export function forEachType(types: readonly Type[], look: (type: Type) => readonly Type[]): readonly Type[] {
  return types.length === 1 && types[0] !== undefined ? look(types[0]) : typeSet(types.flatMap(look));
}

export function instanceOf({ path, key }: ClassRef): Type {
  return { kind: "instance", class: { path, key } };
}
