/**
 * What variables of a module hold from its own statements on: functions and lambdas, tables of them, and constants that the calls were given that made
 * their objects. Bodies of the module see these variables as names only.
 */
import type { ConstantValue, ValueGraph, ValueId } from "../../flow/value-graph.js";
import { pathBelow, type AccessPath } from "./access-path.js";
import { withoutVersions } from "./definitions.js";

/** What one variable holds. */
export interface Binding {
  /** Functions by their place: none for the variable itself, `["run"]` for an entry of a table. */
  readonly functions: readonly { readonly path: AccessPath; readonly body: string }[];
  /** Names in their place: of functions and classes that other statements define, as the file writes them. */
  readonly names: readonly { readonly path: AccessPath; readonly name: string }[];
  /** Whether nothing else can be in the table. */
  readonly isComplete: boolean;
  /** How many positional arguments `functools.partial` has fixed; then the functions and names at no path are those that it stands for. */
  readonly fixed?: number;
  /** Names of the fields of a named tuple, if that is what it is. */
  readonly fields?: readonly string[];
  /** Constants that the object was made with, by position or keyword. */
  readonly made: Readonly<Record<string, ConstantValue>> | undefined;
}

const maximumEntries = 64;
const maximumDepth = 3;

/** What a variable of the module with that graph holds; undefined if nothing is known. */
export function bindingOf(graph: ValueGraph, name: string): Binding | undefined {
  const values = graph.assigned.filter((assigned) => assigned.name === name);
  const [only] = values;
  if (only === undefined || values.length > 1) return undefined;
  const draft = {
    functions: [] as Binding["functions"][number][],
    names: [] as Binding["names"][number][],
    isComplete: true,
  };
  const partial = partialIn(graph, only.value);
  collect(graph, partial?.function ?? only.value, [], draft, 0);
  const made = constantsOfMaker(graph, only.value);
  const fields = fieldsOfTuple(graph, only.value);
  if (draft.functions.length + draft.names.length === 0 && made === undefined && fields === undefined) return undefined;
  return {
    ...draft,
    made,
    ...(partial === undefined ? {} : { fixed: partial.fixed }),
    ...(fields === undefined ? {} : { fields }),
  };
}

/** `namedtuple("Point", ["x", "y"])`, `namedtuple("Point", "x y")` */
function fieldsOfTuple(graph: ValueGraph, id: ValueId): readonly string[] | undefined {
  const value = graph.values[withoutVersions(graph, id)];
  const site = value?.kind === "call" ? graph.calls[value.call] : undefined;
  const given = site?.arguments[1];
  if (site === undefined || given === undefined || dottedName(graph, site.callee) !== "collections.namedtuple")
    return undefined;
  const names = graph.values[withoutVersions(graph, given.value)];
  if (names?.constant?.type === "str") return names.constant.text.split(/[\s,]+/).filter((name) => name !== "");
  if (names?.kind !== "container") return undefined;
  return names.elements.flatMap((element) => {
    const constant = graph.values[element.value]?.constant;
    return constant?.type === "str" ? [constant.text] : [];
  });
}

/** `functools.partial(function, ...)` */
function partialIn(graph: ValueGraph, id: ValueId): { readonly function: ValueId; readonly fixed: number } | undefined {
  const value = graph.values[withoutVersions(graph, id)];
  const site = value?.kind === "call" ? graph.calls[value.call] : undefined;
  const [first] = site?.arguments ?? [];
  if (site === undefined || first === undefined || dottedName(graph, site.callee) !== "functools.partial")
    return undefined;
  const fixed = site.arguments.filter(({ keyword, spread }) => keyword === undefined && spread === "none").length - 1;
  return { function: first.value, fixed };
}

interface Draft {
  readonly functions: { path: AccessPath; body: string }[];
  readonly names: { path: AccessPath; name: string }[];
  isComplete: boolean;
}

function collect(graph: ValueGraph, id: ValueId, path: AccessPath, draft: Draft, depth: number): void {
  const value = graph.values[id];
  if (draft.functions.length + draft.names.length >= maximumEntries || depth > maximumDepth) {
    draft.isComplete = false;
    return;
  }
  switch (value?.kind) {
    case "function":
      draft.functions.push({ path, body: value.body });
      return;
    case "global":
      draft.names.push({ path, name: value.name });
      return;
    case "field": {
      const name = dottedName(graph, id);
      if (name !== undefined) draft.names.push({ path, name });
      return;
    }
    case "container":
      for (const element of value.elements) collect(graph, element.value, [...path, element.part], draft, depth + 1);
      return;
    case "store":
      collect(graph, value.object, path, draft, depth + 1);
      collect(graph, value.value, pathBelow(value.part, path), draft, depth + 1);
      return;
    case "after-call":
    case "guarded":
      collect(graph, value.kind === "guarded" ? value.value : value.object, path, draft, depth + 1);
      return;
    case "constant":
      return;
    default:
      draft.isComplete = false;
  }
}

function dottedName(graph: ValueGraph, id: ValueId): string | undefined {
  const value = graph.values[id];
  if (value?.kind === "global") return value.name;
  if (value?.kind !== "field") return undefined;
  const object = dottedName(graph, value.object);
  return object === undefined ? undefined : `${object}.${value.name}`;
}

function constantsOfMaker(graph: ValueGraph, id: ValueId): Binding["made"] {
  const value = graph.values[withoutVersions(graph, id)];
  const site = value?.kind === "call" ? graph.calls[value.call] : undefined;
  if (site === undefined) return undefined;
  const constants: Record<string, ConstantValue> = {};
  site.arguments.forEach(({ keyword, spread, value: argument }, index) => {
    const constant = graph.values[argument]?.constant;
    if (spread === "none" && constant !== undefined) constants[keyword ?? String(index)] = constant;
  });
  return Object.keys(constants).length === 0 ? undefined : constants;
}
