/** What the server does for people who write rules, on the real engine. */
import type {
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
} from "vscode-languageserver-protocol";
import { afterEach, describe, expect, it } from "vitest";
import type { EngineFactory } from "../../server/src/lsp/runtime.js";
import { createReviewEngine } from "../../server/src/review/create-engine.js";
import { readBinaries } from "../support/engine.js";
import { pulling, pushing, startTestClient, waitFor, type TestClient, type TestSetup } from "./harness.js";

const binaries = readBinaries();
const factory: EngineFactory = (rules) => createReviewEngine(binaries, rules);

const ruleUri = "file:///w/rules/x.yaml";
const exampleUri = "file:///w/rules/x.py";
const appUri = "file:///w/app.py";

const rule = (id: string, pattern: string): string =>
  `  - id: ${id}\n    languages: [python]\n    severity: ERROR\n    message: Not $X.\n    pattern: ${pattern}\n`;
const rules = `rules:\n${rule("no-f", "f($X)")}`;

let client: TestClient;
afterEach(() => client.stop());

async function start(setup: TestSetup = {}): Promise<void> {
  client = await startTestClient({ loadEngineFactory: () => Promise.resolve(factory), ...setup });
}

/** Takes `^` out of a text; the place that it marks. */
function cursorIn(marked: string): { text: string; position: { line: number; character: number } } {
  const before = marked.slice(0, marked.indexOf("^")).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: marked.replace("^", ""), position };
}

function ask<Answer>(method: string, uri: string, more: object = {}): Promise<Answer> {
  return client.connection.sendRequest(method, { textDocument: { uri }, ...more });
}

const shown = (items: readonly Diagnostic[]): string[] =>
  items.map(
    ({ range, message }) => `${range.start.line}:${range.start.character} ${JSON.stringify(message).slice(1, -1)}`,
  );

describe("diagnostics of rule files", () => {
  it("follow the text on the screen", async () => {
    await start();
    client.open(ruleUri, rules);
    expect(await client.pullItems(ruleUri)).toEqual([]);
    client.change(ruleUri, 2, { text: rules.replace("message", "mesage") });
    const [first] = await client.pullItems(ruleUri);
    expect(first?.message).toMatch(/message/);
    expect(first?.source).toBe("kingsnake");
    client.change(ruleUri, 3, { text: rules.replace("f($X)", "f($X") });
    const [broken] = await client.pullItems(ruleUri);
    expect(broken?.range.start.line).toBe(5);
    client.change(ruleUri, 4, { text: rules });
    expect(await client.pullItems(ruleUri)).toEqual([]);
  });

  it("are published where the client does not ask", async () => {
    await start({ capabilities: pushing });
    client.open(ruleUri, rules.replace("f($X)", "f($X"));
    await waitFor("the error", () =>
      client.published.find(({ uri, diagnostics }) => uri === ruleUri && diagnostics.length > 0),
    );
    client.change(ruleUri, 2, { text: rules });
    await waitFor("its end", () =>
      client.published.find(({ version, diagnostics }) => version === 2 && diagnostics.length === 0),
    );
  });

  it("of a file that takes long to read wait until nobody types", async () => {
    let reads = 0;
    const slow: EngineFactory = async (files, company) => {
      if (company === "alone") {
        reads++;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return factory(files);
    };
    await start({ loadEngineFactory: () => Promise.resolve(slow) });
    client.open(ruleUri, rules);
    await client.pullItems(ruleUri);
    const answers = Array.from({ length: 10 }, (_, key) => {
      client.change(ruleUri, key + 2, { text: rules.replace("message", `mess${"x".repeat(key)}`) });
      return client.pullItems(ruleUri).then(
        (items) => items.length,
        (error: unknown) => (error as { code?: number }).code,
      );
    });
    const requestCancelled = -32800;
    expect((await Promise.all(answers)).slice(0, 9)).toEqual(Array.from({ length: 9 }, () => requestCancelled));
    expect(await answers[9]).toBeGreaterThan(0);
    expect(reads).toBe(2);
  });

  it.each([
    ["file:///w/compose.yaml", "services:\n  web: {image: x}\n"],
    ["file:///w/alerts/rules.yaml", "rules:\n  - alert: High\n    expr: up\n"],
    ["file:///w/rules/pipeline.yaml", "stages: [a]\n"],
  ])("%s is left alone", async (uri, text) => {
    await start();
    client.open(uri, text);
    expect(await client.pullItems(uri)).toEqual([]);
    expect(await ask("textDocument/codeLens", uri)).toEqual([]);
    expect(await ask("textDocument/completion", uri, { position: { line: 0, character: 0 } })).toEqual([]);
    expect(await ask("textDocument/hover", uri, { position: { line: 0, character: 2 } })).toBe(null);
  });
});

describe("completion in rule files", () => {
  /** Checks which labels come, and what becomes of the text if the first of them is chosen. */
  async function check(marked: string, labels: readonly string[], first?: string): Promise<void> {
    await start();
    const { text, position } = cursorIn(marked);
    client.open(ruleUri, text);
    const items = await ask<CompletionItem[]>("textDocument/completion", ruleUri, { position });
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining([...labels]));
    if (first === undefined) return;
    const chosen = items.find(({ label }) => label === labels[0]);
    expect(chosen?.textEdit?.newText).toBe(first);
  }

  it.each<[marked: string, labels: readonly string[], first?: string]>([
    ["rules:\n  - ^", ["new rule", "id", "pattern"]],
    ["rules:\n  - id: a\n    sev^", ["severity"], "severity: "],
    ["rules:\n  - id: a\n    patterns^", ["patterns"], "patterns:\n      - "],
    ["rules:\n  - id: a\n    patterns:\n      ^", ["pattern-not"], "- pattern-not: "],
    ["rules:\n  - id: a\n    patterns:\n      - meta^", ["metavariable-regex"], "metavariable-regex:\n          "],
    ["rules:\n  - id: a\n    severity: ^", ["ERROR", "WARNING"], "ERROR"],
    ["rules:\n  - id: a\n    languages: [^]", ["python"], "python"],
    ["rules:\n  - id: a\n    languages:\n      - ^", ["python"], "python"],
    ["rules:\n  - id: a\n    options:\n      symbolic_propagation: ^", ["true", "false"]],
    ["rules:\n  - id: a\n    pattern: f($AB)\n    message: use $^", ["$AB"], "$AB"],
    ["rules:\n  - id: a\n    patterns:\n      - pattern: f($AB)\n      - focus-metavariable: ^", ["$AB"], "$AB"],
  ])("%j", async (marked, labels, first) => {
    await check(marked, labels, first);
  });

  it("leaves out what is there already", async () => {
    await start();
    const { text, position } = cursorIn(`${rules}    ^`);
    client.open(ruleUri, text);
    const items = await ask<CompletionItem[]>("textDocument/completion", ruleUri, { position });
    const labels = items.map(({ label }) => label);
    expect(labels).toContain("metadata");
    expect(labels).not.toContain("message");
  });
});

