/** What is known of the files of one project, and the few steps by which it changes. */
import { createBodyHashes } from "../../analyses/flows/body-hashes.js";
import type { FlowProject } from "../../analyses/flows/flow-project.js";
import { createFlowProjects } from "../../analyses/flows/flow-projects.js";
import type { BodyLookup, FlowRule, KnownParameter } from "../../analyses/flows/flow-types.js";
import type { ValueGraph } from "../../flow/value-graph.js";
import type { Models } from "../../models/model.js";
import { hashText } from "../../base/hash.js";
import { collectFacts, type FileFacts } from "../../names/collect-facts.js";
import { withoutLambdas } from "../../names/body-keys.js";
import { moduleBody, type BodyKey, type BodyMark, type ModuleFacts } from "../../names/module-facts.js";
import { createWordTable, type WordTable } from "../../names/word-table.js";
import type { Confidence, Rule } from "../../rules/rule.js";
import type { FileUnits } from "../../syntax/file-units.js";
import type { Unit } from "../../syntax/unit.js";
import type { PythonParser } from "../../syntax/python-parser.js";
import { unitsOfBody } from "../../flow/build-value-graph.js";
import type { BodyMarker } from "./mark-bodies.js";
import { bodiesOfFile } from "./file-bodies.js";
import { layoutOf, type FileLayout } from "./file-layout.js";
import { createGraphCache, type GraphCache } from "./graph-cache.js";
import { graphOfBody } from "./graph-of-body.js";
import { resolveFile, resolveMore, type ResolvedFile, type WantedParts } from "./resolve-file.js";

/** What all projects of an engine share. */
export interface FlowContext {
  readonly python: PythonParser;
  readonly models: Models;
  readonly rules: readonly FlowRule[];
  /** Flows that are less sure are not looked for. Default: low. */
  readonly minimumConfidence?: Confidence;
  readonly ruleOf: (id: string) => Rule | undefined;
  /** Finds what rules' patterns say of a file; undefined if none of the rules has any. */
  readonly marker: BodyMarker | undefined;
}

export interface ProjectFile {
  readonly facts: ModuleFacts;
  /** Of an open document: what the facts are made of. */
  readonly parts: FileFacts | undefined;
  /** Of an open document, or of a file whose bodies are wanted just now. */
  units: FileUnits | undefined;
  /** Of an open document. */
  readonly text: string | undefined;
  /** Where its bodies stand, of those that were wanted. */
  readonly layout: FileLayout | undefined;
  /** What of a closed file is parsed. */
  readonly parsed?: WantedParts;
  /** Hash of the text that it was parsed from. */
  readonly parsedFrom?: string;
}

export interface ProjectState {
  readonly context: FlowContext;
  /** Made when it is first asked for: most of what it knows of libraries is not needed to review a file by itself. */
  flows: FlowProject;
  readonly files: Map<string, ProjectFile>;
  readonly graphs: GraphCache;
  readonly table: WordTable;
  /** Closed files with units, in the order in which they were provided. */
  readonly loaded: Set<string>;
  /** What is wanted of closed files, by path: names of functions, or all. */
  readonly wanted: Map<string, WantedParts>;
  /** Files that can't be read. */
  readonly unreadable: Set<string>;
  /** Files that were known another time, and have not been added since. */
  readonly restored: Set<string>;
  /** Files into which something flows. */
  readonly flowing: Set<string>;
  /** Those of them of which it may not be known where the steps on the way stand. */
  readonly unplaced: Set<string>;
  /** Files whose findings may be others than when somebody last asked. */
  readonly changed: Set<string>;
  /** What is to be done before anybody asks for flows, by path: the units of documents that have been edited. */
  readonly awaited: Map<string, () => void>;
}

/** Values of graphs that are kept: about 100 bytes each. */
const keptValues = 200_000;
/** Closed files whose syntax is kept while their bodies are wanted. */
const keptFiles = 40;
const noUnits: FileFacts["ofUnits"] = new Map();

