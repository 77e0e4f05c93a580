/** Publishes diagnostics, for clients that do not ask for them. */
import type { Diagnostic } from "vscode-languageserver";
import { createCompleting } from "./completing.js";
import type { Delivery } from "./delivery.js";
import { diagnosticsOfAnyDocument } from "./diagnostics-of.js";
import { logFailure } from "./guarded.js";
import type { OpenDocument } from "./open-document.js";
import type { ServerContext } from "./server-context.js";
import { Superseded } from "./superseded.js";

export function createPushDelivery(context: ServerContext): Delivery {
  const { connection, documents, features } = context;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const send = senderOf(connection);
  const publish = (document: OpenDocument): void => {
    if (documents.get(document.uri) !== document) return;
    const { version } = document;
    const failed = (error: unknown): void => {
      if (!(error instanceof Superseded)) logFailure(connection, `diagnostics of ${document.uri}`, error);
    };
    // Nothing is published in place of what is not known yet, or for a version that is gone.
    const sendAll = (diagnostics: Diagnostic[] | undefined): void => {
      if (diagnostics === undefined || documents.get(document.uri) !== document || document.version !== version) return;
      send(document.uri, diagnostics, version);
    };
    try {
      const diagnostics = diagnosticsOfAnyDocument(context, document);
      completing.watch(document);
      context.indexes.follow(document);
      if (diagnostics instanceof Promise) diagnostics.then(sendAll).catch(failed);
      else sendAll(diagnostics);
    } catch (error) {
      failed(error);
    }
  };
  const completing = createCompleting(context, publish);
  const stopTimer = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };
  const documentChanged = (document: OpenDocument): void => {
    stopTimer(document.uri);
    // A server that waits is late by as much; a review is faster than the timer's grain.
    if (features.publishDelay === 0) {
      publish(document);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(document.uri);
      publish(document);
    }, features.publishDelay);
    timers.set(document.uri, timer);
  };

  return {
    documentChanged,
    documentClosed: stopTimer,
    report: (uri, items) => {
      if (documents.get(uri) === undefined) send(uri, items);
    },
    findingsChanged: (changed) => {
      for (const document of changed) publish(document);
    },
    refresh: () => {
      for (const document of documents.all()) publish(document);
    },
    end: () => {
      for (const uri of [...timers.keys()]) stopTimer(uri);
      completing.end();
    },
  };
}

function senderOf(connection: ServerContext["connection"]) {
  return (uri: string, diagnostics: Diagnostic[], version?: number): void => {
    connection
      .sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) })
      .catch(() => undefined);
  };
}
