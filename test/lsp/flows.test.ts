/** What clients that ask hear of flows between files, on the real engine with the built-in rules. */
import { afterEach, describe, expect, it } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver-protocol";
import type { EngineFactory } from "../../server/src/lsp/runtime.js";
import { createTestEngine } from "../support/engine.js";
import { holdWorkspaceDiagnostics, startTestClient, waitFor, type TestClient } from "./harness.js";

/** Each server has an engine of its own: what is known of a project belongs to the engine. */
const factory: EngineFactory = () => createTestEngine();

const view = "file:///w/shop/views.py";
const tools = "file:///w/shop/tools.py";
const viewText = `from flask import Flask, request
from shop.tools import run

app = Flask(__name__)


@app.route("/")
def index():
    return run(request.args["command"])
`;
const harmless = viewText.replace('request.args["command"]', '"date"');
const toolsText = 'import os\n\n\ndef run(command):\n    return os.system("echo " + command)\n';
const files = {
  "/w/kingsnake.toml": "",
  "/w/shop/__init__.py": "",
  "/w/shop/views.py": harmless,
  "/w/shop/tools.py": toolsText,
};

let client: TestClient;
afterEach(() => client.stop());

async function start(): Promise<void> {
  client = await startTestClient({ loadEngineFactory: () => Promise.resolve(factory), files });
}

const hasFlow = (items: readonly { readonly code?: unknown }[]): boolean =>
  items.some(({ code }) => code === "command-injection");

/** Whether the last thing that was streamed about a document has the flow; undefined if nothing was. */
function streamedFlow(uri: string): boolean | undefined {
  const report = client.streamed.flatMap(({ items }) => items).findLast((each) => each.uri === uri);
  return report === undefined || report.kind !== "full" ? undefined : hasFlow(report.items);
}

async function untilPulled(uri: string, expected: boolean): Promise<void> {
  let has: boolean | undefined;
  await waitFor(`the flow to be ${expected ? "there" : "gone"}`, () => {
    void client.pullItems(uri).then(
      (items) => (has = hasFlow(items)),
      () => undefined,
    );
    return has === expected;
  });
}

describe("a flow between two files", () => {
  it("is not waited for by who opens a document, who is asked to look again when it is known", async () => {
    await start();
    client.open(view, viewText);
    client.open(tools, toolsText);
    expect(hasFlow(await client.pullItems(tools))).toBe(false);
    await client.pullItems(view);
    await waitFor("a refresh", () => client.refreshes() > 0);
    await untilPulled(tools, true);
  });

  it("is told through the workspace's stream of a document that is open and not asked about", async () => {
    await start();
    void holdWorkspaceDiagnostics(client);
    client.open(view, harmless);
    client.open(tools, toolsText);
    await untilPulled(tools, false);
    await client.pullItems(view);
    client.change(view, 2, { text: viewText });
    await client.pullItems(view);
    await waitFor("the flow", () => streamedFlow(tools) === true);
    client.change(view, 3, { text: harmless });
    await client.pullItems(view);
    await waitFor("its end", () => streamedFlow(tools) === false);
  });
});

describe("a question that is taken back", () => {
  it("is answered as taken back, so that the client asks again", async () => {
    let release: (made: EngineFactory) => void = () => undefined;
    const slow = new Promise<EngineFactory>((resolve) => (release = resolve));
    client = await startTestClient({ loadEngineFactory: () => slow, files });
    client.open(tools, toolsText);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri: tools } },
      source.token,
    );
    const answer = expect(asked).rejects.toMatchObject({ code: -32800 });
    source.cancel();
    release(factory);
    await answer;
    expect(await client.pull(tools)).toMatchObject({ kind: "full" });
  });

  it("counts in a scan of the folder that is open only, and of files outside of it only what they tell", async () => {
    const setup = { loadEngineFactory: () => Promise.resolve(factory), folders: ["file:///w/shop"] };
    const outside = viewText.replace("return run(", "return eval(");
    client = await startTestClient({
      ...setup,
      files: { ...files, "/w/shop/views.py": viewText, "/w/admin.py": outside },
    });
    const scanned = await client.connection.sendRequest("kingsnake/scanWorkspace", {});
    expect(scanned).toEqual({ files: 3, findings: 1, cancelled: false });
  });
});
