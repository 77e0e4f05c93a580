/** What is known of values that a module's own statements made: variables of modules and classes, seen from other bodies. */
import { anyElement, type PathPart, type ValueId } from "../../flow/value-graph.js";
import type { Type } from "../../names/workspace.js";
import { partsMeet, type AccessPath } from "./access-path.js";
import type { Binding } from "./bindings.js";
import type { BodyView } from "./body-view.js";
import { constantOf, withoutVersions } from "./definitions.js";

/** What the variable that a value is holds, and in which file that is said. */
export function bindingOfValue(
  view: BodyView,
  id: ValueId,
): { readonly binding: Binding; readonly path: string } | undefined {
  const value = view.graph.values[withoutVersions(view.graph, id)];
  if (value?.kind === "global") {
    const variable = view.names.variable(view.path, value.name);
    const binding = variable === undefined ? undefined : view.summaries.binding(variable.path, variable.name);
    return variable === undefined || binding === undefined ? undefined : { binding, path: variable.path };
  }
  return value?.kind === "field" ? bindingOfField(view, value.object, value.name) : undefined;
}

/** `self.PATTERN` of a class that says what it is. */
function bindingOfField(
  view: BodyView,
  object: ValueId,
  name: string,
): { readonly binding: Binding; readonly path: string } | undefined {
  const self = view.graph.values[withoutVersions(view.graph, object)];
  const key = view.fact?.class;
  if (self?.kind !== "parameter" || self.index !== 0 || key === undefined) return undefined;
  const owner = view.names.ownerOf({ path: view.path, key }, name);
  const binding = owner === undefined ? undefined : view.summaries.binding(owner.path, `${owner.key}.${name}`);
  return owner === undefined || binding === undefined ? undefined : { binding, path: owner.path };
}

/** The functions and classes that stand at a path of a variable. */
export function boundTypes(view: BodyView, id: ValueId, path: AccessPath): readonly Type[] {
  const bound = bindingOfValue(view, id);
  if (bound === undefined) return [];
  const { binding, path: file } = bound;
  const functions = binding.functions
    .filter((entry) => pathsMeet(entry.path, path))
    .map(({ body }): Type => ({ kind: "function", function: { path: file, key: body }, receiver: undefined }));
  const named = binding.names
    .filter((entry) => pathsMeet(entry.path, path))
    .flatMap(({ name }) => view.names.typesOf(file, { kind: "name", name }));
  return [...functions, ...named];
}

function pathsMeet(one: AccessPath, other: AccessPath): boolean {
  return one.length === other.length && one.every((part, index) => partsMeet(part, other[index] ?? ""));
}

/** The part of a container that a value names as a key. */
export function partOfKey(view: BodyView, key: ValueId): PathPart {
  const constant = constantOf(view.graph, key);
  if (constant?.type === "str") return `[${JSON.stringify(constant.text)}]`;
  return constant?.type === "int" && constant.number >= 0 ? `[${constant.number}]` : anyElement;
}
