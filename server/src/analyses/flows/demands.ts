/** Which of the bodies that have a name may mean the one that brings data: all others need not be looked at. */
import type { ModuleFacts } from "../../names/module-facts.js";
import type { ClassRef } from "../../names/workspace.js";
import type { NamesView } from "./names-view.js";

/** A body as the indexes of names have it. */
export interface NamedBody {
  readonly path: string;
  readonly key: string;
}

/** Of bodies with the name of a field those that stand in its class or a class derived from it. */
export function bodiesOfFamily(names: NamesView, owner: ClassRef, bodies: readonly NamedBody[]): readonly NamedBody[] {
  const classes = new Map<string, string[]>();
  for (const { path, key } of [owner, ...names.descendants(owner)])
    classes.set(path, [...(classes.get(path) ?? []), `${key}.`]);
  return bodies.filter(({ path, key }) => classes.get(path)?.some((prefix) => key.startsWith(prefix)) === true);
}

/** All that a file imports, as one text. */
export function importsOf(facts: ModuleFacts | undefined): string | undefined {
  if (facts === undefined) return undefined;
  const own = facts.bodies.flatMap(({ words }) => words.filter((word) => word.startsWith("import ")));
  return [...Object.values(facts.imports), ...facts.stars, ...own].join(" ");
}

/** The last part of the module name of a file. */
export function lastPartOfModule(path: string): string {
  const parts = path.replace(/\.pyw?$/, "").split("/");
  const last = parts.pop() ?? "";
  return last === "__init__" ? (parts.pop() ?? "") : last;
}

/** Whether what a file imports names something of a module, or one of these names, so that it may mean what is defined there. */
export function mayMean(imports: string | undefined, path: string, names: readonly string[]): boolean {
  if (imports === undefined) return false;
  const wanted = new Set([lastPartOfModule(path), ...names]);
  // A relative import of a package's sibling by star, or of the package itself, may give anything of it.
  return imports.split(/[ .]+/).some((part) => wanted.has(part));
}