export function createProjectState(context: FlowContext): ProjectState {
  let flows: FlowProject | undefined;
  return {
    context,
    get flows() {
      return (flows ??= newFlowProject(context));
    },
    set flows(other) {
      flows = other;
    },
    files: new Map(),
    graphs: createGraphCache(keptValues),
    table: createWordTable(),
    loaded: new Set(),
    wanted: new Map(),
    unreadable: new Set(),
    restored: new Set(),
    flowing: new Set(),
    unplaced: new Set(),
    changed: new Set(),
    awaited: new Map(),
  };
}

/** Does what was put off: all of it, or what concerns one file. */
export function takeAwaited({ awaited }: ProjectState, path?: string): void {
  for (const [of, take] of path === undefined ? [...awaited] : [...awaited].filter(([of]) => of === path)) {
    awaited.delete(of);
    take();
  }
}

/** Flows without files. */
export function newFlowProject({ models, rules, minimumConfidence }: FlowContext): FlowProject {
  return createFlowProjects(models, rules, minimumConfidence === undefined ? {} : { minimumConfidence });
}

/** The facts of a file; those that it has already if they are the same. */
export function readFacts(
  { files, table, context: { marker } }: ProjectState,
  path: string,
  { units, names }: ResolvedFile,
  text: string,
): FileFacts {
  const known = files.get(path);
  const previous = known?.parts ?? (known === undefined ? undefined : { facts: known.facts, ofUnits: noUnits });
  return collectFacts(units.roots, names.imports, { table, previous, marks: marker?.(text, units) });
}

/** Puts a file in place of what was known of it. */
export function setFile(state: ProjectState, path: string, file: ProjectFile): void {
  const isNew = state.files.get(path)?.facts !== file.facts;
  state.files.set(path, file);
  state.loaded.delete(path);
  state.wanted.delete(path);
  state.unreadable.delete(path);
  state.restored.delete(path);
  // What passed through it has to be placed anew.
  if (file.text === undefined && file.layout === undefined) placeAgain(state);
  if (isNew) state.flows.setFile(path, file.facts);
}

/** All flows may pass through files of which it is not known any more where their bodies stand. */
export function placeAgain({ flowing, unplaced }: ProjectState): void {
  for (const path of flowing) unplaced.add(path);
}

/** Of a closed file only facts are kept; and where its bodies stand, if flows have been shown that pass through it. */
export function setFacts(
  state: ProjectState,
  path: string,
  facts: ModuleFacts,
  read?: { readonly units: FileUnits; readonly text: string },
): void {
  const before = state.files.get(path);
  const isShown = before !== undefined && (before.text !== undefined || before.layout !== undefined);
  const layout = isShown && read !== undefined ? layoutOf(read.text, unitsOfBodies(read.units)) : undefined;
  setFile(state, path, { ...closedFile(facts), layout });
}

/** A file of which only facts are known. */
export function closedFile(facts: ModuleFacts): ProjectFile {
  return { facts, parts: undefined, units: undefined, text: undefined, layout: undefined };
}

/** Parses what is wanted of a closed file, and keeps it for a while. What was parsed of the same text before is not parsed again. */
export function load(state: ProjectState, path: string, text: string): void {
  const known = state.files.get(path);
  if (known === undefined) return;
  const wanted = state.wanted.get(path) ?? "all";
  const parsedFrom = hashText(text);
  const { python } = state.context;
  const before = known.parsedFrom === parsedFrom ? known.units : undefined;
  const parsed = before === undefined ? wanted : withParts(wanted, known.parsed ?? "all");
  const { units } =
    before === undefined ? resolveFile(python, text, true, parsed) : resolveMore(python, before, parsed);
  // Places in the module's body count all units.
  const bodies = [...unitsOfBodies(units)].filter(([key]) => parsed === "all" || key !== moduleBody);
  const layout = layoutOf(text, bodies, known.layout);
  state.files.set(path, { ...known, units, layout, parsed, parsedFrom });
  state.loaded.add(path);
  for (const oldest of [...state.loaded].slice(0, Math.max(0, state.loaded.size - keptFiles))) unload(state, oldest);
}

function withParts(some: WantedParts, others: WantedParts): WantedParts {
  return some === "all" || others === "all" ? "all" : new Set([...some, ...others]);
}

