/** The language server on a connection. Pure of any platform: what it needs of one is in `runtime`. */
import type { Connection, InitializeParams, InitializeResult, WorkspaceFolder } from "vscode-languageserver";
import { readClientFeatures } from "./client-features.js";
import { errorText } from "./guarded.js";
import { serverCapabilities } from "./server-capabilities.js";
import type { ServerRuntime } from "./runtime.js";
import { createSession, type Session } from "./session.js";

/** Starts answering. Returns at once; the server lives as long as the connection. */
export function startServer(connection: Connection, runtime: ServerRuntime): void {
  let session: Session | undefined;
  connection.onInitialize((params): InitializeResult => {
    const features = readClientFeatures(params);
    // Loading begins before the client has heard anything: the first diagnostics wait for it.
    const factory = runtime.loadEngineFactory(params.initializationOptions);
    factory.catch((error: unknown) => {
      connection.console.error(`The rules could not be loaded: ${errorText(error)}`);
    });
    session = createSession(connection, runtime, features, factory, foldersOf(params));
    return { capabilities: serverCapabilities(features), serverInfo: { name: "kingsnake" } };
  });
  connection.onInitialized(() => session?.start());
  connection.onShutdown(() => session?.end());
  connection.listen();
}

function foldersOf(params: InitializeParams): WorkspaceFolder[] {
  // Older clients know of one folder only.
  const { workspaceFolders, rootUri } = params as { workspaceFolders?: WorkspaceFolder[]; rootUri?: unknown };
  if (Array.isArray(workspaceFolders)) return workspaceFolders;
  return typeof rootUri === "string" ? [{ uri: rootUri, name: "" }] : [];
}
