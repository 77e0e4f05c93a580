/** Entry of the extension on a desktop or a remote host: the server is a process of its own, reached over IPC. */
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind, type ServerOptions } from "vscode-languageclient/node";
import { activateWith } from "./activate.js";
import { clientId, clientName, createClientOptions } from "./clientOptions.js";
import type { Supervisor } from "./supervisor.js";

let supervisor: Supervisor | undefined;

export function activate(context: ExtensionContext): void {
  supervisor = activateWith(
    context,
    (_, log, errorHandler) =>
      new LanguageClient(clientId, clientName, serverOptions(context), createClientOptions(context, log, errorHandler)),
  );
}

export async function deactivate(): Promise<void> {
  await supervisor?.stop();
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const server = {
    module: context.asAbsolutePath("dist/server/node.cjs"),
    transport: TransportKind.ipc,
    // Not the workspace's folder: it need not exist, and nothing of it is to be picked up by accident.
    options: { cwd: context.extensionPath },
  };
  return {
    run: server,
    debug: { ...server, options: { ...server.options, execArgv: ["--nolazy", "--inspect=6009"] } },
  };
}
