/** Hover, completion, and the pages of rules. */
import { afterEach, describe, expect, it } from "vitest";
import type { CompletionItem, Hover } from "vscode-languageserver-protocol";
import { startTestClient, type TestClient, type TestSetup } from "./harness.js";

const uri = "file:///w/a.py";
let client: TestClient;

afterEach(() => client.stop());

/** Asks about the place of `|` in the text. */
async function ask<T>(method: string, text: string, setup: TestSetup = {}): Promise<T> {
  client = await startTestClient(setup);
  const before = text.slice(0, text.indexOf("|")).split("\n");
  client.open(uri, text.replace("|", ""));
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return client.connection.sendRequest(method, { textDocument: { uri }, position });
}

const hover = (text: string, setup?: TestSetup) => ask<Hover | null>("textDocument/hover", text, setup);

describe("hover", () => {
  it("explains the finding under the mouse in Markdown", async () => {
    expect(await hover("x = ev|al(y)\n")).toEqual({
      contents: {
        kind: "markdown",
        value: [
          "**Use of eval** · error, low confidence",
          "eval runs code.",
          "Because it is so.",
          "**What to do.** Do not.",
          "[CWE-95](https://cwe.mitre.org/data/definitions/95.html), [CWE-477](https://cwe.mitre.org/data/definitions/477.html)",
          "[no-eval](https://kingsnake.dev/rules/no-eval) · silence with `# kingsnake: ignore[no-eval] reason`",
        ].join("\n\n"),
      },
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 9 } },
    });
  });

  it("leads to the page inside of our own client", async () => {
    const found = await hover("|eval(y)\n", { initializationOptions: { distUri: "x" } });
    expect(JSON.stringify(found)).toContain("command:kingsnake.showRule?%5B%22no-eval%22%5D");
  });

  it("is plain text where no Markdown is shown, and nothing where nothing is found", async () => {
    const found = await hover("|eval(y)\n", { capabilities: { textDocument: { diagnostic: {} } } });
    expect(found?.contents).toMatchObject({ kind: "plaintext" });
    await client.stop();
    expect(await hover("pas|s\neval(x)")).toBeNull();
    await client.stop();
    expect(await hover("|")).toBeNull();
  });
});

describe("completion", () => {
  async function check(text: string, expected: readonly string[]): Promise<void> {
    const items = await ask<CompletionItem[]>("textDocument/completion", text);
    const sorted = [...items].sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
    expect(sorted.map(({ label }) => label)).toEqual(expected);
  }

  it("offers rules inside of our comments, those with findings first", async () => {
    await check("yaml.load(x)  # kingsnake: ignore[|\n", ["yaml-load", "md5", "no-eval"]);
    await client.stop();
    await check("yaml.load(x)  # kingsnake: ignore[md5, ya|]\n", ["yaml-load", "no-eval"]);
    await client.stop();
    await check("# kingsnake: ignore-file[|]\n", ["md5", "no-eval", "yaml-load"]);
  });

  it("offers what our comments can say", () => check("x  # kingsnake: |", ["ignore-file", "ignore"].reverse()));

  it("offers nothing elsewhere", async () => {
    await check("x = ignore[|]\n", []);
    await client.stop();
    await check("# kingsnake: ignore[x] |\n", []);
  });
});

describe("rules", () => {
  it("are listed and have pages", async () => {
    client = await startTestClient({
      files: { "/w/own/a.yaml": "mine" },
      settings: { "file:///w": { rules: { paths: ["own"] } } },
    });
    const rules = await client.connection.sendRequest<{ id: string }[]>("kingsnake/rules");
    expect(rules.map(({ id }) => id)).toEqual(["no-eval", "yaml-load", "md5", "word-mine"]);
    expect(rules[1]).toEqual({
      id: "yaml-load",
      title: "Use of yaml.load",
      topic: "injection",
      severity: "info",
      confidence: "high",
      cwe: ["CWE-95"],
      hasFix: true,
    });
    const page = await client.connection.sendRequest<{ markdown: string }>("kingsnake/rulePage", { id: "word-mine" });
    expect(page.markdown).toMatch(/^# Use of mine\n\n`word-mine` · custom/);
    for (const params of [{ id: "nothing" }, { id: 3 }, {}]) {
      expect(await client.connection.sendRequest("kingsnake/rulePage", params)).toBeNull();
    }
  });
});
