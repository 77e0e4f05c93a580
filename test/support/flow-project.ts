/** Flows in small projects, on the analysis alone: several files as texts, with models and rules, without the review around it. */
import { createFlowProject, type FlowProject } from "../../server/src/analyses/flows/flow-project.js";
import type { BodyLookup, Flow, FlowRule } from "../../server/src/analyses/flows/flow-types.js";
import { allBodies, buildValueGraph, unitsOfBody, type BodyCode } from "../../server/src/flow/build-value-graph.js";
import type { ConstantValue, ValueGraph } from "../../server/src/flow/value-graph.js";
import type { Models } from "../../server/src/models/model.js";
import type { BodyKey } from "../../server/src/names/module-facts.js";
import { createFactReader } from "./file-facts.js";

/** A flow as lines of files: "a.py:3 > b.py:5". */
export interface FoundFlow {
  readonly rule: string;
  readonly path: string;
  /** Lines count from 1. */
  readonly line: number;
  readonly steps: readonly { readonly path: string; readonly line: number; readonly message: string }[];
  readonly confidence: string;
}

interface TextFile {
  readonly text: string;
  readonly bodies: ReadonlyMap<BodyKey, BodyCode>;
  readonly graphs: Map<string, ValueGraph>;
}

export interface FlowTest {
  readonly project: FlowProject;
  /** Puts a file in, or takes it out. */
  readonly setText: (path: string, text: string | undefined) => void;
  /** Does all the work; graphs of the files that are named come only when they are asked for the second time. */
  readonly finish: (late?: ReadonlySet<string>) => void;
  readonly flows: () => readonly FoundFlow[];
  readonly lookup: BodyLookup;
}

const reader = await createFactReader();

/** A project without files. */
export function createFlowTest(models: Models, rules: readonly FlowRule[], project?: FlowProject): FlowTest {
  const flows = project ?? createFlowProject(models, rules);
  const files = new Map<string, TextFile>();
  const lookup: BodyLookup = (path, body, known = []) => graphOf(files.get(path), body, known);
  return {
    project: flows,
    lookup,
    setText: (path, text) => {
      if (text === undefined) {
        files.delete(path);
        flows.setFile(path, undefined);
        return;
      }
      const { units, file } = reader.step(text, undefined, { start: 0, oldEnd: 0, newEnd: text.length });
      const bodies = new Map(allBodies(units.roots).map((code) => [code.key, code]));
      files.set(path, { text, bodies, graphs: new Map() });
      flows.setFile(path, file.facts);
    },
    finish: (late = new Set()) => {
      const missing = new Set(late);
      for (let turn = 0; turn < 10_000; turn++) {
        const { state, wanted } = flows.advance(100_000, (path, body, known) =>
          missing.has(path) ? "later" : lookup(path, body, known),
        );
        if (state === "done") return;
        for (const path of wanted) missing.delete(path);
      }
      throw new Error("The work never ends.");
    },
    flows: () =>
      [...files].flatMap(([path, file]) => flows.flowsInto(path).map((flow) => foundFlow(files, path, file, flow))),
  };
}

function graphOf(
  file: TextFile | undefined,
  body: BodyKey,
  known: readonly { readonly index: number; readonly constant: ConstantValue }[],
): ValueGraph | undefined {
  const code = file?.bodies.get(body);
  if (file === undefined || code === undefined) return undefined;
  const key = `${body} ${JSON.stringify(known)}`;
  let graph = file.graphs.get(key);
  if (graph === undefined) {
    const constants = new Map(known.map(({ index, constant }) => [index, constant]));
    graph = buildValueGraph(code, { constants });
    file.graphs.set(key, graph);
  }
  return graph;
}

function foundFlow(files: ReadonlyMap<string, TextFile>, path: string, _file: TextFile, flow: Flow): FoundFlow {
  const steps = flow.steps.map(({ path: at, body, unit, start, message }) => {
    const file = files.get(at);
    const code = file?.bodies.get(body);
    const base = code === undefined ? undefined : unitsOfBody(code)[unit]?.start;
    const line = file === undefined || base === undefined ? 0 : file.text.slice(0, base + start).split("\n").length;
    return { path: at, line, message };
  });
  return { rule: flow.rule, path, line: steps.at(-1)?.line ?? 0, steps, confidence: flow.confidence };
}
