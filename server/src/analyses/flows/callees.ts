/** What a call may run: bodies of the project, and names that models may know. */
import type { CallSite } from "../../flow/value-graph.js";
import type { FunctionFact } from "../../names/module-facts.js";
import type { ClassRef, FunctionRef, Type } from "../../names/workspace.js";
import type { BodyView } from "./body-view.js";
import { bindingOfValue } from "./bound-values.js";
import { partialOf } from "./partial.js";
import { withoutVersions } from "./definitions.js";
import { wrapperOf } from "./decorators.js";
import type { Doubt } from "./facts.js";
import { typeOfValue } from "./value-types.js";

/** A body of the project that a call may run. */
export interface Target {
  readonly ref: FunctionRef;
  /** Undefined for lambdas. */
  readonly fact: FunctionFact | undefined;
  /** What becomes of the first parameter: the object of the call, the result (of a constructor), or it is given like others. */
  readonly receiver: "object" | "result" | "none";
  /** Positional parameters that arguments do not fill: 1 for methods. */
  readonly skipped: number;
  /** How many of those `functools.partial` has filled. */
  readonly fixed?: number;
  readonly doubt: Doubt;
  /** The function that the target wraps as a decorator, by the variable that holds it. */
  readonly wraps: { readonly variable: string; readonly function: FunctionRef } | undefined;
}

export interface Callees {
  readonly targets: readonly Target[];
  /** Names for models, the nearest class first. */
  readonly names: readonly { readonly name: string; readonly doubt: Doubt }[];
  /** Classes whose fields the arguments become, as of dataclasses. */
  readonly records: readonly ClassRef[];
  /** Fields of a named tuple that the arguments become. */
  readonly fields: readonly string[] | undefined;
  /** Whether anything is known of the callee. */
  readonly isKnown: boolean;
}

const maximumTargets = 16;

interface Draft {
  readonly targets: Map<string, Target>;
  readonly names: Map<string, Doubt>;
  readonly records: ClassRef[];
  isKnown: boolean;
}

/** What the call may run; worked out once. */
export function calleesOf(view: BodyView, call: number): Callees {
  const known = view.callees.get(call);
  if (known !== undefined) return known;
  const site = view.graph.calls[call];
  const draft: Draft = { targets: new Map(), names: new Map(), records: [], isKnown: false };
  if (site !== undefined) resolve(view, site, draft);
  const callees: Callees = {
    targets: [...draft.targets.values()].slice(0, maximumTargets),
    names: [...draft.names].map(([name, doubt]) => ({ name, doubt })),
    records: draft.records,
    fields: site === undefined ? undefined : bindingOfValue(view, site.callee)?.binding.fields,
    isKnown: draft.isKnown,
  };
  view.callees.set(call, callees);
  return callees;
}

function resolve(view: BodyView, site: CallSite, draft: Draft): void {
  const { method } = site;
  if (method !== undefined) {
    if (resolveSuper(view, method.object, method.name, draft)) return;
    const { types, doubt } = typeOfValue(view, method.object);
    const isExact = view.receiver !== undefined && isOwnObject(view, method.object);
    for (const type of types) resolveMethod(view, type, { name: method.name, isExact, doubt }, draft);
    if (draft.isKnown) return;
  }
  const partial = partialOf(view, site.callee);
  const { types, doubt } = typeOfValue(view, partial?.function ?? site.callee);
  for (const type of types) resolveValue(view, type, doubt, draft);
  const fixed = partial?.fixed ?? bindingOfValue(view, site.callee)?.binding.fixed;
  if (fixed !== undefined) skipFixed(draft, fixed);
  if (draft.isKnown || method === undefined) return;
  addName(draft, `*.${method.name}`, 2);
  const only = view.names.onlyMethod(method.name);
  if (only !== undefined) addFunction(view, only, "object", 1, draft);
}

/** Positional parameters that `functools.partial` has filled are not filled by the call. */
function skipFixed({ targets }: Draft, fixed: number): void {
  for (const [key, target] of targets) targets.set(key, { ...target, skipped: target.skipped + fixed, fixed });
}

/** `super().method()`: the next definition in the order of look-up, seen from the class that the code stands in. */
function resolveSuper(view: BodyView, object: number, name: string, draft: Draft): boolean {
  const value = view.graph.values[object];
  const key = view.fact?.class;
  if (value?.kind !== "call" || !isSuperCall(view, value.call) || key === undefined) return false;
  const of = { path: view.path, key };
  draft.isKnown = true;
  for (const ref of view.names.inherited(view.receiver ?? of, name, of)) addFunction(view, ref, "object", 0, draft);
  if (draft.targets.size === 0) addNamesOfBases(view, of, name, 0, draft);
  return true;
}

export function isSuperCall({ graph }: BodyView, call: number): boolean {
  const callee = graph.values[graph.calls[call]?.callee ?? -1];
  return callee?.kind === "global" && callee.name === "super";
}

/** A method that is asked for. */
interface Asked {
  readonly name: string;
  /** Whether the object is of no subclass. */
  readonly isExact: boolean;
  readonly doubt: Doubt;
}

function isOwnObject({ graph, fact }: BodyView, object: number): boolean {
  const value = graph.values[withoutVersions(graph, object)];
  return value?.kind === "parameter" && value.index === 0 && fact?.class !== undefined;
}

