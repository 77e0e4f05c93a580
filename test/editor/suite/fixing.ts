import assert from "node:assert/strict";
import * as vscode from "vscode";
import { apply, closeAndDelete, codeActions, openFile, waitFor, waitForFinding, waitForNoFinding } from "./helpers.js";

const name = "fixing.py";
const unsafeYaml = "import yaml\n\n\ndef read(f):\n    return yaml.load(f)\n";

const harmless = "def size(shape):\n    raise NotImplemented\n";

describe("fixing", () => {
  afterEach(() => closeAndDelete(name));

  it("offers a fix, which removes the finding", async () => {
    const editor = await openFile(name, unsafeYaml);
    const { uri } = editor.document;
    const finding = await waitForFinding(uri, /yaml/u);
    const actions = await codeActions(uri, finding.range, "quickfix");
    const fix = actions.find((action) => /safe_load/u.test(action.title));
    assert.ok(fix, `a fix among: ${actions.map((action) => action.title).join(", ")}`);
    await apply(fix);
    await waitForNoFinding(uri, /yaml/u);
    assert.match(editor.document.getText(), /yaml\.safe_load\(f\)/u);
  });

  it("prefers a fix that cannot change what a correct program does", async () => {
    const editor = await openFile(name, harmless);
    const { uri } = editor.document;
    const finding = await waitForFinding(uri, /not-implemented/u);
    const actions = await codeActions(uri, finding.range, "quickfix");
    const fix = actions.find((action) => action.isPreferred === true);
    assert.ok(fix, `a preferred fix among: ${actions.map((action) => action.title).join(", ")}`);
    await apply(fix);
    await waitForNoFinding(uri, /not-implemented/u);
  });

  it("offers to ignore the statement, in a way that other tools and people can read", async () => {
    const editor = await openFile(name, unsafeYaml);
    const { uri } = editor.document;
    const finding = await waitForFinding(uri, /yaml/u);
    const actions = await codeActions(uri, finding.range, "quickfix");
    const ignore = actions.find((action) => /ignore|suppress|silence/iu.test(action.title));
    assert.ok(ignore, `an action that ignores among: ${actions.map((action) => action.title).join(", ")}`);
    assert.notEqual(ignore.isPreferred, true, "ignoring is never preferred");
    await apply(ignore);
    await waitForNoFinding(uri, /yaml/u);
    assert.match(editor.document.getText(), /# kingsnake: ignore\[[\w-]+\]/u);
  });

  it("fixes all that is safe to fix on source.fixAll.kingsnake, nothing else, and ignores nothing", async () => {
    const editor = await openFile(name, `${harmless}\n\n${unsafeYaml}\n\n${harmless}`);
    const { uri } = editor.document;
    await waitForFinding(uri, /not-implemented/u);
    const wholeFile = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const actions = await codeActions(uri, wholeFile, "source.fixAll.kingsnake");
    assert.ok(actions[0], "there is such an action");
    await apply(actions[0]);
    await waitFor("two fixes", () => editor.document.getText().split("raise NotImplementedError").length === 3);
    assert.match(editor.document.getText(), /yaml\.load\(f\)/u);
    assert.doesNotMatch(editor.document.getText(), /kingsnake: ignore/u);
  });
});
