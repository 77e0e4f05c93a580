/**
 * Words that tell from afar where sources may be: the last names of what models call a source. A word counts where a library is near that
 * gives objects with it; without one there is nothing that it could name.
 */
import type { Models } from "../../models/model.js";
import type { ModuleFacts } from "../../names/module-facts.js";
import type { Library } from "./library.js";

/** For each word the first names of libraries that it is a source in; "" for built-in names, and for those of which the library is not known. */
export interface SourceWords {
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>;
}

const anyLibrary = "";

/** The first part of a dotted name; "" for names of built-in things and of objects of unknown classes. */
function rootOf(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 || name.startsWith("*") ? anyLibrary : name.slice(0, dot);
}

/** `sources`: names of reads and calls that are sources, and of calls that functions are handed to, as models know them. */
export function createSourceWords(
  models: Models,
  canonical: (name: string) => string,
  sources: { readonly reads: Iterable<string>; readonly calls: Iterable<string> },
): SourceWords {
  const librariesOf = createHolders(models, canonical);
  const otherNames = new Map<string, string[]>();
  for (const name of Object.keys(models.aliases)) {
    const meant = canonical(name);
    otherNames.set(meant, [...(otherNames.get(meant) ?? []), name]);
  }
  const words = (names: Iterable<string>): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>();
    for (const name of names) {
      const libraries = librariesOf(name);
      for (const written of [name, ...(otherNames.get(name) ?? [])]) {
        const word = written.slice(written.lastIndexOf(".") + 1);
        const known = found.get(word) ?? new Set<string>();
        for (const library of libraries) known.add(library);
        found.set(word, known);
      }
    }
    return found;
  };
  return { reads: words(sources.reads), calls: words(sources.calls) };
}

/** The libraries of a name: its own, those with classes that are derived from its class, and those with calls and variables that give such objects. */
function createHolders(
  { types, classes, aliases }: Models,
  canonical: (name: string) => string,
): (name: string) => ReadonlySet<string> {
  const from = new Map<string, string[]>();
  const note = (to: string, name: string): void => {
    const known = from.get(to);
    if (known === undefined) from.set(to, [name]);
    else known.push(name);
  };
  for (const { name, type } of types) note(canonical(type), name);
  for (const [name, bases] of Object.entries(classes)) for (const base of bases) note(canonical(base), canonical(name));
  for (const name of Object.keys(aliases)) note(canonical(name), name);
  return (name) => {
    const libraries = new Set([rootOf(name)]);
    const dot = name.lastIndexOf(".");
    const seen = new Set([name, ...(dot < 0 ? [] : [name.slice(0, dot)])]);
    // Sets are gone through in the order in which things come in, those that come in meanwhile too.
    for (const next of seen) {
      // A module may have another name as a whole.
      for (let end = next.length; end > 0; end = next.lastIndexOf(".", end - 1)) {
        for (const holder of from.get(next.slice(0, end)) ?? []) {
          libraries.add(rootOf(holder));
          // What members of a class give is found where the class is.
          if (end === next.length) seen.add(canonical(holder.replace(/(?:\(\)|\[.*\])+$/, "").replace(/\.[^.]*$/, "")));
          if (end === next.length) seen.add(holder);
        }
      }
    }
    return libraries;
  };
}

/** What stands before the root of a module that a function imports, among its words. */
const importMark = "import ";

/** The roots of the libraries that a file imports. */
export function importedRoots({ imports, stars, bodies }: ModuleFacts): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const name of [...Object.values(imports), ...stars]) {
    if (name.startsWith(".")) continue;
    const dot = name.indexOf(".");
    roots.add(dot < 0 ? name : name.slice(0, dot));
  }
  for (const { words } of bodies)
    for (const word of words) if (word.startsWith(importMark)) roots.add(word.slice(importMark.length));
  return roots;
}

/** Tells which words may be sources where these groups of libraries are near. */
export function wordTester(
  { words }: Library,
  groups: ReadonlySet<string>,
): { readonly isRead: (word: string) => boolean; readonly isCall: (word: string) => boolean } {
  const tester =
    (table: ReadonlyMap<string, ReadonlySet<string>>) =>
    (word: string): boolean => {
      for (const group of table.get(word) ?? []) if (group === anyLibrary || groups.has(group)) return true;
      return false;
    };
  return { isRead: tester(words.reads), isCall: tester(words.calls) };
}