/** Forgets the syntax of a closed file, and what was wanted of it, unless some of that has not been there yet. */
export function unload(state: ProjectState, path: string): void {
  const { files, loaded, wanted } = state;
  loaded.delete(path);
  if (isLoaded(state, path)) wanted.delete(path);
  const file = files.get(path);
  if (file !== undefined && file.text === undefined) file.units = undefined;
}

/** Gives the flow analysis the graphs that it asks for. */
export function lookupIn(state: ProjectState): BodyLookup {
  const { files, graphs, unreadable } = state;
  const hashes = createBodyHashes();
  return (path, body, known = [], withMarks = false) => {
    const file = files.get(path);
    // A lambda is part of the body around it.
    const hash = hashes.of(file?.facts, withoutLambdas(body));
    if (file === undefined || hash === undefined) return undefined;
    const marks = withMarks ? marksOfBody(file.facts, body) : undefined;
    const isMarked = marks === undefined ? "" : "marked";
    const key = `${path}\n${body}\n${known.length === 0 ? "" : JSON.stringify(known)}${isMarked}`;
    const kept = graphs.get(key, hash);
    if (kept !== undefined) return kept;
    if (file.units === undefined || !isParsed(file, body)) {
      if (unreadable.has(path)) return undefined;
      want(state, path, body);
      return "later";
    }
    const graph = makeGraph(file.units, body, known, marks);
    if (graph !== undefined) graphs.set(key, hash, graph);
    return graph;
  };
}

/** The names by which the parts of a key can be found in a text; undefined for bodies that need all of it. */
function namesInKey(body: BodyKey): readonly string[] | undefined {
  const key = withoutLambdas(body);
  if (key === moduleBody) return undefined;
  return key.split(".").flatMap((part) => (part === "<locals>" ? [] : [part.replace(/#\d+$/, "")]));
}

/** Notes that a body of a closed file is wanted. */
export function want({ wanted }: ProjectState, path: string, body: BodyKey): void {
  const names = namesInKey(body);
  const known = wanted.get(path);
  if (names === undefined || known === "all") wanted.set(path, "all");
  else wanted.set(path, new Set([...(known ?? []), ...names]));
}

/** Whether a body of a file has been parsed, if there are units. */
export function isParsed({ text, parsed }: ProjectFile, body: BodyKey): boolean {
  if (text !== undefined || parsed === undefined || parsed === "all") return true;
  const names = namesInKey(body);
  return names !== undefined && names.every((name) => parsed.has(name));
}

/** Whether what is wanted of a file is there. */
export function isLoaded({ files, unreadable, wanted }: ProjectState, path: string): boolean {
  const file = files.get(path);
  if (file === undefined || file.text !== undefined || unreadable.has(path)) return true;
  if (file.units === undefined) return false;
  const { parsed = "all" } = file;
  const now = wanted.get(path);
  return parsed === "all" || (now !== "all" && (now === undefined || [...now].every((name) => parsed.has(name))));
}

function makeGraph(
  units: FileUnits,
  key: BodyKey,
  known: readonly KnownParameter[],
  marks: readonly BodyMark[] | undefined,
): ValueGraph | undefined {
  const bodies = bodiesOfFile(units.roots);
  const code = bodies.codeOf(key);
  if (code === undefined || marks === undefined) return code === undefined ? undefined : graphOfBody(code, known);
  // A lambda has units of its own; the marks are those of the body around it.
  const around = bodies.unitsOf(withoutLambdas(key));
  const places = new Map(unitsOfBody(code).map((unit, index) => [unit, index]));
  const own = marks.flatMap((mark) => {
    const unit = around[mark.unit];
    const place = unit === undefined ? undefined : places.get(unit);
    return place === undefined ? [] : [{ ...mark, unit: place }];
  });
  return graphOfBody(code, known, own);
}

/** What rules' patterns say of a body. */
export function marksOfBody(facts: ModuleFacts, body: BodyKey): readonly BodyMark[] | undefined {
  const key = withoutLambdas(body);
  return facts.bodies.find((other) => other.key === key)?.marks;
}

/** The bodies of a file, each with its units. */
export function* unitsOfBodies({ roots }: FileUnits): Iterable<readonly [BodyKey, readonly Unit[]]> {
  const bodies = bodiesOfFile(roots);
  for (const key of bodies.keys()) yield [key, bodies.unitsOf(key)];
}
