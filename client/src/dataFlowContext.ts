/** Tells the keybindings whether the active editor shows a finding whose data flow can be followed. */
import { commands, Disposable, languages, window } from "vscode";

/** The name is also in the `when` clauses of package.json. */
const contextKey = "kingsnake.hasDataFlow";

export function watchDataFlows(): Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const { activeTextEditor } = window;
    const hasDataFlow =
      activeTextEditor !== undefined &&
      languages
        .getDiagnostics(activeTextEditor.document.uri)
        .some(({ source, relatedInformation }) => source === "kingsnake" && (relatedInformation?.length ?? 0) > 1);
    if (hasDataFlow === told) return;
    told = hasDataFlow;
    void commands.executeCommand("setContext", contextKey, hasDataFlow);
  };
  tell();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(tell),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) tell();
    }),
  );
}
