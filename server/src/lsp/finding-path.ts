/** The paths of findings for those who walk along them: which finding a place belongs to, and where its steps are. */
import type { Finding } from "../review/finding.js";
import type { PathStep, StepsResult } from "./custom-protocol.js";
import { narrowestFirst } from "./narrowest-first.js";
import type { OpenDocument } from "./open-document.js";
import { toClientRange } from "./position-encoding.js";
import type { ServerContext } from "./server-context.js";
import { locateStepExactly, type StepOwner } from "./step-places.js";

/** Whether there is a way to follow: a single place is none. */
export function hasPath({ steps }: Finding): boolean {
  return steps.length > 1;
}

/** As "5 steps". */
export function countSteps({ steps }: Finding): string {
  return `${steps.length} steps`;
}

/** What the steps of findings in a document are relative to; undefined while its project is not known. */
export function stepOwnerOf({ uri, text, project, pathInProject }: OpenDocument): StepOwner | undefined {
  if (project === undefined || pathInProject === undefined) return undefined;
  return { uri, text, project, path: pathInProject };
}

/** The finding whose path is meant at an offset: one that is reported there, else one that passes there. */
export function findingWithPathAt(
  findings: readonly Finding[],
  path: string,
  offset: number,
): { readonly finding: Finding; readonly current: number } | undefined {
  const withPath = findings.filter(hasPath);
  const reported = narrowestFirst(withPath.filter(({ range }) => touches(range, offset)))[0];
  const passing = withPath.find((finding) => stepAt(finding, path, offset) >= 0);
  const finding = reported ?? passing;
  if (finding === undefined) return undefined;
  const step = reported === undefined ? stepAt(finding, path, offset) : -1;
  return { finding, current: step < 0 ? finding.steps.length - 1 : step };
}

/** The narrowest step at an offset of a file. */
function stepAt({ steps }: Finding, path: string, offset: number): number {
  let best = -1;
  let width = Infinity;
  steps.forEach((step, index) => {
    const { start, end } = step.range;
    if (step.path !== path || !touches(step.range, offset) || end - start >= width) return;
    best = index;
    width = end - start;
  });
  return best;
}

function touches({ start, end }: Finding["range"], offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The answer for a finding; steps whose place can't be told are left out. */
export async function describePath(
  context: ServerContext,
  owner: StepOwner,
  finding: Finding,
  current: number,
): Promise<StepsResult> {
  const range = toClientRange(owner.text, finding.range, context.features.encoding);
  // All at once: the document may change while files are read.
  const locations = await Promise.all(finding.steps.map((step) => locateStepExactly(context, owner, step)));
  const steps: PathStep[] = [];
  let shown = 0;
  finding.steps.forEach(({ message }, index) => {
    const location = locations[index];
    if (location === undefined) return;
    if (index <= current) shown = steps.length;
    steps.push({ ...location, message });
  });
  const { fingerprint, ruleId, message } = finding;
  return { uri: owner.uri, range, fingerprint, ruleId, message, steps, current: shown };
}
