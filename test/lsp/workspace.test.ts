/** Settings, configuration files, rule files, scans, and what is said about the workspace as a whole. */
import { CancellationTokenSource } from "vscode-languageserver-protocol/node";
import { afterEach, describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import {
  holdWorkspaceDiagnostics,
  pulling,
  pushing,
  startTestClient,
  waitFor,
  type TestClient,
  type TestSetup,
} from "./harness.js";

const uri = "file:///w/a.py";
const text = "md5(x)\nyaml.load(x)\neval(x)\n";
let client: TestClient;

afterEach(() => client.stop());

const codes = (items: readonly Diagnostic[]): string => items.map(({ code }) => code).join();

/** Checks which rules speak about `text` in a file of the first folder. */
async function check(setup: TestSetup, expected: string, where = uri): Promise<void> {
  client = await startTestClient(setup);
  client.open(where, text);
  expect(codes(await client.pullItems(where))).toBe(expected);
}

const all = "md5,yaml-load,no-eval";

describe("settings", () => {
  it("hide what a person does not want to see", async () => {
    const say = (settings: unknown) => ({ settings: { "file:///w": settings } });
    await check(say({ minimumSeverity: "warning" }), "md5,no-eval");
    await client.stop();
    await check(say({ minimumConfidence: "medium" }), "md5,yaml-load");
    await client.stop();
    await check(say({ enable: false }), "");
    await client.stop();
    await check(say({ enable: 3, rules: { disable: ["md5"], nonsense: 1 } }), "yaml-load,no-eval");
    expect(client.log).toEqual([
      "The setting kingsnake.enable is of the wrong type and is ignored.",
      "Unknown setting kingsnake.rules.nonsense is ignored.",
    ]);
  });

  it("are those of the folder", async () => {
    const setup: TestSetup = {
      folders: ["file:///w", "file:///w/inner", "file:///v"],
      settings: { "file:///w/inner": { rules: { disable: ["md5"] } }, "": { enable: false } },
    };
    await check(setup, all);
    for (const [where, expected] of [
      ["file:///w/inner/a.py", "yaml-load,no-eval"],
      ["file:///v/a.py", all],
      ["file:///elsewhere/a.py", ""],
      ["untitled:Untitled-1", ""],
    ] as const) {
      client.open(where, text);
      expect(codes(await client.pullItems(where)), where).toBe(expected);
    }
  });

  it("come with the news from a client that can't be asked", async () => {
    await check({ capabilities: { textDocument: { diagnostic: {} } } }, all);
    const settings = { kingsnake: { rules: { disable: ["md5"] } } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    await expect.poll(async () => codes(await client.pullItems(uri))).toBe("yaml-load,no-eval");
  });

  it("are asked for again when they change, and the client is told to look again", async () => {
    const settings: Record<string, unknown> = {};
    await check({ settings }, all);
    const before = client.refreshes();
    settings["file:///w"] = { rules: { disable: ["md5"] } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await waitFor("a refresh", () => client.refreshes() > before);
    expect(codes(await client.pullItems(uri))).toBe("yaml-load,no-eval");
    expect(client.registrations.map(({ method }) => method)).toContain("workspace/didChangeConfiguration");
  });

  it("follow the folders", async () => {
    await check({ settings: { "file:///v": { enable: false } } }, all, "file:///v/a.py");
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: "file:///v", name: "v" }], removed: [{ uri: "file:///w", name: "w" }] },
    });
    await expect.poll(async () => codes(await client.pullItems("file:///v/a.py"))).toBe("");
  });
});

