/** What the tests do to the editor and how they wait for it. */
import assert from "node:assert/strict";
import * as vscode from "vscode";

/** How long anything may take that a person would wait for. Generous: the machine may be busy with other things. */
const patience = 15_000;

export function folderUri(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the suite runs in a folder");
  return folder.uri;
}

export function fileUri(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folderUri(), name);
}

/** Writes a file of the workspace and shows it. */
export async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** Leaves nothing open and nothing on disk of what a test made. */
export async function closeAndDelete(...names: string[]): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  for (const name of names) await vscode.workspace.fs.delete(fileUri(name)).then(undefined, () => undefined);
}

/** Types as a person does: one key at a time, through everything that the editor does on a key. */
export async function type(text: string): Promise<void> {
  for (const key of text) await vscode.commands.executeCommand("type", { text: key });
}

export function placeCursor(editor: vscode.TextEditor, line: number, character: number): void {
  const position = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(position, position);
}

/** The id of the rule that a diagnostic is about. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return typeof code === "object" ? String(code.value) : String(code);
}

/** Kingsnake's own diagnostics of a file, for rules whose id matches. */
export function findings(uri: vscode.Uri, rule = /./u): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => /^kingsnake$/iu.test(diagnostic.source ?? "") && rule.test(ruleOf(diagnostic)));
}

/** Waits until a question has an answer other than undefined and false. Fails with what was waited for. */
export async function waitFor<T>(what: string, ask: () => T | undefined | false): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = ask();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < end, `waited ${String(patience / 1000)} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function waitForFinding(uri: vscode.Uri, rule: RegExp): Promise<vscode.Diagnostic> {
  return waitFor(`a finding of ${String(rule)} in ${uri.path}`, () => findings(uri, rule)[0]);
}

export async function waitForNoFinding(uri: vscode.Uri, rule: RegExp): Promise<void> {
  await waitFor(`no finding of ${String(rule)} in ${uri.path}`, () => findings(uri, rule).length === 0);
}

/** The actions that the light bulb offers at a place, edits included. */
export async function codeActions(uri: vscode.Uri, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  const resolveAll = 50;
  return vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, range, kind, resolveAll);
}

/** Does what choosing an action does. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) assert.ok(await vscode.workspace.applyEdit(action.edit), "the edit was applied");
  if (action.command !== undefined) {
    const parameters: unknown[] = action.command.arguments ?? [];
    await vscode.commands.executeCommand(action.command.command, ...parameters);
  }
}
