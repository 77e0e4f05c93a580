/** Diagnostics: what they say, asked for and published, and that old ones stay until new ones stand. */
import { afterEach, describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { createFakeEngine } from "./fake-engine.js";
import { pulling, pushing, startTestClient, waitFor, type TestClient, type TestSetup } from "./harness.js";

const uri = "file:///w/a.py";
let client: TestClient;

afterEach(() => client.stop());

async function start(setup: TestSetup = {}): Promise<TestClient> {
  client = await startTestClient(setup);
  return client;
}

const places = (items: readonly Diagnostic[]): string[] =>
  items.map(({ code, range }) => `${String(code)} ${range.start.line}:${range.start.character}-${range.end.character}`);

/** Opens a text and checks where its diagnostics are. */
async function check(text: string, expected: readonly string[], setup: TestSetup = {}): Promise<void> {
  await start(setup);
  client.open(uri, text);
  expect(places(await client.pullItems(uri))).toEqual(expected);
}

describe("pulled diagnostics", () => {
  it("say everything that a linter's should", async () => {
    await start();
    client.open(uri, "x = eval(y)\n");
    expect(await client.pullItems(uri)).toEqual([
      {
        range: { start: { line: 0, character: 4 }, end: { line: 0, character: 9 } },
        severity: 1,
        code: "no-eval",
        codeDescription: { href: "https://kingsnake.dev/rules/no-eval" },
        source: "kingsnake",
        message: "eval runs code. (Low confidence: check before you change it.)",
        tags: [2],
        relatedInformation: [
          {
            location: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } },
            message: "The file begins here.",
          },
        ],
        data: { fingerprint: "no-eval-0", fixes: ["no-eval/fix"] },
      },
    ]);
  });

  it("say less to a client that can show less", async () => {
    await start({ capabilities: { textDocument: { diagnostic: {} } } });
    client.open(uri, "yaml.load(y)\n");
    const [item] = await client.pullItems(uri);
    expect(Object.keys(item!).sort()).toEqual(["code", "message", "range", "severity", "source"]);
    expect(item!.severity).toBe(3);
  });

  it("follow edits, and say when nothing has changed", async () => {
    await start();
    client.open(uri, "a\nb\n");
    const first = await client.pull(uri);
    expect(first).toMatchObject({ kind: "full", items: [] });
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    client.change(uri, 2, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
      text: "md5(b)",
    });
    const second = await client.pull(uri, first.resultId);
    expect(second.kind === "full" && places(second.items)).toEqual(["md5 1:0-4"]);
    // Below the finding, so that it stays where it is.
    client.change(uri, 3, { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: "c\n" });
    expect(await client.pull(uri, second.resultId)).toEqual({ kind: "unchanged", resultId: second.resultId });
    client.change(uri, 4, { text: "\n\nmd5(b)" });
    const third = await client.pull(uri, second.resultId);
    expect(third.kind === "full" && places(third.items)).toEqual(["md5 2:0-4"]);
  });

  it("take several edits in one change in the order in which they are given", async () => {
    await start();
    client.open(uri, "🐍\nx\n");
    const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
    client.change(
      uri,
      2,
      { range: at(0, 2), text: " md5(" },
      { range: at(0, 0), text: "\r\n" },
      { range: at(3, 0), text: "eval(" },
    );
    expect(places(await client.pullItems(uri))).toEqual(["md5 1:3-7", "no-eval 3:0-5"]);
  });

  it.each([
    ["utf-8", "md5 1:7-11"],
    ["utf-16", "md5 1:4-8"],
    ["utf-32", "md5 1:3-7"],
  ] as const)("count columns in %s", async (encoding, expected) => {
    const capabilities = { ...pulling, general: { positionEncodings: [encoding] } };
    await check("x\né🐍 md5(\n", [expected], { capabilities });
    expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
  });

  it("bring any range inside the text", async () => {
    await start();
    client.open(uri, "x\n");
    const far = { start: { line: 99, character: 99 }, end: { line: 1_000_000, character: 0 } };
    client.change(uri, 2, { range: far, text: "md5(" });
    expect(places(await client.pullItems(uri))).toEqual(["md5 1:0-4"]);
    const backwards = { start: { line: 1, character: 4 }, end: { line: -3, character: -1 } };
    client.change(uri, 3, { range: backwards, text: "eval(" });
    expect(places(await client.pullItems(uri))).toEqual(["no-eval 0:0-5"]);
  });

  it("are never published too", async () => {
    await check("md5(x)\n", ["md5 0:0-4"]);
    expect(client.published).toEqual([]);
    expect(client.initialized.capabilities.diagnosticProvider).toEqual({
      identifier: "kingsnake",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
  });

  it("wait for the rules to load", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await start({
      loadEngineFactory: async () => {
        await gate;
        return (rules) => Promise.resolve(createFakeEngine(rules));
      },
    });
    client.open(uri, "md5(x)\n");
    const report = client.pullItems(uri);
    client.change(uri, 2, { text: "\nmd5(x)\n" });
    release();
    expect(places(await report)).toEqual(["md5 1:0-4"]);
  });

  it("are not taken away where there can be none", async () => {
    await start({ loadEngineFactory: () => Promise.reject(new Error("no wasm")) });
    client.open(uri, "md5(x)\n");
    await expect(client.pull(uri)).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: false } });
    expect(client.log).toContain("The rules could not be loaded: no wasm");
  });

  it("are those of the file on disk where it is not open", async () => {
    await start({ files: { "/w/a.py": "\nmd5(x)" } });
    expect(places(await client.pullItems(uri))).toEqual(["md5 1:0-4"]);
    expect(await client.pullItems("file:///w/missing.py")).toEqual([]);
  });
});

describe("published diagnostics", () => {
  const versions = () =>
    client.published.map(({ version, diagnostics }) => `${String(version)}: ${places(diagnostics).join()}`);

  it("name the version that they are of", async () => {
    await start({ capabilities: pushing });
    client.open(uri, "md5(x)\n");
    await waitFor("the first", () => client.published.length >= 1);
    client.change(uri, 2, { text: "\nmd5(x)\n" });
    await waitFor("the second", () => client.published.some(({ version }) => version === 2));
    expect([...new Set(versions())]).toEqual(["1: md5 0:0-4", "2: md5 1:0-4"]);
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
  });

  it("are taken away when a document closes", async () => {
    await start({ capabilities: pushing });
    client.open(uri, "md5(x)\n");
    await waitFor("the first", () => client.published.length >= 1);
    client.close(uri);
    await waitFor("none", () => client.published.at(-1)?.diagnostics.length === 0);
  });

  it("wait as long as the client wants, and skip what is outdated", async () => {
    await start({ capabilities: pushing, initializationOptions: { publishDelay: 20 } });
    client.open(uri, "\n", 1);
    for (let version = 2; version <= 9; version++) client.change(uri, version, { text: `md5(${version})` });
    await waitFor("the last", () => client.published.some(({ version }) => version === 9));
    expect(versions().filter((line) => !line.startsWith("9:")).length).toBeLessThanOrEqual(1);
  });

  it("stay while rules load again", async () => {
    const settings: Record<string, unknown> = {};
    await start({ capabilities: pushing, settings });
    client.open(uri, "md5(x)\neval(x)\n");
    await waitFor("the first", () => client.published.length >= 1);
    settings["file:///w"] = { rules: { disable: ["md5"] } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await waitFor("one less", () => client.published.at(-1)?.diagnostics.length === 1);
    expect(client.published.every(({ diagnostics }) => diagnostics.length > 0)).toBe(true);
  });
});
