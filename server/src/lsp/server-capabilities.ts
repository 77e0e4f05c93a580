/** What the server offers to a client with these features. */
import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from "vscode-languageserver";
import type { ClientFeatures } from "./client-features.js";
import { fixAllKind } from "./code-actions.js";
import { completionTriggers } from "./completion.js";
import { whyNotKind } from "./path-actions.js";
import { serverShowPlacesCommand } from "./rule-files/rule-lenses.js";

/** For editors without our client: scans the workspace. Our client has a command of its own. */
export const scanCommand = "kingsnake.server.scanWorkspace";

export function serverCapabilities(features: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: features.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    // Where the client can be told that only rule files have them, it is.
    ...(features.registersLenses ? {} : { codeLensProvider: {} }),
    ...(features.registersSymbols ? {} : { documentSymbolProvider: true }),
    completionProvider: { triggerCharacters: completionTriggers },
    ...(features.codeActionLiterals
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, ...(features.ownCommands ? [whyNotKind] : [])],
            resolveProvider: features.resolvesEdits,
          },
        }
      : {}),
    ...(features.pullsDiagnostics
      ? // A change in one file can change what is found in another, once analyses look across files.
        { diagnosticProvider: { identifier: "kingsnake", interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    ...(features.ownCommands ? {} : { executeCommandProvider: { commands: [scanCommand, serverShowPlacesCommand] } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
