/** What values of known types have, and what calling them gives. */
import type { FunctionFact, TypeExpression } from "../module-facts.js";
import { entryOf } from "../records.js";
import { typesOfBuiltinCall } from "./builtin-members.js";
import { libraryAncestors, memberOf } from "./class-hierarchy.js";
import { typesOfExternal, typesOfExternalCall, typesOfLibraryMember } from "./library-members.js";
import { guarded, type Part, type Query } from "./query.js";
import { folderOf, moduleAt, moduleOfFolder } from "./module-index.js";
import { fileKey } from "./read-keys.js";
import { resolveInModule } from "./resolve-name.js";
import { forEachType, instanceOf, typeSet } from "./type-sets.js";
import type { ClassRef, FunctionRef, Member, Resolved, Type } from "./workspace-types.js";

/** The types themselves, or those of their items. */
export function partOf(query: Query, types: readonly Type[], part: Part): readonly Type[] {
  return part === "" ? types : forEachType(types, (type) => elementsOf(query, type));
}

/** What stands in a value of a type. */
export function elementsOf(query: Query, type: Type): readonly Type[] {
  switch (type.kind) {
    case "builtin":
      return type.elements;
    case "library":
      return typesOfLibraryMember(query, [type.name], "", "[*]");
    case "instance": {
      const member = memberOf(query, type.class, "__getitem__");
      if (member !== undefined) return typesOfMemberCall(query, member, type.class, "");
      const iterator = memberOf(query, type.class, "__iter__");
      if (iterator !== undefined) return typesOfMemberCall(query, iterator, type.class, "[*]");
      return typesOfLibraryMember(query, libraryAncestors(query, type.class), "", "[*]");
    }
    default:
      return [];
  }
}

/** What an attribute of a value is. */
export function typesOfAttribute(query: Query, type: Type, name: string, part: Part): readonly Type[] {
  switch (type.kind) {
    case "instance":
    case "class":
      return typesOfMember(query, type.class, name, part);
    case "library":
      return typesOfLibraryMember(query, [type.name], name, part);
    case "module":
      return typesOfResolved(query, resolveInModule(query, type.path, [name]) ?? moduleBelow(query, type, name), part);
    case "external": {
      const module = moduleBelow(query, type, name);
      return module === undefined
        ? typesOfExternal(query, `${type.name}.${name}`, part)
        : typesOfResolved(query, module, part);
    }
    case "builtin":
    case "function":
      return [];
  }
}

/** `import package.module` gives the package: the module is an attribute of it. A folder that is no package is one all the same. */
function moduleBelow(
  { project, reads }: Query,
  of: Extract<Type, { kind: "module" | "external" }>,
  name: string,
): Resolved | undefined {
  const path =
    of.kind === "external"
      ? moduleOfFolder(project.modules, `${of.name}.${name}`, reads)
      : of.path.endsWith("__init__.py")
        ? moduleAt(project.modules, folderOf(of.path), [name], reads)
        : undefined;
  return path === undefined ? undefined : { kind: "module", path, rest: [] };
}

function typesOfMember(query: Query, of: ClassRef, name: string, part: Part): readonly Type[] {
  const member = memberOf(query, of, name);
  if (member === undefined) return typesOfLibraryMember(query, libraryAncestors(query, of), name, part);
  return typesOfFoundMember(query, member, of, part);
}

/** A member as it is read: a property is called. */
export function typesOfFoundMember(query: Query, member: Member, receiver: ClassRef, part: Part): readonly Type[] {
  const [first] = member.functions;
  const assigned = typesOfList(query, member.class.path, receiver, member.types ?? [], part);
  if (first === undefined) return assigned;
  if (functionFact(query, first)?.kind === "property")
    return typeSet([...typesOfReturn(query, first, receiver, part), ...assigned]);
  const last = member.functions[member.functions.length - 1] ?? first;
  return part === "" ? typeSet([{ kind: "function", function: last, receiver }, ...assigned]) : assigned;
}

/** What calling a method (or what an attribute holds) gives. */
export function typesOfMethodCall(query: Query, type: Type, name: string, part: Part): readonly Type[] {
  if (query.steps-- <= 0) return [];
  if (name === "__call__" && type.kind !== "instance") return typesOfCall(query, type, part);
  switch (type.kind) {
    case "instance": {
      const member = memberOf(query, type.class, name);
      if (member !== undefined) return typesOfMemberCall(query, member, type.class, part);
      const found = typesOfLibraryMember(query, libraryAncestors(query, type.class), `${name}()`, part);
      return found.length === 0 ? enteredItself(query, type, name, part) : found;
    }
    case "class": {
      const member = memberOf(query, type.class, name);
      if (member !== undefined) return typesOfMemberCall(query, member, type.class, part);
      return typesOfLibraryMember(query, libraryAncestors(query, type.class), `${name}()`, part);
    }
    case "library": {
      const found = typesOfLibraryMember(query, [type.name], `${name}()`, part);
      return found.length === 0 ? enteredItself(query, type, name, part) : found;
    }
    case "builtin": {
      const found = typesOfBuiltinCall(type, name);
      return found === undefined
        ? typesOfLibraryMember(query, [type.name], `${name}()`, part)
        : partOf(query, found, part);
    }
    case "module":
    case "function":
      return forEachType(typesOfAttribute(query, type, name, ""), (callee) => typesOfCall(query, callee, part));
    case "external":
      return typesOfExternalCall(query, `${type.name}.${name}`, part);
  }
}

