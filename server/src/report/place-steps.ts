/** Places of the steps of findings, which may lie in several files, and the lines of code that they start in. */
import { createLineIndex, positionOfOffset, type LineIndex } from "../base/line-index.js";
import type { FindingStep } from "../review/finding.js";
import type { StepRole } from "../review/finding.js";
import type { ReportedStep, Span } from "./report.js";

/** The steps of one finding with their places, in their order. */
export type StepPlacer = (steps: readonly FindingStep[]) => ReportedStep[];

/** What an engine may know of a step besides its place. */
type DetailedStep = FindingStep & { readonly depth?: number | undefined };

interface IndexedText {
  readonly text: string;
  readonly index: LineIndex;
}

/** Places the steps of the findings of one review. `textOf` is asked once for each path. */
export function createStepPlacer(textOf: (path: string) => string | undefined): StepPlacer {
  const known = new Map<string, IndexedText | undefined>();
  const lookUp = (path: string): IndexedText | undefined => {
    if (known.has(path)) return known.get(path);
    const text = textOf(path);
    const indexed = text === undefined ? undefined : { text, index: createLineIndex(text) };
    known.set(path, indexed);
    return indexed;
  };
  return (steps) => {
    const depths = depthsOf(steps);
    return steps.flatMap((step, index) =>
      placeStep({ ...step, depth: depths?.[index] }, roleOf(step, index, steps.length), lookUp),
    );
  };
}

/**
 * How many calls deep each step is: as the engine says, or else as its steps go into calls and come out of them. Undefined where
 * neither is known.
 */
function depthsOf(steps: readonly DetailedStep[]): readonly (number | undefined)[] | undefined {
  if (steps.some(({ depth }) => depth !== undefined)) return steps.map(({ depth }) => depth);
  if (!steps.some(({ role }) => role === "call" || role === "return")) return undefined;
  let depth = 0;
  const depths = steps.map(({ role }) => {
    if (role === "return") depth--;
    const own = depth;
    if (role === "call") depth++;
    return own;
  });
  const outermost = Math.min(...depths);
  return depths.map((own) => own - outermost);
}

/** A step whose place nothing tells, neither a text nor the engine, is left out. */
function placeStep(
  step: DetailedStep,
  role: StepRole | undefined,
  lookUp: (path: string) => IndexedText | undefined,
): ReportedStep[] {
  const source = lookUp(step.path);
  const span = spanOf(step, source);
  if (span === undefined) return [];
  const code = source === undefined ? undefined : lineText(source, span.start.line - 1);
  return [
    {
      path: step.path,
      span,
      message: step.message,
      ...(role === undefined ? {} : { role }),
      ...(step.depth === undefined ? {} : { depth: step.depth }),
      ...(code === undefined ? {} : { code }),
    },
  ];
}

/** A path leads from a source to a sink, whatever lies in between. */
function roleOf({ role }: DetailedStep, index: number, count: number): StepRole | undefined {
  if (role !== undefined) return role;
  if (index === count - 1) return "sink";
  return index === 0 ? "source" : undefined;
}

function spanOf({ range, position }: FindingStep, source: IndexedText | undefined): Span | undefined {
  const start = position?.start ?? (source && positionOfOffset(source.index, range.start));
  const end = position?.end ?? (source && positionOfOffset(source.index, range.end));
  if (start === undefined || end === undefined) return undefined;
  return {
    start: { line: start.line + 1, column: start.character + 1, offset: range.start },
    end: { line: end.line + 1, column: end.character + 1, offset: range.end },
  };
}

/** A zero-based line without its break; undefined where the text has no such line. */
function lineText({ text, index }: IndexedText, line: number): string | undefined {
  const start = index.starts[line];
  if (start === undefined) return undefined;
  return text.slice(start, index.starts[line + 1] ?? text.length).replace(/(?:\r\n|\r|\n)$/, "");
}
