/**
 * Flows between functions and files of one project, kept while its files change: facts of files go in, flows come out. docs/data-flow.md says
 * what is followed. The graphs of bodies are asked for when something arrives in them, and are not kept here.
 */
import { createFixpoint } from "../../base/fixpoint.js";
import type { Fixpoint, StoredFixpoint } from "../../base/fixpoint-types.js";
import { hashText } from "../../base/hash.js";
import type { ValueGraph } from "../../flow/value-graph.js";
import type { Models } from "../../models/model.js";
import type { ModuleFacts } from "../../names/module-facts.js";
import { createWorkspace } from "../../names/workspace.js";
import { createBodyHashes } from "./body-hashes.js";
import { writeKey } from "./entry-keys.js";
import { explainCall } from "./explain.js";
import { createFlowBoard } from "./flow-board.js";
import { growsTo, type EntryRecord, type EntryValue } from "./entry-values.js";
import { inputOf, isCollector, type FlowSystem } from "./flow-inputs.js";
import { computeEntry } from "./flow-system.js";
import type { BodyLookup, Explanation, Flow, FlowConfidence, FlowRule, Progress } from "./flow-types.js";
import { createLibrary } from "./library.js";
import { createMarkReader } from "./marks.js";
import { createMethodIndex } from "./method-index.js";
import { createNearLibraries } from "./near-libraries.js";
import { candidateBodies, noCandidates } from "./readers-of-results.js";
import { createSinkKinds, encodedData } from "./sink-kinds.js";
import { wordTester } from "./source-words.js";

export interface FlowProjectOptions {
  /** Flows below this confidence are left out. Default: "low", so that nothing is. */
  readonly minimumConfidence?: FlowConfidence;
}

/** What is kept on disk: plain data, to be given back to a project with the same models and rules. */
export interface StoredFlows {
  /** Changes when what is stored changes its meaning, or models or rules are others. */
  readonly version: string;
  readonly data: unknown;
}

/** How much was done, for tests and for those who look for what is slow. */
export interface FlowCounters {
  /** Entries that were computed, again or for the first time. */
  readonly computed: number;
  /** Value graphs that were asked for. */
  readonly graphs: number;
  /** Entries that there are. */
  readonly entries: number;
}

/** A file as an earlier project had it. */
export interface StoredFile {
  readonly path: string;
  readonly facts: ModuleFacts;
}

export interface FlowProject {
  /** A file's text changed, the file appeared, or went (`undefined`). */
  setFile(path: string, facts: ModuleFacts | undefined): void;
  /** Does at most so many steps of work. "waiting" only when nothing else is left to do. `isReady`: whether the bodies of a file that was wanted are there; all are, if it is left out. */
  advance(maximumSteps: number, lookup: BodyLookup, isReady?: (path: string) => boolean): Progress;
  /** Flows whose sink lies in that file, in a stable order. */
  flowsInto(path: string): readonly Flow[];
  /** Files whose flows may be others than when this was last asked; sorted. */
  changedPaths(): readonly string[];
  /** Why nothing (or what) arrives at a call of a body; `call`: its index in the graph. */
  explain(path: string, graph: ValueGraph, call: number): Explanation;
  store(): StoredFlows;
  /**
   * Takes what an earlier project had. Before the first `setFile`; those that follow act as edits. `files` are all files that it had, as it had
   * them; where they are not known, everything is looked at again. Whether it fitted.
   */
  restore(stored: StoredFlows, files?: Iterable<StoredFile>): boolean;
  /** Takes facts that are equal to those that are there, in another form. */
  replaceEqual(path: string, facts: ModuleFacts): void;
  counters(): FlowCounters;
}

/** Changes with the meaning of what is stored. */
const formatVersion = "2";

/** A project without files. */
export function createFlowProject(
  models: Models,
  rules: readonly FlowRule[],
  options: FlowProjectOptions = {},
): FlowProject {
  const { minimumConfidence = "low" } = options;
  const system = createSystem(models, rules, minimumConfidence);
  const entries: Fixpoint<EntryValue, EntryRecord> = createFixpoint({
    compute: (key, reader) => computeEntry(system, key, reader),
    input: (key) => inputOf(system, key),
    isLeaf: isCollector,
    grows: growsTo,
  });
  const board = createFlowBoard(system, entries, rules);
  const files = createFileInputs(system, entries);
  const version = `${formatVersion} ${hashText(JSON.stringify([models, rules, minimumConfidence]))}`;
  const isShown = showing(minimumConfidence);
  return {
    setFile: files.setFile,
    advance: (maximumSteps, lookup, isReady) => {
      files.flush();
      system.lookup = lookup;
      const before = entries.steps();
      const state = entries.advance(maximumSteps, isReady);
      system.lookup = noLookup;
      return { state, wanted: state === "waiting" ? entries.waitsFor() : [], steps: entries.steps() - before };
    },
    flowsInto: (path) => {
      board.refresh();
      return board.flowsInto(path).filter(isShown);
    },
    changedPaths: () => {
      board.refresh();
      return board.takeChangedPaths();
    },
    explain: (path, graph, call) => explainCall(system, entries, { path, graph, call }),
    store: () => ({ version, data: entries.store() }),
    replaceEqual: system.workspace.replaceEqual,
    restore: (stored, known) => {
      if (stored.version !== version) return false;
      entries.restore(stored.data as StoredFixpoint);
      for (const key of entries.keys())
        if (isCollector(key) && entries.value(key) !== undefined) system.bringing.add(key);
      if (known === undefined) files.checkAll();
      else for (const file of known) files.adopt(file);
      return true;
    },
    counters: () => ({ computed: entries.computations(), graphs: system.graphs, entries: entries.size() }),
  };
}

