/** What one walk over a unit gathers. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { FunctionFact, TypeExpression } from "../module-facts.js";
import type { BodyDraft } from "./body-draft.js";
import type { BindingForm, FactScope } from "./scopes.js";
import type { TypeContext } from "./type-context.js";
import type { ClassHead, ClassMember } from "./unit-facts.js";

export interface Walk {
  readonly types: TypeContext;
  readonly bodies: BodyDraft[];
  readonly functions: FunctionFact[];
  readonly unfinished: UnfinishedFunction[];
  readonly classes: ClassHead[];
  readonly members: ClassMember[];
  readonly pending: PendingBinding[];
  /** Names that the unit itself defines functions and classes of, with how many of that name stand above it. */
  readonly defined: { readonly name: string; readonly before: number }[];
}

/** A function whose results are looked at when all of the unit is known. */
export interface UnfinishedFunction {
  readonly fact: Writable<Pick<FunctionFact, "returns" | "decoratorObjects">>;
  readonly scope: FactScope;
  readonly annotation: TypeExpression | undefined;
  /** What decorators are asked of that stands in a function, by the decorators' names. */
  readonly decoratorObjects: readonly (readonly [decorator: string, object: SyntaxNode])[];
}

export type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** Something that is bound to a variable of the module or an attribute of a class; its type is read when all of the unit is known. */
export interface PendingBinding {
  /** Key of the class; undefined for variables of the module. */
  readonly class: string | undefined;
  readonly name: string;
  readonly scope: FactScope;
  readonly value: SyntaxNode;
  readonly form: BindingForm;
}
