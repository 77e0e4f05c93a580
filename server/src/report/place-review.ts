/** Turns a review's offsets into lines and columns, while its text is at hand. */
import { createLineIndex, positionOfOffset, type LineIndex } from "../base/line-index.js";
import type { TextRange } from "../base/text-range.js";
import type { FileReview, Finding, Fix } from "../review/finding.js";
import { createStepPlacer, type StepPlacer } from "./place-steps.js";
import type { ExcerptLine, Place, ReportedFinding, ReportedFix, Span } from "./report.js";

/** A span of more lines is shown by its first and its last ones. */
const maximumExcerptLines = 5;

/**
 * The findings of a review with places; paths stay as they were given to the engine. `textOf` gives the texts of other files
 * that steps lie in, as far as they are at hand, so that reports can show their lines.
 */
export function placeReview(
  review: FileReview,
  text: string,
  textOf: (path: string) => string | undefined = () => undefined,
): ReportedFinding[] {
  if (review.findings.length === 0) return [];
  const index = createLineIndex(text);
  const placeSteps = createStepPlacer((path) => (path === review.path ? text : textOf(path)));
  return review.findings.map((finding) => placeFinding(finding, { path: review.path, text, index }, placeSteps));
}

/** The place of an offset. */
export function placeOf(index: LineIndex, offset: number): Place {
  const { line, character } = positionOfOffset(index, offset);
  return { line: line + 1, column: character + 1, offset };
}

interface ReviewedText {
  readonly path: string;
  readonly text: string;
  readonly index: LineIndex;
}

function placeFinding(finding: Finding, { path, text, index }: ReviewedText, placeSteps: StepPlacer): ReportedFinding {
  const span = spanOf(index, finding.range);
  return {
    ruleId: finding.ruleId,
    path,
    span,
    message: finding.message,
    severity: finding.severity,
    confidence: finding.confidence,
    fingerprint: finding.fingerprint,
    ...(finding.fix && { fix: placeFix(finding.fix, index) }),
    steps: placeSteps(finding.steps),
    excerpt: excerptOf(span, text, index),
  };
}

function placeFix({ title, safety, edits }: Fix, index: LineIndex): ReportedFix {
  return { title, safety, edits: edits.map(({ range, newText }) => ({ span: spanOf(index, range), newText })) };
}

function spanOf(index: LineIndex, range: TextRange): Span {
  return { start: placeOf(index, range.start), end: placeOf(index, range.end) };
}

function excerptOf({ start, end }: Span, text: string, index: LineIndex): ExcerptLine[] {
  // A span that ends where a line starts does not reach into that line.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const isLong = last - start.line + 1 > maximumExcerptLines;
  const numbers: number[] = [];
  for (let line = start.line; line <= last; line++) {
    if (!isLong || line < start.line + maximumExcerptLines - 2 || line === last) numbers.push(line);
  }
  return numbers.map((number) => ({ number, text: lineText(text, index, number) }));
}

function lineText(text: string, index: LineIndex, number: number): string {
  return text.slice(index.starts[number - 1], index.starts[number] ?? text.length).replace(/(?:\r\n|\r|\n)$/, "");
}