/** `with value as target` gives the value itself, unless something else is known. */
function enteredItself(query: Query, type: Type, name: string, part: Part): readonly Type[] {
  return name === "__enter__" || name === "__aenter__" ? partOf(query, [type], part) : [];
}

/** What calling a member gives, whether it is a method, a property that holds something, or an attribute. */
export function typesOfMemberCall(query: Query, member: Member, receiver: ClassRef, part: Part): readonly Type[] {
  const last = member.functions[member.functions.length - 1];
  if (last !== undefined && functionFact(query, last)?.kind !== "property")
    return typesOfReturn(query, last, receiver, part);
  return forEachType(typesOfFoundMember(query, member, receiver, ""), (callee) => typesOfCall(query, callee, part));
}

/** What calling a value gives. */
export function typesOfCall(query: Query, type: Type, part: Part): readonly Type[] {
  switch (type.kind) {
    case "class":
      return partOf(query, [instanceOf(type.class)], part);
    case "function":
      return typesOfReturn(query, type.function, type.receiver, part);
    case "external":
      return typesOfExternalCall(query, type.name, part);
    case "instance":
      return guarded(query, `call ${type.class.path} ${type.class.key}`, [], () =>
        typesOfMethodCall(query, type, "__call__", part),
      );
    case "library":
    case "builtin":
    case "module":
      return [];
  }
}

/** What a function returns. `receiver`: the class of the object that it is called on. */
export function typesOfReturn(
  query: Query,
  ref: FunctionRef,
  receiver: ClassRef | undefined,
  part: Part,
): readonly Type[] {
  const fact = functionFact(query, ref);
  if (fact === undefined) return [];
  const around = receiver === undefined ? "" : `${receiver.path}:${receiver.key}`;
  return guarded(query, `return ${ref.path}:${ref.key} ${around}${part}`, [], () =>
    typesOfList(query, ref.path, receiver, fact.returns, part),
  );
}

/** What stands for a dotted name. */
export function typesOfResolved(query: Query, found: Resolved | undefined, part: Part): readonly Type[] {
  if (found === undefined || query.steps-- <= 0) return [];
  if (found.kind === "external") return typesOfExternal(query, found.name, part);
  // What a module does not have was looked for already.
  if (found.kind === "module" && found.rest.length > 0) return [];
  const [...rest] = found.rest;
  const last = rest.pop();
  if (last === undefined) return typesOfWhole(query, found, part);
  const object = rest.reduce<readonly Type[]>(
    (types, name) => forEachType(types, (type) => typesOfAttribute(query, type, name, "")),
    typesOfWhole(query, found, ""),
  );
  return forEachType(object, (type) => typesOfAttribute(query, type, last, part));
}

/** What was found, without the parts behind it. */
export function typesOfWhole(
  query: Query,
  found: Exclude<Resolved, { kind: "external" }>,
  part: Part,
): readonly Type[] {
  switch (found.kind) {
    case "class":
      return part === "" ? [{ kind: "class", class: { path: found.path, key: found.key } }] : [];
    case "function":
      return part === ""
        ? [{ kind: "function", function: { path: found.path, key: found.key }, receiver: undefined }]
        : [];
    case "module":
      return part === "" ? [{ kind: "module", path: found.path }] : [];
    case "variable":
      return typesOfVariable(query, found.path, found.name, part);
  }
}

/** What a variable of a module holds. */
function typesOfVariable(query: Query, path: string, name: string, part: Part): readonly Type[] {
  query.reads(fileKey("variable", path, name));
  const facts = query.project.files.get(path);
  const types = (facts === undefined ? undefined : entryOf(facts.variables, name)) ?? [];
  return guarded(query, `variable ${path} ${name} ${part}`, [], () => typesOfList(query, path, undefined, types, part));
}

function typesOfList(
  query: Query,
  path: string,
  receiver: ClassRef | undefined,
  expressions: readonly TypeExpression[],
  part: Part,
): readonly Type[] {
  return typeSet(
    expressions.flatMap((expression) => query.project.typesOf(query, { path, receiver }, expression, part)),
  );
}

/** The facts of a function. */
export function functionFact({ project, reads }: Query, { path, key }: FunctionRef): FunctionFact | undefined {
  reads(fileKey("function", path, key));
  const facts = project.files.get(path);
  return facts === undefined ? undefined : entryOf(facts.functions, key);
}
