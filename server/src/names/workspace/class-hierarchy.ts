/** Bases, method resolution orders, members and subclasses, across files. */
import type { TypeExpression } from "../module-facts.js";
import { entryOf } from "../records.js";
import { mergeOrders } from "./c3.js";
import { classesDerivedFrom, otherNames } from "./class-index.js";
import { ownMember } from "./project-files.js";
import { guarded, remember, type Query } from "./query.js";
import { fileKey, indexKey } from "./read-keys.js";
import { resolveStatic } from "./resolve-name.js";
import type { Ancestor, ClassRef, FunctionRef, Member } from "./workspace-types.js";

/** More than that no class has; who goes through more is lost in circles. */
const maximumAncestors = 100;
const maximumSteps = 100_000;
const maximumDescendants = 2000;

/** The direct bases of a class, those of libraries by name; what cannot be resolved is not among them. */
function basesOf(query: Query, { path, key }: ClassRef): readonly Ancestor[] {
  return remember(query, `bases ${path} ${key}`, (inner) => {
    inner.reads(fileKey("bases", path, key));
    const facts = inner.project.files.get(path);
    const names = facts === undefined ? [] : (entryOf(facts.classes, key)?.bases ?? []);
    return names.flatMap((name) => (name === "" || name === "object" ? [] : (classNamed(inner, path, name) ?? [])));
  });
}

/** The class that a name means, also where a variable stands for it. */
function classNamed(query: Query, path: string, name: string): Ancestor | undefined {
  const found = resolveStatic(query, path, name);
  if (found.kind === "external") return { kind: "library", name: found.name };
  if (found.kind === "class" && found.rest.length === 0) return { kind: "class", path: found.path, key: found.key };
  if (found.kind !== "variable" || found.rest.length > 0) return undefined;
  query.reads(fileKey("variable", found.path, found.name));
  const facts = query.project.files.get(found.path);
  const types = facts === undefined ? undefined : entryOf(facts.variables, found.name);
  return guarded(query, `alias ${found.path} ${found.name}`, undefined, () =>
    firstClass(query, found.path, types ?? []),
  );
}

/** The class that one of these is: one that is named, or what a function returns. */
function firstClass(query: Query, path: string, types: readonly TypeExpression[]): Ancestor | undefined {
  for (const type of types) {
    const target =
      type.kind === "name"
        ? classNamed(query, path, type.name)
        : type.kind === "call"
          ? classReturned(query, path, type.name)
          : undefined;
    if (target !== undefined) return target;
  }
  return undefined;
}

/** The class that a function makes, as `declarative_base()` does; those of libraries are named by the call. */
function classReturned(query: Query, path: string, name: string): Ancestor | undefined {
  const found = resolveStatic(query, path, name);
  if (found.kind === "external") return { kind: "library", name: `${found.name}()` };
  if (found.kind !== "function" || found.rest.length > 0) return undefined;
  query.reads(fileKey("function", found.path, found.key));
  const facts = query.project.files.get(found.path);
  const returns = facts === undefined ? undefined : entryOf(facts.functions, found.key)?.returns;
  return guarded(query, `class from ${found.path} ${found.key}`, undefined, () =>
    firstClass(query, found.path, returns ?? []),
  );
}

/** A class and all that it is derived from, in the order in which members are looked up. */
export function ancestorsOf(query: Query, { path, key }: ClassRef): readonly Ancestor[] {
  return remember(query, `ancestors ${path} ${key}`, (inner) => {
    const search: Search = { ancestors: new Map(), orders: new Map(), work: maximumSteps };
    return orderOf(inner, { kind: "class", path, key }, search).flatMap((id) => search.ancestors.get(id) ?? []);
  });
}

/** One search for the ancestors of a class. */
interface Search {
  readonly ancestors: Map<string, Ancestor>;
  /** Ids of a class and its ancestors, by its id. */
  readonly orders: Map<string, readonly string[]>;
  /** Steps that merging may still take. */
  work: number;
}

function idOf(ancestor: Ancestor): string {
  return ancestor.kind === "class" ? `${ancestor.path}:${ancestor.key}` : ancestor.name;
}

