/**
 * Where facts go in one body: along the edges of its value graph, through calls by what models and summaries say. Facts do not influence each other, so the result for a fact
 * is the same wherever it comes from.
 */
import type { BodyView } from "./body-view.js";
import { passCall } from "./pass-call.js";
import { pass } from "./pass-value.js";
import { followMarks, noteEnds } from "./run-ends.js";
import { addFact, type Run, type Seed } from "./run.js";

const maximumNodes = 4_000;

/** Follows facts from seeds to all their ends. */
export function propagate(view: BodyView, seeds: readonly Seed[]): Run {
  const run: Run = { view, nodes: [], ends: [], known: new Map(), pathsOfValue: new Map(), steps: 0 };
  for (const { value, path, kinds, doubt } of seeds) addFact(run, value, { path, kinds, doubt }, undefined, undefined);
  for (let next = 0; next < run.nodes.length && next < maximumNodes; next++) follow(run, next);
  return run;
}

function follow(run: Run, index: number): void {
  const fact = run.nodes[index];
  if (fact === undefined) return;
  const { graph, index: uses } = run.view;
  run.steps++;
  noteEnds(run, index, fact);
  if (graph.marks !== undefined) followMarks(run, index, fact);
  for (const user of uses.uses[fact.value] ?? []) {
    const value = graph.values[user];
    run.steps++;
    if (value !== undefined) pass({ run, index, fact, user }, value);
  }
  for (const { call, role } of uses.callUses[fact.value] ?? []) passCall(run, index, fact, call, role);
}
