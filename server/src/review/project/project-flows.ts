/**
 * Flows between the files of one project. Files that are not open are known by their facts; their text is asked for when a
 * body of theirs is wanted.
 */
import { type FlowCounters, type StoredFile, type StoredFlows } from "../../analyses/flows/flow-project.js";
import type { BodyLookup, Flow, FlowStep } from "../../analyses/flows/flow-types.js";
import type { BodyMark, ModuleFacts } from "../../names/module-facts.js";
import { isPacked, packFacts, unpackFacts } from "../../names/packed-facts.js";
import type { FileUnits } from "../../syntax/file-units.js";
import type { UnitFinding } from "../unit-findings.js";
import type { SinkExplanation } from "../explain-sink.js";
import { explainSink, mayBeSink } from "./explain-call.js";
import { bodyAroundLambda } from "../../names/body-keys.js";
import { bodiesOfFile } from "./file-bodies.js";
import { flowFinding, type StepPlaces } from "./flow-findings.js";
import { noteChanges, placeOfStep, unplacedFiles } from "./place-steps.js";
import {
  closedFile,
  createProjectState,
  isLoaded,
  load,
  lookupIn,
  marksOfBody,
  newFlowProject,
  placeAgain,
  readFacts,
  setFacts,
  setFile,
  takeAwaited,
  unload,
  type FlowContext,
  type ProjectState,
} from "./project-state.js";
import { resolveFile, type ResolvedFile } from "./resolve-file.js";

/** What became of a stretch of work: all done, steps ran out, or files have to be read. Paths are the project's. */
export interface FlowProgress {
  readonly state: "done" | "paused" | "waiting";
  readonly wanted: readonly string[];
  /** How many steps were done. */
  readonly steps: number;
}

/** What was worked out for a project, as plain data. */
export interface StoredProject {
  readonly flows: StoredFlows;
  readonly paths: readonly string[];
}

/** Flows between the files of one project. Paths are relative to its root, with forward slashes. */
export interface ProjectFlows {
  /** Whether data is followed through a file; what is said of others changes nothing. */
  readonly follows: (path: string) => boolean;
  /** Takes a file that is not open, as it is now. */
  readonly addText: (path: string, text: string) => void;
  /** What a text tells other files; it does not become part of the project. */
  readonly factsOfText: (path: string, text: string) => ModuleFacts;
  /** Takes a file from units whose names are resolved. */
  readonly addResolved: (path: string, file: ResolvedFile, text: string) => void;
  /** The same, where the facts of the text are known. */
  readonly addFacts: (path: string, facts: ModuleFacts) => void;
  /** Takes the units of an open document; they are read again until the document is closed. */
  readonly addUnits: (path: string, text: string, file: ResolvedFile) => void;
  /** The same, when flows are next worked on or asked for. */
  readonly addUnitsLater: (path: string, text: string, file: ResolvedFile) => void;
  /** Whether units of that document have still to be taken. */
  readonly isAwaiting: (path: string) => boolean;
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
  /** How much was worked out, for tests and for those who look for what is slow. */
  readonly counters: () => FlowCounters;
  /** Whether there is a call at an offset of an open document that may be a sink, by its name alone. */
  readonly mayBeSink: (path: string, offset: number) => boolean;
  /** What arrives at the innermost call at an offset of an open document. */
  readonly explainSink: (path: string, offset: number) => SinkExplanation | undefined | "later";
  /** What was worked out, for another time. */
  readonly store: () => StoredProject;
  /**
   * Takes what was worked out another time, under the same rules and models; false if it does not fit. Files are added after it, and then
   * `forgetOthers` is called. `factsThen`: the facts of each file as they were then; without one of them everything is looked at again.
   */
  readonly restore: (stored: StoredProject, factsThen?: (path: string) => ModuleFacts | undefined) => boolean;
  /** Keeps what is known of a closed file in little memory: as text, of which parts are read when somebody asks. */
  readonly pack: (path: string) => void;
  /** Forgets what can be made again: value graphs, of which the next edit asks for few. */
  readonly trim: () => void;
  /** Forgets files of another time that were not added again. */
  readonly forgetOthers: () => void;
}

/**
 * A project without files. `isTest` says which files are test code. Data is not followed through them: what they put into other code comes from
 * nobody else, and no other code calls them but by what looks like their names.
 */
export function createProjectFlows(
  context: FlowContext,
  isTest: (path: string) => boolean = () => false,
): ProjectFlows {
  const state = createProjectState(context);
  const follows = (path: string): boolean => !isTest(path);
  const { files } = state;
  const lookup = lookupIn(state);
  return {
    follows,
    ...takingOf(state, follows),
    factsOfText: (path, text) => readFacts(state, path, resolveFile(context.python, text, false), text).facts,
    isAwaiting: (path) => state.awaited.has(path),
    remove: (path) => {
      state.awaited.delete(path);
      state.loaded.delete(path);
      state.wanted.delete(path);
      if (files.delete(path)) state.flows.setFile(path, undefined);
    },
    paths: () => [...files.keys()],
    factsOf: (path) => files.get(path)?.facts,
    advance: (maximumSteps) => advance(state, lookup, maximumSteps),
    provide: (path, text) => {
      if (files.get(path)?.text !== undefined) return;
      if (text === undefined) state.unreadable.add(path);
      else load(state, path, text);
    },
    findingsIn: (path, units) => findingsIn(state, path, units),
    pathsWithFlows: () => [...state.flowing],
    changedPaths: () => takeChanges(state),
    ...explainingOf(state, lookup),
    counters: () => state.flows.counters(),
    ...keepingOf(state),
  };
}

