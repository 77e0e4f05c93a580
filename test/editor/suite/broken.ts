import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, findings, openFile, placeCursor, type, waitFor } from "./helpers.js";

const name = "broken.py";

const text = `import subprocess


def above(cmd):
    subprocess.call(cmd, shell=True)


def here(data):
    value = data
    return value


def below(cmd):
    subprocess.call(cmd, shell=True)


def further_below(cmd):
    subprocess.call(cmd, shell=True)
`;

/** Each leaves the line under the cursor unfinished, as typing does half of the time. */
const unfinished = [
  "result = compute(",
  "items = [1, ",
  "names = {",
  'label = "',
  "if value and",
  "for x in",
  'doc = """',
  "@",
];

describe("while a line does not parse", () => {
  afterEach(() => closeAndDelete(name));

  for (const typed of unfinished) {
    it(`findings above and below the cursor stay: ${typed}`, async () => {
      const editor = await openFile(name, text);
      const { uri } = editor.document;
      await waitFor("three findings", () => findings(uri, /shell/u).length === 3);

      let fewest = 3;
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        fewest = Math.min(fewest, findings(uri, /shell/u).length);
      });
      placeCursor(editor, 8, 16);
      // Without the editor's closing of brackets and quotes, which would make the text parse.
      for (const key of `\n${typed}`) {
        await editor.edit((edit) => {
          edit.insert(editor.selection.active, key);
        });
      }
      await type(" ");
      // The results of the last key have come when those of the version after it are there.
      await new Promise((resolve) => setTimeout(resolve, 500));
      listener.dispose();
      assert.equal(fewest, 3, "no finding vanished, not even for a moment");
      const lines = findings(uri, /shell/u).map((finding) => editor.document.lineAt(finding.range.start.line).text);
      for (const line of lines) assert.match(line, /shell=True/u);
    });
  }
});
