import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, findings, openFile, ruleOf, waitFor, waitForFinding } from "./helpers.js";
import { report } from "./report.js";

const name = "activation.py";

describe("activation", () => {
  afterEach(() => closeAndDelete(name));

  it("happens when a Python file is opened, and findings follow", async () => {
    const extension = vscode.extensions.getExtension("kingsnake.kingsnake");
    assert.ok(extension, "the extension is installed");
    assert.ok(!extension.isActive, "it has not been activated for nothing");
    const opened = openFile(name, "import subprocess\nsubprocess.call(input(), shell=True)\n");
    await waitFor("activation", () => extension.isActive);
    const activated = Date.now();
    const { document } = await opened;
    await waitForFinding(document.uri, /shell/u);
    report({ state: "figure", title: "activation to first diagnostics", duration: Date.now() - activated });
  });

  it("registers every command of the manifest", async () => {
    const manifest = vscode.extensions.getExtension("kingsnake.kingsnake")?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) assert.ok(registered.has(command), command);
  });

  it("the walkthrough's example opens as a buffer of its own, with findings of several rules", async () => {
    await vscode.commands.executeCommand("kingsnake.openExample");
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.isUntitled, true);
    assert.equal(document.languageId, "python");
    await waitFor("findings of three rules", () => new Set(findings(document.uri).map(ruleOf)).size >= 3);
  });
});
