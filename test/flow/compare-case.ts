/** What differs between the findings that a case expects and those that there are. */
import { type ExpectedFinding, type FlowCase, type Place } from "./read-cases.js";

/** A finding of a rule about flows; lines count from 1. */
export interface FoundFlow {
  readonly path: string;
  readonly ruleId: string;
  readonly line: number;
  readonly steps: readonly Place[];
  readonly confidence: string;
  /** What the rule says of all its findings. */
  readonly ruleConfidence?: string;
}

const at = (place: Place): string => `${place.path}:${place.line}`;

const same = (one: Place, other: Place): boolean => one.path === other.path && one.line === other.line;

/** The step that a path does not pass, from 0; undefined if it starts at the first one and passes all in order. */
function missedStep(path: readonly Place[], steps: ExpectedFinding["steps"]): number | undefined {
  let next = 0;
  for (const [index, places] of steps.entries()) {
    const position = path.findIndex((step, where) => where >= next && places.some((place) => same(step, place)));
    if (position === -1 || (index === 0 && position > 0)) return index;
    next = position + 1;
  }
  return undefined;
}

const textOfPath = (steps: readonly Place[]): string => steps.map(at).join(" > ") || "no steps";

function problemOf(expected: ExpectedFinding, found: readonly FoundFlow[]): string | undefined {
  const label = `${expected.rule} at ${at(expected)}`;
  const there = found.filter((each) => each.ruleId === expected.rule && same(each, expected));
  if (there.length === 0) return `missing: ${label}`;
  const sure = there.filter(
    (each) => expected.lowAccepted || each.confidence !== "low" || each.ruleConfidence === "low",
  );
  if (sure.length === 0) return `low confidence: ${label}`;
  if (sure.some((each) => missedStep(each.steps, expected.steps) === undefined)) return undefined;
  const wanted = expected.steps.map((places) => places.map(at).join(" or ")).join(" > ");
  return [
    `wrong path: ${label}`,
    `  expected ${wanted}`,
    ...sure.map((each) => `  got      ${textOfPath(each.steps)}`),
  ].join("\n");
}

/** One text for each finding that is missing, less sure or on another path than expected, or too many. */
export function problemsOf(flowCase: FlowCase, found: readonly FoundFlow[]): string[] {
  const missing = flowCase.expected.flatMap((expected) => problemOf(expected, found) ?? []);
  const surplus = found
    .filter((each) => !flowCase.expected.some((expected) => expected.rule === each.ruleId && same(each, expected)))
    .map((each) => {
      const marked = flowCase.safe.some((place) => place.rule === each.ruleId && same(place, each));
      const what = marked ? "found on a safe line" : "unexpected";
      return `${what}: ${each.ruleId} at ${at(each)} (${each.confidence})\n  path     ${textOfPath(each.steps)}`;
    });
  return [...missing, ...surplus];
}
