/**
 * Flows between functions and files of one project, kept while its files change: facts of files go in, flows come out. docs/data-flow.md says
 * what is followed. The graphs of bodies are asked for when something arrives in them, and are not kept here.
 */
import type { ValueGraph } from "../../flow/value-graph.js";
import type { Models } from "../../models/model.js";
import type { ModuleFacts } from "../../names/module-facts.js";
import type { BodyLookup, Explanation, Flow, FlowRule, Progress } from "./flow-types.js";

export interface FlowProjectOptions {
  /** Flows below this confidence are left out. Default: "low", so that nothing is. */
  readonly minimumConfidence?: "high" | "medium" | "low";
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

export interface FlowProject {
  /** A file's text changed, the file appeared, or went (`undefined`). */
  setFile(path: string, facts: ModuleFacts | undefined): void;
  /** Does at most so many steps of work. "waiting" only when nothing else is left to do. */
  advance(maximumSteps: number, lookup: BodyLookup): Progress;
  /** Flows whose sink lies in that file, in a stable order. */
  flowsInto(path: string): readonly Flow[];
  /** Files whose flows may be others than when this was last asked; sorted. */
  changedPaths(): readonly string[];
  /** Why nothing (or what) arrives at a call of a body; `call`: its index in the graph. */
  explain(path: string, graph: ValueGraph, call: number, lookup: BodyLookup): Explanation;
  store(): StoredFlows;
  /** Takes what an earlier project had. Before the first `setFile`; those that follow act as edits. Whether it fitted. */
  restore(stored: StoredFlows): boolean;
  counters(): FlowCounters;
}

/** A project without files. */
export function createFlowProject(
  models: Models,
  rules: readonly FlowRule[],
  options: FlowProjectOptions = {},
): FlowProject {
  void models;
  void rules;
  void options;
  return {
    setFile: () => undefined,
    advance: () => ({ state: "done", wanted: [] }),
    flowsInto: () => [],
    changedPaths: () => [],
    explain: () => ({ sink: undefined, origins: [] }),
    store: () => ({ version: "0", data: undefined }),
    restore: () => false,
    counters: () => ({ computed: 0, graphs: 0, entries: 0 }),
  };
}
