/** One question about several files: what it may look at, and how much. */
import type { BodyIndex } from "./body-index.js";
import type { ClassIndex } from "./class-index.js";
import type { ModuleIndex } from "./module-index.js";
import type { ProjectFiles } from "./project-files.js";
import type { TypeExpression } from "../module-facts.js";
import type { ClassRef, LibraryTypes, Reads, Type } from "./workspace-types.js";

/** All that is known of the files. */
export interface Project {
  readonly files: ProjectFiles;
  readonly modules: ModuleIndex;
  readonly classes: ClassIndex;
  readonly bodies: BodyIndex;
  readonly library: LibraryTypes;
  /** The types of what an expression stands for. */
  readonly typesOf: TypeEvaluation;
  /** Answers with what they rest on, until anything of that kind changes. */
  readonly memory: Map<string, Remembered>;
}

/** Where an expression stands. */
export interface TypeSite {
  readonly path: string;
  /** The class of the object that `self` is, if it may be a more special one than that in whose body the expression stands. */
  readonly receiver: ClassRef | undefined;
}

/** "" for a value itself, "[*]" for an item of it. */
export type Part = "" | "[*]";

/** The types of what expressions stand for rest on those of members, and those again on expressions. */
export type TypeEvaluation = (query: Query, site: TypeSite, expression: TypeExpression, part: Part) => readonly Type[];

export interface Remembered {
  readonly value: unknown;
  readonly reads: readonly string[];
}

export interface Query {
  readonly project: Project;
  readonly reads: Reads;
  /** Steps that are left. */
  steps: number;
  /** What is being looked at: what comes back to it learns nothing new. */
  readonly open: Set<string>;
}

/** Answers that are remembered: some hundred bytes each. */
const maximumRemembered = 20_000;

/** Steps for one question. Types come from a handful of files; what takes more is going round in circles. */
const stepsOfQuestion = 400;

export function createQuery(project: Project, reads: Reads): Query {
  return { project, reads, steps: stepsOfQuestion, open: new Set() };
}

/**
 * Answers a question by itself, with steps of its own, so that the answer does not depend on who asks, and remembers it. A question must not come
 * back to itself by this way: types ask for members, members for ancestors, ancestors for names, and never the other way round.
 */
export function remember<T>({ project, reads }: Query, question: string, answer: (query: Query) => T): T {
  let known = project.memory.get(question);
  if (known === undefined) {
    const read = new Set<string>();
    const value = answer(createQuery(project, (key) => read.add(key)));
    known = { value, reads: [...read] };
    if (project.memory.size >= maximumRemembered) project.memory.clear();
    project.memory.set(question, known);
  }
  for (const key of known.reads) reads(key);
  return known.value as T;
}

/** Does something that may come back to itself; then, or when there are no steps left, `otherwise` is the answer. */
export function guarded<T>(query: Query, what: string, otherwise: T, look: () => T): T {
  if (query.steps-- <= 0 || query.open.has(what)) return otherwise;
  query.open.add(what);
  const found = look();
  query.open.delete(what);
  return found;
}

/** The name of something that is not the project's. */
export function libraryName({ project }: Query, name: string): string {
  const plain = name.startsWith("builtins.") ? name.slice("builtins.".length) : name;
  return project.library.canonicalName?.(plain) ?? plain;
}
