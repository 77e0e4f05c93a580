import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, waitForFinding } from "./helpers.js";

describe("notebooks", () => {
  after(() => closeAndDelete());

  it("underlines a defect in a cell", async () => {
    const cell = (text: string) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, "python");
    const data = new vscode.NotebookData([cell("import subprocess"), cell("subprocess.call(input(), shell=True)")]);
    const notebook = await vscode.workspace.openNotebookDocument("jupyter-notebook", data);
    await vscode.window.showNotebookDocument(notebook);
    const finding = await waitForFinding(notebook.cellAt(1).document.uri, /shell/u);
    assert.equal(finding.range.start.line, 0);
  });
});