function resolveMethod(view: BodyView, type: Type, asked: Asked, draft: Draft): void {
  const { name, doubt } = asked;
  switch (type.kind) {
    case "instance":
    case "class":
      resolveMember(view, type, asked, draft);
      return;
    case "library":
      addLibraryMember(view, type.name, name, doubt, draft);
      return;
    case "builtin":
      draft.isKnown = true;
      addName(draft, `${type.name}.${name}`, doubt);
      return;
    case "external":
      draft.isKnown = true;
      if (view.library.isClass(type.name)) addLibraryMember(view, type.name, name, doubt, draft);
      else addName(draft, view.library.canonical(`${type.name}.${name}`), doubt);
      return;
    case "module":
    case "function":
      for (const member of view.names.attribute(type, name)) resolveValue(view, member, doubt, draft);
  }
}

function addLibraryMember({ library }: BodyView, of: string, name: string, doubt: Doubt, draft: Draft): void {
  draft.isKnown = true;
  for (const ancestor of library.ancestors(library.canonical(of))) addName(draft, `${ancestor}.${name}`, doubt);
}

function resolveMember(
  view: BodyView,
  type: Extract<Type, { readonly kind: "instance" | "class" }>,
  { name, isExact, doubt }: Asked,
  draft: Draft,
): void {
  const { names } = view;
  const own = names.methods(type.class, name);
  const isInstance = type.kind === "instance";
  for (const ref of isInstance && !isExact ? [...own, ...names.overrides(type.class, name)] : own) {
    const kind = names.functionFact(ref)?.kind;
    if (kind === "property") {
      for (const result of names.attribute(type, name)) resolveValue(view, result, doubt, draft);
      continue;
    }
    const takesObject = kind === "class-method" || (kind === "method" && isInstance);
    addFunction(view, ref, takesObject ? "object" : "none", doubt, draft);
  }
  if (own.length > 0) return;
  const members = names.attribute(type, name);
  for (const member of members) resolveValue(view, member, doubt, draft);
  addNamesOfBases(view, type.class, name, doubt, draft);
}

/** Members that a class of the project has from a library. */
function addNamesOfBases(view: BodyView, of: ClassRef, name: string, doubt: Doubt, draft: Draft): void {
  for (const ancestor of view.names.ancestors(of)) {
    if (ancestor.kind === "library") addLibraryMember(view, ancestor.name, name, doubt, draft);
  }
}

function resolveValue(view: BodyView, type: Type, doubt: Doubt, draft: Draft): void {
  switch (type.kind) {
    case "function": {
      const kind = view.names.functionFact(type.function)?.kind;
      const takesObject = type.receiver !== undefined && (kind === "method" || kind === "class-method");
      addFunction(view, type.function, takesObject ? "object" : "none", doubt, draft);
      return;
    }
    case "class":
      resolveConstructor(view, type.class, doubt, draft);
      return;
    case "instance":
      for (const ref of [
        ...view.names.methods(type.class, "__call__"),
        ...view.names.overrides(type.class, "__call__"),
      ])
        addFunction(view, ref, "object", doubt, draft);
      return;
    case "external":
      draft.isKnown = true;
      addName(draft, view.library.canonical(type.name), doubt);
      return;
    case "library":
      addLibraryMember(view, type.name, "__call__", doubt, draft);
      return;
    case "builtin":
    case "module":
      draft.isKnown = true;
  }
}

function resolveConstructor(view: BodyView, of: ClassRef, doubt: Doubt, draft: Draft): void {
  draft.isKnown = true;
  const { names, library } = view;
  const initialisers = [...names.methods(of, "__init__"), ...names.methods(of, "__new__")];
  for (const ref of initialisers) addFunction(view, ref, "result", doubt, draft);
  for (const ancestor of names.ancestors(of)) {
    if (ancestor.kind !== "library") continue;
    for (const name of library.ancestors(library.canonical(ancestor.name))) addName(draft, name, doubt);
  }
  if (initialisers.length === 0) draft.records.push(of);
}

function addFunction(view: BodyView, ref: FunctionRef, receiver: Target["receiver"], doubt: Doubt, draft: Draft): void {
  draft.isKnown = true;
  const fact = view.names.functionFact(ref);
  const skipped = receiver === "none" ? 0 : 1;
  const key = `${ref.path}\n${ref.key}`;
  const name = dottedName(ref);
  if (view.library.call(name) !== undefined) addName(draft, name, doubt);
  const wrapper = fact === undefined || isWrappedHere(view, ref) ? undefined : wrapperOf(view, ref, fact);
  if (wrapper !== undefined) {
    const inner = view.names.functionFact(wrapper.ref);
    const wraps = { variable: wrapper.variable, function: ref };
    // What wraps a method gets the object as an argument like others.
    draft.targets.set(`${key}\nwrapped`, { ref: wrapper.ref, fact: inner, receiver, skipped, doubt, wraps });
    return;
  }
  if (!draft.targets.has(key)) draft.targets.set(key, { ref, fact, receiver, skipped, doubt, wraps: undefined });
}

/** Whether this body is what a decorator put in place of the function. */
function isWrappedHere({ functions }: BodyView, { path, key }: FunctionRef): boolean {
  return [...functions].some(([name, other]) => typeof name === "string" && other.path === path && other.key === key);
}

/** The name by which importers know something of the project. */
function dottedName({ path, key }: FunctionRef): string {
  const module = path.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
  return `${module}.${key}`;
}

function addName(draft: Draft, name: string, doubt: Doubt): void {
  const known = draft.names.get(name);
  if (known === undefined || known > doubt) draft.names.set(name, doubt);
}
