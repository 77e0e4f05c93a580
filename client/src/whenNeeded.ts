/** Starts the server with the first document that it serves: YAML that holds no rules is no reason to. */
import { Disposable, workspace, type TextDocument } from "vscode";

/** How much of a YAML file is looked at. */
const lookedAt = 100_000;

/** Calls `start` once, now or later. Where the extension runs for another reason than YAML, that is now. */
export function whenNeeded(start: () => void): Disposable {
  const documents = workspace.textDocuments;
  if (documents.some(isServed) || !documents.some(({ languageId }) => languageId === "yaml")) {
    start();
    return Disposable.from();
  }
  const look = (document: TextDocument): void => {
    if (!isServed(document)) return;
    listeners.dispose();
    start();
  };
  const listeners: Disposable = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => {
      look(document);
    }),
  );
  return listeners;
}

function isServed(document: TextDocument): boolean {
  if (document.languageId === "python") return true;
  if (document.languageId !== "yaml") return false;
  return /\/rules\//u.test(document.uri.path) || /^["']?rules["']?\s*:/mu.test(document.getText().slice(0, lookedAt));
}
