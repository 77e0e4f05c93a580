import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, fileUri, openFile, placeCursor, type, waitForFinding, waitForNoFinding } from "./helpers.js";

/** A shop whose search passes from the view through a service to the database: three files, one flow. */
const folder = "shopping";
const files: Readonly<Record<string, string>> = {
  [`${folder}/kingsnake.toml`]: "",
  [`${folder}/shop/__init__.py`]: "",
  [`${folder}/shop/views.py`]: `from flask import Flask, request

from shop.search import find_items

app = Flask(__name__)


@app.route("/search")
def search():
    name = "nothing"
    return find_items(name)
`,
  [`${folder}/shop/search.py`]: `from shop.store import Store


def find_items(name):
    pattern = name.strip()
    return Store().items_like(pattern)
`,
  [`${folder}/shop/store.py`]: `import sqlite3


class Store:
    def __init__(self):
        self.connection = sqlite3.connect("shop.db")

    def items_like(self, pattern):
        cursor = self.connection.cursor()
        cursor.execute("SELECT * FROM items WHERE name LIKE '" + pattern + "'")
        return cursor.fetchall()
`,
};
const [, , views = "", search = "", store = ""] = Object.keys(files);

describe("data flows across files", () => {
  beforeEach(async () => {
    for (const [name, text] of Object.entries(files)) await write(name, text);
  });
  afterEach(() => closeAndDelete(...Object.keys(files)));

  it("appear while typing, are followed by keyboard, and vanish when the data is made harmless", async () => {
    const storeUri = fileUri(store);
    await openFile(store, files[store] ?? "");
    const viewEditor = await openFile(views, files[views] ?? "");
    await waitForNoFinding(storeUri, /^sql-injection$/u);

    // The view takes the name from the request: nothing is saved.
    const constant = viewEditor.document.getText().indexOf('"nothing"');
    const start = viewEditor.document.positionAt(constant);
    viewEditor.selection = new vscode.Selection(start, start.translate(0, '"nothing"'.length));
    await type('request.args["name"]');
    const finding = await waitForFinding(storeUri, /^sql-injection$/u);
    assert.equal(finding.range.start.line, 9);
    const places = (finding.relatedInformation ?? []).map(({ location }) => ({
      file: location.uri.path.slice(location.uri.path.lastIndexOf("/") + 1),
      line: location.range.start.line,
    }));
    assert.deepEqual([...new Set(places.map(({ file }) => file))], ["views.py", "search.py", "store.py"]);

    // From the finding through all steps, by the command that the key runs.
    const storeEditor = await vscode.window.showTextDocument(storeUri);
    placeCursor(storeEditor, finding.range.start.line, finding.range.start.character + 1);
    const walked: { file: string; line: number }[] = [];
    for (let step = 0; step < places.length; step++) {
      await vscode.commands.executeCommand("kingsnake.goToNextStep");
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      const { path } = editor.document.uri;
      walked.push({ file: path.slice(path.lastIndexOf("/") + 1), line: editor.selection.active.line });
    }
    assert.deepEqual(walked, places);

    // A number is harmless.
    const searchEditor = await vscode.window.showTextDocument(fileUri(search));
    const strip = searchEditor.document.positionAt(searchEditor.document.getText().indexOf("name.strip()"));
    searchEditor.selection = new vscode.Selection(strip, strip.translate(0, "name.strip()".length));
    await type("str(int(name))");
    await waitForNoFinding(storeUri, /^sql-injection$/u);
  });
});

async function write(path: string, content: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(content));
}
