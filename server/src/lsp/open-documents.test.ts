import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { createOpenDocuments } from "./open-documents.js";
import type { Projects } from "./projects.js";

const uri = "file:///a.py";

const noProjects: Projects = {
  ofUri: () => Promise.reject(new Error("There are no projects here.")),
  pathInProject: () => "",
  folders: () => Promise.resolve([]),
  replace: () => undefined,
  known: () => Promise.resolve([]),
};

const piece = fc
  .array(fc.constantFrom("a", "\n", "\r", "\r\n", "🐍", "\f", " "), { maxLength: 6 })
  .map((parts) => parts.join(""));
const position = fc.record({ line: fc.nat(8), character: fc.nat(8) });
const change = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: piece }) },
  { weight: 1, arbitrary: fc.record({ text: piece }) },
);

/** By a document of its own for each change: the library loses count of lines after an edit outside of the text. */
function applyAfresh(text: string, one: TextDocumentContentChangeEvent): string {
  return TextDocument.update(TextDocument.create(uri, "python", 0, text), [one], 1).getText();
}

describe("open documents", () => {
  it("have the text that the protocol's own library makes of the same changes", () => {
    fc.assert(
      fc.property(piece, fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }), (text, batches) => {
        const documents = createOpenDocuments(noProjects, "utf-16");
        documents.open({ textDocument: { uri, languageId: "python", version: 0, text } });
        let expected = text;
        batches.forEach((contentChanges, index) => {
          const version = index + 1;
          documents.change({ textDocument: { uri, version }, contentChanges });
          expected = contentChanges.reduce(applyAfresh, expected);
          expect(documents.get(uri)?.text.text).toBe(expected);
          expect(documents.get(uri)?.version).toBe(version);
        });
      }),
      { numRuns: 400 },
    );
  });

  it("ignore changes of what is not open", () => {
    const documents = createOpenDocuments(noProjects, "utf-16");
    expect(documents.change({ textDocument: { uri, version: 1 }, contentChanges: [{ text: "x" }] })).toBeUndefined();
    documents.close(uri);
    expect(documents.all()).toEqual([]);
  });
});
