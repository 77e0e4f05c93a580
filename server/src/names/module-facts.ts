/**
 * What one file tells the other files of its project: plain data that survives JSON, made of the file's text alone, so that it can be kept
 * (and written to disk) in place of the text. Dotted names are as the file writes them through its imports: relative
 * ones keep their leading dots; names of the file itself start with a single dot-free name.
 */

/** A key of a body in its file: "function", "Class.method", "function.<locals>.inner", "<module>"; a second one of the same name ends in "#2". */
export type BodyKey = string;

/** The statements of the module itself, and those of class bodies, which run in the order of the text, are one body. */
export const moduleBody: BodyKey = "<module>";

/** What is known of the type of a value without looking at other files. */
export type TypeExpression =
  /** An instance of a class (or of what `Optional[...]`, a union's parts, a string annotation name), by the dotted name that the file writes. */
  | { readonly kind: "instance"; readonly name: string }
  /** What a call of that name gives: an instance if it is a class, what it returns if it is a function. */
  | { readonly kind: "call"; readonly name: string }
  /** The class, function, module or variable itself, as a value. */
  | { readonly kind: "name"; readonly name: string }
  /** What a method of a value gives. */
  | { readonly kind: "method"; readonly object: TypeExpression; readonly name: string }
  | { readonly kind: "attribute"; readonly object: TypeExpression; readonly name: string }
  /** What stands in a container of this type. */
  | { readonly kind: "element"; readonly object: TypeExpression }
  /** `self` of the class with that key in this file. */
  | { readonly kind: "self"; readonly class: string }
  /** `super()` in the class with that key: the same object, with members from the next class on. */
  | { readonly kind: "super"; readonly class: string }
  /** A parameter of a function in this file, where it has no annotation. */
  | { readonly kind: "parameter"; readonly function: BodyKey; readonly index: number }
  /** A literal or display of a built-in type: "str", "int", "dict", "list", "tuple", "set", "bytes", "float", "bool", "None". */
  | { readonly kind: "builtin"; readonly name: string }
  /** A container, "generator" among them, of which is known what it holds (of a mapping the values). */
  | { readonly kind: "container"; readonly name: string; readonly element: TypeExpression }
  /** One of these: `X | None`, `a or b`, a variable that is assigned several times. */
  | { readonly kind: "union"; readonly of: readonly TypeExpression[] };

export type ParameterKind = "positional-only" | "positional" | "keyword-only" | "star" | "double-star";

export interface ParameterFact {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly annotation?: TypeExpression;
  readonly hasDefault?: true;
  /** Dotted name of what the default is a call of: "fastapi.Depends". */
  readonly defaultCall?: string;
}

export interface FunctionFact {
  readonly key: BodyKey;
  readonly name: string;
  /** Key of the class whose body it stands in. */
  readonly class?: string;
  /** Key of the function whose body it stands in. */
  readonly parent?: BodyKey;
  readonly kind: "function" | "method" | "static-method" | "class-method" | "property";
  readonly isAsync?: true;
  readonly isGenerator?: true;
  readonly parameters: readonly ParameterFact[];
  /** Dotted names of decorators, called or not, from the outside in; "" for others. */
  readonly decorators: readonly string[];
  /** Of decorators that are asked of a variable of a function ("app.route"), by their names as above: what that variable is. */
  readonly decoratorObjects?: Readonly<Record<string, TypeExpression>>;
  /** Constant strings among the positional arguments of decorators: "/orders/<int:key>". */
  readonly routes?: readonly string[];
  /** Annotation, or what its `return` statements give, each once, at most eight. */
  readonly returns: readonly TypeExpression[];
}

export interface ClassFact {
  /** "Class", "Outer.Inner", "function.<locals>.Class". */
  readonly key: string;
  readonly name: string;
  /** Dotted names of the bases, as written; "" for others (calls, subscripts keep what is subscripted). */
  readonly bases: readonly string[];
  readonly decorators: readonly string[];
  /** Attributes, of the class and of `self` in its methods, with what is assigned or annotated; at most eight each. */
  readonly attributes: Readonly<Record<string, readonly TypeExpression[]>>;
  /** Names of the attributes of the class body that are annotated, in order: the fields of a dataclass. */
  readonly fields: readonly string[];
  /** Name of each method or property to the keys of its definitions, in order. */
  readonly methods: Readonly<Record<string, readonly BodyKey[]>>;
}

/** What makes a body worth looking at. Words are names as written: the last part of what is called, attributes that are read. */
export interface BodyFact {
  readonly key: BodyKey;
  /** Hash of the body's code and of what its names mean by the file's imports: equal if the body's value graph is equal. */
  readonly hash: string;
  /** Last names of what it calls, sorted, each once. */
  readonly calls: readonly string[];
  /** Names of attributes that it reads or writes and words of what its names mean, that stand for something that models name; sorted. */
  readonly words: readonly string[];
  /** What patterns say of places in it; absent where they say nothing. */
  readonly marks?: readonly BodyMark[];
}

/** What somebody's patterns say of one place in a body. Places are relative to a unit of the body, as in value graphs. */
export interface BodyMark {
  /** Whose patterns they are. */
  readonly rule: string;
  /** Data comes from here, must not arrive here, is harmless from here on; goes in here, and comes out at the `to` of the same number. */
  readonly role: "source" | "sink" | "sanitizer" | "from" | "to";
  /** Index among the units of the body. */
  readonly unit: number;
  /** UTF-16 offsets from the start of the unit. */
  readonly start: number;
  readonly end: number;
  /** Of sinks: whether all that lies in the place counts, and not only the place itself. */
  readonly parts?: true;
  /** Whether it holds for what the place names from there on: beside the place itself, or instead of it. */
  readonly after?: "too" | "only";
  /** What `from` and `to` belong together by. */
  readonly pair?: number;
  /** What names in a message stand for here. */
  readonly names?: Readonly<Record<string, string>>;
}

export interface ModuleFacts {
  /** What names of the module mean by imports: local name to dotted name. Those in `try` and `if` too, the last one counts. */
  readonly imports: Readonly<Record<string, string>>;
  /** Modules of which everything is imported, in order. */
  readonly stars: readonly string[];
  /** By key. Nested functions are among them; lambdas are not. */
  readonly functions: Readonly<Record<BodyKey, FunctionFact>>;
  readonly classes: Readonly<Record<string, ClassFact>>;
  /** Variables of the module with what is assigned or annotated; at most eight each. */
  readonly variables: Readonly<Record<string, readonly TypeExpression[]>>;
  /** Of all functions and of the module. */
  readonly bodies: readonly BodyFact[];
}
