// Edits by offset turned into what an editor sends: ranges by line and UTF-16 column, with versions.
import { TextDocument } from "vscode-languageserver-textdocument";

/**
 * @param {string} uri
 * @param {string} text
 */
export function openDocument(uri, text) {
  let document = TextDocument.create(uri, "python", 1, text);
  return {
    uri,
    get version() {
      return document.version;
    },
    get text() {
      return document.getText();
    },
    /**
     * @param {import("./typist.mjs").Edit} edit
     * @returns the parameters of textDocument/didChange
     */
    change(edit) {
      const range = { start: document.positionAt(edit.offset), end: document.positionAt(edit.offset + edit.removed) };
      const contentChanges = [{ range, text: edit.inserted }];
      document = TextDocument.update(document, contentChanges, document.version + 1);
      return { textDocument: { uri, version: document.version }, contentChanges };
    },
  };
}
