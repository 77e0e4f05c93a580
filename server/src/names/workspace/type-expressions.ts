/** What type expressions of a file stand for, with all files known. */
import type { TypeExpression } from "../module-facts.js";
import { ancestorsOf, memberOf } from "./class-hierarchy.js";
import { objectOf, typesOfExternalCall } from "./library-members.js";
import type { Part, Query, TypeSite } from "./query.js";
import { resolveStatic } from "./resolve-name.js";
import {
  functionFact,
  partOf,
  typesOfAttribute,
  typesOfCall,
  typesOfFoundMember,
  typesOfMemberCall,
  typesOfMethodCall,
  typesOfResolved,
} from "./type-members.js";
import { forEachType, instanceOf, typeSet } from "./type-sets.js";
import type { ClassRef, Member, Type } from "./workspace-types.js";

/** The types of a value, or of its items. */
export function typesOfExpression(
  query: Query,
  site: TypeSite,
  expression: TypeExpression,
  part: Part,
): readonly Type[] {
  if (query.steps-- <= 0) return [];
  const of = (inner: TypeExpression, wanted: Part): readonly Type[] => typesOfExpression(query, site, inner, wanted);
  switch (expression.kind) {
    case "instance":
      return partOf(query, instancesNamed(query, site.path, expression.name), part);
    case "name":
      return typesOfResolved(query, resolveStatic(query, site.path, expression.name), part);
    case "call":
      return typesOfNamedCall(query, site.path, expression.name, part);
    case "method":
    case "attribute":
      return typesOfMemberExpression(query, site, expression, part);
    case "element":
      return partOf(query, of(expression.object, "[*]"), part);
    case "self":
    case "super":
      return partOf(query, [instanceOf(receiverOf(query, site, expression.class))], part);
    case "parameter": {
      const fact = functionFact(query, { path: site.path, key: expression.function });
      const annotation = fact?.parameters[expression.index]?.annotation;
      return annotation === undefined ? [] : of(annotation, part);
    }
    case "builtin":
      return part === "" ? [{ kind: "builtin", name: expression.name, elements: [] }] : [];
    case "container":
      return part === ""
        ? [{ kind: "builtin", name: expression.name, elements: of(expression.element, "") }]
        : of(expression.element, "");
    case "union":
      return typeSet(expression.of.flatMap((inner) => of(inner, part)));
  }
}

/** `object.name`, and `object.name()`. */
function typesOfMemberExpression(
  query: Query,
  site: TypeSite,
  { kind, object, name }: Extract<TypeExpression, { kind: "method" | "attribute" }>,
  part: Part,
): readonly Type[] {
  const isCalled = kind === "method";
  if (object.kind === "super") {
    const { receiver, member } = superMember(query, site, object.class, name);
    if (member === undefined) return [];
    return isCalled
      ? typesOfMemberCall(query, member, receiver, part)
      : typesOfFoundMember(query, member, receiver, part);
  }
  return forEachType(typesOfExpression(query, site, object, ""), (type) =>
    isCalled ? typesOfMethodCall(query, type, name, part) : typesOfAttribute(query, type, name, part),
  );
}

/** The class that `self` in a class is an object of: that of the receiver, if it is derived from the class. */
function receiverOf(query: Query, { path, receiver }: TypeSite, key: string): ClassRef {
  if (receiver === undefined || (receiver.path === path && receiver.key === key)) return { path, key };
  const isDerived = ancestorsOf(query, receiver).some(
    (ancestor) => ancestor.kind === "class" && ancestor.path === path && ancestor.key === key,
  );
  return isDerived ? receiver : { path, key };
}

function superMember(
  query: Query,
  site: TypeSite,
  key: string,
  name: string,
): { readonly receiver: ClassRef; readonly member: Member | undefined } {
  const receiver = receiverOf(query, site, key);
  return { receiver, member: memberOf(query, receiver, name, { path: site.path, key }) };
}

/** Objects of what a name in an annotation means. */
function instancesNamed(query: Query, path: string, name: string): readonly Type[] {
  const found = resolveStatic(query, path, name);
  if (found.kind === "external") return [objectOf(query, found.name)];
  return forEachType(typesOfResolved(query, found, ""), (type) => {
    if (type.kind === "class") return [instanceOf(type.class)];
    return type.kind === "external" ? [objectOf(query, type.name)] : [];
  });
}

/** What a call of what a name means gives. */
function typesOfNamedCall(query: Query, path: string, name: string, part: Part): readonly Type[] {
  const found = resolveStatic(query, path, name);
  if (found.kind === "external") return typesOfExternalCall(query, found.name, part);
  const [...rest] = found.rest;
  const method = rest.pop();
  if (method === undefined)
    return forEachType(typesOfResolved(query, found, ""), (type) => typesOfCall(query, type, part));
  return forEachType(typesOfResolved(query, { ...found, rest }, ""), (type) =>
    typesOfMethodCall(query, type, method, part),
  );
}
