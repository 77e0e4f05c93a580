/** One file of a scan: read, review, mend if asked, and say what is left. */
import { hashText } from "../base/hash.js";
import { createLineIndex } from "../base/line-index.js";
import type { ReviewOptions } from "../review/configuration.js";
import type { ReviewEngine } from "../review/engine.js";
import type { FileReview } from "../review/finding.js";
import { isFileProblem, type FileProblem, type SourceText } from "../review/ports.js";
import { placeOf, placeReview } from "../report/place-review.js";
import type { ReportedFinding, ReportedProblem } from "../report/report.js";
import { applySafeFixes } from "./apply-fixes.js";
import type { SourceFiles } from "./host.js";

export interface FileToReview {
  /** Absolute. */
  readonly path: string;
  /** From the project's root on, with forward slashes. */
  readonly projectPath: string;
  /** Whether somebody asked for this very file, so that it is an error if it cannot be reviewed. */
  readonly isNamed: boolean;
  /** Whether nothing is reported of it: what it tells other files is all that is wanted. */
  readonly isContext?: true;
}

/** Who reviews texts. */
export type Reviewer = Pick<ReviewEngine, "reviewText" | "reviewPlainText"> & {
  /** Takes what a text tells other files, and nothing else. */
  readonly addText: (path: string, text: string) => unknown;
};

/** What a scan does with every file. */
export interface ReviewSettings {
  readonly options: ReviewOptions;
  readonly fix: boolean;
  /** Whether what is said of a file is kept for the next scan, under the hash of its text. */
  readonly isKept?: boolean;
}

/** Paths are those of the project. */
export interface ReviewedFile {
  /** False where nothing can be said of the file; the problems tell why. */
  readonly wasReviewed: boolean;
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly ReportedProblem[];
  readonly suppressed: number;
  readonly fixed: number;
}

/** Each round mends what an overlap kept from being mended in the one before. */
const maximumFixRounds = 10;

/** What is said of a file, and of which text. */
export interface ReviewedText {
  readonly file: ReviewedFile;
  /** Hash of the text; undefined if nothing is kept, or can be said of it later, because it was not read, was no Python, or the review failed. */
  readonly hash: string | undefined;
}

/** Reviews a file. Whatever is wrong with it, or with the engine, is a problem of this file alone. */
export function reviewFile(
  engine: Reviewer,
  file: FileToReview,
  settings: ReviewSettings,
  files: SourceFiles,
): ReviewedText {
  const level = file.isNamed ? "error" : "warning";
  const source = files.readSource(file.path);
  const isPlain = !file.isNamed && !isPythonPath(file.path);
  // Among files of all kinds, many are none that people read; of those around nobody asked.
  if (isFileProblem(source) && (isPlain || file.isContext)) return unknown(failed([]));
  if (isFileProblem(source)) return unknown(failed([{ level, path: file.projectPath, message: source.message }]));
  try {
    if (file.isContext) {
      engine.addText(file.projectPath, source.text);
      return { file: failed([]), hash: settings.isKept === true ? hashText(source.text) : undefined };
    }
    if (isPlain)
      return unknown(plainReview(engine.reviewPlainText(file.projectPath, source.text, settings.options), source.text));
    return reviewPython(engine, file, source, settings, files);
  } catch (error) {
    return unknown(failedReview(file, error instanceof Error ? error.message : String(error)));
  }
}

function unknown(file: ReviewedFile): ReviewedText {
  return { file, hash: undefined };
}

function reviewPython(
  engine: Reviewer,
  file: FileToReview,
  source: SourceText,
  settings: ReviewSettings,
  files: SourceFiles,
): ReviewedText {
  const problems: ReportedProblem[] = [];
  if (source.warning !== undefined)
    problems.push({ level: "warning", path: file.projectPath, message: source.warning });
  const mended = settings.fix ? mend(engine, file, source, settings.options) : undefined;
  const unwritten = mended && mended.fixed > 0 ? files.writeSource(file.path, source, mended.text) : undefined;
  if (unwritten !== undefined) problems.push({ level: "error", path: file.projectPath, message: unwritten.message });
  const isMended = mended !== undefined && unwritten === undefined;
  const text = isMended ? mended.text : source.text;
  // The last text that was tried need not be the one that stays.
  const review = engine.reviewText(file.projectPath, text, settings.options);
  const reviewed = {
    wasReviewed: true,
    findings: placeReview(review, text),
    problems: [...problems, ...syntaxProblem(review, text), ...unfinishedRules(review, text)],
    suppressed: review.suppressed.length,
    fixed: isMended ? mended.fixed : 0,
  };
  return { file: reviewed, hash: settings.isKept === true ? hashText(text) : undefined };
}

function plainReview(review: FileReview, text: string): ReviewedFile {
  const findings = placeReview(review, text);
  return { wasReviewed: true, findings, problems: [], suppressed: review.suppressed.length, fixed: 0 };
}

function isPythonPath(path: string): boolean {
  return /\.py[iw]?$/.test(path);
}

function failed(problems: readonly ReportedProblem[]): ReviewedFile {
  return { wasReviewed: false, findings: [], problems, suppressed: 0, fixed: 0 };
}

/** What is left to say of a file that the review did not survive, because of an error here or in a thread. */
export function failedReview(file: FileToReview, reason: string): ReviewedFile {
  const message = `the review of this file failed: ${reason}`;
  return failed([{ level: "error", path: file.projectPath, message }]);
}

interface MendedText {
  readonly text: string;
  readonly review: FileReview;
  readonly fixed: number;
}

/** Mends in rounds until nothing is left to mend. A round after which less of the text parses does not count. */
function mend(engine: Reviewer, file: FileToReview, source: SourceText, options: ReviewOptions): MendedText {
  let current: MendedText = {
    text: source.text,
    review: engine.reviewText(file.projectPath, source.text, options),
    fixed: 0,
  };
  for (let round = 0; round < maximumFixRounds; round++) {
    const { text, count } = applySafeFixes(current.text, current.review.findings);
    if (count === 0) break;
    const review = engine.reviewText(file.projectPath, text, options);
    if (review.syntaxProblems.length > current.review.syntaxProblems.length) break;
    current = { text, review, fixed: current.fixed + count };
  }
  return current;
}

/** One problem for all that does not parse, at the first place. */
function syntaxProblem({ path, syntaxProblems }: FileReview, text: string): ReportedProblem[] {
  const [first, ...others] = syntaxProblems;
  if (first === undefined) return [];
  const { line, column } = placeOf(createLineIndex(text), first.range.start);
  const more = others.length === 0 ? "" : `, nor at ${others.length} other ${others.length === 1 ? "place" : "places"}`;
  const message = `the code cannot be parsed here${more}; the rest was reviewed`;
  return [{ level: "warning", path, place: { line, column }, message }];
}

/** Rules whose findings may be incomplete. */
function unfinishedRules({ path, unfinished = [] }: FileReview, text: string): ReportedProblem[] {
  if (unfinished.length === 0) return [];
  const lines = createLineIndex(text);
  return unfinished.map(({ message, range }) => {
    const { line, column } = placeOf(lines, range.start);
    return { level: "warning", path, place: { line, column }, message };
  });
}

/** A problem of the file system, as a report shows it. */
export function toReportedProblem(level: ReportedProblem["level"], { path, message }: FileProblem): ReportedProblem {
  return { level, path, message };
}
