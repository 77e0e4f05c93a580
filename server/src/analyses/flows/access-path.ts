/** Access paths: what of a value a fact is about. An empty path is the value itself. */
import { anyElement, type PathPart } from "../../flow/value-graph.js";

export type AccessPath = readonly PathPart[];

export const wholeValue: AccessPath = [];

/** Paths are at most so long; of what lies deeper, the part that contains it counts as tainted. */
const maximumParts = 3;

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
  const whole = [part, ...path];
  return whole.length > maximumParts ? whole.slice(0, maximumParts) : whole;
}

/** The same for several parts. */
export function pathBelowAll(parts: AccessPath, path: AccessPath): AccessPath {
  if (parts.length === 0) return path;
  const whole = [...parts, ...path];
  return whole.length > maximumParts ? whole.slice(0, maximumParts) : whole;
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
