/// <reference lib="webworker" />
/** Entry of the extension where there are no processes (vscode.dev and the like): the server is a Web Worker. */
import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateWith } from "./activate.js";
import { clientId, clientName, createClientOptions } from "./clientOptions.js";
import type { Supervisor } from "./supervisor.js";

let supervisor: Supervisor | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, "dist", "server", "browser.js").toString(true);
  supervisor = activateWith(
    context,
    (_, log, errorHandler) =>
      new LanguageClient(
        clientId,
        clientName,
        () => Promise.resolve(new Worker(script)),
        createClientOptions(context, log, errorHandler),
      ),
  );
}

export async function deactivate(): Promise<void> {
  await supervisor?.stop();
}
