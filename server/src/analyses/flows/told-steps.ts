/** The way that a fact took through a body, as it is told to people. */
import type { CodePlace } from "../../flow/value-graph.js";
import type { FlowStep } from "./flow-types.js";
import type { Run, ToldStep } from "./run.js";

/** A step in a body, with the body left out. */
export interface LocalStep {
  readonly unit: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly role?: StepRole;
  /** The part of another entry's summary by which the data went on, of which steps can be told as well. */
  readonly through?: ThroughEntry;
}

export type StepRole = NonNullable<FlowStep["role"]>;

/** One taint of the summary of an entry. */
export interface ThroughEntry {
  readonly entry: string;
  readonly part: "returns" | "yields" | "exits";
  /** As `textOfItem` has it. */
  readonly item: string;
}

/** Steps of one body; what comes between is left out. */
const maximumSteps = 8;
/** Of steps in a row that only carry data on, so many are told at the beginning. */
const carriedFirst = 2;

export function localStep({ unit, start, end }: CodePlace, message: string, role?: StepRole): LocalStep {
  return { unit, start, end, message, ...(role === undefined ? {} : { role }) };
}

function stepOf({ place, message, role, through }: ToldStep): LocalStep {
  return { ...localStep(place, message, role), ...(through === undefined ? {} : { through }) };
}

/** The steps from where a run started to one of its facts, and `last` after it. */
export function stepsTo(run: Run, node: number, last: ToldStep | undefined): readonly LocalStep[] {
  const steps: LocalStep[] = last === undefined ? [] : [stepOf(last)];
  for (let at: number | undefined = node; at !== undefined; at = run.nodes[at]?.parent) {
    const told = run.nodes[at]?.told;
    if (told === undefined) continue;
    const step = stepOf(told);
    // What stands in an expression that is told anyway says nothing new.
    const [next] = steps;
    if (next === undefined || step.through !== undefined || !lies(step, next)) steps.unshift(step);
  }
  if (steps.length <= maximumSteps) return steps;
  return [...steps.slice(0, carriedFirst), ...steps.slice(carriedFirst + steps.length - maximumSteps)];
}

function lies(inner: LocalStep, outer: LocalStep): boolean {
  return inner.unit === outer.unit && inner.start >= outer.start && inner.end <= outer.end;
}
