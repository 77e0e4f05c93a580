/** The command "Why Is There No Finding Here?": what goes into a call and what stops each of it, in a hover at the call. */
import {
  commands,
  Disposable,
  Hover,
  l10n,
  languages,
  MarkdownString,
  ProgressLocation,
  Range,
  Uri,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
} from "vscode";
import { pythonSelector } from "./clientOptions.js";
import { whyNotRequest } from "./protocol.js";
import { showPlace } from "./showPlace.js";
import type { Supervisor } from "./supervisor.js";

export interface WhyNot {
  /** At a place, as the protocol counts, or where the cursor is. */
  readonly show: (uri: unknown, position: unknown) => Promise<void>;
  readonly dispose: () => void;
}

export function createWhyNot(supervisor: Supervisor): WhyNot {
  let shown: Disposable | undefined;
  const clear = (): void => {
    shown?.dispose();
    shown = undefined;
  };
  const show = async (uri: unknown, position: unknown): Promise<void> => {
    const editor = await editorAt(uri, position);
    if (editor === undefined) return;
    const { document, selection } = editor;
    const { line, character } = selection.active;
    const client = await supervisor.running();
    const params = { textDocument: { uri: document.uri.toString() }, position: { line, character } };
    // What callers pass is known only when all files have been looked at.
    const result = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t("Kingsnake: looking at what goes into this call") },
      () => client.sendRequest(whyNotRequest, params),
    );
    clear();
    if (result === null) {
      void window.showInformationMessage(l10n.t("There is no call at the cursor that Kingsnake could explain."));
      return;
    }
    const text = new MarkdownString(result.markdown);
    // Nothing else in it may run a command.
    text.isTrusted = { enabledCommands: ["kingsnake.showPlace"] };
    const hover = new Hover(text, client.protocol2CodeConverter.asRange(result.range));
    // Whoever has gone elsewhere meanwhile is not called back.
    if (!isAt(hover, document)) return;
    shown = offerHover(document, hover, clear);
    await commands.executeCommand("editor.action.showHover", { focus: "autoFocusImmediately" });
  };
  return { show, dispose: clear };
}

/** The provider that came last is shown first, so there is one only as long as the answer is wanted. */
function offerHover(document: TextDocument, hover: Hover, clear: () => void): Disposable {
  const clearIfAway = (): void => {
    if (!isAt(hover, document)) clear();
  };
  return Disposable.from(
    languages.registerHoverProvider(pythonSelector, {
      provideHover: (asked, position) =>
        asked === document && hover.range?.contains(position) === true ? hover : undefined,
    }),
    window.onDidChangeTextEditorSelection(clearIfAway),
    window.onDidChangeActiveTextEditor(clearIfAway),
    workspace.onDidChangeTextDocument((change) => {
      if (change.document === document) clear();
    }),
  );
}

/** Whether the cursor is where the hover belongs. */
function isAt({ range }: Hover, document: TextDocument): boolean {
  const editor = window.activeTextEditor;
  return editor?.document === document && range?.contains(editor.selection.active) === true;
}

/** The editor with its cursor at the place that is asked about. The arguments of a command may be anything; the palette gives none. */
function editorAt(uri: unknown, position: unknown): Promise<TextEditor | undefined> {
  if (typeof uri !== "string") return Promise.resolve(window.activeTextEditor);
  const { line, character } = position as { readonly line: number; readonly character: number };
  return showPlace({ uri: Uri.parse(uri), range: new Range(line, character, line, character) });
}

/** The command behind the links of the answer. */
export async function showLinkedPlace(uri: unknown, line: unknown, character: unknown): Promise<void> {
  if (typeof uri !== "string" || typeof line !== "number" || typeof character !== "number") return;
  await showPlace({ uri: Uri.parse(uri), range: new Range(line, character, line, character) });
}
