/** The documents that the client has open, kept as it says. Whatever it says, nothing here throws. */
import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import {
  assignProject,
  closeDocument,
  createOpenDocument,
  editDocument,
  replaceText,
  type DocumentLanguage,
  type OpenDocument,
} from "./open-document.js";
import { toTextRange, type PositionEncoding } from "./position-encoding.js";
import type { Projects } from "./projects.js";

export interface OpenDocuments {
  readonly get: (uri: string) => OpenDocument | undefined;
  readonly all: () => readonly OpenDocument[];
  readonly open: (params: DidOpenTextDocumentParams) => OpenDocument;
  /** The changed document, or undefined if it is not open. */
  readonly change: (params: DidChangeTextDocumentParams) => OpenDocument | undefined;
  readonly close: (uri: string) => void;
  /** Finds out again which project each document belongs to. What is shown stays until then. */
  readonly assignAll: () => Promise<void>;
  /** How many changes there were; work in the background waits while it rises. */
  readonly changeCount: () => number;
}

export function createOpenDocuments(projects: Projects, encoding: PositionEncoding): OpenDocuments {
  const documents = new Map<string, OpenDocument>();
  let changes = 0;

  const assign = async (document: OpenDocument): Promise<void> => {
    const project = await projects.ofUri(document.uri);
    // It may have been closed, or closed and opened again, meanwhile.
    if (documents.get(document.uri) !== document) return;
    assignProject(document, project, projects.pathInProject(project, document.uri));
  };
  const start = (document: OpenDocument): void => {
    document.ready = assign(document);
    // Whoever waits is told; nobody has to wait.
    document.ready.catch(() => undefined);
  };

  return {
    get: (uri) => documents.get(uri),
    all: () => [...documents.values()],
    open: ({ textDocument: { uri, version, text, languageId } }) => {
      const known = documents.get(uri);
      if (known !== undefined) closeDocument(known);
      const document = createOpenDocument(uri, version, text, languageOf(uri, languageId));
      documents.set(uri, document);
      start(document);
      changes++;
      return document;
    },
    change: ({ textDocument, contentChanges }) => {
      const document = documents.get(textDocument.uri);
      if (document === undefined) return undefined;
      for (const change of contentChanges) applyChange(document, change, encoding);
      document.version = textDocument.version;
      changes++;
      return document;
    },
    close: (uri) => {
      const document = documents.get(uri);
      if (document !== undefined) closeDocument(document);
      documents.delete(uri);
    },
    assignAll: async () => {
      const all = [...documents.values()];
      all.forEach(start);
      await Promise.allSettled(all.map((document) => document.ready));
    },
    changeCount: () => changes,
  };
}

/** Editors name YAML in several ways; who says "python" gets Python whatever the file is called. */
function languageOf(uri: string, languageId: string): DocumentLanguage {
  return languageId !== "python" && (/yaml/i.test(languageId) || /\.ya?ml$/i.test(uri)) ? "yaml" : "python";
}

function applyChange(document: OpenDocument, change: TextDocumentContentChangeEvent, encoding: PositionEncoding): void {
  if ("range" in change) {
    editDocument(document, { range: toTextRange(document.text, change.range, encoding), newText: change.text });
  } else {
    replaceText(document, change.text);
  }
}
