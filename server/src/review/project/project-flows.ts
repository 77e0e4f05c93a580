/**
 * The review of one project: its files with what they tell each other, and the flows between them. Files that are not open are
 * known by their facts; their text is asked for when a body of theirs is wanted.
 */
import { createFlowProject, type FlowProject, type StoredFlows } from "../../analyses/flows/flow-project.js";
import type { BodyLookup, Flow, FlowRule, FlowStep, KnownParameter } from "../../analyses/flows/flow-types.js";
import type { ValueGraph } from "../../flow/value-graph.js";
import type { Models } from "../../models/model.js";
import { bodiesOf, type BodyCode } from "../../names/body-nodes.js";
import { collectFacts, type FileFacts } from "../../names/collect-facts.js";
import { createWordTable } from "../../names/word-table.js";
import type { BodyKey, ModuleFacts } from "../../names/module-facts.js";
import type { Rule } from "../../rules/rule.js";
import type { FileUnits } from "../../syntax/file-units.js";
import type { PythonParser } from "../../syntax/python-parser.js";
import type { FindingStep } from "../finding.js";
import type { UnitFinding } from "../unit-findings.js";
import { graphOfBody } from "./graph-of-body.js";
import { layoutOf, placeInLayout, type FileLayout } from "./file-layout.js";
import { flowFinding, type StepPlaces } from "./flow-findings.js";
import { createGraphCache } from "./graph-cache.js";
import { resolveFile, type ResolvedFile } from "./resolve-file.js";

/** What all projects of an engine share. */
export interface FlowContext {
  readonly python: PythonParser;
  readonly models: Models;
  readonly rules: readonly FlowRule[];
  readonly ruleOf: (id: string) => Rule | undefined;
}

/** What became of a stretch of work: all done, steps ran out, or files have to be read. Paths are the project's. */
export interface FlowProgress {
  readonly state: "done" | "paused" | "waiting";
  readonly wanted: readonly string[];
}

/** Flows between the files of one project. Paths are relative to its root, with forward slashes. */
export interface ProjectFlows {
  /** Takes a file that is not open, as it is now. */
  readonly addText: (path: string, text: string) => ModuleFacts;
  /** What a text tells other files; it does not become part of the project. */
  readonly factsOfText: (path: string, text: string) => ModuleFacts;
  /** Takes a file from units whose names are resolved. */
  readonly addResolved: (path: string, file: ResolvedFile) => ModuleFacts;
  /** The same, where the facts of the text are known. */
  readonly addFacts: (path: string, facts: ModuleFacts) => void;
  /** Takes the units of an open document; they are read again until the document is closed. */
  readonly addUnits: (path: string, text: string, file: ResolvedFile) => void;
  /** The document is not open any more: its text is asked for when it is wanted. */
  readonly closeUnits: (path: string) => void;
  readonly remove: (path: string) => void;
  readonly paths: () => readonly string[];
  readonly factsOf: (path: string) => ModuleFacts | undefined;
  /** Does at most so many steps. */
  readonly advance: (maximumSteps: number) => FlowProgress;
  /** Gives a text that was wanted; undefined if the file can't be read. */
  readonly provide: (path: string, text: string | undefined) => void;
  /** What flows into a file that is open or whose text was wanted. */
  readonly findingsIn: (path: string, units: FileUnits) => readonly UnitFinding[];
  /** Files into which something flows. */
  readonly pathsWithFlows: () => readonly string[];
  /** Files whose findings may be others than when this was last asked. */
  readonly changedPaths: () => readonly string[];
  /** What was worked out, for another time. */
  readonly store: () => StoredFlows;
  /** Takes what was worked out another time, under the same rules and models; false if it does not fit. Files are added after it. */
  readonly restore: (stored: StoredFlows) => boolean;
}

interface ProjectFile {
  readonly facts: ModuleFacts;
  /** Of an open document: what the facts are made of. */
  readonly parts: FileFacts | undefined;
  /** Of an open document, or of a file whose bodies are wanted just now. */
  units: FileUnits | undefined;
  /** Of an open document. */
  readonly text: string | undefined;
  /** Where its bodies stand, if its text was wanted. */
  readonly layout: FileLayout | undefined;
}

/** Values of graphs that are kept: about 100 bytes each. */
const keptValues = 300_000;
const noUnits: FileFacts["ofUnits"] = new Map();
/** Closed files whose syntax is kept while their bodies are wanted. */
const keptFiles = 40;

