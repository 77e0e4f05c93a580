/**
 * Value graphs: where each value of one body comes from. A body is interpreted once, abstractly, along its control flow; the graph holds every
 * value that came up and the values that it is made of, in static single information form (Ananian, 1999): what a test says of a value, what
 * a store or a call does to an object, and what comes together at a join, are values of their own. So whoever follows edges
 * is sensitive to the order of statements without looking at control flow again. Nothing in it depends on rules, on
 * models, or on other files; it is plain data.
 */

import type { BodyMark } from "../names/module-facts.js";

/** Index in `ValueGraph.values`. */
export type ValueId = number;

/** A place in the code: offsets from the start of the unit with index `unit` in `ValueGraph.units`. */
export interface CodePlace {
  readonly unit: number;
  /** UTF-16 offsets from the start of the unit. */
  readonly start: number;
  readonly end: number;
}

/** One part of an access path: ".name" a field, "[key]" an element under a constant key (strings as JSON writes them), "[*]" any element. */
export type PathPart = string;
export const anyElement: PathPart = "[*]";

/** A constant of Python, as far as it is computed. Lists, tuples and dictionaries are known by their elements' values, not here. */
export type ConstantValue =
  | { readonly type: "str"; readonly text: string }
  | { readonly type: "bytes"; readonly text: string }
  | { readonly type: "int" | "float"; readonly number: number }
  | { readonly type: "bool"; readonly truth: boolean }
  | { readonly type: "None" };

/** What a test says of a value, as seen from the branch that the value is in. */
export interface Guard {
  /** The value that is tested: the guarded one, or one that was made of it (`urlparse(url).netloc` says something of `url`). */
  readonly subject: ValueId;
  /** The comparison, call or name that was tested, by the kind of test. */
  readonly test:
    /** `value op other`, with operators as Python writes them ("in", "not in", "==", "is", "<" ...), as holds on this branch. */
    | { readonly kind: "compare"; readonly operator: string; readonly other: ValueId }
    /** `other op value` */
    | { readonly kind: "compared-with"; readonly operator: string; readonly other: ValueId }
    /** A call with the value as argument or object, by its index in `calls`; `outcome`: what it gave as a truth. */
    | { readonly kind: "call"; readonly call: number; readonly outcome: boolean }
    /** The value itself is true or false. */
    | { readonly kind: "truth"; readonly outcome: boolean };
}

/** Where a value comes from. `from` values are what it is made of. */
export type Value = { readonly place: CodePlace; readonly constant?: ConstantValue } & (
  | { readonly kind: "parameter"; readonly index: number; readonly name: string }
  /** A variable of a function around this one; its index in `captures`. */
  | { readonly kind: "capture"; readonly name: string }
  /** A name that is not the body's: of the module, imported (`name` is what it means by imports, as "flask.request"; relative ones with their dots), or built in. */
  | { readonly kind: "global"; readonly name: string }
  | { readonly kind: "constant" }
  /** `object.name`, where no store in this body says what it is. */
  | { readonly kind: "field"; readonly object: ValueId; readonly name: string }
  /** `object[key]`, likewise; `part` is "[*]" where the key is not constant. Slices are `derived`. */
  | { readonly kind: "element"; readonly object: ValueId; readonly part: PathPart; readonly key: ValueId | undefined }
  /** The result of a call; its index in `calls`. */
  | { readonly kind: "call"; readonly call: number }
  /**
   * An object after a call may have changed it: the object of the call (`argument` -1); an argument, by its index in the call's arguments; or a
   * variable that the callee, a nested function, captures (-3, -4 and so on, in the order of its `captured`).
   */
  | { readonly kind: "after-call"; readonly object: ValueId; readonly call: number; readonly argument: number }
  /** A list, tuple, set or dictionary, with what was put in where. */
  | {
      readonly kind: "container";
      readonly type: "list" | "tuple" | "set" | "dict";
      readonly elements: readonly { readonly part: PathPart; readonly value: ValueId }[];
    }
  /** An object after `object<part> = value`; what was under the part before is gone, unless the part is "[*]". */
  | { readonly kind: "store"; readonly object: ValueId; readonly part: PathPart; readonly value: ValueId }
  /** Made of other values by an operator, in the order of the text (an f-string of its constant parts and of what is put in), as text or number; `operator`: "+", "%", "format" (of f-strings), "slice", "not", "compare", "await", "iterate-key" ... */
  | {
      readonly kind: "derived";
      readonly operator: string;
      readonly from: readonly ValueId[];
      /** Of comparisons, the operators as Python writes them, between each two of `from`. */
      readonly operators?: readonly string[];
      /** Of slices with a step of one, the bounds as far as they are written down: null for one that is not known, undefined for one that is left out. */
      readonly bounds?: readonly [number | null | undefined, number | null | undefined];
    }
  /** One of these, by the way that control came. `test`: it is the value of `a and b`, or of `a or b`, of which `from` are the operands that are no constants. */
  | { readonly kind: "merge"; readonly from: readonly ValueId[]; readonly test?: "and" | "or" }
  /** The same value, on a branch of which the test said something. */
  | { readonly kind: "guarded"; readonly value: ValueId; readonly guard: Guard }
  /** A nested function, lambda or class as a value. `captured`: what its free variables hold, whenever it may run. */
  | {
      readonly kind: "function";
      readonly body: string;
      readonly captured: readonly { readonly name: string; readonly value: ValueId }[];
    }
  /** What `except ... as name` binds, and values of which nothing can be said. */
  | {
      readonly kind: "unknown";
      /** Of what `except (A, b.C) as name` binds: the dotted names of the classes as imports give them, "" for others. */
      readonly caught?: readonly string[];
    }
);

