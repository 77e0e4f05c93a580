/** Which classes write which names as bases, and which names are given to what is called otherwise. */
import type { ModuleFacts, TypeExpression } from "../module-facts.js";
import { differences } from "./project-files.js";
import { indexKey } from "./read-keys.js";
import type { ClassRef } from "./workspace-types.js";

export interface ClassIndex {
  /** For the last part of a base's name, the classes that write it, by path. */
  readonly derived: Map<string, Map<string, Set<string>>>;
  /** For the last part of a name, the other names that imports and variables give it, with how many do. */
  readonly renamed: Map<string, Map<string, number>>;
}

export function createClassIndex(): ClassIndex {
  return { derived: new Map(), renamed: new Map() };
}

/** Brings the index up to date; gives the keys of what that changes. */
export function updateClasses(
  index: ClassIndex,
  path: string,
  before: ModuleFacts | undefined,
  after: ModuleFacts | undefined,
): string[] {
  const changed: string[] = [];
  const noteRename = (meaning: string | undefined, alias: string, change: number): void => {
    if (meaning !== undefined && countRename(index, meaning, alias, change))
      changed.push(indexKey("renamed", lastPart(meaning)));
  };
  for (const [key, old, fresh] of differences(before?.classes, after?.classes)) {
    const had = new Set(old?.bases.map(lastPart));
    const has = new Set(fresh?.bases.map(lastPart));
    for (const base of had) {
      if (has.delete(base)) continue;
      removeDerived(index, base, path, key);
      changed.push(indexKey("derived", base));
    }
    for (const base of has) {
      addDerived(index, base, path, key);
      changed.push(indexKey("derived", base));
    }
  }
  for (const [alias, old, fresh] of differences(before?.imports, after?.imports)) {
    noteRename(old, alias, -1);
    noteRename(fresh, alias, 1);
  }
  for (const [alias, old, fresh] of differences(before?.variables, after?.variables)) {
    for (const name of namesAmong(old)) noteRename(name, alias, -1);
    for (const name of namesAmong(fresh)) noteRename(name, alias, 1);
  }
  return changed;
}

function namesAmong(types: readonly TypeExpression[] = []): string[] {
  return types.flatMap((type) => (type.kind === "name" ? [type.name] : []));
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function addDerived({ derived }: ClassIndex, base: string, path: string, key: string): void {
  const paths = derived.get(base) ?? new Map<string, Set<string>>();
  derived.set(base, paths);
  const keys = paths.get(path) ?? new Set<string>();
  paths.set(path, keys);
  keys.add(key);
}

function removeDerived({ derived }: ClassIndex, base: string, path: string, key: string): void {
  const paths = derived.get(base);
  const keys = paths?.get(path);
  keys?.delete(key);
  if (keys?.size === 0) paths?.delete(path);
  if (paths?.size === 0) derived.delete(base);
}

/** Whether the set of other names changes. */
function countRename({ renamed }: ClassIndex, meaning: string, alias: string, change: number): boolean {
  const name = lastPart(meaning);
  if (name === alias || name === "") return false;
  const aliases = renamed.get(name) ?? new Map<string, number>();
  const before = aliases.get(alias) ?? 0;
  const after = before + change;
  if (after === 0) aliases.delete(alias);
  else aliases.set(alias, after);
  if (aliases.size === 0) renamed.delete(name);
  else renamed.set(name, aliases);
  return before === 0 || after === 0;
}

/** The classes that write a base of that name, in order of path and key. */
export function classesDerivedFrom({ derived }: ClassIndex, name: string): readonly ClassRef[] {
  const paths = [...(derived.get(name) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  return paths.flatMap(([path, keys]) => [...keys].sort().map((key) => ({ path, key })));
}

/** The other names that something of that name is given somewhere; sorted. */
export function otherNames({ renamed }: ClassIndex, name: string): readonly string[] {
  return [...(renamed.get(name)?.keys() ?? [])].sort();
}
