/** Which call somebody asks about, and what the flow analysis says of what goes into it. */
import type { BodyLookup, Explanation } from "../../analyses/flows/flow-types.js";
import type { ValueGraph } from "../../flow/value-graph.js";
import type { Models } from "../../models/model.js";
import { moduleBody, type BodyKey } from "../../names/module-facts.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";
import type { SinkExplanation } from "../explain-sink.js";
import { bodiesOfFile, type FileBodies } from "./file-bodies.js";
import { placeOfStep } from "./place-steps.js";
import type { ProjectFile, ProjectState } from "./project-state.js";

const wordsOfSinks = new WeakMap<Models, ReadonlySet<string>>();

/** The last parts of the names of everything that is a sink when it is called. */
function sinkWords(models: Models): ReadonlySet<string> {
  const known = wordsOfSinks.get(models);
  if (known !== undefined) return known;
  const words = new Set(
    models.sinks.flatMap(({ calls }) => calls.map((name) => name.slice(name.lastIndexOf(".") + 1))),
  );
  wordsOfSinks.set(models, words);
  return words;
}

/** Whether the innermost call at an offset of an open document has the name of a sink, or stands in one that has. */
export function mayBeSink({ context, files }: ProjectState, path: string, offset: number): boolean {
  const unit = unitAt(files.get(path), offset);
  if (unit === undefined) return false;
  const words = sinkWords(context.models);
  const visit = (node: SyntaxNode): boolean => {
    if (offset < unit.start + node.start || offset > unit.start + node.end) return false;
    if (node.kind === "Call" && words.has(calledWord(node))) return true;
    return node.children.some(visit);
  };
  return unit.statements.some(visit);
}

function calledWord(call: SyntaxNode): string {
  const callee = call.child(0);
  const dotted = callee.qualifiedName === "" ? callee.value : callee.qualifiedName;
  return dotted.slice(dotted.lastIndexOf(".") + 1);
}

function unitAt(file: ProjectFile | undefined, offset: number): Unit | undefined {
  return file?.units?.units.find(({ start, text }) => offset >= start && offset <= start + text.length);
}

/** What is known of the innermost call at an offset of an open document; "later" where files have to be read first. */
export function explainSink(
  state: ProjectState,
  lookup: BodyLookup,
  path: string,
  offset: number,
): SinkExplanation | undefined | "later" {
  const file = state.files.get(path);
  const unit = unitAt(file, offset);
  if (file?.units === undefined || unit === undefined) return undefined;
  const bodies = bodiesOfFile(file.units.roots);
  const body = bodyAt(bodies, unit, offset - unit.start);
  const graph = lookup(path, body);
  if (graph === undefined || graph === "later") return graph;
  const own = bodies.unitsOf(body).indexOf(unit);
  const candidates = callsAt(graph, own, offset - unit.start);
  let first: SinkExplanation | undefined;
  for (const call of candidates) {
    const explained = describe(state, unit, graph, call, state.flows.explain(path, graph, call));
    if (explained.sink !== undefined) return explained;
    first ??= explained;
  }
  return first;
}

/** The innermost named body that an offset of a unit lies in. */
function bodyAt(bodies: FileBodies, unit: Unit, at: number): BodyKey {
  let best: BodyKey = moduleBody;
  let size = Infinity;
  for (const key of bodies.keys()) {
    const definition = bodies.definitionOf(key);
    if (definition?.unit !== unit || at < definition.start || at > definition.end) continue;
    if (definition.end - definition.start >= size) continue;
    best = key;
    size = definition.end - definition.start;
  }
  return best;
}

/** Indexes of the calls around a place, from the inside out. */
function callsAt({ calls }: ValueGraph, unit: number, at: number): number[] {
  return calls
    .map(({ place }, index) => ({ place, index }))
    .filter(({ place }) => place.unit === unit && place.start <= at && at <= place.end)
    .sort((a, b) => a.place.end - a.place.start - (b.place.end - b.place.start))
    .map(({ index }) => index);
}

function describe(
  state: ProjectState,
  unit: Unit,
  graph: ValueGraph,
  call: number,
  { sink, origins }: Explanation,
): SinkExplanation {
  const place = graph.calls[call]?.place ?? { start: 0, end: 0 };
  return {
    sink,
    range: { start: unit.start + place.start, end: unit.start + place.end },
    origins: origins.flatMap(({ step, ...origin }) => {
      const placed = placeOfStep(state, step);
      return placed === undefined ? [] : [{ ...origin, step: placed }];
    }),
  };
}
