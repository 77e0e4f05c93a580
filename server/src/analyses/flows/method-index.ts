/** Which methods of the project have a name, so that a method of an object of unknown type can be found if it is the only one. */
import type { ModuleFacts } from "../../names/module-facts.js";
import { createUnindexed } from "../../names/unindexed.js";
import type { FunctionRef } from "../../names/workspace.js";

export interface MethodIndex {
  /** Brings the index up to date; gives the names whose methods are others. */
  readonly setFile: (path: string, facts: ModuleFacts | undefined) => ReadonlySet<string>;
  /** Takes a file that is not there yet, when somebody asks. */
  readonly adopt: (path: string, facts: ModuleFacts) => void;
  /** The only method of that name; names that methods of built-in types have are not told. */
  readonly only: (name: string) => FunctionRef | undefined;
  /** The key under which an answer is recorded. */
  readonly keyOf: (name: string) => string;
}

/** Methods of built-in types and of files, and what is so common that a name alone says nothing. */
const builtinMethods: ReadonlySet<string> = new Set(
  (
    "append add clear copy count extend index insert pop remove reverse sort get items keys values update setdefault popitem discard union " +
    "intersection difference issubset issuperset capitalize casefold center encode decode endswith expandtabs find format format_map isalnum " +
    "isalpha isdigit islower isspace isupper join ljust lower lstrip partition replace rfind rindex rjust rpartition rsplit rstrip split " +
    "splitlines startswith strip swapcase title translate upper zfill read readline readlines write writelines close flush seek tell open " +
    "group groups groupdict match search send throw run start stop execute fetchone fetchall commit rollback connect set delete save load " +
    "loads dump dumps filter all first create call main put patch post head options info debug warning error exception critical log"
  ).split(" "),
);

interface FileMethods {
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export function createMethodIndex(): MethodIndex {
  const files = new Map<string, FileMethods>();
  const byName = new Map<string, Set<string>>();
  const setFile = (path: string, facts: ModuleFacts | undefined): ReadonlySet<string> => {
    const before = files.get(path)?.names ?? new Map<string, readonly string[]>();
    const after = methodsOf(facts);
    if (facts === undefined) files.delete(path);
    else files.set(path, { names: after });
    const changed = new Set<string>();
    for (const [name, keys] of before) if (after.get(name)?.join() !== keys.join()) changed.add(name);
    for (const name of after.keys()) if (!before.has(name)) changed.add(name);
    for (const name of changed) {
      let paths = byName.get(name);
      if (paths === undefined) byName.set(name, (paths = new Set()));
      if (after.has(name)) paths.add(path);
      else paths.delete(path);
      if (paths.size === 0) byName.delete(name);
    }
    return changed;
  };
  const unindexed = createUnindexed(setFile);
  return {
    keyOf: (name) => `only:${name}`,
    adopt: unindexed.add,
    only: (name) => {
      unindexed.readAll();
      const [path, ...others] = byName.get(name) ?? [];
      const [key, ...more] = (path === undefined ? undefined : files.get(path)?.names.get(name)) ?? [];
      return path === undefined || key === undefined || others.length + more.length > 0 ? undefined : { path, key };
    },
    setFile: (path, facts) => {
      unindexed.read(path);
      return setFile(path, facts);
    },
  };
}

function methodsOf(facts: ModuleFacts | undefined): Map<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { key, name, class: of, kind } of Object.values(facts?.functions ?? {})) {
    if (of === undefined || kind === "property" || builtinMethods.has(name) || name.startsWith("__")) continue;
    const known = names.get(name);
    if (known === undefined) names.set(name, [key]);
    else known.push(key);
  }
  return names;
}
