import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, fileUri, waitFor } from "./helpers.js";

describe("activation", () => {
  after(() => closeAndDelete());

  it("happens when a Python file is opened", async () => {
    const extension = vscode.extensions.getExtension("kingsnake.kingsnake");
    assert.ok(extension, "the extension is installed");
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri("app.py")));
    await waitFor("activation", () => extension.isActive);
  });

  it("registers every command of the manifest", async () => {
    const manifest = vscode.extensions.getExtension("kingsnake.kingsnake")?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) assert.ok(registered.has(command), command);
  });
});
