/** What dotted names mean, members of classes and of what variables hold among them. */
import { libraryAncestors, memberOf } from "./class-hierarchy.js";
import { libraryName, type Query } from "./query.js";
import { resolveInModule, resolveStatic } from "./resolve-name.js";
import { typesOfFoundMember, typesOfWhole } from "./type-members.js";
import type { ClassRef, Resolved, Type } from "./workspace-types.js";

/**
 * What a dotted name that is written in a file means. Of a class the parts that follow are its members, of a variable those of what it holds, as far as
 * they are functions, classes, modules or things of a library.
 */
export function resolveName(query: Query, path: string, name: string): Resolved {
  const found = resolveStatic(query, path, name);
  if (found.kind !== "class" && found.kind !== "variable") return found;
  const [next, ...rest] = found.rest;
  if (next === undefined) return found;
  if (found.kind === "class") return memberOfClass(query, found, next, rest) ?? found;
  return firstOf(typesOfWhole(query, found, ""), (type) => memberOfValue(query, type, next, rest)) ?? found;
}

function firstOf<T, R>(list: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a value has under a name; undefined if that is no function, class, module or thing of a library. */
function memberOfValue(query: Query, type: Type, name: string, rest: readonly string[]): Resolved | undefined {
  switch (type.kind) {
    case "instance":
    case "class":
      return memberOfClass(query, type.class, name, rest);
    case "module":
      return resolveInModule(query, type.path, [name, ...rest]);
    case "library":
    case "builtin":
    case "external":
      return { kind: "external", name: libraryName(query, [type.name, name, ...rest].join(".")) };
    case "function":
      return undefined;
  }
}

function memberOfClass(query: Query, of: ClassRef, name: string, rest: readonly string[]): Resolved | undefined {
  const member = memberOf(query, of, name);
  const [next, ...others] = rest;
  if (member === undefined) {
    const [library] = libraryAncestors(query, of);
    return library === undefined
      ? undefined
      : { kind: "external", name: libraryName(query, [library, name, ...rest].join(".")) };
  }
  const last = member.functions[member.functions.length - 1];
  if (last !== undefined && next === undefined) return { kind: "function", ...last, rest };
  return firstOf(typesOfFoundMember(query, member, of, ""), (type) =>
    next === undefined ? thing(type) : memberOfValue(query, type, next, others),
  );
}

/** What a value itself is, if it is no object. */
function thing(type: Type): Resolved | undefined {
  switch (type.kind) {
    case "class":
      return { kind: "class", ...type.class, rest: [] };
    case "function":
      return { kind: "function", ...type.function, rest: [] };
    case "module":
      return { kind: "module", path: type.path, rest: [] };
    case "external":
      return { kind: "external", name: type.name };
    case "instance":
    case "library":
    case "builtin":
      return undefined;
  }
}
