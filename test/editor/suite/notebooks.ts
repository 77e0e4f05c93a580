import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, waitForFinding } from "./helpers.js";

describe("notebooks", () => {
  after(() => closeAndDelete());

  it("underlines a defect in a cell", async function () {
    // A notebook's editor can lose the focus while the window still settles; then its cells are not open to extensions.
    this.retries(2);
    const cell = (text: string) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, "python");
    const data = new vscode.NotebookData([cell("import subprocess"), cell("subprocess.call(input(), shell=True)")]);
    const notebook = await vscode.workspace.openNotebookDocument("jupyter-notebook", data);
    const editor = await vscode.window.showNotebookDocument(notebook);
    editor.selection = new vscode.NotebookRange(1, 2);
    await vscode.commands.executeCommand("notebook.cell.edit");
    const finding = await waitForFinding(notebook.cellAt(1).document.uri, /shell/u);
    assert.equal(finding.range.start.line, 0);
  });
});