export interface CallArgument {
  /** Undefined for positional arguments. */
  readonly keyword: string | undefined;
  /** `*value` and `**value`. */
  readonly spread: "none" | "sequence" | "mapping";
  readonly value: ValueId;
}

/** One call in the body; several calls of one place (a chain) are apart. Operators and protocols are calls only where they are written as such. */
export interface CallSite {
  readonly place: CodePlace;
  /** The callee: `callee` is the value called; of `object.name(...)` also what the method is asked of. */
  readonly callee: ValueId;
  readonly method: { readonly object: ValueId; readonly name: string } | undefined;
  readonly arguments: readonly CallArgument[];
  readonly result: ValueId;
  /** The context manager of a `with`: the result is what is bound by `as`. */
  readonly isEntered?: true;
}

/** What was evaluated at a place that a mark is about, or at one that lies in it. */
export interface MarkedValue {
  /** Index among the graph's marks. */
  readonly mark: number;
  readonly place: CodePlace;
  readonly value: ValueId;
}

export interface ValueGraph {
  /** Key of the body, as in ModuleFacts. */
  readonly body: string;
  /** Starts of the units that places are relative to: live objects, of which only `start` is read. */
  readonly units: readonly { readonly start: number }[];
  readonly values: readonly Value[];
  readonly calls: readonly CallSite[];
  /** Ids of the parameters' values, in order. */
  readonly parameters: readonly ValueId[];
  /** What parameters are where no argument is given: values of the body, as far as they can be told without the one around it. */
  readonly parameterDefaults?: readonly (ValueId | undefined)[];
  /** Ids of the variables of functions around. */
  readonly captures: readonly ValueId[];
  /** What `return` gives, each once. */
  readonly returns: readonly ValueId[];
  /**
   * Each `return`, and each way past the last statement, with its place, what it gives, and the versions of parameters that hold there, guards among them, where those are not what came in: of
   * a function that checks something, what being true or false says.
   */
  readonly returned?: readonly {
    readonly place: CodePlace;
    readonly value: ValueId;
    readonly entries: readonly { readonly entry: ValueId; readonly value: ValueId }[];
  }[];
  /** What `yield` gives. */
  readonly yields: readonly ValueId[];
  /** What parameters, captures and globals are when the body ends (after stores, calls and tests: guards are kept), where that is not what they were. */
  readonly atExit: readonly { readonly entry: ValueId; readonly value: ValueId }[];
  /** Variables of the module, or of functions around (`nonlocal`), that the body assigns; of `<module>` all that it binds; of class bodies "Class.name". */
  readonly assigned: readonly { readonly name: string; readonly value: ValueId }[];
  /** Parameters on whose constant value, or on whose being a known function, something in the body depends: tests, callees, keyword arguments, keys. */
  readonly decisive: readonly number[];
  /** Whether a limit was reached; then edges may be missing. */
  readonly isCut: boolean;
  /** Places that are never reached, because a test is constant or something above them always leaves. */
  readonly unreached: readonly CodePlace[];
  /** What patterns say of places in the body, and the values there; absent where they say nothing. */
  readonly marks?: readonly BodyMark[];
  readonly marked?: readonly MarkedValue[];
}
