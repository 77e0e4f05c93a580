/** Hashes of bodies, and which bodies are others when the facts of a file are. */
import type { BodyKey, ModuleFacts } from "../../names/module-facts.js";

export interface BodyHashes {
  /** The hash of a body; undefined if there is none. */
  readonly of: (facts: ModuleFacts | undefined, body: BodyKey) => string | undefined;
  /** Keys of the bodies that came, went or changed. */
  readonly changed: (before: ModuleFacts | undefined, after: ModuleFacts | undefined) => readonly BodyKey[];
}

type Bodies = ModuleFacts["bodies"];

export function createBodyHashes(): BodyHashes {
  const tables = new WeakMap<Bodies, ReadonlyMap<BodyKey, string>>();
  const none: ReadonlyMap<BodyKey, string> = new Map();
  const tableOf = (facts: ModuleFacts | undefined): ReadonlyMap<BodyKey, string> => {
    if (facts === undefined) return none;
    let table = tables.get(facts.bodies);
    if (table === undefined) {
      table = new Map(facts.bodies.map(({ key, hash }) => [key, hash]));
      tables.set(facts.bodies, table);
    }
    return table;
  };
  return {
    of: (facts, body) => tableOf(facts).get(body),
    changed: (before, after) => {
      if (before?.bodies === after?.bodies) return [];
      const [old, fresh] = [tableOf(before), tableOf(after)];
      const changed: BodyKey[] = [];
      for (const [key, hash] of fresh) if (old.get(key) !== hash) changed.push(key);
      for (const key of old.keys()) if (!fresh.has(key)) changed.push(key);
      return changed;
    },
  };
}
