/**
 * Which files of a project import which, by the dotted names alone: a name fits every file whose path ends in it. That may be more than what is really
 * imported, and never less, so it tells where something of a file cannot be known.
 */
import type { ModuleFacts } from "../../names/module-facts.js";

export interface ImportGraph {
  /** Brings the graph up to date; gives the files whose neighbourhood is another: the file itself and those that import it. */
  readonly setFile: (path: string, facts: ModuleFacts | undefined) => ReadonlySet<string>;
  /** Top-level names of what a file imports, and of what the files of the project that it imports do. */
  readonly librariesNear: (path: string) => ReadonlySet<string>;
  /** The files that import a file, or import one that does, and so on; the file itself among them. */
  readonly reaching: (path: string) => ReadonlySet<string>;
}

interface FileImports {
  /** Absolute as far as that can be told: relative names are put behind the folder. */
  readonly modules: ReadonlySet<string>;
  readonly libraries: ReadonlySet<string>;
}

const noImports: FileImports = { modules: new Set(), libraries: new Set() };

export function createImportGraph(): ImportGraph {
  const files = new Map<string, FileImports>();
  /** Files by each name that they import, and by each name that they can be imported by. */
  const importers = new Map<string, Set<string>>();
  const named = new Map<string, Set<string>>();
  const reached = new Map<string, ReadonlySet<string>>();
  const importersOf = (path: string): Set<string> => {
    const found = new Set<string>();
    for (const name of namesOf(path)) for (const importer of importers.get(name) ?? []) found.add(importer);
    return found;
  };
  return {
    setFile: (path, facts) => {
      const before = files.get(path) ?? noImports;
      const after = facts === undefined ? noImports : importsOf(path, facts);
      const isKnown = files.has(path);
      if (facts === undefined) files.delete(path);
      else files.set(path, after);
      const isSame = sameSet(before.modules, after.modules);
      if (isSame && isKnown === (facts !== undefined)) return new Set();
      reached.clear();
      for (const name of before.modules) take(importers, name, path);
      for (const name of after.modules) put(importers, name, path);
      for (const name of namesOf(path)) {
        if (facts === undefined) take(named, name, path);
        else put(named, name, path);
      }
      return importersOf(path).add(path);
    },
    librariesNear: (path) => {
      const own = files.get(path) ?? noImports;
      const near = new Set(own.libraries);
      for (const name of own.modules) {
        for (const imported of named.get(name) ?? [])
          for (const library of files.get(imported)?.libraries ?? []) near.add(library);
      }
      return near;
    },
    reaching: (path) => {
      const known = reached.get(path);
      if (known !== undefined) return known;
      const found = new Set([path]);
      // Sets are gone through in the order in which things come in, those that come in meanwhile too.
      for (const next of found) for (const importer of importersOf(next)) found.add(importer);
      reached.set(path, found);
      return found;
    },
  };
}

function importsOf(path: string, { imports, stars }: ModuleFacts): FileImports {
  const modules = new Set<string>();
  const libraries = new Set<string>();
  for (const written of [...Object.values(imports), ...stars]) {
    const name = absoluteName(path, written);
    modules.add(name);
    // `from a.b import c` may mean the module a.b.c, or something in a.b.
    const dot = name.lastIndexOf(".");
    if (dot > 0) modules.add(name.slice(0, dot));
    if (!written.startsWith(".")) libraries.add(firstPart(written));
  }
  return { modules, libraries };
}

function firstPart(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
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
