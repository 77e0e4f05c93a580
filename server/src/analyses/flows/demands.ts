/** Which of the bodies that have a name may mean the one that brings data: all others need not be looked at. */
import type { ModuleFacts } from "../../names/module-facts.js";
import type { ClassRef } from "../../names/workspace.js";
import type { NamesView } from "./names-view.js";

/** A body as the indexes of names have it. */
export interface NamedBody {
  readonly path: string;
  readonly key: string;
}

/** Of bodies with the name of a field those that stand in its class, a base or a class derived from it, or that can name the class. */
export function bodiesOfFamily(
  names: NamesView,
  owner: ClassRef,
  bodies: readonly NamedBody[],
  importsIn: (path: string) => FileImports | undefined,
): readonly NamedBody[] {
  const classes = new Map<string, string[]>();
  const bases = names.ancestors(owner).flatMap((base) => (base.kind === "class" ? [base] : []));
  for (const { path, key } of [...bases, ...names.descendants(owner)])
    classes.set(path, [...(classes.get(path) ?? []), `${key}.`]);
  const name = owner.key.slice(owner.key.lastIndexOf(".") + 1);
  return bodies.filter(
    ({ path, key }) =>
      path === owner.path ||
      classes.get(path)?.some((prefix) => key.startsWith(prefix)) === true ||
      importsIn(path)?.parts.has(name) === true,
  );
}

/** What a file imports: as a text that differs where it does, and by the parts of its names. */
export interface FileImports {
  readonly text: string;
  readonly parts: ReadonlySet<string>;
}

const known = new WeakMap<ModuleFacts, FileImports>();
/** What stands before the root of a module that a function imports, among its words. */
const importMark = "import ";

export function importsOf(facts: ModuleFacts): FileImports {
  let imports = known.get(facts);
  if (imports === undefined) {
    const own = facts.bodies.flatMap(({ words }) => words.filter((word) => word.startsWith(importMark)));
    const text = [...Object.values(facts.imports), ...facts.stars, ...own].join(" ");
    known.set(facts, (imports = { text, parts: new Set(text.split(/[ .]+/)) }));
  }
  return imports;
}

/** The last part of the module name of a file. */
function lastPartOfModule(path: string): string {
  const parts = path.replace(/\.pyw?$/, "").split("/");
  const last = parts.pop() ?? "";
  return last === "__init__" ? (parts.pop() ?? "") : last;
}

/** Whether what a file imports names a module, or one of these names, so that it may mean what is defined there. */
export function mayMean({ parts }: FileImports, path: string, names: readonly string[]): boolean {
  return parts.has(lastPartOfModule(path)) || names.some((name) => parts.has(name));
}
