/** The command "Scan Workspace": progress that can be cancelled, while the findings stream into the Problems panel. */
import { CancellationTokenSource, commands, l10n, ProgressLocation, window, type CancellationToken } from "vscode";
import {
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from "vscode-languageclient";
import { scanWorkspaceRequest, type ScanWorkspaceResult } from "./protocol.js";
import type { Supervisor } from "./supervisor.js";

type ProgressNews = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** The scan that is under way; asking again while it runs waits for it and starts no second one. */
let underWay: Promise<ScanWorkspaceResult | undefined> | undefined;

/**
 * Runs a scan and resolves with its result when it has ended. Whoever runs the command from code can pass a token of
 * their own, which cancels as the button does.
 */
export function scanWorkspace(
  supervisor: Supervisor,
  outside?: CancellationToken,
): Promise<ScanWorkspaceResult | undefined> {
  underWay ??= runScan(supervisor, outside).finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function runScan(supervisor: Supervisor, outside: CancellationToken | undefined) {
  void commands.executeCommand("workbench.panel.markers.view.focus", { preserveFocus: true });
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t("Scanning the workspace"), cancellable: true },
    async (progress, button) => {
      const client = await supervisor.running();
      const workDoneToken = `kingsnake-scan-${String(Date.now())}`;
      let shown = 0;
      const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (news: ProgressNews) => {
        if (news.kind === "end") return;
        const percentage = news.percentage ?? shown;
        progress.report({ message: news.message ?? "", increment: Math.max(0, percentage - shown) });
        shown = Math.max(shown, percentage);
      });
      const either = eitherToken(button, outside);
      try {
        return await client.sendRequest(scanWorkspaceRequest, { workDoneToken }, either.token);
      } catch (error) {
        // A server that answers a cancelled request with the protocol's error has cancelled, not failed.
        if (either.token.isCancellationRequested) return { files: 0, findings: 0, cancelled: true };
        throw error;
      } finally {
        listener.dispose();
        either.dispose();
      }
    },
  );
  window.setStatusBarMessage(summarise(result), 10_000);
  return result;
}

function summarise(result: ScanWorkspaceResult): string {
  if (result.cancelled) return l10n.t("Kingsnake: scan cancelled");
  return l10n.t("Kingsnake: {0} findings in {1} files", result.findings, result.files);
}

/** A token that is cancelled when one of two is. */
function eitherToken(first: CancellationToken, second: CancellationToken | undefined): CancellationTokenSource {
  const source = new CancellationTokenSource();
  for (const token of [first, second]) {
    if (token?.isCancellationRequested === true) source.cancel();
    token?.onCancellationRequested(() => {
      source.cancel();
    });
  }
  return source;
}
