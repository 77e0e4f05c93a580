/** Documents that are opened, changed and closed, and who hears of it. */
import type { Delivery } from "./delivery.js";
import { guardNotification } from "./guarded.js";
import type { IdleCollection } from "./idle-collection.js";
import type { OpenDocument } from "./open-document.js";
import type { ProblemReports } from "./problem-reports.js";
import type { ServerContext } from "./server-context.js";
import type { WorkspaceScan } from "./workspace-scan.js";

/** VS Code asks about a document a last time when it closes; what is reported before that answer is lost. In milliseconds. */
const closingDelay = 200;

export function followDocuments(
  context: ServerContext,
  delivery: Delivery,
  scan: WorkspaceScan,
  problems: ProblemReports,
  collection: IdleCollection,
): void {
  const { connection, documents, features } = context;
  const whenReady = async (document: OpenDocument): Promise<void> => {
    await document.ready;
    delivery.documentChanged(document);
    context.ruleFiles().documentChanged(document);
    await problems.update();
  };
  const afterClosing = (uri: string): void => {
    if (documents.get(uri) !== undefined) return;
    delivery.documentClosed(uri);
    context.ruleFiles().documentClosed(uri);
    if (/\.ya?ml$/i.test(uri)) void problems.repeat(uri);
    else {
      void scan.update(uri);
      context.indexes.fileChanged(uri).catch(() => undefined);
    }
  };
  connection.onDidOpenTextDocument(
    guardNotification(connection, "didOpen", (params) => {
      whenReady(documents.open(params)).catch(() => undefined);
    }),
  );
  connection.onDidChangeTextDocument(
    guardNotification(connection, "didChange", (params) => {
      const document = documents.change(params);
      if (document === undefined) return;
      delivery.documentChanged(document);
      context.ruleFiles().documentChanged(document);
      collection.watch();
    }),
  );
  connection.onDidCloseTextDocument(
    guardNotification(connection, "didClose", ({ textDocument: { uri } }) => {
      documents.close(uri);
      setTimeout(afterClosing, features.pullsDiagnostics ? closingDelay : 0, uri);
    }),
  );
}
