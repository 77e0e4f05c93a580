/** Reviews the files of one project, in as many threads as are worth it. */
import { setImmediate } from "node:timers/promises";
import type { ReviewEngine } from "../review/engine.js";
import type { CommandLineHost, RuleChoice } from "./host.js";
import { failedReview, reviewFile, type FileToReview, type ReviewedFile, type ReviewSettings } from "./review-file.js";
import { createClaims, filesTakenBy, reviewShare, type ShareRequest, type ShareResult } from "./review-share.js";

export interface ProjectWork {
  readonly files: readonly (FileToReview & { readonly size: number })[];
  readonly settings: ReviewSettings;
  readonly rules: RuleChoice;
  /** The most threads there may be. */
  readonly jobs: number;
}

export interface ReviewedProject {
  readonly engine: ReviewEngine;
  /** For the files of the work that there is something to say about, in no order. */
  readonly reviewed: readonly ReviewedFile[];
}

/** A thread needs an engine of its own, which pays only with so many bytes of Python to review. */
const bytesWorthOneThread = 600_000;
/** Files between two moments at which other things, such as the progress bar, get their turn. */
const filesPerTurn = 4;

/** Reviews everything; `onProgress` is told how many files are done. */
export async function reviewProject(
  work: ProjectWork,
  host: CommandLineHost,
  onProgress: (done: number) => void,
): Promise<ReviewedProject> {
  // The large files first, so that no thread begins one when the others end.
  const files = [...work.files].sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1)).map(withoutSize);
  const claims = createClaims(files.length);
  const request = (thread: number): ShareRequest => ({
    files,
    settings: work.settings,
    rules: work.rules,
    claims,
    thread,
  });
  const helpers = Array.from({ length: threadCount(work) - 1 }, (_, index) => request(index + 2));
  const outcomes = helpers.map((share) => host.startShare(share));
  const engine = await host.createEngine(work.rules);
  const own = await reviewShare(engine, request(1), host.files, (done) => {
    onProgress(done);
    return done % filesPerTurn === 0 ? setImmediate() : undefined;
  });
  const shares = [own];
  for (const [index, outcome] of (await Promise.all(outcomes)).entries()) {
    if ("result" in outcome) shares.push(outcome.result);
    else shares.push(redoShare(engine, request(index + 2), host, outcome.failure));
  }
  return { engine, reviewed: shares.flatMap(({ reviewed }) => reviewed.map(([, file]) => file)) };
}

function withoutSize({ path, projectPath, isNamed }: FileToReview): FileToReview {
  return { path, projectPath, isNamed };
}

function threadCount({ files, jobs }: ProjectWork): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return Math.max(1, Math.min(jobs, files.length, Math.floor(bytes / bytesWorthOneThread)));
}

/** Reviews what a thread had taken when it died, except the file that it died of. */
function redoShare(engine: ReviewEngine, share: ShareRequest, host: CommandLineHost, failure: string): ShareResult {
  const taken = filesTakenBy(share.thread, share.claims);
  const reviewed = taken.map((index, position): [number, ReviewedFile][] => {
    const file = share.files[index];
    if (file === undefined) return [];
    if (position < taken.length - 1) return [[index, reviewFile(engine, file, share.settings, host.files)]];
    return [[index, failedReview(file, failure)]];
  });
  return { reviewed: reviewed.flat() };
}
