/**
 * Answers `workspace/diagnostic`. VS Code asks again two seconds after every answer, so a request that takes partial results is held
 * open for as long as the client lets it, and everything new is streamed through it.
 */
import type {
  CancellationToken,
  Diagnostic,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { ResultIds } from "./result-ids.js";

type Reporter = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

export interface WorkspaceStream {
  readonly answer: (
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    reporter: Reporter | undefined,
  ) => Promise<WorkspaceDiagnosticReport>;
  /** Says what there is in a file that is not open. */
  readonly report: (uri: string, items: Diagnostic[]) => void;
  /** The client has shown something else of this file meanwhile, so that the next report counts whatever it says. */
  readonly forget: (uri: string) => void;
  /** Ends all requests that are held. */
  readonly end: () => void;
}

interface HeldRequest {
  readonly reporter: Reporter;
  readonly finish: () => void;
}

export function createWorkspaceStream(ids: ResultIds): WorkspaceStream {
  const held = new Set<HeldRequest>();
  let ended = false;

  const answer: WorkspaceStream["answer"] = (params, token, reporter) => {
    const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    const items = ids.entries().flatMap(([uri, { resultId, items }]) => {
      if (items.length === 0 && !previous.has(uri)) return [];
      if (previous.get(uri) !== resultId) return [fullReport(uri, resultId, items)];
      return reporter === undefined ? [unchangedReport(uri, resultId)] : [];
    });
    if (reporter === undefined || ended || token.isCancellationRequested) return Promise.resolve({ items });
    if (items.length > 0) reporter.report({ items });
    return new Promise((resolve) => {
      const request: HeldRequest = {
        reporter,
        finish: () => {
          held.delete(request);
          resolve({ items: [] });
        },
      };
      held.add(request);
      token.onCancellationRequested(request.finish);
    });
  };

  return {
    answer,
    report: (uri, items) => {
      const { resultId, isNew } = ids.remember(uri, items);
      if (!isNew) return;
      for (const { reporter } of held) reporter.report({ items: [fullReport(uri, resultId, items)] });
    },
    forget: ids.forget,
    end: () => {
      ended = true;
      for (const request of [...held]) request.finish();
    },
  };
}

function fullReport(uri: string, resultId: string, items: Diagnostic[]): WorkspaceDocumentDiagnosticReport {
  return { kind: "full", uri, version: null, resultId, items };
}

function unchangedReport(uri: string, resultId: string): WorkspaceDocumentDiagnosticReport {
  return { kind: "unchanged", uri, version: null, resultId };
}
