/** Reviews the files of one project, in as many threads as are worth it, and then what flows between them. */
import { setImmediate } from "node:timers/promises";
import type { ReviewEngine } from "../review/engine.js";
import { withoutSuperseded } from "../review/superseded.js";
import type { ReportedFinding } from "../report/report.js";
import { finishFlows } from "./finish-flows.js";
import type { CommandLineHost, RuleChoice } from "./host.js";
import { failedReview, type FileToReview, type ReviewedFile, type ReviewSettings } from "./review-file.js";
import {
  createClaims,
  filesTakenBy,
  reviewOne,
  reviewShare,
  type SharedFile,
  type ShareRequest,
  type ShareWorker,
} from "./review-share.js";
import { openScanMemory, type RecalledFile, type ScanMemory } from "./scan-memory.js";

export interface ProjectWork {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly files: readonly (FileToReview & { readonly size: number })[];
  readonly settings: ReviewSettings;
  readonly rules: RuleChoice;
  /** The most threads there may be. */
  readonly jobs: number;
  /** Whether what is learnt is kept for the next scan. */
  readonly cache: boolean;
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
  const memory =
    work.cache && !work.settings.fix ? openScanMemory(work.root, host, work.rules, work.settings) : undefined;
  const recalled = new Map<FileToReview, RecalledFile>();
  for (const file of work.files) {
    const known = memory?.recall(file);
    if (known !== undefined) recalled.set(file, known);
  }
  const toDo = work.files.filter((file) => !recalled.has(file));
  // The large files first, so that no thread begins one when the others end.
  const files = toDo.sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1)).map(withoutSize);
  const claims = createClaims(files.length);
  const request = (thread: number): ShareRequest => ({
    files,
    settings: work.settings,
    rules: work.rules,
    claims,
    thread,
  });
  const helpers = Array.from({ length: threadCount(toDo, work.jobs) - 1 }, (_, index) => request(index + 2));
  const outcomes = helpers.map((share) => host.startShare(share));
  const engine = await host.createEngine(work.rules);
  const project = engine.openProject(work.settings.options);
  const worker: ShareWorker = { engine, project, files: host.files };
  takeOver(worker, memory, recalled);
  const ownShare = await reviewShare(worker, request(1), (done) => {
    onProgress(recalled.size + done);
    return done % filesPerTurn === 0 ? setImmediate() : undefined;
  });
  const done = [...ownShare.done];
  for (const [index, outcome] of (await Promise.all(outcomes)).entries()) {
    if ("result" in outcome) done.push(...takeResults(worker, request(index + 2), outcome.result.done));
    else done.push(...redoShare(worker, request(index + 2), outcome.failure));
  }
  const reviewed = [...recalled].map(([file, { reviewed }]) => [file, reviewed] as const);
  for (const { index, file, hash, facts } of done) {
    const reviewedFile = files[index];
    if (reviewedFile === undefined) continue;
    reviewed.push([reviewedFile, file]);
    if (hash !== undefined) memory?.remember(reviewedFile, hash, facts, file);
  }
  project.flows.forgetOthers();
  const { reviewed: flows, isComplete } = finishFlows(project, work, host.files);
  const present = new Set(work.files.map(({ projectPath }) => projectPath));
  memory?.keep(present, isComplete ? project.flows.store() : undefined);
  const own = reviewed.flatMap(([{ isContext }, file]) => (isContext === true ? [] : [file]));
  return { engine, reviewed: [...leaveOutSuperseded(own.filter(hasSomethingToSay), flows, engine), ...flows] };
}

/** Gives the project what earlier scans knew; files that are gone since are edits to it, as others are. */
function takeOver(
  { project: { flows } }: ShareWorker,
  memory: ScanMemory | undefined,
  recalled: ReadonlyMap<FileToReview, RecalledFile>,
): void {
  if (memory?.flows !== undefined) flows.restore(memory.flows, memory.factsThen);
  for (const [{ projectPath }, { facts }] of recalled) if (facts !== undefined) flows.addFacts(projectPath, facts);
}

/** What a thread says of its files becomes part of the project. */
function takeResults(
  { project }: ShareWorker,
  { files }: ShareRequest,
  done: readonly SharedFile[],
): readonly SharedFile[] {
  for (const { index, facts } of done) {
    const file = files[index];
    if (file !== undefined && facts !== undefined) project.flows.addFacts(file.projectPath, facts);
  }
  return done;
}

function withoutSize({ path, projectPath, isNamed, isContext }: FileToReview): FileToReview {
  return { path, projectPath, isNamed, ...(isContext && { isContext }) };
}

function threadCount(files: readonly { readonly size: number }[], jobs: number): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return Math.max(1, Math.min(jobs, files.length, Math.floor(bytes / bytesWorthOneThread)));
}

/** Reviews what a thread had taken when it died, except the file that it died of. */
function redoShare(worker: ShareWorker, share: ShareRequest, failure: string): SharedFile[] {
  const taken = filesTakenBy(share.thread, share.claims);
  return taken.flatMap((index, position): SharedFile[] => {
    const file = share.files[index];
    if (file === undefined) return [];
    if (position < taken.length - 1) return [reviewOne(worker, index, file, share.settings)];
    return [{ index, file: failedReview(file, failure), hash: undefined, facts: undefined }];
  });
}

/** Files without the findings that what flows into them says better. */
function leaveOutSuperseded(
  reviewed: readonly ReviewedFile[],
  flows: readonly ReviewedFile[],
  { rules }: ReviewEngine,
): ReviewedFile[] {
  const placed = (finding: ReportedFinding) => ({
    finding,
    ruleId: finding.ruleId,
    range: { start: finding.span.start.offset, end: finding.span.end.offset },
  });
  const flowing = new Map<string, ReturnType<typeof placed>[]>();
  for (const finding of flows.flatMap(({ findings }) => findings))
    flowing.set(finding.path, [...(flowing.get(finding.path) ?? []), placed(finding)]);
  if (flowing.size === 0) return [...reviewed];
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return reviewed.map((file) => {
    const others = flowing.get(file.findings[0]?.path ?? "");
    if (others === undefined) return file;
    const left = withoutSuperseded(file.findings.map(placed), others, (id) => byId.get(id));
    return { ...file, findings: left.map(({ finding }) => finding) };
  });
}

function hasSomethingToSay({ wasReviewed, findings, problems, suppressed, fixed }: ReviewedFile): boolean {
  return !wasReviewed || findings.length > 0 || problems.length > 0 || suppressed > 0 || fixed > 0;
}