describe("configuration files", () => {
  it("say what the whole project does, and a person can only ask for less", async () => {
    const files = {
      "/w/kingsnake.toml": 'disable = ["md5"]\nminimum-severity = "warning"\n[severity]\nno-eval = "info"',
    };
    await check({ files, settings: { "file:///w": { minimumSeverity: "info" } } }, "");
    await client.stop();
    await check({ files: { "/w/pyproject.toml": '[tool.kingsnake]\ndisable = ["md5"]' } }, "yaml-load,no-eval");
    await client.stop();
    await check({ files: { "/kingsnake.toml": 'disable = ["md5"]', "/w/.git/HEAD": "" } }, all);
  });

  it("count as soon as they change", async () => {
    const files: Record<string, string> = { "/w/kingsnake.toml": "" };
    await check({ files }, all);
    files["/w/kingsnake.toml"] = 'disable = ["md5"]';
    const changes = [{ uri: "file:///w/kingsnake.toml", type: 2 }];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    await expect.poll(async () => codes(await client.pullItems(uri))).toBe("yaml-load,no-eval");
    const watched = client.registrations.find(({ method }) => method === "workspace/didChangeWatchedFiles");
    expect(watched?.registerOptions).toEqual({
      watchers: [
        { globPattern: { baseUri: "file:///w", pattern: "**/{kingsnake,pyproject}.toml" } },
        { globPattern: { baseUri: "file:///w", pattern: "**/*.{py,pyi,pyw}" } },
      ],
    });
  });

  it("show what is wrong with them, until it is not", async () => {
    const files: Record<string, string> = { "/w/kingsnake.toml": "# 🐍\ndisabel = []\n" };
    client = await startTestClient({ files, capabilities: pushing });
    client.open(uri, text);
    const published = await waitFor("a problem", () => client.published.find((params) => params.uri.endsWith(".toml")));
    expect(published.diagnostics).toEqual([
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
        severity: 1,
        source: "kingsnake",
        code: "configuration",
        message: "Unknown key `disabel`; did you mean `disable`?",
      },
    ]);
    files["/w/kingsnake.toml"] = "";
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///w/kingsnake.toml", type: 2 }],
    });
    const isEmpty = () =>
      client.published.filter((params) => params.uri.endsWith(".toml")).at(-1)?.diagnostics.length === 0;
    await waitFor("none", isEmpty);
  });
});

describe("rules of people", () => {
  const settings = { "file:///w": { rules: { paths: ["own", "/missing"] } } };

  it("work beside the built-in ones, and their problems show in their files", async () => {
    const files: Record<string, string> = { "/w/own/a.yaml": "exec\nbroken" };
    client = await startTestClient({ files, settings });
    void holdWorkspaceDiagnostics(client);
    client.open(uri, "exec(x)\nmd5(x)\n");
    expect(codes(await client.pullItems(uri))).toBe("word-exec,md5");
    const streamed = await waitFor("a problem", () => client.streamed.flatMap(({ items }) => items)[0]);
    expect(streamed).toMatchObject({
      uri: "file:///w/own/a.yaml",
      items: [{ code: "rule", range: { start: { line: 1 } } }],
    });
    expect(client.log).toContain("No rules were read from /missing: There is no such file.");

    files["/w/own/a.yaml"] = "open";
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///w/own/a.yaml", type: 2 }],
    });
    await expect.poll(async () => codes(await client.pullItems(uri))).toBe("md5");
    expect(client.streamed.at(-1)?.items).toMatchObject([{ uri: "file:///w/own/a.yaml", items: [] }]);
  });
});

