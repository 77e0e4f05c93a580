/** The command "Why Is There No Finding Here?": what goes into a call and what stops each of it, in a hover at the call. */
import {
  commands,
  Disposable,
  Hover,
  l10n,
  languages,
  MarkdownString,
  Range,
  Uri,
  window,
  workspace,
  type TextDocument,
} from "vscode";
import type { Position } from "vscode-languageclient";
import { pythonSelector } from "./clientOptions.js";
import { whyNotRequest, type WhyNotParams } from "./protocol.js";
import { showPlace } from "./showPlace.js";
import type { Supervisor } from "./supervisor.js";

export interface WhyNot {
  /** At a place, in the words of the protocol, or where the cursor is. */
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
    const editor = window.activeTextEditor;
    const params = paramsOf(uri, position);
    if (params === undefined) return;
    const client = await supervisor.running();
    const result = await client.sendRequest(whyNotRequest, params);
    clear();
    if (result === null || editor === undefined) {
      void window.showInformationMessage(l10n.t("There is no call at the cursor that Kingsnake could explain."));
      return;
    }
    const text = new MarkdownString(result.markdown);
    // Nothing else in it may run a command.
    text.isTrusted = { enabledCommands: ["kingsnake.showPlace"] };
    shown = offerHover(editor.document, new Hover(text, client.protocol2CodeConverter.asRange(result.range)), clear);
    await commands.executeCommand("editor.action.showHover", { focus: "autoFocusImmediately" });
  };
  return { show, dispose: clear };
}

/** The provider that came last is shown first, so there is one only as long as the answer is wanted. */
function offerHover(document: TextDocument, hover: Hover, clear: () => void): Disposable {
  return Disposable.from(
    languages.registerHoverProvider(pythonSelector, {
      provideHover: (asked, position) =>
        asked === document && hover.range?.contains(position) === true ? hover : undefined,
    }),
    window.onDidChangeTextEditorSelection(clear),
    window.onDidChangeActiveTextEditor(clear),
    workspace.onDidChangeTextDocument((change) => {
      if (change.document === document) clear();
    }),
  );
}

/** The arguments of a command may be anything; the palette gives none. */
function paramsOf(uri: unknown, position: unknown): WhyNotParams | undefined {
  if (typeof uri === "string") return { textDocument: { uri }, position: position as Position };
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}

/** The command behind the links of the answer. */
export async function showLinkedPlace(uri: unknown, line: unknown, character: unknown): Promise<void> {
  if (typeof uri !== "string" || typeof line !== "number" || typeof character !== "number") return;
  await showPlace({ uri: Uri.parse(uri), range: new Range(line, character, line, character) });
}
