/** Which bodies call what, and have which words. The index knows files; their facts know the bodies. */
import type { BodyFact, ModuleFacts } from "../module-facts.js";
import type { ProjectFiles } from "./project-files.js";
import { indexKey } from "./read-keys.js";
import type { BodyRef } from "./workspace-types.js";

/** Numbers of files by name. */
type Postings = Map<string, number[]>;

export interface BodyIndex {
  readonly calls: Postings;
  readonly words: Postings;
  readonly paths: string[];
  readonly numbers: Map<string, number>;
}

export function createBodyIndex(): BodyIndex {
  return { calls: new Map(), words: new Map(), paths: [], numbers: new Map() };
}

/** Brings the index up to date; gives the keys of names whose bodies are others. */
export function updateBodies(
  index: BodyIndex,
  path: string,
  before: ModuleFacts | undefined,
  after: ModuleFacts | undefined,
): string[] {
  if (before?.bodies === after?.bodies) return [];
  const number = index.numbers.get(path) ?? index.paths.push(path) - 1;
  index.numbers.set(path, number);
  const changed: string[] = [];
  if (before === undefined && after !== undefined) {
    addBodies(
      index.calls,
      indexKey("calls", ""),
      number,
      after.bodies.map(({ calls }) => calls),
      changed,
    );
    addBodies(
      index.words,
      indexKey("word", ""),
      number,
      after.bodies.map(({ words }) => words),
      changed,
    );
    return changed;
  }
  for (const [part, kind] of [
    ["calls", "calls"],
    ["words", "word"],
  ] as const) {
    const names = changedNames(before?.bodies ?? [], after?.bodies ?? [], part);
    if (names.size === 0) continue;
    const had = namesIn(before, part, names);
    const has = namesIn(after, part, names);
    for (const name of names) {
      changed.push(indexKey(kind, name));
      if (has.has(name) && !had.has(name)) addPosting(index[part], name, number);
      else if (had.has(name) && !has.has(name)) removePosting(index[part], name, number);
    }
  }
  return changed;
}

/** The names of a file that is new. */
function addBodies(
  postings: Postings,
  prefix: string,
  number: number,
  lists: readonly (readonly string[])[],
  changed: string[],
): void {
  for (const names of lists) {
    for (const name of names) {
      const list = postings.get(name);
      // The file is the last one that was added, if it is there.
      if (list !== undefined && list[list.length - 1] === number) continue;
      if (list === undefined) postings.set(name, [number]);
      else list.push(number);
      changed.push(prefix + name);
    }
  }
}

/** Names that other bodies have than before. */
function changedNames(
  before: readonly BodyFact[],
  after: readonly BodyFact[],
  part: "calls" | "words",
): ReadonlySet<string> {
  const changed = new Set<string>();
  const known = new Map(before.map((body) => [body.key, body]));
  for (const body of after) {
    const old = known.get(body.key);
    known.delete(body.key);
    if (old === undefined) for (const name of body[part]) changed.add(name);
    else if (old !== body) noteDifferences(old[part], body[part], changed);
  }
  for (const body of known.values()) for (const name of body[part]) changed.add(name);
  return changed;
}

/** Of two sorted lists, what is in one only. */
function noteDifferences(before: readonly string[], after: readonly string[], changed: Set<string>): void {
  let at = 0;
  for (const name of after) {
    for (let old = before[at]; old !== undefined && old < name; old = before[++at]) changed.add(old);
    if (before[at] === name) at++;
    else changed.add(name);
  }
  for (; at < before.length; at++) changed.add(before[at] ?? "");
}

function namesIn(
  facts: ModuleFacts | undefined,
  part: "calls" | "words",
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const body of facts?.bodies ?? []) for (const name of body[part]) if (wanted.has(name)) names.add(name);
  return names;
}

function addPosting(postings: Postings, name: string, number: number): void {
  const list = postings.get(name);
  if (list === undefined) postings.set(name, [number]);
  else list.push(number);
}

function removePosting(postings: Postings, name: string, number: number): void {
  const list = postings.get(name);
  const at = list?.indexOf(number) ?? -1;
  if (list === undefined || at < 0) return;
  const last = list.pop();
  if (list.length === 0) postings.delete(name);
  else if (last !== undefined && at < list.length) list[at] = last;
}

/** The bodies that have a name, in order of path and then as facts list them. */
export function bodiesWith(
  { paths, calls, words }: BodyIndex,
  files: ProjectFiles,
  part: "calls" | "words",
  name: string,
): readonly BodyRef[] {
  const found = ((part === "calls" ? calls : words).get(name) ?? []).map((number) => paths[number] ?? "").sort();
  return found.flatMap((path) =>
    (files.get(path)?.bodies ?? []).filter((body) => hasName(body[part], name)).map(({ key }) => ({ path, key })),
  );
}

/** Whether a sorted list has a name. */
function hasName(names: readonly string[], name: string): boolean {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] ?? "") < name) low = middle + 1;
    else high = middle;
  }
  return names[low] === name;
}
