/** Code actions: which, in what order, and what becomes of the text. */
import { afterEach, describe, expect, it } from "vitest";
import type { CodeAction, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pulling, startTestClient, type TestClient, type TestSetup } from "./harness.js";

const uri = "file:///w/a.py";
const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
let client: TestClient;

afterEach(() => client.stop());

async function offered(
  text: string,
  setup: TestSetup = {},
  only?: string[],
  range = everything,
): Promise<CodeAction[]> {
  client = await startTestClient(setup);
  client.open(uri, text, 7);
  return client.actions(uri, range, only);
}

const resolve = (action: CodeAction): Promise<CodeAction> =>
  client.connection.sendRequest("codeAction/resolve", action);

function editsOf(edit: WorkspaceEdit | undefined): TextEdit[] {
  const [change] = edit?.documentChanges ?? [];
  if (change === undefined) return edit?.changes?.[uri] ?? [];
  if (!("textDocument" in change)) throw new Error("an edit of a document");
  expect(change.textDocument).toEqual({ uri, version: 7 });
  return change.edits as TextEdit[];
}

/** Chooses the action with this title and checks the text after it. */
async function check(text: string, title: string, expected: string, only?: string[]): Promise<void> {
  const actions = await offered(text, {}, only);
  const action = actions.find((other) => other.title === title);
  expect(action, actions.map((other) => other.title).join("; ")).toBeDefined();
  const { edit } = await resolve(action!);
  expect(TextDocument.applyEdits(TextDocument.create(uri, "python", 7, text), editsOf(edit))).toBe(expected);
}

const two = "yaml.load(a)\neval(b)\n";
const three = "yaml.load(a)\nyaml.load(b)\nmd5(c)\n";

describe("code actions", () => {
  it("come in ESLint's order", async () => {
    const actions = await offered(three, { initializationOptions: { distUri: "file:///dist" } });
    expect(actions.map(({ title }) => title)).toEqual([
      "Use safe_load",
      "Use safe_load",
      "Use sha256",
      "Fix all 2 of yaml-load in this file",
      "Fix all 3 findings that are safe to fix",
      "Ignore yaml-load on this statement",
      "Ignore yaml-load on this statement",
      "Ignore md5 on this statement",
      "Ignore yaml-load in this file",
      "Ignore md5 in this file",
      "Show the documentation of yaml-load",
      "Show the documentation of md5",
    ]);
    expect(actions.at(-1)?.command).toEqual({
      title: "Show the documentation of md5",
      command: "kingsnake.showRule",
      arguments: ["md5"],
    });
  });

  it("prefer what is safe, and only that", async () => {
    const actions = await offered(two);
    const preferred = actions.filter(({ isPreferred }) => isPreferred === true);
    expect(preferred.map(({ title }) => title)).toEqual(["Use safe_load"]);
    expect(actions.map(({ title }) => title)).toContain("Use literal_eval (may change behaviour)");
    expect(actions[0]?.diagnostics?.[0]?.code).toBe("yaml-load");
  });

  it("are about the place that was asked about", async () => {
    const at = { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } };
    const actions = await offered(two, {}, undefined, at);
    expect(actions.map(({ title }) => title)).toEqual([
      "Use literal_eval (may change behaviour)",
      "Ignore no-eval on this statement",
      "Ignore no-eval in this file",
    ]);
    expect(
      await client.actions(uri, { start: { line: 5, character: 0 }, end: { line: -1, character: 0 } }),
    ).not.toEqual([]);
    expect(await client.actions("file:///unknown.py", at)).toEqual([]);
  });

  it("fix one finding", () => check(two, "Use literal_eval (may change behaviour)", "yaml.load(a)\nliteral_eval(b)\n"));

  it("fix all of one rule", () =>
    check(three, "Fix all 2 of yaml-load in this file", "yaml.safe_load(a)\nyaml.safe_load(b)\nmd5(c)\n"));

  it("fix all that is safe on request, and ignore nothing", async () => {
    await check(two, "Fix 1 finding that is safe to fix", "yaml.safe_load(a)\neval(b)\n", ["source.fixAll"]);
    const actions = await client.actions(uri, everything, ["source"]);
    expect(actions.map(({ kind }) => kind)).toEqual(["source.fixAll.kingsnake"]);
    expect(await client.actions(uri, everything, ["refactor"])).toEqual([]);
  });

  it("ignore a finding on its statement", () =>
    check(two, "Ignore no-eval on this statement", "yaml.load(a)\neval(b)  # kingsnake: ignore[no-eval]\n"));

  it("ignore a rule in the file", () =>
    check(two, "Ignore no-eval in this file", "# kingsnake: ignore-file[no-eval]\nyaml.load(a)\neval(b)\n"));

  it("carry their edits to a client that does not resolve, without versions where it has none", async () => {
    const capabilities = {
      textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    };
    const [fix] = await offered("yaml.load(a)", { capabilities });
    expect(fix?.edit).toEqual({
      changes: {
        [uri]: [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } }, newText: "yaml.safe_load(" },
        ],
      },
    });
    expect(fix).not.toHaveProperty("data");
  });

  it("are none for a client that knows commands only", async () => {
    expect(await offered(two, { capabilities: { textDocument: { diagnostic: {}, codeAction: {} } } })).toEqual([]);
    expect(client.initialized.capabilities.codeActionProvider).toBeUndefined();
  });

  it("resolve to nothing when their finding is gone, or when they are not ours", async () => {
    const [fix] = await offered(two, { capabilities: pulling });
    client.change(uri, 8, { text: "pass\n" });
    expect((await resolve(fix!)).edit).toEqual({ documentChanges: [{ textDocument: { uri, version: 8 }, edits: [] }] });
    const foreign: CodeAction = { title: "x", data: { uri: 3, plan: "?" } };
    expect(await resolve(foreign)).toEqual(foreign);
  });
});