export function createProjectFlows(context: FlowContext): ProjectFlows {
  const files = new Map<string, ProjectFile>();
  let flows: FlowProject = createFlowProject(context.models, context.rules);
  const graphs = createGraphCache(keptValues);
  const table = createWordTable();
  /** Closed files with units, in the order in which they were provided. */
  const loaded = new Set<string>();
  /** Files that can't be read. */
  const unreadable = new Set<string>();
  /** Files into which something flows. */
  const flowing = new Set<string>();
  const changed = new Set<string>();

  const setFile = (path: string, file: ProjectFile): void => {
    const isNew = files.get(path)?.facts !== file.facts;
    files.set(path, file);
    loaded.delete(path);
    unreadable.delete(path);
    if (isNew) flows.setFile(path, file.facts);
  };
  const unload = (path: string): void => {
    loaded.delete(path);
    const file = files.get(path);
    if (file !== undefined && file.text === undefined) file.units = undefined;
  };
  const lookup: BodyLookup = (path, body, known = []) => {
    const file = files.get(path);
    const hash = file === undefined ? undefined : hashOfBody(file.facts, body);
    if (file === undefined || hash === undefined) return undefined;
    const key = `${path}\n${body}\n${known.length === 0 ? "" : JSON.stringify(known)}`;
    const kept = graphs.get(key, hash);
    if (kept !== undefined) return kept;
    if (file.units === undefined) return unreadable.has(path) ? undefined : "later";
    const graph = makeGraph(file.units, body, known);
    if (graph !== undefined) graphs.set(key, hash, graph);
    return graph;
  };
  const placeOf = (step: FlowStep): FindingStep | undefined => {
    const file = files.get(step.path);
    const layout = file === undefined ? undefined : layoutOfFile(file);
    return layout === undefined ? undefined : placeInLayout(layout, step);
  };
  /** Files that flows pass through of which it is not known where their bodies stand. */
  const unplaced = (): string[] => {
    const wanted = new Set<string>();
    for (const path of flowing)
      for (const { steps } of flows.flowsInto(path))
        for (const step of steps) {
          const file = files.get(step.path);
          const isKnown = file === undefined || file.text !== undefined || file.layout !== undefined;
          if (!isKnown && !unreadable.has(step.path)) wanted.add(step.path);
        }
    return [...wanted];
  };
  const takeChanges = (): void => {
    for (const path of flows.changedPaths()) {
      changed.add(path);
      if (flows.flowsInto(path).length > 0) flowing.add(path);
      else flowing.delete(path);
    }
  };

  /** The facts of a file; those that it has already if they are the same. */
  const readFacts = (path: string, { units, names }: ResolvedFile): FileFacts => {
    const known = files.get(path);
    const previous = known?.parts ?? (known === undefined ? undefined : { facts: known.facts, ofUnits: noUnits });
    return collectFacts(units.roots, names.imports, { table, previous });
  };
  const addFacts = (path: string, facts: ModuleFacts): void => {
    setFile(path, { facts, parts: undefined, units: undefined, text: undefined, layout: undefined });
  };
  const addResolved = (path: string, file: ResolvedFile): ModuleFacts => {
    const { facts } = readFacts(path, file);
    addFacts(path, facts);
    return facts;
  };

  return {
    addText: (path, text) => addResolved(path, resolveFile(context.python, text, false)),
    factsOfText: (path, text) => readFacts(path, resolveFile(context.python, text, false)).facts,
    addResolved,
    addFacts,
    addUnits: (path, text, file) => {
      const parts = readFacts(path, file);
      setFile(path, { facts: parts.facts, parts, units: file.units, text, layout: undefined });
    },
    closeUnits: (path) => {
      const file = files.get(path);
      if (file !== undefined) addFacts(path, file.facts);
    },
    remove: (path) => {
      loaded.delete(path);
      if (files.delete(path)) flows.setFile(path, undefined);
    },
    paths: () => [...files.keys()],
    factsOf: (path) => files.get(path)?.facts,
    advance: (maximumSteps) => {
      const progress = flows.advance(maximumSteps, lookup);
      if (progress.state !== "done") return progress;
      takeChanges();
      for (const path of [...loaded]) unload(path);
      const wanted = unplaced();
      return wanted.length === 0 ? progress : { state: "waiting", wanted };
    },
    provide: (path, text) => {
      if (files.get(path)?.text !== undefined) return;
      if (text === undefined) {
        unreadable.add(path);
        return;
      }
      const file = resolveFile(context.python, text, true);
      // The text may have changed since it was indexed.
      const { facts } = readFacts(path, file);
      const layout = layoutOf(text, unitsOfBodies(file.units));
      setFile(path, { facts, parts: undefined, units: file.units, text: undefined, layout });
      loaded.add(path);
      for (const oldest of [...loaded].slice(0, Math.max(0, loaded.size - keptFiles))) unload(oldest);
    },
    findingsIn: (path, units) => {
      const bodies = bodiesOf(units.roots);
      const unitOf: StepPlaces["unitOf"] = ({ body, unit }) => bodies.get(body)?.units[unit];
      return flows.flowsInto(path).flatMap((flow) => findingOf(context, flow, path, { unitOf, placeOf }));
    },
    pathsWithFlows: () => [...flowing],
    changedPaths: () => {
      const paths = [...changed].sort();
      changed.clear();
      return paths;
    },
    store: () => flows.store(),
    restore: (stored) => {
      const restored = createFlowProject(context.models, context.rules);
      if (!restored.restore(stored)) return false;
      flows = restored;
      // What is here already is newer.
      for (const [path, { facts }] of files) flows.setFile(path, facts);
      return true;
    },
  };
}

function findingOf(context: FlowContext, flow: Flow, path: string, places: StepPlaces): UnitFinding[] {
  const rule = flow.confidence === "low" ? undefined : context.ruleOf(flow.rule);
  const finding = rule === undefined ? undefined : flowFinding(rule, flow, path, places);
  return finding === undefined ? [] : [finding];
}

function makeGraph(units: FileUnits, key: BodyKey, known: readonly KnownParameter[]): ValueGraph | undefined {
  const body = bodiesOf(units.roots).get(key);
  return body === undefined ? undefined : graphOfBody(body, known);
}

function* unitsOfBodies(units: FileUnits): Iterable<readonly [BodyKey, BodyCode["units"]]> {
  for (const [key, body] of bodiesOf(units.roots)) yield [key, body.units];
}

function layoutOfFile({ text, units, layout }: ProjectFile): FileLayout | undefined {
  return text === undefined || units === undefined ? layout : layoutOf(text, unitsOfBodies(units));
}

const hashes = new WeakMap<ModuleFacts, Map<BodyKey, string>>();

function hashOfBody(facts: ModuleFacts, body: BodyKey): string | undefined {
  let known = hashes.get(facts);
  if (known === undefined) {
    known = new Map(facts.bodies.map(({ key, hash }) => [key, hash]));
    hashes.set(facts, known);
  }
  return known.get(body);
}