const noLookup: BodyLookup = () => undefined;
const doubts: readonly FlowConfidence[] = ["high", "medium", "low"];

function showing(minimum: FlowConfidence): (flow: Flow) => boolean {
  return ({ confidence }) => doubts.indexOf(confidence) <= doubts.indexOf(minimum);
}

function createSystem(models: Models, rules: readonly FlowRule[], minimum: FlowConfidence): FlowSystem {
  const kinds = createSinkKinds(rules);
  const library = createLibrary(models, kinds, new Set(rules.flatMap(({ sources }) => sources)));
  // What models say of a source or a sink limits all flows from it or to it.
  const isSure = ({ confidence }: { readonly confidence?: FlowConfidence }): boolean =>
    doubts.indexOf(confidence ?? "high") <= doubts.indexOf(minimum);
  return {
    library,
    kinds,
    workspace: createWorkspace({
      typeOf: library.type,
      basesOf: library.basesOf,
      canonicalName: library.canonical,
    }),
    methods: createMethodIndex(),
    sourceKinds: models.sources.map((source) => {
      const { kind, description, harmless = [], confidence } = source;
      const asked = rules.filter((rule) => isSure(source) && rule.sources.includes(kind));
      const dangerous = asked.reduce((all, rule) => all | kinds.setOf(rule.sinks), 0) & ~kinds.setOf(harmless);
      return {
        kinds: dangerous === 0 ? 0 : dangerous | encodedData,
        description,
        // How sure a source is limits what is said of its flows (assemble-flows.ts); it is followed all the same.
        doubt: confidence === undefined ? 0 : 1,
      };
    }),
    marks: createMarkReader(models, rules, kinds),
    kindsOfSinks: models.sinks.map((sink) => (isSure(sink) ? kinds.setOf([sink.kind]) : 0)),
    indexes: new WeakMap(),
    hashes: createBodyHashes(),
    candidates: new Map(),
    candidatesOf: () => undefined,
    bodiesByName: new Map(),
    bringing: new Set(),
    lookup: noLookup,
    graphs: 0,
  };
}

interface FileInputs {
  readonly setFile: (path: string, facts: ModuleFacts | undefined) => void;
  /** Takes a file that the entries were computed from. */
  readonly adopt: (file: StoredFile) => void;
  /** Tells the entries what changed since. */
  readonly flush: () => void;
  /** Everything may be another than what the entries were computed from. */
  readonly checkAll: () => void;
}

/** Which inputs of entries may be others because files are. */
function createFileInputs(system: FlowSystem, entries: Fixpoint<EntryValue, EntryRecord>): FileInputs {
  const { workspace, methods, hashes, candidates, library } = system;
  const changed = new Set<string>();
  const named = new Map<string, boolean>();
  const near = createNearLibraries();
  let isAllChanged = false;
  /** Files of which they have not been looked for. */
  const unsearched = new Set<string>();
  const search = (path: string): void => {
    unsearched.delete(path);
    const facts = workspace.factsOf(path);
    if (facts === undefined || !candidates.has(path)) return;
    candidates.set(path, candidateBodies(library, wordTester(library, near.rootsNear(path)), named, facts));
  };
  const findCandidates = (): void => {
    for (const path of near.takeChanged()) {
      search(path);
      changed.add(`roots:${path}`);
    }
  };
  system.candidatesOf = (path) => {
    if (unsearched.has(path)) search(path);
    return candidates.get(path);
  };
  const adopt = ({ path, facts }: StoredFile): void => {
    system.bodiesByName.clear();
    workspace.adopt(path, facts);
    methods.adopt(path, facts);
    near.adopt(path, facts);
    candidates.set(path, noCandidates);
    unsearched.add(path);
    entries.addRoot(writeKey({ kind: "roots", path }));
  };
  /** While nothing has been computed from files, nobody has to be told that one is there. */
  const isNothingRead = (): boolean => entries.inputs().next().done === true;
  return {
    adopt,
    setFile: (path, facts) => {
      const before = workspace.factsOf(path);
      if (before === facts) return;
      if (before === undefined && facts !== undefined && isNothingRead()) {
        adopt({ path, facts });
        return;
      }
      system.bodiesByName.clear();
      for (const key of workspace.setFile(path, facts)) {
        changed.add(key);
        if (key.startsWith("calls:")) changed.add(`often:${key.slice("calls:".length)}`);
      }
      for (const name of methods.setFile(path, facts)) changed.add(methods.keyOf(name));
      for (const body of hashes.changed(before, facts)) changed.add(`body:${path}\n${body}`);
      changed.add(`bodies:${path}`);
      changed.add(`imports:${path}`);
      changed.add(`roots:${path}`);
      const root = writeKey({ kind: "roots", path });
      near.setFile(path, facts);
      if (facts === undefined) {
        candidates.delete(path);
        entries.removeRoot(root);
        return;
      }
      // Which they are depends on other files, and is found out when all are there.
      candidates.set(path, noCandidates);
      entries.addRoot(root);
    },
    flush: () => {
      findCandidates();
      entries.checkInputs(isAllChanged ? [...entries.inputs()] : changed);
      isAllChanged = false;
      changed.clear();
    },
    checkAll: () => {
      isAllChanged = true;
    },
  };
}
