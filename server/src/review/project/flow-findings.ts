/** From flows to findings: at the sink, with the way of the data as evidence. */
import type { Flow, FlowConfidence, FlowStep } from "../../analyses/flows/flow-types.js";
import { hashText } from "../../base/hash.js";
import type { BodyMark } from "../../names/module-facts.js";
import type { Confidence, Rule } from "../../rules/rule.js";
import type { Unit } from "../../syntax/unit.js";
import type { FindingStep } from "../finding.js";
import { fillNames } from "../interpolate.js";
import { anchorOf, type UnitFinding, type UnitStep } from "../unit-findings.js";

/** Finds the places of steps. */
export interface StepPlaces {
  /** The unit that a step in the finding's own file lies in. */
  readonly unitOf: (step: FlowStep) => Unit | undefined;
  /** Where a step in another file stands. */
  readonly placeOf: (step: FlowStep) => FindingStep | undefined;
  /** What rules' patterns say of the place of a step. */
  readonly marksAt: (step: FlowStep) => readonly BodyMark[];
}

const rank: Readonly<Record<Confidence | FlowConfidence, number>> = { low: 0, medium: 1, high: 2 };

/** The finding of a flow into the file `path`; undefined where its places are not known. */
export function flowFinding(rule: Rule, flow: Flow, path: string, places: StepPlaces): UnitFinding | undefined {
  const sink = flow.steps[flow.steps.length - 1];
  const unit = sink === undefined ? undefined : places.unitOf(sink);
  if (sink === undefined || unit === undefined || sink.end > unit.text.length) return undefined;
  const steps: UnitStep[] = [];
  for (const step of flow.steps) {
    const placed = step.path === path ? ownStep(step, places) : places.placeOf(step);
    if (placed === undefined) return undefined;
    steps.push(placed);
  }
  return {
    rule,
    startUnit: unit,
    start: sink.start,
    endUnit: unit,
    end: sink.end,
    message: messageOf(rule, flow, places),
    replacement: undefined,
    steps,
    confidence: rank[flow.confidence] < rank[rule.confidence] ? flow.confidence : rule.confidence,
    anchor: anchorOf(unit, sink.start),
    identity: hashText(`${rule.id}\n${unit.text.slice(sink.start, sink.end).replace(/\s+/g, " ")}`),
  };
}

function ownStep(step: FlowStep, places: StepPlaces): UnitStep | undefined {
  const { start, end, message, role } = step;
  const unit = places.unitOf(step);
  return unit === undefined ? undefined : { unit, start, end, message, ...(role && { role }) };
}

/** `$SOURCE` and `$SINK` become what models say of them; what patterns bind is put in, that of the sink first. */
function messageOf({ id, message }: Rule, { source, sink, steps }: Flow, { marksAt }: StepPlaces): string {
  const filled = message.replaceAll("$SOURCE", source).replaceAll("$SINK", sink);
  const names = new Map<string, string>();
  for (const [step, role] of [
    [steps.at(0), "source"],
    [steps.at(-1), "sink"],
  ] as const)
    for (const mark of step === undefined || !message.includes("$") ? [] : marksAt(step))
      if (mark.rule === id && mark.role === role)
        for (const [name, text] of Object.entries(mark.names ?? {})) names.set(name, text);
  const told = names.size === 0 ? filled : fillNames(filled, names, "message");
  return told.charAt(0).toUpperCase() + told.slice(1);
}
