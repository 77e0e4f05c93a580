/** Value graphs of bodies that somebody asked for, the last ones. */
import type { ValueGraph } from "../../flow/value-graph.js";

export interface GraphCache {
  /** The graph under `key`, if it was made of the body with that hash. */
  readonly get: (key: string, hash: string) => ValueGraph | undefined;
  readonly set: (key: string, hash: string, graph: ValueGraph) => void;
  /** Forgets all of them, and with them the syntax that they are made of. */
  readonly clear: () => void;
}

/** A cache for graphs with at most so many values in all. */
export function createGraphCache(maximumValues: number): GraphCache {
  const graphs = new Map<string, { readonly hash: string; readonly graph: ValueGraph }>();
  let values = 0;
  const remove = (key: string): void => {
    values -= graphs.get(key)?.graph.values.length ?? 0;
    graphs.delete(key);
  };
  return {
    get: (key, hash) => {
      const entry = graphs.get(key);
      if (entry === undefined || entry.hash !== hash) return undefined;
      // Maps keep the order in which keys came: the first one is the one that was not asked for for longest.
      graphs.delete(key);
      graphs.set(key, entry);
      return entry.graph;
    },
    set: (key, hash, graph) => {
      remove(key);
      graphs.set(key, { hash, graph });
      values += graph.values.length;
      for (const oldest of graphs.keys()) {
        if (values <= maximumValues || oldest === key) break;
        remove(oldest);
      }
    },
    clear: () => {
      graphs.clear();
      values = 0;
    },
  };
}
