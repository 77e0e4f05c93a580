/** Access paths: what of a value a fact is about. An empty path is the value itself. */
import { anyElement, type PathPart } from "../../flow/value-graph.js";

export type AccessPath = readonly PathPart[];

export const wholeValue: AccessPath = [];

/**
 * Facts have paths of at most so many parts. Of what lies deeper in lists and dictionaries the part that contains it counts as tainted; what lies
 * deeper in objects is not followed, because an object is not tainted by what it leads to.
 */
const maximumParts = 3;

/** Whether nobody follows data along a path. */
export function isTooDeep(path: AccessPath): boolean {
  return path.length > maximumParts;
}

function bounded(path: AccessPath): AccessPath {
  const cut = path[maximumParts];
  return cut?.startsWith("[") === true ? path.slice(0, maximumParts) : path;
}

/** The variable of a closure, as a part of the function as a value. */
export function capturePart(name: string): PathPart {
  return `{${name}}`;
}

/** What is tainted of `object<part>` if `path` of the object is; undefined: nothing. */
export function pathOfPart(path: AccessPath, part: PathPart): AccessPath | undefined {
  const [first] = path;
  if (first === undefined) return wholeValue;
  return partsMeet(first, part) ? path.slice(1) : undefined;
}

/** What is tainted of an object of which `path` of a part is. */
export function pathBelow(part: PathPart, path: AccessPath): AccessPath {
  return bounded([part, ...path]);
}

/** The same for several parts. */
export function pathBelowAll(parts: AccessPath, path: AccessPath): AccessPath {
  return parts.length === 0 ? path : bounded([...parts, ...path]);
}

/** What is tainted of the part at `parts`, if `path` of the whole is. */
export function pathAt(path: AccessPath, parts: AccessPath): AccessPath | undefined {
  let rest: AccessPath | undefined = path;
  for (const part of parts) {
    if (rest === undefined) return undefined;
    rest = pathOfPart(rest, part);
  }
  return rest;
}

/** Whether both may name the same part: "[*]" is any element. */
export function partsMeet(one: PathPart, other: PathPart): boolean {
  if (one === other) return true;
  return (one === anyElement && other.startsWith("[")) || (other === anyElement && one.startsWith("["));
}

export function textOfPath(path: AccessPath): string {
  return path.join("");
}
