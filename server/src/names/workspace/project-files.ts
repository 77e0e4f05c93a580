/** The facts of a project's files, and what changes when they do. */
import type { ClassFact, ModuleFacts, TypeExpression } from "../module-facts.js";
import { entryOf, sameData } from "../records.js";
import { fileKey } from "./read-keys.js";
import type { Reads } from "./workspace-types.js";

/** Facts by path. */
export type ProjectFiles = Map<string, ModuleFacts>;

/** What a module-level name of a file is. */
export interface NameMeaning {
  readonly kind: "function" | "class" | "import" | "variable";
  /** Key of the last definition, or what the import stands for. */
  readonly target: string;
}

/** What a module-level name is: definitions count before imports, and those before variables, which are fallbacks where both are there. */
export function meaningOf(facts: ModuleFacts | undefined, name: string): NameMeaning | undefined {
  if (facts === undefined) return undefined;
  const key = lastDefinition(facts, name);
  if (key !== undefined) return { kind: Object.hasOwn(facts.classes, key) ? "class" : "function", target: key };
  const imported = entryOf(facts.imports, name);
  if (imported !== undefined) return { kind: "import", target: imported };
  return Object.hasOwn(facts.variables, name) ? { kind: "variable", target: name } : undefined;
}

/** Of several definitions of a name the last one counts. */
function lastDefinition(facts: ModuleFacts, name: string): string | undefined {
  const isDefined = (key: string): boolean => Object.hasOwn(facts.functions, key) || Object.hasOwn(facts.classes, key);
  let key = isDefined(name) ? name : undefined;
  for (let count = 2; key !== undefined && isDefined(`${name}#${count}`); count++) key = `${name}#${count}`;
  return key;
}

/** What a class itself has under a name. */
export interface OwnMember {
  readonly methods: readonly string[];
  readonly types: readonly TypeExpression[] | undefined;
}

/** What a class itself has under a name; undefined if nothing. */
export function ownMember(fact: ClassFact | undefined, name: string): OwnMember | undefined {
  if (fact === undefined) return undefined;
  const methods = entryOf(fact.methods, name);
  const types = entryOf(fact.attributes, name);
  return methods === undefined && types === undefined ? undefined : { methods: methods ?? [], types };
}

/** What imports of a file stand for, as far as it begins with that part; sorted. */
export function expandedFrom(facts: ModuleFacts | undefined, first: string): readonly string[] {
  if (facts === undefined) return [];
  const found = Object.values(facts.imports).filter((meaning) => firstPart(meaning) === first);
  return found.length < 2 ? found : [...new Set(found)].sort();
}

function firstPart(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
}

/** Looks a module-level name up. */
export function readName(files: ProjectFiles, path: string, name: string, reads: Reads): NameMeaning | undefined {
  reads(fileKey("name", path, name));
  return meaningOf(files.get(path), name);
}

/** The keys of what is another when a file's facts change. Nothing is looked into that is the same object. */
export function changedParts(
  path: string,
  before: ModuleFacts | undefined,
  after: ModuleFacts | undefined,
): Set<string> {
  const changed = new Set<string>();
  if (before === undefined || after === undefined) changed.add(fileKey("file", path));
  const had = before ?? noFacts;
  const has = after ?? noFacts;
  // Names that are there in only one of both, or stand for something else.
  const names = new Set<string>();
  const note = (key: string, old: unknown, fresh: unknown): void => {
    if ((old === undefined || fresh === undefined) && !key.includes(".")) names.add(plainName(key));
  };
  for (const [key, old, fresh] of differences(had.functions, has.functions)) {
    changed.add(fileKey("function", path, key));
    note(key, old, fresh);
  }
  for (const [key, old, fresh] of differences(had.classes, has.classes)) {
    note(key, old, fresh);
    noteClass(changed, fileKey("class", path, key), old, fresh);
  }
  for (const [name, old, fresh] of differences(had.variables, has.variables)) {
    changed.add(fileKey("variable", path, name));
    note(name, old, fresh);
  }
  for (const [name, old = "", fresh = ""] of differences(had.imports, has.imports)) {
    names.add(name);
    for (const meaning of [old, fresh]) changed.add(fileKey("expanded", path, firstPart(meaning)));
  }
  changed.delete(fileKey("expanded", path));
  for (const name of names)
    if (!sameData(meaningOf(had, name), meaningOf(has, name))) changed.add(fileKey("name", path, name));
  if (!sameData(had.stars, has.stars)) changed.add(fileKey("stars", path));
  return changed;
}

const empty: Readonly<Record<string, never>> = {};

/** Of a file that is not there. */
export const noFacts: ModuleFacts = {
  imports: empty,
  stars: [],
  functions: empty,
  classes: empty,
  variables: empty,
  bodies: [],
};

/** The name that a key is a definition of, if it stands in the module itself. */
function plainName(key: string): string {
  const hash = key.lastIndexOf("#");
  return hash < 0 ? key : key.slice(0, hash);
}

function noteClass(changed: Set<string>, key: string, old: ClassFact | undefined, fresh: ClassFact | undefined): void {
  const rest = key.slice("class".length);
  changed.add(key);
  if (!sameData(old?.bases, fresh?.bases)) changed.add(`bases${rest}`);
  const names = new Set<string>();
  for (const [name] of differences(old?.methods, fresh?.methods)) names.add(name);
  for (const [name] of differences(old?.attributes, fresh?.attributes)) names.add(name);
  for (const name of names) changed.add(`member${rest}.${name}`);
}

/** The names under which two records have different values. */
export function* differences<T>(
  before: Readonly<Record<string, T>> = empty,
  after: Readonly<Record<string, T>> = empty,
): Generator<readonly [name: string, before: T | undefined, after: T | undefined]> {
  if (before === after) return;
  if (before === empty) {
    for (const name of Object.keys(after)) yield [name, undefined, after[name]];
    return;
  }
  for (const name of Object.keys(before)) {
    const old = before[name];
    const fresh = entryOf(after, name);
    if (old !== fresh && !sameData(old, fresh)) yield [name, old, fresh];
  }
  for (const name of Object.keys(after)) if (!Object.hasOwn(before, name)) yield [name, undefined, after[name]];
}
