/** Names of globals with the attributes that are taken of them. */
import type { Value, ValueGraph, ValueId } from "../value-graph.js";

/** What a value is called by module and name, as "os.path.join"; undefined where it is no global, and no attribute of one. */
export function dottedNameOf(graph: ValueGraph, value: ValueId): string | undefined {
  return dottedNameIn(graph, value);
}

/** Versions and attributes that are gone back over. */
const maximumSteps = 100;

/** The same of a graph that is being made. */
export function dottedNameIn({ values }: { readonly values: readonly Value[] }, id: ValueId): string | undefined {
  const names: string[] = [];
  let at = id;
  for (let steps = 0; steps < maximumSteps; steps++) {
    const value = values[at];
    switch (value?.kind) {
      case "global":
        return [value.name, ...names].join(".");
      case "field":
        names.unshift(value.name);
        at = value.object;
        continue;
      case "guarded":
        at = value.value;
        continue;
      case "after-call":
        at = value.object;
        continue;
      default:
        return undefined;
    }
  }
  return undefined;
}
