/** Keys of the entries that flows are computed from. Parts are separated by line breaks, which neither paths nor names have. */
import type { ConstantValue } from "../../flow/value-graph.js";
import type { BodyKey } from "../../names/module-facts.js";
import type { ClassRef, FunctionRef } from "../../names/workspace.js";
import type { AccessPath } from "./access-path.js";
import type { KnownParameter } from "./flow-types.js";

/** What callers say of a body's parameters: constants, and functions that parameters or captured variables are. */
export interface CallContext {
  readonly constants: readonly KnownParameter[];
  readonly functions: readonly (readonly [parameter: number | string, function_: FunctionRef])[];
  /** The class that the object of a method is of, and no subclass of it. */
  readonly receiver?: ClassRef;
  /** How many contexts lie above this one, itself included. */
  readonly depth: number;
}

export const noCallContext: CallContext = { constants: [], functions: [], depth: 0 };

/** Where a fact comes into a body: a parameter by its index, or a captured variable. */
export type EntryPoint = number | string;

export type EntryKey =
  /** Where a fact goes that comes into a body. */
  | {
      readonly kind: "entry";
      readonly path: string;
      readonly body: BodyKey;
      readonly point: EntryPoint;
      readonly of: AccessPath;
      readonly context: CallContext;
    }
  /** What the sources of a body do. */
  | { readonly kind: "sources"; readonly path: string; readonly body: BodyKey }
  /** What callers of a body get from sources. */
  | { readonly kind: "results"; readonly path: string; readonly body: BodyKey }
  /** Who hands the function of a body to a framework. */
  | { readonly kind: "registered"; readonly path: string; readonly body: BodyKey }
  /** On which parameters a body decides something. */
  | { readonly kind: "decisive"; readonly path: string; readonly body: BodyKey }
  /** What a field of a class, or a variable of a module, holds from sources. */
  | { readonly kind: "field" | "variable"; readonly path: string; readonly owner: string; readonly name: string }
  /** Who may read such a field or variable. */
  | {
      readonly kind: "readers";
      readonly of: "field" | "variable";
      readonly path: string;
      readonly owner: string;
      readonly name: string;
    }
  /** Whether calls of that name may bring something from sources, or reading an attribute or variable of that name. */
  | { readonly kind: "called" | "read"; readonly name: string }
  /** What the result of a body says of a parameter if it is true, or false. */
  | {
      readonly kind: "guard";
      readonly path: string;
      readonly body: BodyKey;
      readonly parameter: number;
      readonly outcome: boolean;
    }
  /** What a variable of a module holds by its statements. */
  | { readonly kind: "binding"; readonly path: string; readonly name: string }
  /** Whether a variable of a file, which code in it reads without saying so, holds something. */
  | { readonly kind: "file"; readonly path: string }
  /** The bodies of a file that have sources. */
  | { readonly kind: "roots"; readonly path: string };

export function writeKey(key: EntryKey): string {
  switch (key.kind) {
    case "entry":
      return ["entry", key.path, key.body, JSON.stringify([key.point, ...key.of]), writeContext(key.context)].join(
        "\n",
      );
    case "sources":
    case "results":
    case "registered":
    case "decisive":
      return `${key.kind}\n${key.path}\n${key.body}`;
    case "field":
    case "variable":
      return `${key.kind}\n${key.path}\n${key.owner}\n${key.name}`;
    case "readers":
      return `readers\n${key.path}\n${key.owner}\n${key.name}\n${key.of}`;
    case "guard":
      return `guard\n${key.path}\n${key.body}\n${key.parameter}\n${String(key.outcome)}`;
    case "binding":
      return `binding\n${key.path}\n${key.name}`;
    case "called":
    case "read":
      return `${key.kind}\n${key.name}`;
    case "file":
    case "roots":
      return `${key.kind}\n${key.path}`;
  }
}

export function readKey(text: string): EntryKey | undefined {
  const [kind, first = "", second = "", third = "", fourth = ""] = text.split("\n");
  switch (kind) {
    case "entry": {
      const [point, ...of] = JSON.parse(third) as [EntryPoint, ...string[]];
      return { kind, path: first, body: second, point, of, context: readContext(fourth) };
    }
    case "sources":
    case "results":
    case "registered":
    case "decisive":
      return { kind, path: first, body: second };
    case "field":
    case "variable":
      return { kind, path: first, owner: second, name: third };
    case "readers":
      return { kind, path: first, owner: second, name: third, of: fourth === "field" ? "field" : "variable" };
    case "guard":
      return { kind, path: first, body: second, parameter: Number(third), outcome: fourth === "true" };
    case "binding":
      return { kind, path: first, name: second };
    case "called":
    case "read":
      return { kind, name: first };
    case "file":
    case "roots":
      return { kind, path: first };
    default:
      return undefined;
  }
}

export function isEmptyContext({ constants, functions, receiver }: CallContext): boolean {
  return constants.length + functions.length === 0 && receiver === undefined;
}

function writeContext(context: CallContext): string {
  const { constants, functions, depth, receiver } = context;
  if (isEmptyContext(context)) return "";
  return JSON.stringify([
    depth,
    constants.map(({ index, constant }) => [index, constant]),
    functions.map(([parameter, { path, key }]) => [parameter, path, key]),
    ...(receiver === undefined ? [] : [receiver.path, receiver.key]),
  ]);
}

type WrittenContext = [number, [number, ConstantValue][], [number | string, string, string][], string?, string?];

function readContext(text: string): CallContext {
  if (text === "") return noCallContext;
  const [depth, constants, functions, path, key] = JSON.parse(text) as WrittenContext;
  return {
    depth,
    constants: constants.map(([index, constant]) => ({ index, constant })),
    functions: functions.map(([parameter, file, body]) => [parameter, { path: file, key: body }] as const),
    ...(path === undefined || key === undefined ? {} : { receiver: { path, key } }),
  };
}
