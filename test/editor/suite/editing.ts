import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, findings, openFile, placeCursor, type, waitForFinding, waitForNoFinding } from "./helpers.js";
import { report } from "./report.js";

const name = "typing.py";
/** A file of its own: findings of one that was just deleted may still be shown for a moment. */
const explained = "explained.py";

describe("typing", () => {
  afterEach(() => closeAndDelete(name, explained));

  it("underlines a defect as soon as it is typed, with rule, link and place", async () => {
    const editor = await openFile(name, "import subprocess\n\n\ndef run(cmd):\n    \n");
    const { uri } = editor.document;
    assert.deepEqual(findings(uri), []);
    placeCursor(editor, 4, 4);
    await type("subprocess.call(cmd, shell=Tru");
    const lastKey = Date.now();
    await type("e");
    const finding = await waitForFinding(uri, /shell/u);
    report({ state: "figure", title: "last key of a defect to its squiggle", duration: Date.now() - lastKey });

    await type(")");
    assert.equal(editor.document.lineAt(4).text, "    subprocess.call(cmd, shell=True)");
    assert.equal(finding.range.start.line, 4);
    assert.ok(finding.range.end.character <= editor.document.lineAt(finding.range.end.line).text.length);
    assert.ok(finding.message.length > 20, `the message explains: ${finding.message}`);
    const { code } = finding;
    assert.ok(typeof code === "object", "the rule's id is a link");
    assert.match(code.target.toString(true), /^https?:.*shell/u);
  });

  it("lets the finding go when the defect is deleted", async () => {
    const editor = await openFile(name, "import subprocess\nsubprocess.call(input(), shell=True)\n");
    const { uri } = editor.document;
    await waitForFinding(uri, /shell/u);
    const argument = editor.document.getText().indexOf(", shell=True");
    const start = editor.document.positionAt(argument);
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(start, start.translate(0, ", shell=True".length)));
    });
    await waitForNoFinding(uri, /shell/u);
  });

  it("puts the finding at the right columns after an emoji on the same line", async () => {
    const editor = await openFile(name, 'import subprocess\nface = "🐍🐍"; subprocess.call(input(), shell=True)\n');
    const finding = await waitForFinding(editor.document.uri, /shell/u);
    assert.match(editor.document.getText(finding.range), /^(subprocess\.call\(.*\)|shell=True)$/u);
  });

  it("reviews a buffer that was never saved", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "python",
      content: "import subprocess\nsubprocess.call(input(), shell=True)\n",
    });
    await vscode.window.showTextDocument(document);
    await waitForFinding(document.uri, /shell/u);
  });

  it("explains the finding when the mouse rests on it", async () => {
    const editor = await openFile(explained, "import subprocess\nsubprocess.call(input(), shell=True)\n");
    const { uri } = editor.document;
    const finding = await waitForFinding(uri, /shell/u);
    const hovers = await vscode.commands.executeCommand<{ contents: (string | { value: string })[] }[]>(
      "vscode.executeHoverProvider",
      uri,
      finding.range.start,
    );
    const texts = hovers.flatMap((hover) =>
      hover.contents.map((content) => (typeof content === "string" ? content : content.value)),
    );
    assert.match(
      texts.join("\n"),
      /shell/u,
      `the hover over ${JSON.stringify(finding.range)}: ${JSON.stringify(hovers)}`,
    );
  });
});
