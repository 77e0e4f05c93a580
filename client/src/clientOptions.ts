/** What both clients, desktop and browser, tell the language client library. */
import { Uri, type ExtensionContext, type LogOutputChannel } from "vscode";
import { RevealOutputChannelOn, type ErrorHandler, type LanguageClientOptions } from "vscode-languageclient";

/** The id is also the section of the settings, where the library looks for `kingsnake.trace.server`. */
export const clientId = "kingsnake";
export const clientName = "Kingsnake";

/**
 * No scheme: untitled buffers, Git revisions, virtual file systems and the cells of notebooks (whose scheme is
 * `vscode-notebook-cell`) are reviewed like files.
 */
export const pythonSelector = [{ language: "python" }];

/** The server knows rule files among other YAML, and leaves that alone. */
const servedSelector = [...pythonSelector, { language: "yaml" }];

export function createClientOptions(
  context: ExtensionContext,
  log: LogOutputChannel,
  errorHandler: ErrorHandler,
): LanguageClientOptions {
  return {
    documentSelector: servedSelector,
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler,
    // The one message that is shown when the server can't be started is the supervisor's.
    initializationFailedHandler: () => false,
    initializationOptions: {
      // A server in a Web Worker can't look for its own wasm files beside itself.
      distUri: Uri.joinPath(context.extensionUri, "dist").toString(true),
    },
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onFocus: true,
      onTabs: true,
      // The tabs of a restored window have no document, hence no language, until they are looked at.
      match: (_selector, resource) => isPythonPath(resource.path),
    },
    // The server's hovers link to the pages of rules and to data flows; nothing else in them may run a command.
    markdown: { isTrusted: { enabledCommands: ["kingsnake.showRule", "kingsnake.followData"] }, supportHtml: false },
  };
}

/** Whether something that is known by its path only is Python, as VS Code's own Python support decides it. */
export function isPythonPath(path: string): boolean {
  return /\.(?:py|pyi|pyw)$/iu.test(path);
}
