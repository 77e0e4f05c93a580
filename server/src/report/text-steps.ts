/** The path of a finding for people: numbered steps, each with its place and its line of code, further in where a call leads further in. */
import { displayLine, harmless, oneLine } from "./display-text.js";
import type { Painter } from "./painter.js";
import type { ReportedFinding, ReportedStep } from "./report.js";

/** Columns that a line of code may take. */
const room = 120;

/** Calls deeper than this are not shown further in, so that what is deep stays readable. */
const deepest = 8;

/** The lines of all steps. Code that stands above already is not shown again. */
export function formatSteps(finding: ReportedFinding, painter: Painter): string[] {
  const { steps } = finding;
  const outermost = Math.min(...steps.map(depthOf));
  const width = String(steps.length).length;
  return steps.flatMap((step, index) => {
    const indentation = " ".repeat(4 + 2 * Math.min(depthOf(step) - outermost, deepest));
    const number = `${String(index + 1).padStart(width)}.`;
    const place = painter.path(harmless(`${step.path}:${step.span.start.line}`));
    const head = `${indentation}${number} ${place}: ${oneLine(step.message)}`;
    if (step.code === undefined || isShown(step, finding, steps[index - 1])) return [head];
    const bar = painter.faint("|".padStart(number.length + 2));
    return [head, `${indentation}${bar} ${formatCode(step, step.code)}`];
  });
}

function depthOf({ depth = 0 }: ReportedStep): number {
  return depth;
}

/** Whether the step's line was shown with the finding or with the step before. */
function isShown(step: ReportedStep, { path, excerpt }: ReportedFinding, before: ReportedStep | undefined): boolean {
  const { line } = step.span.start;
  if (before?.path === step.path && before.span.start.line === line) return true;
  return step.path === path && excerpt.some(({ number }) => number === line);
}

/** The line without its indentation; of a long one the part around the step's place. */
function formatCode({ span }: ReportedStep, line: string): string {
  const code = line.trimStart();
  const start = Math.max(0, span.start.column - 1 - (line.length - code.length));
  return displayLine(code, start, start, room).text;
}