function orderOf(query: Query, self: Ancestor, search: Search): readonly string[] {
  const id = idOf(self);
  const known = search.orders.get(id);
  if (known !== undefined) return known;
  // A class that is its own ancestor ends there.
  const alone = [id];
  search.ancestors.set(id, self);
  search.orders.set(id, alone);
  if (search.orders.size > maximumAncestors || search.work < 0) return alone;
  const bases: readonly Ancestor[] =
    self.kind === "class"
      ? basesOf(query, self)
      : query.project.library.basesOf(self.name).map((name) => ({ kind: "library", name }));
  if (bases.length === 0) return alone;
  const orders = bases.map((base) => orderOf(query, base, search));
  search.work -= orders.length * orders.reduce((sum, order) => sum + order.length, 0);
  if (search.work < 0) return alone;
  const merged = mergeOrders(bases.length === 1 ? orders : [...orders, bases.map(idOf)]);
  const found = [id, ...merged.filter((other) => other !== id)];
  search.orders.set(id, found);
  return found;
}

/** What a class has under a name by its method resolution order. `after`: look only behind that class, as `super()` does. */
export function memberOf(query: Query, of: ClassRef, name: string, after?: ClassRef): Member | undefined {
  const order = ancestorsOf(query, of);
  let isReached = after === undefined;
  for (const ancestor of order) {
    if (ancestor.kind !== "class") continue;
    const found = isReached ? memberIn(query, ancestor, name) : undefined;
    if (found !== undefined) return found;
    isReached ||= ancestor.path === after?.path && ancestor.key === after.key;
  }
  return undefined;
}

/** What a class itself has under a name. */
function memberIn(query: Query, { path, key }: ClassRef, name: string): Member | undefined {
  query.reads(fileKey("member", path, `${key}.${name}`));
  const facts = query.project.files.get(path);
  const own = facts === undefined ? undefined : ownMember(entryOf(facts.classes, key), name);
  if (own === undefined) return undefined;
  return { class: { path, key }, functions: own.methods.map((method) => ({ path, key: method })), types: own.types };
}

/** The classes of libraries that a class is derived from, in the order of look-up. */
export function libraryAncestors(query: Query, of: ClassRef): readonly string[] {
  return ancestorsOf(query, of).flatMap((ancestor) => (ancestor.kind === "library" ? [ancestor.name] : []));
}

/** The classes that name a class as their base, in order of path and key. */
export function subclassesOf(query: Query, of: ClassRef): readonly ClassRef[] {
  return remember(query, `subclasses ${of.path} ${of.key}`, (inner) => {
    const { classes } = inner.project;
    const names = new Set([plainName(of.key)]);
    const candidates = new Map<string, ClassRef>();
    for (const name of names) {
      inner.reads(indexKey("renamed", name));
      inner.reads(indexKey("derived", name));
      for (const candidate of classesDerivedFrom(classes, name))
        candidates.set(`${candidate.path}:${candidate.key}`, candidate);
      // One name after the other is added while the set is gone through.
      if (names.size < maximumNames) for (const other of otherNames(classes, name)) names.add(other);
    }
    const isBase = (base: Ancestor): boolean => base.kind === "class" && base.path === of.path && base.key === of.key;
    return [...candidates.values()].filter((candidate) => basesOf(inner, candidate).some(isBase)).sort(byPlace);
  });
}

/** Names under which a class is looked for. */
const maximumNames = 20;

function plainName(key: string): string {
  const last = key.slice(key.lastIndexOf(".") + 1);
  const hash = last.indexOf("#");
  return hash < 0 ? last : last.slice(0, hash);
}

function byPlace(a: ClassRef, b: ClassRef): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** All classes that are derived from a class, nearer ones first. */
export function descendantsOf(query: Query, of: ClassRef): readonly ClassRef[] {
  return remember(query, `descendants ${of.path} ${of.key}`, (inner) => {
    const found = new Map<string, ClassRef>([[`${of.path}:${of.key}`, of]]);
    // What is added while they are gone through is gone through too.
    for (const next of found.values()) {
      if (found.size > maximumDescendants) break;
      for (const subclass of subclassesOf(inner, next)) {
        const id = `${subclass.path}:${subclass.key}`;
        if (!found.has(id)) found.set(id, subclass);
      }
    }
    return [...found.values()].slice(1);
  });
}

/** The definitions of a method in classes that are derived from a class. */
export function overridesOf(query: Query, of: ClassRef, name: string): readonly FunctionRef[] {
  return descendantsOf(query, of).flatMap((descendant) => memberIn(query, descendant, name)?.functions ?? []);
}
