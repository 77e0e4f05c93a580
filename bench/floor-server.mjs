// The floor: the least that a server with this parser can do. It keeps each open document parsed, incrementally, and
// answers with one constant diagnostic: pulled where the client pulls, else published.
import { TextDocument } from "vscode-languageserver-textdocument";
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";
import { createPythonParser, parseAgain } from "./harness/python-parser.mjs";
import { treeEdit } from "./typing/tree-edit.mjs";

const parser = await createPythonParser();
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
/** @type {Map<string, { document: TextDocument, tree: import("web-tree-sitter").Tree }>} */
const open = new Map();
let clientPulls = false;

const start = { line: 0, character: 0 };
const diagnostics = [
  { range: { start, end: { line: 0, character: 1 } }, severity: 2, source: "floor", message: "constant" },
];

connection.onInitialize(({ capabilities }) => {
  clientPulls = capabilities.textDocument?.diagnostic !== undefined;
  const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      ...(clientPulls ? { diagnosticProvider } : {}),
    },
  };
});

connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
  open.set(uri, { document: TextDocument.create(uri, languageId, version, text), tree: parser.parse(text) });
  publish(uri, version);
});

connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
  const state = open.get(uri);
  for (const change of contentChanges) {
    const edit = editOf(state.document, change);
    state.document = TextDocument.update(state.document, [change], version);
    state.tree = parseAgain(parser, state.tree, state.document.getText(), treeEdit(edit, change.range));
  }
  publish(uri, version);
});

connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
  open.get(uri)?.tree.delete();
  open.delete(uri);
});

connection.languages.diagnostics.on(() => ({ kind: "full", items: diagnostics }));

function editOf(document, { range, text }) {
  const offset = document.offsetAt(range.start);
  return { offset, removed: document.offsetAt(range.end) - offset, inserted: text };
}

function publish(uri, version) {
  if (!clientPulls) connection.sendDiagnostics({ uri, version, diagnostics });
}

connection.listen();
