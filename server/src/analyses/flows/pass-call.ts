/** Facts on their way through calls, those among them that nobody wrote. */
import type { CodePlace } from "../../flow/value-graph.js";
import type { ReadEffects } from "./attribute-effects.js";
import { effectsOfCall } from "./call-effects.js";
import type { Doubt } from "./facts.js";
import { runImplicitly, specialMethods } from "./implicit-calls.js";
import { addFact, toldCall, type FactNode, type PassedEntry, type Passing, type Run, type ToldStep } from "./run.js";

/** Calls between a fact and where it is stored, at most. */
const farthestStore = 3;

/** Follows a fact at a part of a call to what comes out of it. */
export function passCall(run: Run, index: number, fact: FactNode, call: number, role: number): void {
  const { graph, index: uses } = run.view;
  const site = graph.calls[call];
  if (site === undefined) return;
  const effects = effectsOfCall(run.view, call, role, fact);
  run.steps += 1 + effects.results.length + effects.passed.length;
  const enter = site.isEntered === true ? specialMethods(run.view, site.result, "__enter__", "__aenter__") : undefined;
  for (const { taint, message, through } of effects.results) {
    if (enter !== undefined) {
      // What is bound is what the object gives when it is entered.
      addEffects(
        { run, index, fact, user: site.result },
        site.place,
        runImplicitly(run.view, enter, 0, taint, "entered"),
      );
      continue;
    }
    addFact(run, site.result, taint, index, message === undefined ? undefined : toldCall(site.place, message, through));
  }
  for (const { role: changed, taint, message, through } of effects.changes) {
    for (const version of uses.afterCalls[call]?.get(changed) ?? []) {
      addFact(run, version, taint, index, toldCall(site.place, message, through));
    }
  }
  for (const { sink, ordinal, doubt } of effects.sinks) {
    run.ends.push({ kind: "sink", node: index, site: { sink, ordinal, place: site.place }, doubt });
  }
  for (const passed of effects.passed)
    passEntry(run, index, { place: site.place, message: passed.message, role: "call" }, passed);
}

/** Adds what an implicit call gives, and where the fact goes in it. */
export function addEffects({ run, index, user }: Passing, place: CodePlace, effects: ReadEffects): void {
  for (const effect of effects.passed) passEntry(run, index, { place, message: effect.message, role: "call" }, effect);
  for (const { taint, through } of effects.results) {
    addFact(run, user, taint, index, through === undefined ? undefined : toldCall(place, "goes through this", through));
  }
}

/** Notes the sinks and stores that a callee comes to with a fact that is passed to it. */
export function passEntry(run: Run, node: number, told: ToldStep, { entry, sinks, stores, doubt }: PassedEntry): void {
  const fact = run.nodes[node];
  if (fact === undefined) return;
  for (const reached of sinks) {
    if ((run.view.kindsOfSink(reached.sink) & fact.kinds) === 0) continue;
    const worst = Math.max(doubt, fact.doubt, reached.doubt) as Doubt;
    run.ends.push({
      kind: "passed-sink",
      node,
      entry,
      told,
      reached: { sink: reached.sink, doubt: worst, depth: reached.depth + 1 },
    });
  }
  for (const through of stores) {
    const worst = Math.max(doubt, fact.doubt, through.doubt) as Doubt;
    const kinds = fact.kinds & through.kinds;
    if (kinds === 0 || through.depth >= farthestStore) continue;
    const stored = { path: through.path, kinds, doubt: worst, target: through.target, depth: through.depth + 1 };
    run.ends.push({ kind: "passed-store", node, entry, through, told, stored });
  }
}
