import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, fileUri, findings, ruleOf, waitFor, waitForFinding } from "./helpers.js";

describe("Show Rule", () => {
  after(() => closeAndDelete());

  it("opens the page of a rule as rendered Markdown", async () => {
    const uri = fileUri("closed.py");
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const id = ruleOf(await waitForFinding(uri, /yaml/u));
    await vscode.commands.executeCommand("kingsnake.showRule", id);
    const preview = await waitFor("the preview", () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .find((tab) => tab.input instanceof vscode.TabInputWebview && tab.label.includes(id)),
    );
    assert.match((preview.input as vscode.TabInputWebview).viewType, /markdown\.preview/u);
  });

  it("has a page for the rule of every finding here", async () => {
    for (const finding of findings(fileUri("closed.py"))) {
      const page = vscode.Uri.from({ scheme: "kingsnake-rule", path: `/${ruleOf(finding)}.md` });
      const document = await vscode.workspace.openTextDocument(page);
      assert.match(document.getText(), /^# /mu);
    }
  });

  it("says so when there is no such rule", async () => {
    const page = vscode.Uri.from({ scheme: "kingsnake-rule", path: "/no-such-rule.md" });
    const document = await vscode.workspace.openTextDocument(page);
    assert.match(document.getText(), /no-such-rule/u);
  });
});
