import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAndDelete, findings, openFile, placeCursor, type, waitFor } from "./helpers.js";
import { report } from "./report.js";

/** A file of its own for each test: the editor keeps a document that was just closed for a while. */
let rules = "";
let example = "";
let count = 0;

const text = `rules:
  - id: no-print
    languages: [python]
    severity: WARNING
    message: $X is printed.
    pattern: print($X)
`;

describe("writing rules", () => {
  beforeEach(() => {
    count++;
    rules = `rules/mine${String(count)}.yaml`;
    example = `rules/mine${String(count)}.py`;
  });
  afterEach(() => closeAndDelete(rules, example, "printing.py"));

  it("underlines what is wrong in a rule as it is typed, and nothing once it is right", async () => {
    const editor = await openFile(rules, text.replace("    severity: WARNING\n", "    \n"));
    const { uri } = editor.document;
    await waitFor("the missing severity", () => findings(uri, /^rule$/u).length > 0);
    placeCursor(editor, 3, 4);
    await type("severity: WARNIN");
    await waitFor("the wrong value", () => findings(uri, /^rule$/u).some(({ range }) => range.start.line === 3));
    const lastKey = Date.now();
    await type("G");
    assert.equal(editor.document.getText(), text);
    await waitFor("no error", () => findings(uri, /^rule$/u).length === 0);
    report({ state: "figure", title: "last key of a rule to its end of errors", duration: Date.now() - lastKey });
  });

  it("completes keys, with what they mean", async () => {
    const editor = await openFile(rules, `${text}    metad`);
    const { uri } = editor.document;
    await waitFor("the server", () => findings(uri).length > 0);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      uri,
      new vscode.Position(6, 9),
    );
    const item = list.items.find(({ label }) => label === "metadata");
    assert.ok(item, "metadata is offered");
    assert.ok(!list.items.some(({ label }) => label === "message"), "what is there already is not");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      uri,
      new vscode.Position(3, 6),
    );
    const said = hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value));
    assert.match(said.join("\n"), /severity/u);
  });

  it("counts matches above the rule, and shows them", async () => {
    await openFile("printing.py", "print(1)\nprint(2)\n");
    const { document } = await openFile(rules, text);
    const titles = await waitForLens(document.uri, /in this workspace$/u);
    assert.match(titles.join(), /[2-9]\d* matches in this workspace/u);
    await vscode.commands.executeCommand("kingsnake.showRulePlaces", document.uri.toString(), "no-print", "matches");
  });

  it("judges the example beside the rule", async () => {
    const { document } = await openFile(rules, text);
    const python = await openFile(example, "# ruleid: no-print\nprint(1)\n# ruleid: no-print\npass\nprint(2)\n");
    const { uri } = python.document;
    const wrong = await waitFor("two wrong lines", () => {
      const found = findings(uri, /^example$/u);
      return found.length === 2 && found;
    });
    assert.deepEqual(wrong.map(({ range }) => range.start.line).sort(), [3, 4]);
    await waitForLens(document.uri, /example: 1 of 2 as marked, 1 found and not marked/u);
  });

  it("leaves other YAML alone", async () => {
    const { document } = await openFile("compose.yaml", "services:\n  web: {image: x}\n");
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      new vscode.Position(0, 0),
    );
    assert.ok(!list.items.some(({ label }) => label === "rules"));
    assert.deepEqual(findings(document.uri), []);
    await closeAndDelete("compose.yaml");
  });
});

/** The titles of all lenses, once one matches. */
async function waitForLens(uri: vscode.Uri, wanted: RegExp): Promise<string[]> {
  for (let tries = 0; tries < 200; tries++) {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 20);
    const titles = lenses.map(({ command }) => command?.title ?? "");
    if (titles.some((title) => wanted.test(title))) return titles;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return assert.fail(`no lens like ${String(wanted)}`);
}