it("explains keys", async () => {
  await start();
  client.open(ruleUri, rules);
  const hover = await ask<Hover | null>("textDocument/hover", ruleUri, { position: { line: 3, character: 6 } });
  expect(JSON.stringify(hover?.contents)).toMatch(/\*\*severity\*\*.*ERROR/);
  expect(hover?.range).toEqual({ start: { line: 3, character: 4 }, end: { line: 3, character: 12 } });
  expect(await ask("textDocument/hover", ruleUri, { position: { line: 3, character: 15 } })).toBe(null);
});

it("lists rules as symbols, and finds the way from comments to them", async () => {
  await start({ files: { "/w/rules/x.yaml": rules, "/w/kingsnake.toml": 'rules = ["rules"]' } });
  client.open(ruleUri, rules + rule("no-g", "g()"));
  const symbols = await ask<DocumentSymbol[]>("textDocument/documentSymbol", ruleUri);
  expect(symbols.map(({ name }) => name)).toEqual(["no-f", "no-g"]);
  client.open(exampleUri, "# ruleid: no-g\ng()\n");
  client.open(appUri, "f(1)  # kingsnake: ignore[no-f] fine\n");
  const beside = await ask<Location | null>("textDocument/definition", exampleUri, {
    position: { line: 0, character: 12 },
  });
  expect(beside).toMatchObject({ uri: ruleUri, range: { start: { line: 6, character: 8 } } });
  const inUse = await ask<Location | null>("textDocument/definition", appUri, { position: { line: 0, character: 28 } });
  expect(inUse).toMatchObject({ uri: ruleUri, range: { start: { line: 1 } } });
  expect(await ask("textDocument/definition", appUri, { position: { line: 0, character: 0 } })).toBe(null);
});

