/**
 * Words that tell from afar where sources may be: the last names of what models call a source. A word counts where a library that it
 * belongs to is imported somewhere in the project; without that library there is nothing that it could name.
 */
import type { Models } from "../../models/model.js";
import type { ModuleFacts } from "../../names/module-facts.js";
import type { Library } from "./library.js";

/** For each word the groups of libraries that it is a source in; "" for built-in names, and for those of which the library is not known. */
export interface SourceWords {
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>;
  /** The group of a library: those whose objects come out of each other's calls are one. */
  readonly groupOf: (root: string) => string;
}

const anyLibrary = "";

/** The first part of a dotted name; "" for names of built-in things and of objects of unknown classes. */
function rootOf(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 || name.startsWith("*") ? anyLibrary : name.slice(0, dot);
}

/** Unites what models connect. `sources`: names of reads and calls that are sources, and of calls that functions are handed to. */
export function createSourceWords(
  models: Models,
  sources: { readonly reads: Iterable<string>; readonly calls: Iterable<string> },
): SourceWords {
  const groupOf = createGroups(models);
  const words = (names: Iterable<string>): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>();
    for (const name of names) {
      const word = name.slice(name.lastIndexOf(".") + 1);
      const root = rootOf(name);
      const groups = found.get(word) ?? new Set<string>();
      groups.add(root === anyLibrary ? anyLibrary : groupOf(root));
      found.set(word, groups);
    }
    return found;
  };
  return { reads: words(sources.reads), calls: words(sources.calls), groupOf };
}

/** Disjoint sets of library roots (Tarjan, 1975), by the connections that models make. */
function createGroups({ types, classes, aliases }: Models): (root: string) => string {
  const parents = new Map<string, string>();
  const find = (root: string): string => {
    let at = root;
    for (let parent = parents.get(at); parent !== undefined; parent = parents.get(at)) at = parent;
    return at;
  };
  const unite = (one: string, other: string): void => {
    const [left, right] = [rootOf(one), rootOf(other)];
    if (left === anyLibrary || right === anyLibrary) return;
    const [a, b] = [find(left), find(right)];
    if (a !== b) parents.set(a < b ? b : a, a < b ? a : b);
  };
  for (const { name, type } of types) unite(name, type);
  for (const [name, bases] of Object.entries(classes)) for (const base of bases) unite(name, base);
  for (const [from, to] of Object.entries(aliases)) unite(`${from}.x`, `${to}.x`);
  return find;
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

/** Tells which words may be sources in a project that imports these groups of libraries. */
export function wordTester(
  library: Library,
  groups: ReadonlySet<string>,
): { readonly isRead: (word: string) => boolean; readonly isCall: (word: string) => boolean } {
  const tester = (table: ReadonlyMap<string, ReadonlySet<string>>): ((word: string) => boolean) => {
    const known = new Map<string, boolean>();
    return (word) => {
      let is = known.get(word);
      if (is === undefined) {
        const of = table.get(word);
        is = of !== undefined && [...of].some((group) => group === anyLibrary || groups.has(group));
        known.set(word, is);
      }
      return is;
    };
  };
  return { isRead: tester(library.words.reads), isCall: tester(library.words.calls) };
}
