/**
 * What the files of a project are to each other, by their facts: modules and their names, classes and their members, types of values, and
 * which bodies call what. Every answer tells what it rests on, so that who keeps it knows when it may be another.
 */
import type { ClassFact, FunctionFact, ModuleFacts, TypeExpression } from "./module-facts.js";
import { entryOf } from "./records.js";
import { createUnindexed, type Unindexed } from "./unindexed.js";
import { bodiesWith, createBodyIndex, updateBodies } from "./workspace/body-index.js";
import { ancestorsOf, descendantsOf, memberOf, overridesOf, subclassesOf } from "./workspace/class-hierarchy.js";
import { createClassIndex, updateClasses } from "./workspace/class-index.js";
import { libraryClasses } from "./workspace/library-members.js";
import { createModuleIndex, updateModules } from "./workspace/module-index.js";
import { changedParts } from "./workspace/project-files.js";
import { createQuery, type Project } from "./workspace/query.js";
import { fileKey, indexKey } from "./workspace/read-keys.js";
import { resolveName } from "./workspace/resolve-member.js";
import { typesOfExpression } from "./workspace/type-expressions.js";
import * as members from "./workspace/type-members.js";
import { valueOfKey } from "./workspace/value-of-key.js";
import type {
  Ancestor,
  BodyRef,
  ClassRef,
  FunctionRef,
  LibraryTypes,
  Member,
  Reads,
  Resolved,
  Type,
} from "./workspace/workspace-types.js";

export type {
  Ancestor,
  BodyRef,
  ClassRef,
  FunctionRef,
  LibraryTypes,
  Member,
  Reads,
  Resolved,
  Type,
} from "./workspace/workspace-types.js";

/** Paths are relative to the project, with forward slashes. Lists are in an order that follows from the files alone. */
export interface Workspace {
  /** Takes a file's facts, or takes the file out. Gives the keys of what is another now. */
  readonly setFile: (path: string, facts: ModuleFacts | undefined) => ReadonlySet<string>;
  /** Takes the facts of a file that is not there yet and that nobody has asked about; nothing of them is looked at before somebody does. */
  readonly adopt: (path: string, facts: ModuleFacts) => void;
  /** Takes facts that are equal to those that are there, in another form. */
  readonly replaceEqual: (path: string, facts: ModuleFacts) => void;
  readonly factsOf: (path: string) => ModuleFacts | undefined;
  readonly paths: () => Iterable<string>;
  /** What stands under a key that `reads` was told, as plain data; undefined if nothing does. */
  readonly valueOf: (key: string) => unknown;

  /** What a dotted name means that stands in a file, with what imports stand for in place of their names (as `SyntaxNode.qualifiedName` has it). */
  readonly resolve: (path: string, name: string, reads: Reads) => Resolved;
  readonly functionFact: (of: FunctionRef, reads: Reads) => FunctionFact | undefined;
  readonly classFact: (of: ClassRef, reads: Reads) => ClassFact | undefined;

  /** The class itself and all that it is derived from, in the order of look-up; libraries' classes with what they are derived from. */
  readonly ancestors: (of: ClassRef, reads: Reads) => readonly Ancestor[];
  /** What a class of the project has under a name by that order. `after`: behind that class only, as `super()` there looks. */
  readonly member: (of: ClassRef, name: string, reads: Reads, after?: ClassRef) => Member | undefined;
  readonly subclasses: (of: ClassRef, reads: Reads) => readonly ClassRef[];
  /** Subclasses, their subclasses and so on. */
  readonly descendants: (of: ClassRef, reads: Reads) => readonly ClassRef[];
  /** Definitions of a method in descendants. */
  readonly overrides: (of: ClassRef, name: string, reads: Reads) => readonly FunctionRef[];
  /** A class of a library and those that it is derived from. */
  readonly libraryClasses: (name: string) => readonly string[];

  /** Types of what an expression of a file's facts stands for, at most eight. `receiver`: the class of the object that `self` in it is. */
  readonly typesOf: (expression: TypeExpression, path: string, reads: Reads, receiver?: ClassRef) => readonly Type[];
  /** What a function returns when it is called on an object of that class. */
  readonly typesOfReturn: (of: FunctionRef, reads: Reads, receiver?: ClassRef) => readonly Type[];
  /** What an attribute of a value is; of a method the function. */
  readonly typesOfAttribute: (type: Type, name: string, reads: Reads) => readonly Type[];
  /** What calling a method of a value gives. */
  readonly typesOfMethodCall: (type: Type, name: string, reads: Reads) => readonly Type[];
  /** What calling a value gives. */
  readonly typesOfCall: (type: Type, reads: Reads) => readonly Type[];
  /** What stands in a value. */
  readonly typesOfElement: (type: Type, reads: Reads) => readonly Type[];

