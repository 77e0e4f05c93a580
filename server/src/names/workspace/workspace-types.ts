/** What questions about several files take and give. */
import type { BodyKey, TypeExpression } from "../module-facts.js";

/** Is told each thing that an answer rests on, what is missing too, as a key whose value `Workspace.valueOf` gives. */
export type Reads = (key: string) => void;

export interface FunctionRef {
  readonly path: string;
  readonly key: BodyKey;
}

export interface ClassRef {
  readonly path: string;
  /** Key in the facts of the file. */
  readonly key: string;
}

export interface BodyRef {
  readonly path: string;
  readonly key: BodyKey;
}

/** What a dotted name means. `rest` are the parts behind what was found, of which nothing is known. */
export type Resolved =
  | { readonly kind: "function"; readonly path: string; readonly key: BodyKey; readonly rest: readonly string[] }
  | { readonly kind: "class"; readonly path: string; readonly key: string; readonly rest: readonly string[] }
  | { readonly kind: "module"; readonly path: string; readonly rest: readonly string[] }
  /** A variable of a module. */
  | { readonly kind: "variable"; readonly path: string; readonly name: string; readonly rest: readonly string[] }
  /** Something of a library, or built in, by its dotted name; all parts are in it. */
  | { readonly kind: "external"; readonly name: string };

/** A class in a method resolution order. */
export type Ancestor = ({ readonly kind: "class" } & ClassRef) | { readonly kind: "library"; readonly name: string };

/** What a class has under a name, itself or from a class of the project that it is derived from. */
export interface Member {
  /** The class whose body or methods define it. */
  readonly class: ClassRef;
  /** Its definitions as a function, in order: several for properties with setters and for overloads. */
  readonly functions: readonly FunctionRef[];
  /** What is assigned to it, in the terms of the file of `class`. Undefined if nothing is. */
  readonly types: readonly TypeExpression[] | undefined;
}

/** What a value can be. */
export type Type =
  /** An object of a class of the project. */
  | { readonly kind: "instance"; readonly class: ClassRef }
  /** An object of a class of a library, by its dotted name. */
  | { readonly kind: "library"; readonly name: string }
  /** An object of a built-in type, with what it holds if that is known. */
  | { readonly kind: "builtin"; readonly name: string; readonly elements: readonly Type[] }
  /** The class itself. */
  | { readonly kind: "class"; readonly class: ClassRef }
  /** The function itself; `receiver`: the object or class that it was asked of. */
  | { readonly kind: "function"; readonly function: FunctionRef; readonly receiver: ClassRef | undefined }
  | { readonly kind: "module"; readonly path: string }
  /** A function, class or module of a library itself. */
  | { readonly kind: "external"; readonly name: string };

/** What libraries say of types; models/ knows it. Names are dotted. */
export interface LibraryTypes {
  /**
   * The class of what a variable or attribute ("flask.request"), a call ("sqlite3.connect()") or an item ("re.finditer()[*]") is; undefined
   * if nothing is known. Members are asked of one class at a time.
   */
  readonly typeOf: (name: string) => string | undefined;
  /** The direct bases of a class of a library. */
  readonly basesOf: (className: string) => readonly string[];
  /** The name that the library's documentation uses for a thing. Default: the same. */
  readonly canonicalName?: (name: string) => string;
}

/** A library of which nothing is known. */
export const noLibraryTypes: LibraryTypes = { typeOf: () => undefined, basesOf: () => [] };
