/** Files whose facts an index has still to take, which it does when somebody asks it. */
import type { ModuleFacts } from "./module-facts.js";

export interface Unindexed {
  readonly add: (path: string, facts: ModuleFacts) => void;
  /** Has the index take a file, if it has not. */
  readonly read: (path: string) => void;
  /** Has the index take all files that are left. */
  readonly readAll: () => void;
}

/** No files. `take` puts one into the index. */
export function createUnindexed(take: (path: string, facts: ModuleFacts) => void): Unindexed {
  const files = new Map<string, ModuleFacts>();
  return {
    add: (path, facts) => {
      files.set(path, facts);
    },
    read: (path) => {
      const facts = files.get(path);
      if (facts === undefined) return;
      files.delete(path);
      take(path, facts);
    },
    readAll: () => {
      for (const [path, facts] of files) {
        files.delete(path);
        take(path, facts);
      }
    },
  };
}
