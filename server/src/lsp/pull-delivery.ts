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
import { createCompleting, type Completing } from "./completing.js";
import type { Delivery } from "./delivery.js";
import { diagnosticsOfAnyDocument, diagnosticsOfDocument } from "./diagnostics-of.js";
import { logFailure } from "./guarded.js";
import { reviewDocument, type OpenDocument } from "./open-document.js";
import { createResultIds } from "./result-ids.js";
import type { ServerContext } from "./server-context.js";
import { Superseded } from "./superseded.js";
import { createWorkspaceStream, type WorkspaceStream } from "./workspace-stream.js";

/** Milliseconds that a client takes at most to ask about what it shows. */
const patience = 500;

/** `reviewFile` gives the diagnostics of a file that is not open. */
export function createPullDelivery(
  context: ServerContext,
  reviewFile: (uri: string) => Promise<Diagnostic[]>,
): Delivery {
  const { connection, documents, features } = context;
  const run = Date.now().toString(36);
  const documentIds = createResultIds(`${run}-d`);
  const stream = createWorkspaceStream(createResultIds(`${run}-w`));

  const timers = new Set<ReturnType<typeof setTimeout>>();
  const refresh = (): void => {
    if (features.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  const completing = createCompleting(context, refresh);

  connection.languages.diagnostics.on(
    async (params: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const { uri } = params.textDocument;
      const items = await diagnose(context, uri, token, { reviewFile, completing }).catch((error: unknown) =>
        fail(context, uri, error),
      );
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
    findingsChanged: (changed) => {
      refresh();
      const timer = setTimeout(() => {
        timers.delete(timer);
        reportUnasked(context, stream, changed);
      }, patience);
      timers.add(timer);
    },
    refresh,
    end: () => {
      completing.end();
      for (const timer of timers) clearTimeout(timer);
      stream.end();
    },
  };
}

interface Diagnosing {
  readonly reviewFile: (uri: string) => Promise<Diagnostic[]>;
  readonly completing: Completing;
}

async function diagnose(
  context: ServerContext,
  uri: string,
  token: CancellationToken,
  { reviewFile, completing }: Diagnosing,
): Promise<Diagnostic[]> {
  const document = context.documents.get(uri);
  if (document === undefined) return reviewFile(uri);
  if (document.project === undefined) await document.ready.catch(() => undefined);
  // Who can't be told that there is more gets all of it at once.
  if (!context.features.refreshesDiagnostics && document.language === "python") reviewDocument(document, "all");
  if (token.isCancellationRequested) throw cancelled();
  const diagnostics = await diagnosticsOfAnyDocument(context, document);
  if (diagnostics === undefined) throw keepWhatYouHave();
  completing.watch(document);
  context.indexes.follow(document);
  return diagnostics;
}

function fail({ connection }: ServerContext, uri: string, error: unknown): never {
  if (error instanceof ResponseError) throw error;
  if (error instanceof Superseded) throw cancelled();
  logFailure(connection, `diagnostic of ${uri}`, error);
  throw keepWhatYouHave();
}

/** Clients do not ask about documents that are open but not to be seen, such as those whose tab has made way for another. */
function reportUnasked(context: ServerContext, stream: WorkspaceStream, documents: readonly OpenDocument[]): void {
  for (const document of documents) {
    if (context.documents.get(document.uri) !== document || document.last !== undefined) continue;
    try {
      // Nobody comes back for what a prompt review leaves for later.
      reviewDocument(document, "all");
      const diagnostics = diagnosticsOfDocument(context, document);
      if (diagnostics === undefined) continue;
      stream.forget(document.uri);
      stream.report(document.uri, diagnostics);
    } catch (error) {
      logFailure(context.connection, `diagnostics of ${document.uri}`, error);
    }
  }
}

/** The answer to a question that nobody asks any more: the client asks anew if it has been given reason to. */
function cancelled(): ResponseError<undefined> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The question was taken back.");
}

/** The answer that leaves on the screen what is there. */
function keepWhatYouHave(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "There is no review of this document now.", {
    retriggerRequest: false,
  });
}
