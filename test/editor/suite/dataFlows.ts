import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  apply,
  closeAndDelete,
  codeActions,
  fileUri,
  findings,
  openFile,
  placeCursor,
  waitFor,
  waitForFinding,
} from "./helpers.js";

/** A project of its own, with a rule of its own, so that the steps are known. */
const folder = "flowing";
const name = `${folder}/app.py`;
const rules = `rules:
  - id: command-of-a-stranger
    mode: taint
    languages: [python]
    severity: ERROR
    message: A stranger's command is run.
    pattern-sources:
      - pattern: ask_a_stranger()
    pattern-sinks:
      - pattern: run($X)
`;
const text = "def answer():\n    name = ask_a_stranger()\n    command = name + '!'\n    run(command)\n\n\nother = 1\n";

describe("data flows", () => {
  beforeEach(async () => {
    await write(`${folder}/kingsnake.toml`, 'rules = ["own.yaml"]\n');
    await write(`${folder}/own.yaml`, rules);
  });
  afterEach(() => closeAndDelete(name, `${folder}/own.yaml`, `${folder}/kingsnake.toml`));

  it("are followed step by step, round the end and back", async () => {
    const editor = await openFile(name, text);
    const finding = await waitForFinding(editor.document.uri, /stranger/u);
    const lines = (finding.relatedInformation ?? []).map(({ location }) => location.range.start.line);
    assert.ok(lines.length >= 2, "the finding has steps");
    assert.equal(lines[0], 1);
    assert.equal(lines.at(-1), 3);
    assert.match(finding.relatedInformation?.[0]?.message ?? "", /^1\. /u);
    placeCursor(editor, 3, 6);
    for (const line of [...lines, ...lines]) {
      await vscode.commands.executeCommand("kingsnake.goToNextStep");
      assert.equal(vscode.window.activeTextEditor?.selection.active.line, line);
    }
    await vscode.commands.executeCommand("kingsnake.goToPreviousStep");
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, lines.at(-2));
  });

  it("are begun anew where the cursor is, once it has moved away", async () => {
    const editor = await openFile(name, text);
    await waitForFinding(editor.document.uri, /stranger/u);
    placeCursor(editor, 3, 6);
    await vscode.commands.executeCommand("kingsnake.goToNextStep");
    assert.equal(editor.selection.active.line, 1);
    placeCursor(editor, 6, 0);
    await vscode.commands.executeCommand("kingsnake.goToNextStep");
    assert.equal(editor.selection.active.line, 6, "there is nothing to follow here");
  });

  it("are offered at the finding, and begin at the source", async () => {
    const editor = await openFile(name, text);
    const finding = await waitForFinding(editor.document.uri, /stranger/u);
    const actions = await codeActions(editor.document.uri, finding.range, "quickfix");
    const follow = actions.find(({ title }) => /^Follow the data: \d steps$/u.test(title));
    assert.ok(follow, `it is among: ${actions.map(({ title }) => title).join(", ")}`);
    placeCursor(editor, 3, 6);
    await apply(follow);
    assert.equal(editor.selection.active.line, 1);
  });

  it("say nothing where there is none", async () => {
    const editor = await openFile(name, "value = 1\n");
    placeCursor(editor, 0, 2);
    await vscode.commands.executeCommand("kingsnake.goToNextStep");
    await vscode.commands.executeCommand("kingsnake.leaveDataFlow");
    assert.deepEqual(editor.selection.active, new vscode.Position(0, 2));
    await waitFor("no finding", () => findings(editor.document.uri).length === 0);
  });
});

async function write(path: string, content: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(content));
}
