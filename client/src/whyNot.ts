/** The command "Why Is There No Finding Here?": what goes into a call, and what stops each of it, as a list whose places are shown as one moves along. */
import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  QuickPickItemKind,
  ThemeColor,
  ThemeIcon,
  Uri,
  window,
  workspace,
  type QuickPickItem,
  type TextEditor,
  type TextEditorDecorationType,
} from "vscode";
import type { BaseLanguageClient, Position } from "vscode-languageclient";
import { whyNotRequest, type WhyNotOrigin, type WhyNotParams, type WhyNotResult } from "./protocol.js";
import { showPlace, type FilePlace } from "./showPlace.js";
import type { Supervisor } from "./supervisor.js";

const scheme = "kingsnake-why";
const page = Uri.from({ scheme, path: `/${l10n.t("Why is there no finding here?")}.md` });

export interface WhyNot {
  /** At a place, in the words of the protocol, or where the cursor is. */
  readonly show: (uri: unknown, position: unknown) => Promise<void>;
  readonly dispose: () => void;
}

export function createWhyNot(supervisor: Supervisor): WhyNot {
  const highlight = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor("editor.findMatchHighlightBackground"),
  });
  const changed = new EventEmitter<Uri>();
  let markdown = "";
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => markdown,
  });
  const showPage = async (result: WhyNotResult): Promise<void> => {
    markdown = result.markdown;
    changed.fire(page);
    await commands.executeCommand("markdown.showPreviewToSide", page);
  };

  const show = async (uri: unknown, position: unknown): Promise<void> => {
    const params = paramsOf(uri, position);
    if (params === undefined) return;
    const client = await supervisor.running();
    const result = await client.sendRequest(whyNotRequest, params);
    if (result === null) void window.showInformationMessage(l10n.t("There is no call at the cursor."));
    else if (result.origins.length === 0) void window.showInformationMessage(result.answer);
    else await pickOrigin(client, result, highlight, showPage);
  };
  const parts = Disposable.from(highlight, changed, provider);
  return {
    show,
    dispose: () => {
      parts.dispose();
    },
  };
}

/** The arguments of a command may be anything; the palette gives none. */
function paramsOf(uri: unknown, position: unknown): WhyNotParams | undefined {
  if (typeof uri === "string") return { textDocument: { uri }, position: position as Position };
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}

interface OriginItem extends QuickPickItem {
  readonly place?: FilePlace;
}

/** The list. Its places are shown as one moves along; a chosen one keeps the cursor, otherwise all is as before. */
async function pickOrigin(
  client: BaseLanguageClient,
  result: WhyNotResult,
  highlight: TextEditorDecorationType,
  showPage: (result: WhyNotResult) => Promise<void>,
): Promise<void> {
  const before = window.activeTextEditor;
  const selection = before?.selection;
  const list = window.createQuickPick<OriginItem>();
  list.title = l10n.t("Why is there no finding here?");
  list.placeholder = result.answer;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.buttons = [{ iconPath: new ThemeIcon("open-preview"), tooltip: l10n.t("Show as a page") }];
  list.items = [
    { label: result.sink, kind: QuickPickItemKind.Separator },
    ...result.origins.map((origin) => toItem(client, origin)),
  ];
  let marked: TextEditor | undefined;
  let accepted: OriginItem | undefined;
  const preview = async (item: OriginItem | undefined): Promise<void> => {
    if (item?.place === undefined) return;
    const editor = await showPlace(item.place, true);
    marked?.setDecorations(highlight, []);
    marked = editor;
    editor.setDecorations(highlight, [item.place.range]);
  };
  const listeners = Disposable.from(
    list.onDidChangeActive(([item]) => void preview(item)),
    list.onDidTriggerButton(() => {
      list.hide();
      void showPage(result);
    }),
    list.onDidAccept(() => {
      accepted = list.activeItems[0];
      list.hide();
    }),
  );
  await new Promise<void>((resolve) => {
    list.onDidHide(resolve);
    list.show();
  });
  listeners.dispose();
  list.dispose();
  marked?.setDecorations(highlight, []);
  if (accepted?.place !== undefined) await showPlace(accepted.place);
  else if (before !== undefined && selection !== undefined)
    await showPlace({ uri: before.document.uri, range: selection });
}

function toItem(client: BaseLanguageClient, origin: WhyNotOrigin): OriginItem {
  const { what, stoppedBy, reason, why, uri, range } = origin;
  const common = { label: `$(${icons[stoppedBy] ?? "circle-outline"}) ${what}`, detail: why };
  if (uri === undefined || range === undefined) return { ...common, description: reason };
  const place = { uri: Uri.parse(uri), range: client.protocol2CodeConverter.asRange(range) };
  const where = l10n.t("{0}, line {1}", workspace.asRelativePath(place.uri), place.range.start.line + 1);
  return { ...common, description: `${reason} · ${where}`, place };
}

const icons: Readonly<Record<string, string>> = {
  constant: "symbol-constant",
  sanitizer: "shield",
  guard: "pass",
  unreachable: "circle-slash",
  "unknown-call": "question",
  "not-a-source": "home",
  "no-tainted-caller": "references",
  nothing: "warning",
};
