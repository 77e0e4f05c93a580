/** What one unit adds to the facts of its file. */
import type { ModulePart } from "./body-draft.js";
import type { BodyFact, BodyKey, FunctionFact, TypeExpression } from "../module-facts.js";

/** Something that a unit says of a class; methods stand in units of their own. */
export type ClassMember = { readonly class: string; readonly name: string } & (
  | { readonly kind: "attribute"; readonly types: readonly TypeExpression[] }
  | { readonly kind: "field" }
  | { readonly kind: "method"; readonly key: BodyKey }
);

/** The head of a class. */
export interface ClassHead {
  readonly key: string;
  readonly name: string;
  readonly bases: readonly string[];
  readonly decorators: readonly string[];
}

/** A name that the unit defines functions or classes of, with how many of that name stand above it and how many it adds. */
export interface DefinedName {
  readonly name: string;
  readonly before: number;
  readonly added: number;
}

export interface UnitFacts {
  /** How often the unit's names had been resolved. */
  readonly resolution: number;
  /** Key of the class in whose body it stands; empty at module level. */
  readonly class: string;
  readonly defined: readonly DefinedName[];
  /** What string annotations asked of the file's imports. */
  readonly asked: ReadonlyMap<string, string | undefined> | undefined;
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly ClassHead[];
  readonly members: readonly ClassMember[];
  readonly variables: readonly { readonly name: string; readonly types: readonly TypeExpression[] }[];
  /** Of the functions in it. */
  readonly bodies: readonly BodyFact[];
  readonly own: ModulePart;
}
