import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, fileUri, findings, waitForFinding } from "./helpers.js";

interface ScanResult {
  files: number;
  findings: number;
  cancelled: boolean;
}

describe("Scan Workspace", () => {
  after(() => closeAndDelete());

  it("ends early when it is cancelled", async () => {
    const source = new vscode.CancellationTokenSource();
    setTimeout(() => {
      source.cancel();
    }, 100);
    const started = Date.now();
    const result = await vscode.commands.executeCommand<ScanResult>("kingsnake.scanWorkspace", source.token);
    assert.equal(result.cancelled, true);
    assert.ok(Date.now() - started < 5000, "it did not run to its end");
  });

  it("reports findings of files that are not open", async () => {
    assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.path.endsWith("closed.py")));
    const result = await vscode.commands.executeCommand<ScanResult>("kingsnake.scanWorkspace");
    assert.equal(result.cancelled, false);
    assert.ok(result.files >= 2, `${String(result.files)} files were scanned`);
    assert.ok(result.findings >= 1);
    const finding = await waitForFinding(fileUri("closed.py"), /yaml/u);
    assert.equal(finding.range.start.line, 5);
  });

  it("keeps them while a reported file is opened and closed again", async () => {
    const uri = fileUri("closed.py");
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await waitForFinding(uri, /yaml/u);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.equal(findings(uri, /yaml/u).length, 1);
  });
});