  /** Bodies that call something whose last name is this. */
  readonly bodiesThatCall: (name: string, reads: Reads) => readonly BodyRef[];
  /** Bodies with an attribute of that name, or a name that stands for something so called. */
  readonly bodiesWithWord: (word: string, reads: Reads) => readonly BodyRef[];
}

/** A workspace without files. */
export function createWorkspace(library: LibraryTypes): Workspace {
  const open = openProject(library);
  const { project, unindexed } = open;
  const { files } = project;
  const ask = (reads: Reads): ReturnType<typeof createQuery> => createQuery(project, reads);
  return {
    setFile: (path, facts) => {
      for (const index of unindexed) index.read(path);
      return setFile(open, path, facts);
    },
    adopt: (path, facts) => {
      files.set(path, facts);
      updateModules(project.modules, path, true);
      project.memory.clear();
      for (const index of unindexed) index.add(path, facts);
    },
    replaceEqual: (path, facts) => {
      if (files.has(path)) files.set(path, facts);
    },
    factsOf: (path) => files.get(path),
    paths: () => files.keys(),
    valueOf: (key) => valueOfKey(project, key),
    resolve: (path, name, reads) => resolveName(ask(reads), path, name),
    functionFact: (of, reads) => members.functionFact(ask(reads), of),
    classFact: ({ path, key }, reads) => {
      reads(fileKey("class", path, key));
      const facts = files.get(path);
      return facts === undefined ? undefined : entryOf(facts.classes, key);
    },
    ancestors: (of, reads) => ancestorsOf(ask(reads), of),
    member: (of, name, reads, after) => memberOf(ask(reads), of, name, after),
    subclasses: (of, reads) => subclassesOf(ask(reads), of),
    descendants: (of, reads) => descendantsOf(ask(reads), of),
    overrides: (of, name, reads) => overridesOf(ask(reads), of, name),
    libraryClasses: (name) => libraryClasses(ask(ignore), name),
    typesOf: (expression, path, reads, receiver) => typesOfExpression(ask(reads), { path, receiver }, expression, ""),
    typesOfReturn: (of, reads, receiver) => members.typesOfReturn(ask(reads), of, receiver, ""),
    typesOfAttribute: (type, name, reads) => members.typesOfAttribute(ask(reads), type, name, ""),
    typesOfMethodCall: (type, name, reads) => members.typesOfMethodCall(ask(reads), type, name, ""),
    typesOfCall: (type, reads) => members.typesOfCall(ask(reads), type, ""),
    typesOfElement: (type, reads) => members.elementsOf(ask(reads), type),
    bodiesThatCall: (name, reads) => {
      reads(indexKey("calls", name));
      return bodiesWith(project.bodies, files, "calls", name);
    },
    bodiesWithWord: (word, reads) => {
      reads(indexKey("word", word));
      return bodiesWith(project.bodies, files, "words", word);
    },
  };
}

function ignore(): void {
  // What libraries are never changes.
}

/** The project with its indexes, in which some files may be missing still: what changes is told of one more rather than of one less. */
interface OpenProject {
  readonly project: Project;
  readonly classes: Project["classes"];
  readonly bodies: Project["bodies"];
  readonly unindexed: readonly Unindexed[];
}

function openProject(library: LibraryTypes): OpenProject {
  const files = new Map<string, ModuleFacts>();
  const classes = createClassIndex();
  const bodies = createBodyIndex();
  const ofClasses = createUnindexed((path, facts) => updateClasses(classes, path, undefined, facts));
  const ofBodies = createUnindexed((path, facts) => updateBodies(bodies, path, undefined, facts));
  const project: Project = {
    files,
    modules: createModuleIndex(files),
    get classes() {
      ofClasses.readAll();
      return classes;
    },
    get bodies() {
      ofBodies.readAll();
      return bodies;
    },
    library,
    typesOf: typesOfExpression,
    memory: new Map(),
  };
  return { project, classes, bodies, unindexed: [ofClasses, ofBodies] };
}

function setFile(
  { project, classes, bodies }: OpenProject,
  path: string,
  facts: ModuleFacts | undefined,
): ReadonlySet<string> {
  const before = project.files.get(path);
  if (before === facts) return new Set();
  const changed = changedParts(path, before, facts);
  if (facts === undefined) project.files.delete(path);
  else project.files.set(path, facts);
  if (before === undefined || facts === undefined)
    for (const key of updateModules(project.modules, path, facts !== undefined)) changed.add(key);
  for (const key of updateClasses(classes, path, before, facts)) changed.add(key);
  // Answers that are remembered do not rest on bodies.
  if (changed.size > 0) project.memory.clear();
  for (const key of updateBodies(bodies, path, before, facts)) changed.add(key);
  return changed;
}
