/** The scopes of a unit while it is walked: what names stand for, as far as facts are concerned. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { BodyKey, ParameterFact } from "../module-facts.js";
import type { BodyDraft } from "./body-draft.js";

/** How a target gets its value. */
export type BindingForm =
  /** `target = value` */
  | "value"
  /** An item of the value: `for`, and targets in tuples. */
  | "element"
  /** `with value as target` */
  | "entered"
  /** `target: value` */
  | "annotation"
  /** `except value as target` */
  | "exception"
  /** `target[...] = value` */
  | "stored";

export interface Binding {
  readonly name: string;
  readonly value: SyntaxNode;
  readonly form: BindingForm;
}

export interface FactScope {
  readonly parent: FactScope | undefined;
  readonly kind: "module" | "class" | "function";
  /** Of the function or class; empty for the module. */
  readonly key: string;
  /** The body that its code belongs to. */
  readonly body: BodyDraft;
  /** How many functions and classes of each name it has so far. */
  counts: Map<string, number> | undefined;
  /** Keys of functions and classes that are defined in it; of several of one name the last. */
  definitions: Map<string, string> | undefined;
  /** The first parameter of a method, and whether it is the class or an object of it. */
  readonly self: { readonly name: string; readonly class: string; readonly isClass: boolean } | undefined;
  readonly parameters: readonly ParameterFact[];
  readonly bindings: Binding[];
  /** Names that it declares as the module's. */
  readonly globals: string[];
  readonly returns: SyntaxNode[];
  readonly yields: SyntaxNode[];
  isGenerator: boolean;
}

const nothing: never[] = [];

/** A scope in which nothing is bound yet. */
export function createScope(
  parent: FactScope | undefined,
  kind: FactScope["kind"],
  key: string,
  body: BodyDraft,
  method?: { readonly self: FactScope["self"]; readonly parameters: readonly ParameterFact[] },
): FactScope {
  const isFunction = kind === "function";
  return {
    parent,
    kind,
    key,
    body,
    counts: undefined,
    definitions: undefined,
    self: method?.self,
    parameters: method?.parameters ?? nothing,
    bindings: isFunction ? [] : nothing,
    globals: isFunction ? [] : nothing,
    returns: isFunction ? [] : nothing,
    yields: isFunction ? [] : nothing,
    isGenerator: false,
  };
}

/** What the keys of definitions in a scope depend on. */
export interface KeyScope {
  readonly kind: FactScope["kind"];
  readonly key: string;
  counts: FactScope["counts"];
}

/** The key of the next function or class of that name in a scope. Two that ask in the order of the text get the same keys. Made of the name, so that it lives as long. */
export function nextKey(scope: KeyScope, name: string): BodyKey {
  scope.counts ??= new Map();
  const count = (scope.counts.get(name) ?? 0) + 1;
  scope.counts.set(name, count);
  const prefix = scope.kind === "module" ? "" : scope.kind === "class" ? `${scope.key}.` : `${scope.key}.<locals>.`;
  return count === 1 ? prefix + name : `${prefix}${name}#${count}`;
}

/** The key of the nearest function or class that a name stands for by a definition in the same unit. */
export function definitionOf(scope: FactScope, name: string): string | undefined {
  for (let at: FactScope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.kind === "module" || (at.kind === "class" && at !== scope)) continue;
    const key = at.definitions?.get(name);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** The first parameter of the method around, if `name` is it. */
export function selfOf(scope: FactScope, name: string): NonNullable<FactScope["self"]> | undefined {
  for (let at: FactScope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.self?.name === name) return at.self;
    if (at.parameters.some((parameter) => parameter.name === name)) return undefined;
  }
  return undefined;
}
