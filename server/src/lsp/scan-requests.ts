/** Scans on request: from our own client, which makes the progress token, and as a command from any other. */
import {
  WorkDoneProgress,
  type CancellationToken,
  type ProgressToken,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from "vscode-languageserver";
import { scanWorkspaceRequest, type ScanWorkspaceResult } from "./custom-protocol.js";
import { guardRequest } from "./guarded.js";
import { showPlaces } from "./rule-files/rule-file-requests.js";
import { serverShowPlacesCommand } from "./rule-files/rule-lenses.js";
import { scanCommand } from "./server-capabilities.js";
import type { StatusTeller } from "./status.js";
import type { ServerContext } from "./server-context.js";
import type { ScanProgress, WorkspaceScan } from "./workspace-scan.js";

const nothing: ScanWorkspaceResult = { files: 0, findings: 0, cancelled: false };

export function answerScanRequests(context: ServerContext, scan: WorkspaceScan, status: StatusTeller): void {
  const { connection, features } = context;
  const run = async (
    token: CancellationToken,
    tell: (progress: ScanProgress) => void,
  ): Promise<ScanWorkspaceResult> => {
    status.tellScanning();
    try {
      return await scan.run(token, tell);
    } finally {
      await status.tellReady();
    }
  };
  connection.onRequest(
    scanWorkspaceRequest,
    guardRequest(connection, "kingsnake/scanWorkspace", nothing, async (params, token: CancellationToken) => {
      const progress = reportTo(context, params?.workDoneToken);
      progress.begin();
      const result = await run(token, progress.report);
      progress.end(result);
      return result;
    }),
  );
  connection.onExecuteCommand(
    guardRequest(
      connection,
      "executeCommand",
      null,
      async ({ command, arguments: given }, token: CancellationToken) => {
        if (command === serverShowPlacesCommand) return showPlaces(context, context.ruleFiles(), given ?? []);
        if (command !== scanCommand) return null;
        if (!features.createsProgress) return run(token, () => undefined);
        const reporter = await connection.window.createWorkDoneProgress();
        reporter.begin(title, 0, undefined, true);
        const result = await run(reporter.token, (progress) => {
          reporter.report(percentageOf(progress), messageOf(progress));
        });
        reporter.done();
        return result;
      },
    ),
  );
}

const title = "Scanning the workspace";

function percentageOf({ done, total }: ScanProgress): number {
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

function messageOf({ done, total, findings }: ScanProgress): string {
  return `${done} of ${total} files, ${findings} findings`;
}

/** Progress on a token of the client's; once for every percent, because people can't read faster. */
function reportTo({ connection }: ServerContext, token: ProgressToken | undefined) {
  let shown = -1;
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void => {
    if (token !== undefined) connection.sendProgress(WorkDoneProgress.type, token, value).catch(() => undefined);
  };
  return {
    begin: () => {
      send({ kind: "begin", title, percentage: 0, cancellable: true });
    },
    report: (progress: ScanProgress) => {
      const percentage = percentageOf(progress);
      if (percentage === shown) return;
      shown = percentage;
      send({ kind: "report", percentage, message: messageOf(progress) });
    },
    end: ({ files, findings }: ScanWorkspaceResult) => {
      send({ kind: "end", message: `${findings} findings in ${files} files` });
    },
  };
}