describe("scans", () => {
  const files = (): Record<string, string> => ({
    "/w/a.py": "md5(x)",
    "/w/b.py": "md5(x)\nmd5(y)",
    "/w/clean.py": "pass",
    "/w/out/c.py": "md5(x)",
    "/v/d.py": "md5(x)",
  });
  const scan = () =>
    client.connection.sendRequest<{ files: number; findings: number; cancelled: boolean }>("kingsnake/scanWorkspace", {
      workDoneToken: "t",
    });
  const settings = { "file:///w": { scan: { exclude: ["/out/"] } } };

  it("stream the findings of files that are not open into the request that is held", async () => {
    client = await startTestClient({ files: files(), settings });
    void holdWorkspaceDiagnostics(client);
    client.open(uri, "eval(x)\neval(y)\neval(z)");
    await client.pull(uri);
    expect(await scan()).toEqual({ files: 3, findings: 5, cancelled: false });
    const reports = client.streamed.flatMap(({ items }) => items);
    expect(reports).toMatchObject([{ kind: "full", uri: "file:///w/b.py", version: null, items: [{}, {}] }]);
  });

  it("publish where the client does not ask", async () => {
    client = await startTestClient({ files: files(), settings, capabilities: pushing });
    await scan();
    await waitFor("two files", () => client.published.length >= 2);
    expect(client.published.map(({ uri: published, diagnostics }) => `${published} ${diagnostics.length}`)).toEqual([
      "file:///w/a.py 1",
      "file:///w/b.py 2",
    ]);
  });

  it("report progress, and end when they are cancelled", async () => {
    const many: Record<string, string> = {};
    for (let index = 0; index < 500; index++) many[`/w/${index}.py`] = "md5(x)";
    client = await startTestClient({ files: many });
    const progress: { kind: string; percentage?: number }[] = [];
    const source = new CancellationTokenSource();
    client.connection.onNotification("$/progress", ({ token, value }: { token: unknown; value: never }) => {
      if (token !== "t") return;
      progress.push(value);
      if ((progress.at(-1)?.percentage ?? 0) >= 20) source.cancel();
    });
    const result = await client.connection.sendRequest("kingsnake/scanWorkspace", { workDoneToken: "t" }, source.token);
    expect(result).toMatchObject({ cancelled: true });
    expect((result as { files: number }).files).toBeLessThan(400);
    expect(progress[0]).toMatchObject({ kind: "begin", cancellable: true });
    expect(progress.at(-1)).toMatchObject({ kind: "end" });
  });

  it("let a person type meanwhile", async () => {
    const many: Record<string, string> = {};
    for (let index = 0; index < 2000; index++) many[`/w/${index}.py`] = "md5(x)";
    client = await startTestClient({ files: many });
    client.open(uri, "pass");
    const scanned = scan();
    let isDone = false;
    void scanned.then(() => (isDone = true));
    for (let version = 2; version < 12; version++) {
      client.change(uri, version, { text: `md5(${version})` });
      await client.pullItems(uri);
    }
    expect(isDone).toBe(false);
    await scanned;
  });

  it("are kept up to date with the disk", async () => {
    const disk = files();
    client = await startTestClient({ files: disk, settings });
    void holdWorkspaceDiagnostics(client);
    await scan();
    const last = (name: string) =>
      client.streamed
        .flatMap(({ items }) => items)
        .filter((item) => item.uri.endsWith(name))
        .at(-1);
    disk["/w/clean.py"] = "eval(x)";
    delete disk["/w/b.py"];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: "file:///w/clean.py", type: 2 },
        { uri: "file:///w/b.py", type: 3 },
      ],
    });
    await waitFor("the new one", () => last("clean.py"));
    await waitFor("the end of the old one", () => (last("b.py") as { items: unknown[] }).items.length === 0);
  });

  it("leave a file's findings when it was opened and is closed", async () => {
    client = await startTestClient({ files: files(), settings });
    void holdWorkspaceDiagnostics(client);
    await scan();
    const before = client.streamed.length;
    client.open(uri, "md5(x)");
    await client.pullItems(uri);
    client.close(uri);
    const again = await waitFor("it again", () => client.streamed.slice(before).flatMap(({ items }) => items)[0]);
    expect(again).toMatchObject({ uri, items: [{ code: "md5" }] });
  });

  it("can be asked for by any editor, as a command", async () => {
    client = await startTestClient({
      files: files(),
      settings,
      capabilities: { ...pulling, window: { workDoneProgress: true } },
    });
    expect(client.initialized.capabilities.executeCommandProvider?.commands).toEqual([
      "kingsnake.server.scanWorkspace",
      "kingsnake.server.showRulePlaces",
    ]);
    const result = await client.connection.sendRequest("workspace/executeCommand", {
      command: "kingsnake.server.scanWorkspace",
    });
    expect(result).toEqual({ files: 3, findings: 3, cancelled: false });
    expect(await client.connection.sendRequest("workspace/executeCommand", { command: "other" })).toBeNull();
  });
});

