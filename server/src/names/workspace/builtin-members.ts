/** What methods of built-in types give, as far as it tells what containers hold. */
import type { Type } from "./workspace-types.js";

type Builtin = Extract<Type, { kind: "builtin" }>;

/** What calling a method of an object of a built-in type gives; undefined if that is not known here. */
export function typesOfBuiltinCall(type: Builtin, method: string): readonly Type[] | undefined {
  switch (method) {
    case "get":
    case "pop":
    case "popitem":
    case "setdefault":
    case "__getitem__":
    case "__next__":
    case "send":
    // A generator under `contextlib.contextmanager` gives what it yields.
    case "__enter__":
    case "__aenter__":
      return type.elements.length > 0 ? type.elements : undefined;
    case "copy":
    case "union":
    case "__iter__":
      return [type];
    case "values":
      return [{ kind: "builtin", name: "list", elements: type.elements }];
    case "items":
      return [
        { kind: "builtin", name: "list", elements: [{ kind: "builtin", name: "tuple", elements: type.elements }] },
      ];
    default:
      return type.name === "str" && textMethods.has(method) ? [type] : undefined;
  }
}

const textMethods: ReadonlySet<string> = new Set(
  (
    "capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip " +
    "swapcase title translate upper zfill"
  ).split(" "),
);
