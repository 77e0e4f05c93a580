import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, findings, openFile, ruleOf, waitForFinding, waitForNoFinding } from "./helpers.js";

const name = "settings.py";
const defect = "import subprocess\nsubprocess.call(input(), shell=True)\n";

describe("settings", () => {
  afterEach(async () => {
    for (const key of ["enable", "rules.disable", "minimumSeverity"]) await set(key, undefined);
    await closeAndDelete(name);
  });

  it("a rule that is disabled goes silent at once, and speaks again when it is not", async () => {
    const { document } = await openFile(name, defect);
    await waitForFinding(document.uri, /shell/u);
    const ids = findings(document.uri, /shell/u).map(ruleOf);
    await set("rules.disable", ids);
    await waitForNoFinding(document.uri, /shell/u);
    await set("rules.disable", undefined);
    await waitForFinding(document.uri, /shell/u);
  });

  it("kingsnake.enable turns the review off and on", async () => {
    const { document } = await openFile(name, defect);
    await waitForFinding(document.uri, /shell/u);
    await set("enable", false);
    await waitForNoFinding(document.uri, /./u);
    await set("enable", true);
    await waitForFinding(document.uri, /shell/u);
  });

  it("findings below kingsnake.minimumSeverity are not shown", async () => {
    const { document } = await openFile(name, defect);
    await waitForFinding(document.uri, /shell/u);
    await set("minimumSeverity", "error");
    const isError = (finding: vscode.Diagnostic) => finding.severity === vscode.DiagnosticSeverity.Error;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.ok(findings(document.uri).every(isError));
  });
});

async function set(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration("kingsnake").update(key, value, vscode.ConfigurationTarget.Workspace);
}
