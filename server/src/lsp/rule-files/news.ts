/** How a client hears that something else is to be shown now. */
import { CodeLensRefreshRequest, type Connection } from "vscode-languageserver";
import type { ClientFeatures } from "../client-features.js";
import type { Delivery } from "../delivery.js";
import type { OpenDocument } from "../open-document.js";

/** For one document: published again, or the client is told to ask again, once for all that comes at once. */
export function createDocumentNews(delivery: Delivery, features: ClientFeatures): (document: OpenDocument) => void {
  const refresh = once(delivery.refresh);
  return features.pullsDiagnostics ? refresh : delivery.documentChanged;
}

/** For the lenses of all rule files. */
export function createLensNews(connection: Connection, features: ClientFeatures): () => void {
  return once(() => {
    if (features.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });
}

/** News that come together are told once, in milliseconds. */
const together = 20;

function once(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell();
    }, together);
  };
}
