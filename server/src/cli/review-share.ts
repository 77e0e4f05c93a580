/**
 * The files of a scan, shared out among threads. Nobody hands out work: every thread takes the next file of the common
 * list until there is none, so that all end at the same time, and says what it found once, at the end.
 */
import type { ReviewEngine } from "../review/engine.js";
import type { SourceFiles, RuleChoice } from "./host.js";
import { reviewFile, type FileToReview, type ReviewedFile, type ReviewSettings } from "./review-file.js";

/** What a thread needs to do its share. */
export interface ShareRequest {
  readonly files: readonly FileToReview[];
  readonly settings: ReviewSettings;
  readonly rules: RuleChoice;
  readonly claims: SharedArrayBuffer;
  /** Tells threads apart; from 1. */
  readonly thread: number;
}

/** Results of the files that there is something to say about, with their indices in the list. */
export interface ShareResult {
  readonly reviewed: readonly (readonly [index: number, file: ReviewedFile])[];
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
  engine: ReviewEngine,
  request: ShareRequest,
  files: SourceFiles,
  afterEach?: (done: number) => Promise<void> | undefined,
): Promise<ShareResult> {
  const claims = new Int32Array(request.claims);
  const reviewed: [number, ReviewedFile][] = [];
  for (;;) {
    const index = Atomics.add(claims, nextFile, 1);
    const file = request.files[index];
    if (file === undefined) return { reviewed };
    Atomics.store(claims, firstClaim + index, request.thread);
    const result = reviewFile(engine, file, request.settings, files);
    if (hasSomethingToSay(result)) reviewed.push([index, result]);
    const done = Atomics.add(claims, filesDone, 1) + 1;
    if (afterEach !== undefined) await afterEach(done);
  }
}

/** The files that a thread has taken, in the order in which it took them. */
export function filesTakenBy(thread: number, claims: SharedArrayBuffer): number[] {
  const taken = [...new Int32Array(claims)].slice(firstClaim).map((owner, index) => (owner === thread ? index : -1));
  return taken.filter((index) => index >= 0);
}

function hasSomethingToSay({ findings, problems, suppressed, fixed }: ReviewedFile): boolean {
  return findings.length > 0 || problems.length > 0 || suppressed > 0 || fixed > 0;
}
