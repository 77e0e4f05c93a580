/**
 * The files of a scan, shared out among threads. Nobody hands out work: every thread takes the next file of the common
 * list until there is none, so that all end at the same time, and says what it found once, at the end.
 */
import type { ModuleFacts } from "../names/module-facts.js";
import type { ProjectReview, ReviewEngine } from "../review/engine.js";
import type { RuleChoice, SourceFiles } from "./host.js";
import { reviewFile, type FileToReview, type ReviewedText, type ReviewSettings } from "./review-file.js";

/** What a thread needs to do its share. */
export interface ShareRequest {
  readonly files: readonly FileToReview[];
  readonly settings: ReviewSettings;
  readonly rules: RuleChoice;
  readonly claims: SharedArrayBuffer;
  /** Tells threads apart; from 1. */
  readonly thread: number;
}

/** One file that a thread has done. */
export interface SharedFile extends ReviewedText {
  /** Its place in the list. */
  readonly index: number;
  /** What it tells other files; undefined for what is no Python. */
  readonly facts: ModuleFacts | undefined;
}

export interface ShareResult {
  readonly done: readonly SharedFile[];
}

/** Who does a share: an engine, and the project that the files become part of. */
export interface ShareWorker {
  readonly engine: ReviewEngine;
  readonly project: ProjectReview;
  readonly files: SourceFiles;
}

const nextFile = 0;
const filesDone = 1;
const firstClaim = 2;

/** Room for the claims of that many files: which is next, how many are done, and who has taken each. */
export function createClaims(fileCount: number): SharedArrayBuffer {
  return new SharedArrayBuffer((firstClaim + fileCount) * Int32Array.BYTES_PER_ELEMENT);
}

/** Takes and reviews one file after the other; `afterEach` may give other things a turn. */
export async function reviewShare(
  worker: ShareWorker,
  request: ShareRequest,
  afterEach?: (done: number) => Promise<void> | undefined,
): Promise<ShareResult> {
  const claims = new Int32Array(request.claims);
  const reviewed: SharedFile[] = [];
  for (;;) {
    const index = Atomics.add(claims, nextFile, 1);
    const file = request.files[index];
    if (file === undefined) return { done: reviewed };
    Atomics.store(claims, firstClaim + index, request.thread);
    reviewed.push(reviewOne(worker, index, file, request.settings));
    const done = Atomics.add(claims, filesDone, 1) + 1;
    if (afterEach !== undefined) await afterEach(done);
  }
}

/** Reviews one file of the list. */
export function reviewOne(
  { engine, project, files }: ShareWorker,
  index: number,
  file: FileToReview,
  settings: ReviewSettings,
): SharedFile {
  const reviewer = {
    reviewText: project.reviewText.bind(project),
    reviewPlainText: engine.reviewPlainText.bind(engine),
    addText: project.flows.addText,
  };
  return { index, ...reviewFile(reviewer, file, settings, files), facts: project.flows.factsOf(file.projectPath) };
}

/** The files that a thread has taken, in the order in which it took them. */
export function filesTakenBy(thread: number, claims: SharedArrayBuffer): number[] {
  const taken = [...new Int32Array(claims)].slice(firstClaim).map((owner, index) => (owner === thread ? index : -1));
  return taken.filter((index) => index >= 0);
}
