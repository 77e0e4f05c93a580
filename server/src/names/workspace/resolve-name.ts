/** What dotted names mean by definitions, imports and re-exports: modules and what they define, without types of values. */
import { findModule, folderOf, mayBeProject, moduleAt } from "./module-index.js";
import { expandedFrom, readName } from "./project-files.js";
import { isBuiltin, isStandardModule } from "./python-names.js";
import { guarded, libraryName, remember, type Query } from "./query.js";
import { fileKey } from "./read-keys.js";
import type { Resolved } from "./workspace-types.js";

/** What a dotted name that is written in a file, and of which imports are replaced by what they stand for, means. */
export function resolveStatic(query: Query, path: string, name: string): Resolved {
  return remember(query, `name ${path} ${name}`, (inner) => {
    const unknown = { kind: "external", name: libraryName(inner, name) } as const;
    return resolve(inner, path, name) ?? unknown;
  });
}

function resolve(query: Query, path: string, name: string): Resolved | undefined {
  if (name.startsWith(".")) return resolveRelative(query, path, name);
  const parts = name.split(".");
  const [first = "", ...rest] = parts;
  return (
    (name.includes("<locals>") || name.includes("#") ? resolveKey(query, path, parts) : undefined) ??
    (isExpanded(query, path, name) ? undefined : memberOfModule(query, path, first, rest)) ??
    resolveAbsolute(query, path, parts) ??
    resolveThroughLibraryStar(query, path, parts)
  );
}

/** Whether the name, or what it begins with, is what an import stands for. */
function isExpanded({ project, reads }: Query, path: string, name: string): boolean {
  const dot = name.indexOf(".");
  const first = dot < 0 ? name : name.slice(0, dot);
  reads(fileKey("expanded", path, first));
  return expandedFrom(project.files.get(path), first).some(
    (meaning) => name === meaning || name.startsWith(`${meaning}.`),
  );
}

/** The key of a nested function or class of the file, with members of it. */
function resolveKey(query: Query, path: string, parts: readonly string[]): Resolved | undefined {
  const facts = query.project.files.get(path);
  for (let count = parts.length; count > 0; count--) {
    const key = parts.slice(0, count).join(".");
    const rest = parts.slice(count);
    query.reads(fileKey("function", path, key));
    if (facts !== undefined && Object.hasOwn(facts.functions, key)) return { kind: "function", path, key, rest };
    query.reads(fileKey("class", path, key));
    if (facts !== undefined && Object.hasOwn(facts.classes, key)) return classMember(query, path, key, rest);
  }
  return undefined;
}

/** What a module has under a name: its own definitions, what it imports, and what it imports with everything else. */
function memberOfModule(query: Query, path: string, name: string, rest: readonly string[]): Resolved | undefined {
  const meaning = readName(query.project.files, path, name, query.reads);
  switch (meaning?.kind) {
    case "function":
      return { kind: "function", path, key: meaning.target, rest };
    case "class":
      return classMember(query, path, meaning.target, rest);
    case "variable":
      return { kind: "variable", path, name, rest };
    case "import":
      return resolveImport(query, path, [meaning.target, ...rest].join("."));
    case undefined:
      return name.startsWith("_") ? undefined : memberByStar(query, path, name, rest);
  }
}

/** What an import stands for: never something of the file itself. */
function resolveImport(query: Query, path: string, name: string): Resolved | undefined {
  const unknown = { kind: "external", name: libraryName(query, name) } as const;
  return guarded(query, `import ${path} ${name}`, undefined, () =>
    name.startsWith(".")
      ? resolveRelative(query, path, name)
      : (resolveAbsolute(query, path, name.split(".")) ?? unknown),
  );
}

function memberByStar(query: Query, path: string, name: string, rest: readonly string[]): Resolved | undefined {
  return guarded(query, `star ${path} ${name}`, undefined, () => {
    // What is imported last hides what was there.
    for (const star of [...starsOf(query, path)].reverse()) {
      const module = modulePath(query, path, star);
      const found = module === undefined ? undefined : memberOfModule(query, module, name, rest);
      // Modules that import everything of each other look for a name in circles before they find it.
      if (found !== undefined && !isMissing(found)) return found;
    }
    return undefined;
  });
}

