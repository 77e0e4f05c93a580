/** Which groups of libraries the files of a project import. */
import type { ModuleFacts } from "../../names/module-facts.js";
import type { Library } from "./library.js";
import { importedRoots } from "./source-words.js";

export interface ImportedLibraries {
  readonly setFile: (path: string, facts: ModuleFacts | undefined) => void;
  readonly groups: () => ReadonlySet<string>;
  /** Whether there are other groups than when this was last asked. */
  readonly takeChange: () => boolean;
}

export function createImportedLibraries({ words }: Library): ImportedLibraries {
  const ofFiles = new Map<string, ReadonlySet<string>>();
  const counts = new Map<string, number>();
  let last = "";
  const count = (roots: ReadonlySet<string>, by: number): void => {
    for (const root of roots) {
      const group = words.groupOf(root);
      const sum = (counts.get(group) ?? 0) + by;
      if (sum === 0) counts.delete(group);
      else counts.set(group, sum);
    }
  };
  return {
    setFile: (path, facts) => {
      const before = ofFiles.get(path);
      if (before !== undefined) count(before, -1);
      ofFiles.delete(path);
      if (facts === undefined) return;
      const roots = importedRoots(facts);
      ofFiles.set(path, roots);
      count(roots, 1);
    },
    groups: () => new Set(counts.keys()),
    takeChange: () => {
      const now = [...counts.keys()].sort().join(" ");
      if (now === last) return false;
      last = now;
      return true;
    },
  };
}
