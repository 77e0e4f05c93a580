/**
 * Which libraries are near a file: those that it imports, and those that the files of the project that it imports do. An object of a library
 * hardly comes from further away without anybody saying its class. Files are found by dotted names alone, which may be more than what is
 * really imported, and never less.
 */
import type { ModuleFacts } from "../../names/module-facts.js";
import { createUnindexed } from "../../names/unindexed.js";
import { importedRoots } from "./source-words.js";

export interface NearLibraries {
  readonly setFile: (path: string, facts: ModuleFacts | undefined) => void;
  /** Takes a file that is not there yet, when somebody asks. It is not told as changed. */
  readonly adopt: (path: string, facts: ModuleFacts) => void;
  readonly rootsNear: (path: string) => ReadonlySet<string>;
  /** Files of which other libraries may be near than when this was last asked. */
  readonly takeChanged: () => ReadonlySet<string>;
}

interface FileImports {
  /** Names of modules, or of something in them. */
  readonly modules: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
}

const noImports: FileImports = { modules: new Set(), roots: new Set() };

export function createNearLibraries(): NearLibraries {
  const files = new Map<string, FileImports>();
  /** Files by each name that they import, and by each name that they can be imported by. */
  const importers = new Map<string, Set<string>>();
  const named = new Map<string, Set<string>>();
  let changed = new Set<string>();
  const enter = (path: string, before: FileImports, after: FileImports, isThere: boolean): void => {
    for (const name of before.modules) take(importers, name, path);
    for (const name of after.modules) put(importers, name, path);
    for (const name of namesOf(path)) {
      if (isThere) put(named, name, path);
      else take(named, name, path);
    }
  };
  const unindexed = createUnindexed((path, facts) => {
    const imports = importsOf(path, facts);
    files.set(path, imports);
    enter(path, noImports, imports, true);
  });
  return {
    adopt: unindexed.add,
    setFile: (path, facts) => {
      unindexed.read(path);
      const before = files.get(path) ?? noImports;
      const after = facts === undefined ? noImports : importsOf(path, facts);
      if (facts === undefined) files.delete(path);
      else files.set(path, after);
      changed.add(path);
      if (sameSet(before.modules, after.modules) && sameSet(before.roots, after.roots)) return;
      unindexed.readAll();
      enter(path, before, after, facts !== undefined);
      for (const name of namesOf(path)) for (const importer of importers.get(name) ?? []) changed.add(importer);
    },
    rootsNear: (path) => {
      unindexed.readAll();
      const own = files.get(path) ?? noImports;
      const near = new Set(own.roots);
      for (const name of own.modules) {
        for (const imported of named.get(name) ?? [])
          for (const root of files.get(imported)?.roots ?? []) near.add(root);
      }
      return near;
    },
    takeChanged: () => {
      const taken = changed;
      changed = new Set();
      return taken;
    },
  };
}

function importsOf(path: string, facts: ModuleFacts): FileImports {
  const modules = new Set<string>();
  for (const written of [...Object.values(facts.imports), ...facts.stars]) {
    const name = absoluteName(path, written);
    modules.add(name);
    // `from a.b import c` may mean the module a.b.c, or something in a.b.
    const dot = name.lastIndexOf(".");
    if (dot > 0) modules.add(name.slice(0, dot));
  }
  return { modules, roots: importedRoots(facts) };
}

/** Relative names are those of the folder, or of one above. */
function absoluteName(path: string, name: string): string {
  if (!name.startsWith(".")) return name;
  const rest = name.replace(/^\.+/, "");
  const folders = path.split("/").slice(0, -(name.length - rest.length));
  return [...folders, ...(rest === "" ? [] : [rest])].join(".");
}

/** The dotted names under which a file may be imported: all ends of its path. */
function namesOf(path: string): readonly string[] {
  const parts = path.replace(/(?:\/?__init__)?\.pyi?$/, "").split("/");
  return parts.map((_, index) => parts.slice(index).join("."));
}

function put(table: Map<string, Set<string>>, name: string, path: string): void {
  const known = table.get(name);
  if (known === undefined) table.set(name, new Set([path]));
  else known.add(path);
}

function take(table: Map<string, Set<string>>, name: string, path: string): void {
  const known = table.get(name);
  known?.delete(path);
  if (known?.size === 0) table.delete(name);
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size !== other.size) return false;
  for (const item of one) if (!other.has(item)) return false;
  return true;
}