/** Whether only the module was found. */
function isMissing(found: Resolved): boolean {
  return found.kind === "module" && found.rest.length > 0;
}

function starsOf({ project, reads }: Query, path: string): readonly string[] {
  reads(fileKey("stars", path));
  return project.files.get(path)?.stars ?? [];
}

function modulePath(query: Query, path: string, name: string): string | undefined {
  const found = name.startsWith(".")
    ? resolveRelative(query, path, name)
    : resolveAbsolute(query, path, name.split("."));
  return found?.kind === "module" && found.rest.length === 0 ? found.path : undefined;
}

/** `..package.name` from the package of the file. */
function resolveRelative(query: Query, path: string, name: string): Resolved | undefined {
  let dots = 0;
  while (name.startsWith(".", dots)) dots++;
  let folder = folderOf(path);
  for (let up = 1; up < dots; up++) {
    if (folder === "") return undefined;
    folder = folderOf(folder);
  }
  const parts = name
    .slice(dots)
    .split(".")
    .filter((part) => part !== "");
  return resolveInModules(query, parts, (prefix) => moduleAt(query.project.modules, folder, prefix, query.reads));
}

/** A module on the search path, or something in one. */
function resolveAbsolute(query: Query, path: string, parts: readonly string[]): Resolved | undefined {
  const { modules } = query.project;
  if (!mayBeProject(modules, parts[0] ?? "", query.reads)) return undefined;
  return resolveInModules(query, parts, (prefix) =>
    prefix.length === 0 ? undefined : findModule(modules, prefix.join("."), path, query.reads),
  );
}

/** The longest beginning that is a module, and what the other parts are in it. */
function resolveInModules(
  query: Query,
  parts: readonly string[],
  find: (prefix: readonly string[]) => string | undefined,
): Resolved | undefined {
  for (let count = parts.length; count >= 0; count--) {
    const module = find(parts.slice(0, count));
    if (module === undefined) continue;
    const [name, ...rest] = parts.slice(count);
    if (name === undefined) return { kind: "module", path: module, rest: [] };
    return memberOfModule(query, module, name, rest) ?? { kind: "module", path: module, rest: [name, ...rest] };
  }
  return undefined;
}

/** A name that nothing explains may be one that a library gives by `import *`. */
function resolveThroughLibraryStar(query: Query, path: string, parts: readonly string[]): Resolved | undefined {
  const [first = ""] = parts;
  const stars = starsOf(query, path);
  if (stars.length === 0 || isBuiltin(first) || isStandardModule(first) || isExpanded(query, path, first))
    return undefined;
  const libraries = stars.filter((star) => !star.startsWith(".") && modulePath(query, path, star) === undefined);
  const last = libraries[libraries.length - 1];
  return last === undefined ? undefined : { kind: "external", name: libraryName(query, [last, ...parts].join(".")) };
}

/** A class, or the class in its body that the next parts name. */
function classMember(query: Query, path: string, key: string, rest: readonly string[]): Resolved {
  const [name, ...others] = rest;
  if (name === undefined) return { kind: "class", path, key, rest };
  const inner = `${key}.${name}`;
  query.reads(fileKey("class", path, inner));
  const facts = query.project.files.get(path);
  if (facts === undefined || !Object.hasOwn(facts.classes, inner)) return { kind: "class", path, key, rest };
  return classMember(query, path, inner, others);
}

/** What a module of the project has under a dotted name, as somebody else sees it; undefined if nothing. */
export function resolveInModule(query: Query, path: string, parts: readonly string[]): Resolved | undefined {
  const [first = "", ...rest] = parts;
  return remember(query, `member ${path} ${parts.join(".")}`, (inner) => memberOfModule(inner, path, first, rest));
}