/** What takes files. */
function takingOf(
  state: ProjectState,
  follows: ProjectFlows["follows"],
): Pick<ProjectFlows, "addText" | "addResolved" | "addFacts" | "addUnits" | "addUnitsLater" | "closeUnits"> {
  const addResolved: ProjectFlows["addResolved"] = (path, file, text) => {
    if (!follows(path)) return;
    const { facts } = readFacts(state, path, file, text);
    setFacts(state, path, facts, { units: file.units, text });
  };
  const addUnits: ProjectFlows["addUnits"] = (path, text, file) => {
    state.awaited.delete(path);
    if (!follows(path)) return;
    const parts = readFacts(state, path, file, text);
    setFile(state, path, { facts: parts.facts, parts, units: file.units, text, layout: undefined });
  };
  return {
    addText: (path, text) => {
      if (follows(path)) addResolved(path, resolveFile(state.context.python, text, false), text);
    },
    addResolved,
    addFacts: (path, facts) => {
      if (follows(path)) setFacts(state, path, facts);
    },
    addUnits,
    addUnitsLater: (path, text, file) => {
      state.awaited.set(path, () => {
        addUnits(path, text, file);
      });
    },
    closeUnits: (path) => {
      takeAwaited(state, path);
      const file = state.files.get(path);
      if (file === undefined) return;
      const { facts, units, text } = file;
      setFacts(state, path, facts, units === undefined || text === undefined ? undefined : { units, text });
    },
  };
}

/** What is said of calls in open documents. */
function explainingOf(state: ProjectState, lookup: BodyLookup): Pick<ProjectFlows, "mayBeSink" | "explainSink"> {
  return {
    mayBeSink: (path, offset) => {
      takeAwaited(state, path);
      return mayBeSink(state, path, offset);
    },
    explainSink: (path, offset) => {
      takeAwaited(state);
      return explainSink(state, lookup, path, offset);
    },
  };
}

/** What has to do with keeping a project. */
function keepingOf(state: ProjectState): Pick<ProjectFlows, "store" | "restore" | "pack" | "trim" | "forgetOthers"> {
  const { files } = state;
  return {
    store: () => ({ flows: state.flows.store(), paths: [...files.keys()] }),
    restore: (stored, factsThen = () => undefined) => restore(state, stored, factsThen),
    pack: (path) => {
      pack(state, path);
    },
    trim: () => {
      state.graphs.clear();
    },
    forgetOthers: () => {
      for (const path of state.restored) {
        state.files.delete(path);
        state.flows.setFile(path, undefined);
      }
      state.restored.clear();
    },
  };
}

function advance(state: ProjectState, lookup: BodyLookup, maximumSteps: number): FlowProgress {
  takeAwaited(state);
  const progress = state.flows.advance(maximumSteps, lookup, (path) => isLoaded(state, path));
  if (progress.state !== "done") return progress;
  noteChanges(state);
  for (const path of [...state.loaded]) unload(state, path);
  const wanted = unplacedFiles(state);
  return wanted.length === 0 ? progress : { ...progress, state: "waiting", wanted };
}

function takeChanges({ changed }: ProjectState): string[] {
  const paths = [...changed].sort();
  changed.clear();
  return paths;
}

function findingsIn(state: ProjectState, path: string, { roots }: FileUnits): UnitFinding[] {
  const flows = state.flows.flowsInto(path);
  if (flows.length === 0) return [];
  const bodies = bodiesOfFile(roots);
  const places: StepPlaces = {
    unitOf: ({ body, unit }) => bodies.unitsOf(body)[unit],
    placeOf: (step) => placeOfStep(state, step),
    marksAt: (step) => marksAt(state, step),
  };
  return flows.flatMap((flow) => findingOf(state, flow, path, places));
}

/** What rules' patterns say of the place of a step. */
function marksAt({ files }: ProjectState, { path, body, unit, start, end }: FlowStep): readonly BodyMark[] {
  const file = files.get(path);
  const marks = file === undefined ? undefined : marksOfBody(file.facts, body);
  // In a lambda units are counted anew.
  const isHere = (mark: BodyMark): boolean => mark.start === start && mark.end === end;
  return marks?.filter((mark) => isHere(mark) && (mark.unit === unit || bodyAroundLambda(body) !== undefined)) ?? [];
}

function findingOf({ context }: ProjectState, flow: Flow, path: string, places: StepPlaces): UnitFinding[] {
  const rule = context.ruleOf(flow.rule);
  const finding = rule === undefined ? undefined : flowFinding(rule, flow, path, places);
  return finding === undefined ? [] : [finding];
}

function restore(
  state: ProjectState,
  { flows, paths }: StoredProject,
  factsThen: (path: string) => ModuleFacts | undefined,
): boolean {
  const known = paths.flatMap((path): StoredFile[] => {
    const facts = factsThen(path);
    return facts === undefined ? [] : [{ path, facts }];
  });
  const restored = newFlowProject(state.context);
  if (!restored.restore(flows, known.length === paths.length ? known : undefined)) return false;
  state.flows = restored;
  state.restored.clear();
  placeAgain(state);
  // What is here already is newer.
  for (const [path, { facts }] of state.files) restored.setFile(path, facts);
  for (const path of paths) if (!state.files.has(path)) state.restored.add(path);
  if (known.length !== paths.length) return true;
  for (const { path, facts } of known) if (!state.files.has(path)) state.files.set(path, closedFile(facts));
  return true;
}

function pack({ files, flows }: ProjectState, path: string): void {
  const file = files.get(path);
  if (file === undefined || file.text !== undefined || isPacked(file.facts)) return;
  const facts = unpackFacts(packFacts(file.facts));
  files.set(path, { ...file, facts });
  flows.replaceEqual(path, facts);
}
