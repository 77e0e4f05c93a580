/** The way that a fact took through a body, as it is told to people. */
import type { CodePlace } from "../../flow/value-graph.js";
import type { Run, ToldStep } from "./propagate.js";

/** A step in a body, with the body left out. */
export interface LocalStep {
  readonly unit: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Steps of one body; what comes between is left out. */
const maximumSteps = 8;
/** Of steps in a row that only carry data on, so many are told at the beginning. */
const carriedFirst = 2;

export function localStep({ unit, start, end }: CodePlace, message: string): LocalStep {
  return { unit, start, end, message };
}

/** The steps from where a run started to one of its facts, and `last` after it. */
export function stepsTo(run: Run, node: number, last: ToldStep | undefined): readonly LocalStep[] {
  const steps: LocalStep[] = last === undefined ? [] : [localStep(last.place, last.message)];
  for (let at: number | undefined = node; at !== undefined; at = run.nodes[at]?.parent) {
    const told = run.nodes[at]?.told;
    if (told === undefined) continue;
    const step = localStep(told.place, told.message);
    // What stands in an expression that is told anyway says nothing new.
    const [next] = steps;
    if (next === undefined || !lies(step, next)) steps.unshift(step);
  }
  if (steps.length <= maximumSteps) return steps;
  return [...steps.slice(0, carriedFirst), ...steps.slice(carriedFirst + steps.length - maximumSteps)];
}

function lies(inner: LocalStep, outer: LocalStep): boolean {
  return inner.unit === outer.unit && inner.start >= outer.start && inner.end <= outer.end;
}