describe("workspace diagnostics", () => {
  it("are held open without a scan, and end when the client says so", async () => {
    client = await startTestClient({ files: { "/w/a.py": text } });
    const source = new CancellationTokenSource();
    let ended = false;
    const request = client.connection
      .sendRequest("workspace/diagnostic", { previousResultIds: [], partialResultToken: "p" }, source.token)
      .then((result) => {
        ended = true;
        return result;
      });
    client.open(uri, text);
    await client.pullItems(uri);
    expect(ended).toBe(false);
    source.cancel();
    expect(await request).toEqual({ items: [] });
  });

  it("are taken away when a document closes that no scan has covered", async () => {
    client = await startTestClient();
    void holdWorkspaceDiagnostics(client);
    for (let round = 1; round <= 2; round++) {
      client.open(uri, text);
      await client.pullItems(uri);
      client.close(uri);
      await waitFor("the end", () => client.streamed.length === round);
      expect(client.streamed.at(-1)?.items).toMatchObject([{ uri, items: [] }]);
    }
  });

  it("are answered at once where partial results can't be taken, with what the client does not have", async () => {
    client = await startTestClient({ files: { "/w/a.py": "md5(x)" } });
    await client.connection.sendRequest("kingsnake/scanWorkspace", null);
    const ask = (previousResultIds: unknown[]) =>
      client.connection.sendRequest<{ items: { kind: string; resultId: string }[] }>("workspace/diagnostic", {
        previousResultIds,
      });
    const first = await ask([]);
    expect(first.items).toMatchObject([{ kind: "full", uri }]);
    const second = await ask([{ uri, value: first.items[0]?.resultId }]);
    expect(second.items).toMatchObject([{ kind: "unchanged", uri }]);
  });
});

describe("robustness", () => {
  it("keeps documents whole and squiggles in place when the engine fails", async () => {
    await check({ files: { "/w/b.py": "breaks the review", "/w/c.py": "md5(x)" } }, all);
    const end = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    client.change(uri, 2, { range: end, text: "breaks the edit\n" });
    expect(codes(await client.pullItems(uri))).toBe(all);
    client.change(uri, 3, { range: end, text: "breaks the review\n" });
    await expect(client.pull(uri)).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: false } });
    expect(client.log.at(-1)).toBe(`diagnostic of ${uri}: The review is broken.`);
    const broken = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    client.change(uri, 4, { range: broken, text: "md5(y)\n" });
    expect(codes(await client.pullItems(uri))).toBe(`${all},md5`);
    expect(await client.connection.sendRequest("kingsnake/scanWorkspace", null)).toMatchObject({
      files: 3,
      findings: 5,
    });
  });

  it("survives whatever a client sends", async () => {
    await check({}, all);
    const { connection } = client;
    for (const params of [
      {},
      { textDocument: {} },
      { textDocument: { uri: 3 } },
      { textDocument: { uri: "%%%" }, contentChanges: [{}] },
    ]) {
      for (const method of ["didOpen", "didChange", "didClose"])
        await connection.sendNotification(`textDocument/${method}`, params);
      for (const method of ["hover", "completion", "codeAction", "diagnostic"]) {
        await connection
          .sendRequest(`textDocument/${method}`, { ...params, position: {}, range: {}, context: {} })
          .catch(() => null);
      }
    }
    await connection.sendNotification("workspace/didChangeWatchedFiles", {});
    await connection.sendNotification("workspace/didChangeConfiguration", { settings: [] });
    await connection.sendRequest("workspace/diagnostic", {}).catch(() => null);
    await connection.sendRequest("codeAction/resolve", { title: "x" });
    expect(codes(await client.pullItems(uri))).toBe(all);
    expect(client.log.filter((line) => line.includes("\n") || line.includes("    at "))).toEqual([]);
  });
});
