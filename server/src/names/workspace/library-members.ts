/** Types of what belongs to libraries, by what is known of them. */
import { isBuiltinClass } from "./python-names.js";
import { libraryName, type Query } from "./query.js";
import type { Type } from "./workspace-types.js";

/** How many classes are asked for one member. */
const maximumClasses = 40;

/** A class of a library and those that it is derived from, as libraries tell it, nearer ones first. */
export function libraryClasses({ project }: Query, name: string): readonly string[] {
  const classes = new Set([name]);
  for (const next of classes) {
    if (classes.size >= maximumClasses) break;
    for (const base of project.library.basesOf(next)) classes.add(base);
  }
  return [...classes];
}

/** An object of the class of that name. */
export function objectOf(query: Query, className: string): Type {
  const name = libraryName(query, className);
  return isBuiltinClass(name) || name === "None" ? { kind: "builtin", name, elements: [] } : { kind: "library", name };
}

/** What is known of a dotted name, with `()` behind it for a call and `[*]` for an item. */
function known(query: Query, name: string): Type | undefined {
  const type = query.project.library.typeOf(name);
  return type === undefined ? undefined : objectOf(query, type);
}

/** A variable, function, class or module of a library. `part` is "[*]" if an item of it is meant. */
export function typesOfExternal(query: Query, name: string, part: string): readonly Type[] {
  const type = known(query, name + part);
  if (type !== undefined) return [type];
  return part === "" ? [{ kind: "external", name }] : [];
}

/** What a call of something of a library gives: a class makes objects, and what is written with a capital is taken for one. */
export function typesOfExternalCall(query: Query, name: string, part: string): readonly Type[] {
  const type = known(query, `${name}()${part}`);
  if (type !== undefined) return [type];
  if (part !== "") return [];
  const last = name.slice(name.lastIndexOf(".") + 1);
  return isBuiltinClass(name) || /^[A-Z][\w]*[a-z]/.test(last) ? [objectOf(query, name)] : [];
}

/** A member of an object of one of these classes (`suffix` "()": what calling it gives), the first that is known. */
export function typesOfLibraryMember(
  query: Query,
  classes: readonly string[],
  member: string,
  suffix: string,
): readonly Type[] {
  for (const start of classes) {
    for (const name of libraryClasses(query, start)) {
      const type = known(query, `${name}${member === "" ? "" : "."}${member}${suffix}`);
      if (type !== undefined) return [type];
    }
  }
  return [];
}
