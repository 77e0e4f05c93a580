/** Who uses the values of a graph. */
import type { ValueGraph, ValueId } from "../../flow/value-graph.js";

/** How a value goes into a call: an index of its arguments, or as object or callee. */
export const objectRole = -1;
export const calleeRole = -2;

export interface CallUse {
  readonly call: number;
  readonly role: number;
}

export interface GraphIndex {
  readonly graph: ValueGraph;
  /** By value: the values that are made of it, calls apart. */
  readonly uses: readonly (readonly ValueId[])[];
  readonly callUses: readonly (readonly CallUse[])[];
  /** By call: the versions of its object and arguments after it, by role. */
  readonly afterCalls: readonly ReadonlyMap<number, readonly ValueId[]>[];
  /** By value: the entries whose last version it is. */
  readonly exits: ReadonlyMap<ValueId, readonly ValueId[]>;
  readonly returned: ReadonlySet<ValueId>;
  readonly yielded: ReadonlySet<ValueId>;
  /** By value: the variables of the module that it is assigned to. */
  readonly assigned: ReadonlyMap<ValueId, readonly string[]>;
}

const none: readonly never[] = [];

/** The index of a graph; takes time that grows with its size. */
export function indexGraph(graph: ValueGraph): GraphIndex {
  const uses: ValueId[][] = graph.values.map(() => none as unknown as ValueId[]);
  const add = (used: ValueId | undefined, user: ValueId): void => {
    if (used === undefined) return;
    const known = uses[used];
    if (known === undefined) return;
    if (known.length === 0) uses[used] = [user];
    else if (known.at(-1) !== user) known.push(user);
  };
  const afterCalls = graph.calls.map(() => new Map<number, ValueId[]>());
  graph.values.forEach((value, id) => {
    switch (value.kind) {
      case "field":
      case "element":
        add(value.object, id);
        return;
      case "after-call":
        add(value.object, id);
        append(afterCalls[value.call], value.argument, id);
        return;
      case "container":
        for (const element of value.elements) add(element.value, id);
        return;
      case "store":
        add(value.object, id);
        add(value.value, id);
        return;
      case "derived":
      case "merge":
        for (const from of value.from) add(from, id);
        return;
      case "guarded":
        add(value.value, id);
        return;
      case "function":
        for (const captured of value.captured) add(captured.value, id);
        return;
      case "parameter":
      case "capture":
      case "global":
      case "constant":
      case "call":
      case "unknown":
        return;
    }
  });
  return { graph, uses, callUses: indexCalls(graph), afterCalls, ...indexEnds(graph) };
}

function indexCalls(graph: ValueGraph): readonly (readonly CallUse[])[] {
  const callUses: CallUse[][] = graph.values.map(() => none as unknown as CallUse[]);
  const add = (used: ValueId, call: number, role: number): void => {
    const known = callUses[used];
    if (known === undefined) return;
    if (known.length === 0) callUses[used] = [{ call, role }];
    else known.push({ call, role });
  };
  // `super()` is the object itself, which the call changes.
  for (const value of graph.values) {
    if (value.kind !== "after-call" || value.argument !== objectRole) continue;
    const object = graph.values[graph.calls[value.call]?.method?.object ?? -1];
    const callee = object?.kind === "call" ? graph.values[graph.calls[object.call]?.callee ?? -1] : undefined;
    if (callee?.kind === "global" && callee.name === "super") add(value.object, value.call, objectRole);
  }
  graph.calls.forEach((site, call) => {
    add(site.callee, call, calleeRole);
    if (site.method !== undefined) add(site.method.object, call, objectRole);
    site.arguments.forEach(({ value }, role) => {
      add(value, call, role);
    });
  });
  return callUses;
}

function indexEnds(graph: ValueGraph): Pick<GraphIndex, "exits" | "returned" | "yielded" | "assigned"> {
  const exits = new Map<ValueId, ValueId[]>();
  for (const { entry, value } of graph.atExit) append(exits, value, entry);
  const assigned = new Map<ValueId, string[]>();
  for (const { name, value } of graph.assigned) append(assigned, value, name);
  return { exits, assigned, returned: new Set(graph.returns), yielded: new Set(graph.yields) };
}

function append<Key, Item>(lists: Map<Key, Item[]> | undefined, key: Key, item: Item): void {
  const known = lists?.get(key);
  if (known === undefined) lists?.set(key, [item]);
  else known.push(item);
}