describe("lenses", () => {
  const titles = async (): Promise<string[]> =>
    (await ask<CodeLens[]>("textDocument/codeLens", ruleUri)).map(({ command }) => command?.title ?? "");

  it("count matches in the workspace, open documents before the disk, without the example", async () => {
    const files: Record<string, string> = {
      "/w/app.py": "f(1)\n",
      "/w/lib/a.py": "f(1)\nf(2)\n",
      "/w/rules/x.py": "# ruleid: no-f\nf(3)\nf(4)\n",
    };
    await start({ files });
    client.open(appUri, "f(1)\nf(2)\nf(3)\n");
    client.open(ruleUri, `${rules}${rule("no-g", "g()")}`);
    await expect
      .poll(titles)
      .toEqual([
        "5 matches in this workspace",
        "example: 1 of 1 as marked, 1 found and not marked",
        "no matches in this workspace",
        "example: marks nothing of this rule",
      ]);
    expect(client.lensRefreshes()).toBeGreaterThan(0);
    const found = await client.connection.sendRequest<{ places: Location[] }>("kingsnake/rulePlaces", {
      uri: ruleUri,
      id: "no-f",
      kind: "matches",
    });
    expect(found.places.map(({ uri, range }) => `${uri.slice(9)}:${range.start.line}`)).toEqual([
      "/app.py:0",
      "/app.py:1",
      "/app.py:2",
      "/lib/a.py:0",
      "/lib/a.py:1",
    ]);
    // An edit of code counts that file again, an edit of a rule that rule.
    client.change(appUri, 2, { text: "g()\n" });
    await expect
      .poll(titles, { timeout: 5000 })
      .toEqual(expect.arrayContaining(["2 matches in this workspace", "1 match in this workspace"]));
    client.change(ruleUri, 2, { text: `${rules.replace("f($X)", "f(2)")}${rule("no-g", "g()")}` });
    await expect
      .poll(titles, { timeout: 5000 })
      .toEqual(expect.arrayContaining(["1 match in this workspace", "1 match in this workspace"]));
  });

  it("count all matches of a rule that matches everything, and keep some to be shown", async () => {
    await start({ files: { "/w/a.py": "f(1)\n".repeat(1500), "/w/b.py": "f(1)\n" } });
    client.open(ruleUri, rules);
    await expect.poll(titles).toEqual(["1501 matches in this workspace", "no example beside it"]);
    const asked = { uri: ruleUri, id: "no-f", kind: "matches" };
    const found = await client.connection.sendRequest<{ places: Location[] }>("kingsnake/rulePlaces", asked);
    expect(found.places).toHaveLength(1000);
  });

  it("say when a rule does not run", async () => {
    await start();
    client.open(ruleUri, rules.replace("f($X)", "f($X"));
    await expect.poll(titles).toEqual(["does not run: see its errors"]);
  });

  it("lead other editors to the first place", async () => {
    await start({ files: { "/w/a.py": "f(1)\n" } });
    client.open(ruleUri, rules);
    await expect.poll(titles).toEqual(["1 match in this workspace", "no example beside it"]);
    const [lens] = await ask<CodeLens[]>("textDocument/codeLens", ruleUri);
    const places = await client.connection.sendRequest<Location[]>("workspace/executeCommand", {
      command: lens?.command?.command,
      arguments: lens?.command?.arguments,
    });
    expect(places.map(({ uri }) => uri)).toEqual(["file:///w/a.py"]);
  });
});

describe("examples", () => {
  const example = "# ruleid: no-f\nf(1)\n# ruleid: no-f\nx\n# ok: no-f\nf(2)\nf(3)\n";
  const faults = ["3:0 Expected no-f", "5:0 no-f found here, although", "6:0 no-f found here and not marked"];
  const faultsOf = async (uri: string): Promise<string[]> =>
    shown((await client.pullItems(uri)).filter(({ code }) => code === "example"));

  it("are judged by the rules on disk, and by those on the screen", async () => {
    await start({ files: { "/w/rules/x.yaml": rules } });
    client.open(exampleUri, example);
    await expect
      .poll(() => faultsOf(exampleUri))
      .toEqual(faults.map((fault) => expect.stringContaining(fault) as string));
    client.open(ruleUri, rules.replace("f($X)", "g($X)"));
    await expect
      .poll(() => faultsOf(exampleUri))
      .toEqual([expect.stringContaining("1:0 Expected no-f"), expect.stringContaining("3:0 Expected no-f")]);
    const before = client.refreshes();
    client.change(ruleUri, 2, { text: rules });
    await waitFor("a refresh", () => client.refreshes() > before);
    await expect.poll(() => faultsOf(exampleUri)).toHaveLength(3);
  });

  it("complete the ids of the rules beside them", async () => {
    await start({ files: { "/w/rules/x.yaml": rules + rule("no-g", "g()") } });
    const { text, position } = cursorIn("# ruleid: no-f, n^\nx\n");
    client.open(exampleUri, text);
    await client.pullItems(exampleUri);
    const labels = async (): Promise<string[]> =>
      (await ask<CompletionItem[]>("textDocument/completion", exampleUri, { position })).map(({ label }) => label);
    await expect.poll(labels).toEqual(["no-g"]);
  });

  it("are no matter of other Python files", async () => {
    await start({ files: { "/w/rules/x.yaml": rules } });
    client.open(appUri, "# ruleid: no-f\nx\n");
    expect(await faultsOf(appUri)).toEqual([]);
  });
});

describe("rules in use", () => {
  const setup: TestSetup = { files: { "/w/rules/x.yaml": rules, "/w/kingsnake.toml": 'rules = ["rules"]' } };
  const codes = async (): Promise<string> => (await client.pullItems(appUri)).map(({ code }) => code).join();

  it("count as they stand on the screen, once they are free of errors", async () => {
    await start({ ...setup, capabilities: pulling });
    client.open(appUri, "f(1)\ng(1)\n");
    expect(await codes()).toBe("no-f");
    client.open(ruleUri, rules);
    client.change(ruleUri, 2, { text: rules + rule("no-g", "g(") });
    await expect.poll(async () => (await client.pullItems(ruleUri)).length).toBeGreaterThan(0);
    expect(await codes()).toBe("no-f");
    client.change(ruleUri, 3, { text: rules + rule("no-g", "g($X)") });
    await expect.poll(codes).toBe("no-f,no-g");
    client.close(ruleUri);
    await expect.poll(codes).toBe("no-f");
  });
});
