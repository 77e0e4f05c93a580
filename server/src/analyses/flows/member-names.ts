/** The names under which models may know an attribute of a value. */
import type { ValueId } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";
import { withoutVersions } from "./definitions.js";
import type { Doubt } from "./facts.js";
import { typeOfValue } from "./value-types.js";

export interface ModelName {
  readonly name: string;
  readonly doubt: Doubt;
}

/** The names of `object.member`, the nearest class first. Of objects of which nothing is known it is "*.member", which is not sure. */
export function memberNames(view: BodyView, object: ValueId, member: string): readonly ModelName[] {
  const { library, names } = view;
  const { types, doubt } = typeOfValue(view, object);
  const found = new Map<string, Doubt>();
  const add = (name: string): void => {
    if (!found.has(name)) found.set(name, doubt);
  };
  const addMembers = (of: string): void => {
    for (const ancestor of library.ancestors(library.canonical(of))) add(`${ancestor}.${member}`);
  };
  for (const type of types) {
    switch (type.kind) {
      case "library":
        addMembers(type.name);
        break;
      case "external":
        if (library.isClass(type.name)) addMembers(type.name);
        else add(library.canonical(`${type.name}.${member}`));
        break;
      case "builtin":
        add(`${type.name}.${member}`);
        break;
      case "instance":
      case "class":
        if (names.ownerOf(type.class, member) !== undefined) break;
        for (const ancestor of names.ancestors(type.class)) if (ancestor.kind === "library") addMembers(ancestor.name);
        break;
      case "module":
      case "function":
    }
  }
  const external = externalName(view, object);
  if (external !== undefined) add(library.canonical(`${external}.${member}`));
  if (types.length === 0 && external === undefined) found.set(`*.${member}`, 2);
  return [...found].map(([name, sure]) => ({ name, doubt: sure }));
}

const maximumDepth = 8;

/** The dotted name of something of a library, as it is written where it is used. */
export function externalName(view: BodyView, id: ValueId, depth = 0): string | undefined {
  const value = view.graph.values[withoutVersions(view.graph, id)];
  if (depth > maximumDepth || value === undefined) return undefined;
  if (value.kind === "global") {
    const name = view.names.external(view.path, value.name);
    return name === undefined ? undefined : view.library.canonical(name);
  }
  if (value.kind !== "field") return undefined;
  const object = externalName(view, value.object, depth + 1);
  return object === undefined ? undefined : view.library.canonical(`${object}.${value.name}`);
}
