/** The path of a finding in a hover: a link that walks along it, or a list of its steps. */
import type { Finding } from "../review/finding.js";
import { countSteps, hasPath } from "./finding-path.js";
import { followDataCommand } from "./path-actions.js";
import { escapeMarkdown } from "./rule-markdown.js";
import type { ServerContext } from "./server-context.js";
import { locateStep, type StepOwner } from "./step-places.js";

/** A hover has room for so many steps; of longer paths those in the middle are left out. */
const mostSteps = 12;

/** Our own client lists the steps with the diagnostic, and can walk along them. */
export function pathMarkdown(context: ServerContext, owner: StepOwner, finding: Finding): string {
  if (!hasPath(finding)) return "";
  if (context.features.ownCommands) {
    const parameters = encodeURIComponent(JSON.stringify([owner.uri, finding.fingerprint]));
    return `[Follow the data: ${countSteps(finding)}](command:${followDataCommand}?${parameters})`;
  }
  const lines = stepLines(context, owner, finding, (message, place) =>
    place === undefined
      ? escapeMarkdown(message)
      : `${escapeMarkdown(message)} ([${escapeMarkdown(place.name)}](<${place.uri}#L${place.line}>))`,
  );
  return ["**Data flow:**", ...lines].join("\n");
}

export function pathPlainText(context: ServerContext, owner: StepOwner, finding: Finding): string {
  if (!hasPath(finding)) return "";
  const lines = stepLines(context, owner, finding, (message, place) =>
    place === undefined ? message : `${message} (${place.name})`,
  );
  return ["Data flow:", ...lines].join("\n");
}

interface ShownPlace {
  /** As "orders.py:12". */
  readonly name: string;
  readonly uri: string;
  /** Counts from 1. */
  readonly line: number;
}

function stepLines(
  context: ServerContext,
  owner: StepOwner,
  { steps }: Finding,
  show: (message: string, place: ShownPlace | undefined) => string,
): string[] {
  const half = mostSteps / 2;
  return steps.flatMap((step, index) => {
    if (steps.length > mostSteps && index >= half && index < steps.length - half)
      return index === half ? [`${index + 1}. … (${steps.length - mostSteps} more)`] : [];
    const location = locateStep(context, owner, step);
    const line = location === undefined ? undefined : location.range.start.line + 1;
    const name = `${step.path.slice(step.path.lastIndexOf("/") + 1)}:${line ?? ""}`;
    const place = location === undefined || line === undefined ? undefined : { name, uri: location.uri, line };
    return [`${index + 1}. ${show(step.message, place)}`];
  });
}
