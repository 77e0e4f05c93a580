/** The path of a finding in SARIF: a code flow (section 3.36) with one thread, and the same places as related locations. */
import type { CodeFlow, Location, ThreadFlowLocation } from "sarif";
import type { StepRole } from "../review/finding.js";
import type { ReportedStep } from "./report.js";
import { toLocation } from "./sarif-places.js";

export function toCodeFlow(steps: readonly ReportedStep[]): CodeFlow {
  const outermost = Math.min(...steps.map(({ depth = 0 }) => depth));
  return { threadFlows: [{ locations: steps.map((step, index) => toThreadFlowLocation(step, index + 1, outermost)) }] };
}

/** For viewers that show no code flows. */
export function toRelatedLocations(steps: readonly ReportedStep[]): Location[] {
  return steps.map((step, index) => ({ id: index + 1, ...toStepLocation(step) }));
}

function toThreadFlowLocation(step: ReportedStep, executionOrder: number, outermost: number): ThreadFlowLocation {
  const { role, depth } = step;
  return {
    location: toStepLocation(step),
    kinds: role === undefined ? ["taint"] : [...kinds[role]],
    ...(depth === undefined ? {} : { nestingLevel: depth - outermost }),
    executionOrder,
    importance: role === "source" || role === "sink" ? "essential" : "important",
  };
}

/** Section 3.38.8 lists words that are well known and lets producers add their own: "source" and "sink" are not in the list. */
const kinds: Readonly<Record<StepRole, readonly string[]>> = {
  source: ["taint", "source"],
  call: ["taint", "call"],
  return: ["taint", "return"],
  pass: ["taint"],
  sink: ["taint", "sink"],
};

function toStepLocation({ path, span, message }: ReportedStep): Location {
  return { ...toLocation(path, span), message: { text: message } };
}
