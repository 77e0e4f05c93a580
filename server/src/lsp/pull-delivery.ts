/** Answers clients that ask for diagnostics, of a document and of the workspace. */
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from "vscode-languageserver";
import { createCompleting } from "./completing.js";
import type { Delivery } from "./delivery.js";
import { diagnosticsOfAnyDocument } from "./diagnostics-of.js";
import { logFailure } from "./guarded.js";
import { reviewDocument } from "./open-document.js";
import { createResultIds } from "./result-ids.js";
import type { ServerContext } from "./server-context.js";
import { Superseded } from "./superseded.js";
import { createWorkspaceStream } from "./workspace-stream.js";

/** `reviewFile` gives the diagnostics of a file that is not open. */
export function createPullDelivery(
  context: ServerContext,
  reviewFile: (uri: string) => Promise<Diagnostic[]>,
): Delivery {
  const { connection, documents, features } = context;
  const run = Date.now().toString(36);
  const documentIds = createResultIds(`${run}-d`);
  const stream = createWorkspaceStream(createResultIds(`${run}-w`));

  const refresh = (): void => {
    if (features.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  const completing = createCompleting(context, refresh);

  const diagnose = async (uri: string, token: CancellationToken): Promise<Diagnostic[]> => {
    const document = documents.get(uri);
    if (document === undefined) return reviewFile(uri);
    if (document.project === undefined) await document.ready.catch(() => undefined);
    // Who can't be told that there is more gets all of it at once.
    if (!features.refreshesDiagnostics && document.language === "python") reviewDocument(document, "all");
    const diagnostics = token.isCancellationRequested ? undefined : await diagnosticsOfAnyDocument(context, document);
    if (diagnostics === undefined) throw keepWhatYouHave();
    completing.watch(document);
    context.indexes.follow(document);
    return diagnostics;
  };
  const diagnoseSafely = (uri: string, token: CancellationToken): Promise<Diagnostic[]> =>
    diagnose(uri, token).catch((error: unknown) => {
      if (error instanceof ResponseError) throw error;
      if (error instanceof Superseded) throw keepWhatYouHave();
      logFailure(connection, `diagnostic of ${uri}`, error);
      throw keepWhatYouHave();
    });

  connection.languages.diagnostics.on(
    async (params: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const { uri } = params.textDocument;
      const items = await diagnoseSafely(uri, token);
      const { resultId } = documentIds.remember(uri, items);
      if (documents.get(uri) === undefined) documentIds.forget(uri);
      if (params.previousResultId === resultId) return { kind: "unchanged", resultId };
      return { kind: "full", resultId, items };
    },
  );
  connection.languages.diagnostics.onWorkspace((params, token, _progress, reporter) =>
    stream.answer(params, token, reporter),
  );

  return {
    documentChanged: () => {
      // The client asks when it wants to know.
    },
    documentClosed: (uri) => {
      documentIds.forget(uri);
      stream.forget(uri);
    },
    report: (uri, items) => {
      stream.report(uri, items);
    },
    refresh,
    end: () => {
      completing.end();
      stream.end();
    },
  };
}

/** The answer that leaves on the screen what is there. */
function keepWhatYouHave(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "There is no review of this document now.", {
    retriggerRequest: false,
  });
}
