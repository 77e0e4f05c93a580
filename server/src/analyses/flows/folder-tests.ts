/**
 * Tests that say that a path lies below a folder: `commonpath([folder, path]) == folder`, `folder in path.parents`,
 * `not relpath(path, folder).startswith("..")`. The folder may be anything, since it is named in the test.
 */
import type { Guard, ValueId } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";
import { calleesOf } from "./callees.js";
import { constantOf, withoutVersions } from "./definitions.js";

const commonFolder: ReadonlySet<string> = new Set(["os.path.commonpath", "os.path.commonprefix"]);

/** The paths of which a test of `subject` says that they lie below a folder. */
export function pathsBelowFolder(view: BodyView, subject: ValueId, test: Guard["test"]): readonly ValueId[] {
  switch (test.kind) {
    case "compare":
      return test.operator === "==" ? pathsInCommon(view, subject, test.other) : [];
    case "compared-with":
      if (test.operator === "==") return pathsInCommon(view, subject, test.other);
      return test.operator === "in" ? pathWithParents(view, subject) : [];
    case "call":
      return test.outcome ? [] : relativePath(view, subject, test.call);
    case "truth":
      return [];
  }
}

/** What makes the same path of another form. */
const pathWrappers: ReadonlySet<string> = new Set(["pathlib.Path", "pathlib.PurePath", "str", "os.fspath"]);

/** All in `commonpath([folder, path])` but the folder that it is compared with. */
function pathsInCommon(view: BodyView, subject: ValueId, other: ValueId): readonly ValueId[] {
  const elements = elementsInCommon(view, subject);
  if (elements.length < 2) return [];
  const [alone, ...more] = elementsInCommon(view, other);
  const folder = alone !== undefined && more.length === 0 ? alone : other;
  const paths = elements.filter((element) => !isSame(view, element, folder, 0));
  return paths.length < elements.length ? paths : [];
}

function elementsInCommon(view: BodyView, id: ValueId, depth = 0): readonly ValueId[] {
  const value = view.graph.values[withoutVersions(view.graph, id)];
  if (value?.kind !== "call") return [];
  const [list] = view.graph.calls[value.call]?.arguments ?? [];
  const { names } = calleesOf(view, value.call);
  if (list !== undefined && depth < maximumDepth && names.some(({ name }) => pathWrappers.has(name)))
    return elementsInCommon(view, list.value, depth + 1);
  if (list === undefined || !names.some(({ name }) => commonFolder.has(name))) return [];
  const container = view.graph.values[withoutVersions(view.graph, list.value)];
  return container?.kind === "container" ? container.elements.map((element) => element.value) : [];
}

/** `folder in path.parents`: of `path.parents` the path. */
function pathWithParents(view: BodyView, subject: ValueId): readonly ValueId[] {
  const value = view.graph.values[withoutVersions(view.graph, subject)];
  return value?.kind === "field" && value.name === "parents" ? [value.object] : [];
}

/** `relpath(path, folder).startswith("..")`: the path. */
function relativePath(view: BodyView, subject: ValueId, call: number): readonly ValueId[] {
  const { graph } = view;
  const site = graph.calls[call];
  const [prefix] = site?.arguments ?? [];
  if (site?.method?.name !== "startswith" || site.method.object !== subject || prefix === undefined) return [];
  const constant = constantOf(graph, prefix.value);
  const isUpwards =
    (constant?.type === "str" && /^\.\.[/\\]?$/.test(constant.text)) || nameOf(view, prefix.value) === "os.pardir";
  const value = graph.values[withoutVersions(graph, subject)];
  if (!isUpwards || value?.kind !== "call") return [];
  const [path, folder] = graph.calls[value.call]?.arguments ?? [];
  if (path === undefined || folder === undefined) return [];
  return calleesOf(view, value.call).names.some(({ name }) => name === "os.path.relpath") ? [path.value] : [];
}

function nameOf(view: BodyView, id: ValueId): string | undefined {
  const value = view.graph.values[withoutVersions(view.graph, id)];
  return value?.kind === "global" ? value.name : undefined;
}

const maximumDepth = 4;

/** Whether two values are one: the same value, constant or variable, or made of the same by the same call. */
function isSame(view: BodyView, left: ValueId, right: ValueId, depth: number): boolean {
  if (depth > maximumDepth) return false;
  const { graph } = view;
  const at = withoutVersions(graph, left);
  const to = withoutVersions(graph, right);
  if (at === to) return true;
  const one = graph.values[at];
  const other = graph.values[to];
  if (one?.constant !== undefined || other?.constant !== undefined)
    return (
      one?.constant?.type === "str" && other?.constant?.type === "str" && one.constant.text === other.constant.text
    );
  if (one?.kind === "global") return other?.kind === "global" && one.name === other.name;
  if (one?.kind === "field")
    return other?.kind === "field" && one.name === other.name && isSame(view, one.object, other.object, depth + 1);
  if (one?.kind !== "call" || other?.kind !== "call") return false;
  return isSameCall(view, one.call, other.call, depth + 1);
}

function isSameCall(view: BodyView, left: number, right: number, depth: number): boolean {
  const one = view.graph.calls[left];
  const other = view.graph.calls[right];
  if (one === undefined || other === undefined || one.arguments.length !== other.arguments.length) return false;
  if (!isSame(view, one.callee, other.callee, depth)) return false;
  return one.arguments.every(({ value, keyword }, index) => {
    const argument = other.arguments[index];
    return argument !== undefined && argument.keyword === keyword && isSame(view, value, argument.value, depth);
  });
}

const pathMakers: ReadonlySet<string> = new Set(
  "os.path.abspath os.path.realpath os.path.normpath os.path.normcase pathlib.Path".split(" "),
);
const pathMethods: ReadonlySet<string> = new Set(["resolve", "absolute"]);

/** What `join` or `/` has put together to a path, as far as it is normalised only. */
export function joinedParts(view: BodyView, path: ValueId, depth = 0): readonly ValueId[] {
  const { graph } = view;
  const value = graph.values[withoutVersions(graph, path)];
  if (depth > maximumDepth || value === undefined) return [];
  if (value.kind === "derived") return value.operator === "/" ? value.from : [];
  const site = value.kind === "call" ? graph.calls[value.call] : undefined;
  if (value.kind !== "call" || site === undefined) return [];
  const [argument] = site.arguments;
  const { names } = calleesOf(view, value.call);
  if (names.some(({ name }) => name === "os.path.join")) return site.arguments.map((each) => each.value);
  if (site.method !== undefined && pathMethods.has(site.method.name))
    return joinedParts(view, site.method.object, depth + 1);
  if (site.method?.name === "joinpath") return [site.method.object, ...site.arguments.map((each) => each.value)];
  if (argument === undefined || !names.some(({ name }) => pathMakers.has(name))) return [];
  return joinedParts(view, argument.value, depth + 1);
}
