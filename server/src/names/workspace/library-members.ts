/** Types of what belongs to libraries, by what is known of them. */
import { isBuiltinClass } from "./python-names.js";
import { libraryName, type Part, type Query } from "./query.js";
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

/** What is known of a dotted name, with `()` behind it for a call; of an item of it, or of what is known of the whole. */
function known(query: Query, name: string, part: Part): Type | undefined {
  const { typeOf } = query.project.library;
  const type = typeOf(name + part);
  if (type !== undefined) return objectOf(query, type);
  const whole = part === "" ? undefined : typeOf(name);
  return whole === undefined ? undefined : typesOfLibraryMember(query, [whole], "", part)[0];
}

/** A variable, function, class or module of a library. */
export function typesOfExternal(query: Query, name: string, part: Part): readonly Type[] {
  const type = known(query, name, part) ?? knownMember(query, name, "", part);
  if (type !== undefined) return [type];
  return part === "" ? [{ kind: "external", name }] : [];
}

/** What a call of something of a library gives: a class makes objects, and what is written with a capital is taken for one. */
export function typesOfExternalCall(query: Query, name: string, part: Part): readonly Type[] {
  const type = known(query, `${name}()`, part) ?? knownMember(query, name, "()", part);
  if (type !== undefined) return [type];
  if (part !== "") return [];
  const last = name.slice(name.lastIndexOf(".") + 1);
  return isBuiltinClass(name) || /^[A-Z][\w]*[a-z]/.test(last) ? [objectOf(query, name)] : [];
}

/** The end of a dotted name may be a member of what its beginning is known to be: `flask.request.args`. */
function knownMember(query: Query, name: string, call: "" | "()", part: Part): Type | undefined {
  for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) {
    let type = known(query, name.slice(0, dot), "");
    if (type === undefined) continue;
    const members = name.slice(dot + 1).split(".");
    const last = members.pop() ?? "";
    for (const member of members) [type] = membersOf(query, type, member, "");
    return membersOf(query, type, last + call, part)[0];
  }
  return undefined;
}

function membersOf(query: Query, type: Type | undefined, member: string, part: Part): readonly Type[] {
  return type?.kind === "library" ? typesOfLibraryMember(query, [type.name], member, part) : [];
}

/**
 * A member of an object of one of these classes, the first that is known: "name" an attribute, "name()" what calling it gives, "" the object.
 */
export function typesOfLibraryMember(
  query: Query,
  classes: readonly string[],
  member: string,
  part: Part,
): readonly Type[] {
  for (const start of classes) {
    for (const name of libraryClasses(query, start)) {
      const type = member === "" ? itemOf(query, name, part) : known(query, `${name}.${member}`, part);
      if (type !== undefined) return [type];
    }
  }
  return [];
}

/** An item of an object of a class itself. */
function itemOf(query: Query, className: string, part: Part): Type | undefined {
  const type = query.project.library.typeOf(className + part);
  return type === undefined || part === "" ? undefined : objectOf(query, type);
}
