/**
 * Scans of the whole workspace: open documents first, then every other file, one at a time on the server's own thread, giving way
 * to the person who types between any two. After the first scan, files that change on disk are reviewed as they change.
 */
import { CancellationTokenSource, type CancellationToken } from "vscode-languageserver";
import { createClosedFileReports, reviewClosedFile, type ClosedFileReports } from "./closed-files.js";
import type { ScanWorkspaceResult } from "./custom-protocol.js";
import type { Delivery } from "./delivery.js";
import { joinPath } from "../review/paths.js";
import { giveWay } from "./give-way.js";
import { reviewDocument, type OpenDocument } from "./open-document.js";
import type { ServerRuntime } from "./runtime.js";
import type { ServerContext } from "./server-context.js";

export interface ScanProgress {
  readonly done: number;
  readonly total: number;
  readonly findings: number;
}

export interface WorkspaceScan {
  /** Scans everything; a scan that is under way is waited for. */
  readonly run: (token: CancellationToken, tell: (progress: ScanProgress) => void) => Promise<ScanWorkspaceResult>;
  /** Scans again without telling anybody, because rules or settings have changed; the newest time counts. */
  readonly repeat: () => void;
  /** Whether files that are not open are reported. */
  readonly isWide: () => boolean;
  /** Reviews a file again that is not open, or reports that nothing is known of it any more. */
  readonly update: (uri: string) => Promise<void>;
  /** The same for a file that flows have changed for, if files that are not open are reported at all. */
  readonly refresh: (uri: string) => void;
}

export function createWorkspaceScan(context: ServerContext, delivery: Delivery): WorkspaceScan {
  const { documents, runtime } = context;
  const reports = createClosedFileReports(context, delivery);
  let isWide = false;
  let repetition = new CancellationTokenSource();
  let queue: Promise<unknown> = Promise.resolve();

  const scan: WorkspaceScan["run"] = (token, tell) => {
    isWide = true;
    return scanOnce(context, reports, token, tell);
  };
  const run: WorkspaceScan["run"] = (token, tell) => {
    const result = queue.then(() => scan(token, tell));
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    run,
    repeat: () => {
      repetition.cancel();
      repetition = new CancellationTokenSource();
      run(repetition.token, () => undefined).catch(() => undefined);
    },
    isWide: () => isWide,
    update: async (uri) => {
      await runtime.yieldToEvents();
      // A file that was open had its squiggles from there, whoever reported them.
      reports.expect(uri);
      reports.report(uri, isWide ? await reviewClosedFile(context, uri) : []);
    },
    refresh: (uri) => {
      if (!isWide || documents.get(uri) !== undefined) return;
      const report = async (): Promise<void> => {
        await giveWay(context);
        reports.report(uri, await reviewClosedFile(context, uri));
      };
      report().catch(() => undefined);
    },
  };
}

/** Reviews everything once, and then the files into which something flows. */
async function scanOnce(
  context: ServerContext,
  reports: ClosedFileReports,
  token: CancellationToken,
  tell: (progress: ScanProgress) => void,
): Promise<ScanWorkspaceResult> {
  const { documents, runtime } = context;
  const open = documents.all();
  await Promise.allSettled(open.map((document) => document.ready));
  const counts = new Map(open.map((document) => [document.uri, countFindings(document)]));
  let findings = sumOf(counts);
  const openUris = new Set(open.map(({ uri }) => sameSpelling(runtime, uri)));
  const listed = await listPythonFiles(context, () => token.isCancellationRequested);
  const files = listed.filter((uri) => !openUris.has(uri));
  const total = open.length + files.length;
  let done = open.length;
  for (const uri of files) {
    tell({ done, total, findings });
    await giveWay(context);
    if (token.isCancellationRequested) break;
    const items = await reviewClosedFile(context, uri);
    reports.report(uri, items);
    counts.set(uri, items.length);
    findings += items.length;
    done++;
  }
  if (!token.isCancellationRequested) {
    // A project may be larger than the folders that somebody has opened.
    const asked = new Set(files);
    for (const uri of await filesWithFlows(context)) {
      if (!asked.has(uri)) continue;
      const items = await reviewClosedFile(context, uri);
      reports.report(uri, items);
      counts.set(uri, items.length);
    }
    findings = sumOf(counts);
  }
  const cancelled = token.isCancellationRequested;
  if (!cancelled) for (const uri of missingFrom(files, reports.reported())) reports.report(uri, []);
  return { files: done, findings, cancelled };
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Files that are not open into which something flows, once all of each project is known. */
async function filesWithFlows({ documents, indexes, projects, runtime }: ServerContext): Promise<string[]> {
  const uris = new Set<string>();
  for (const project of await projects.known()) {
    const { root } = project;
    if (root === undefined) continue;
    await indexes.settled(project);
    for (const path of project.review.flows.pathsWithFlows()) uris.add(runtime.toUri(joinPath(root, path)));
  }
  return [...uris].filter((uri) => documents.get(uri) === undefined);
}

/** Of an open document, whose diagnostics reach the client by themselves. */
function countFindings(document: OpenDocument): number {
  try {
    return reviewDocument(document)?.findings.length ?? 0;
  } catch {
    return 0;
  }
}

function missingFrom(files: readonly string[], reported: readonly string[]): string[] {
  const present = new Set(files);
  return reported.filter((uri) => !present.has(uri));
}

/** Clients escape characters in URIs differently; files that are found are spelt as the runtime does. */
function sameSpelling(runtime: ServerRuntime, uri: string): string {
  const path = runtime.toPath(uri);
  return path === undefined ? uri : runtime.toUri(path);
}

/** The Python files of all workspace folders, each once. */
export async function listPythonFiles(context: ServerContext, isCancelled: () => boolean): Promise<string[]> {
  const { projects, runtime } = context;
  const uris = new Set<string>();
  for (const folder of await projects.folders()) {
    const root = runtime.toPath(folder.uri);
    if (root === undefined || !folder.settings.enable) continue;
    const project = await projects.ofUri(`${folder.uri}/_`);
    for await (const path of runtime.files.findPythonFiles(root, project.exclude, isCancelled)) {
      uris.add(runtime.toUri(path));
    }
  }
  return [...uris];
}
