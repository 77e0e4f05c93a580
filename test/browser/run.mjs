// Runs the browser bundle of the server in a Web Worker in Chromium: node test/browser/run.mjs
// dist/ must be built. Where there is no Chromium, the suite says so and counts nothing as passed.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";
import { findChromium, repository } from "../../scripts/editor/paths.mjs";

const dist = join(repository, "dist");
const contentTypes = { ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

/** Serves dist/ below /dist/ and an empty page for everything else. */
async function serve() {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (!path.startsWith("/dist/")) {
      response.setHeader("content-type", "text/html").end("<!doctype html><title>Kingsnake</title>");
      return;
    }
    try {
      const content = await readFile(join(dist, path.slice("/dist/".length)));
      response.setHeader("content-type", contentTypes[extname(path)] ?? "application/octet-stream").end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/** Runs in the page: starts the worker and speaks the protocol with it. */
function startClient(initializationOptions) {
  const worker = new Worker("/dist/server/browser.js");
  const waiting = new Map();
  let nextId = 1;
  const post = (message) => worker.postMessage({ jsonrpc: "2.0", ...message });
  worker.onmessage = ({ data }) => {
    if (data.method === undefined) {
      waiting.get(data.id)?.(data.error ?? data.result);
      waiting.delete(data.id);
    } else if (data.id !== undefined) {
      post({
        id: data.id,
        result: data.method === "workspace/configuration" ? data.params.items.map(() => null) : null,
      });
    }
  };
  const request = (method, params) =>
    new Promise((resolve) => {
      waiting.set(nextId, resolve);
      post({ id: nextId++, method, params });
    });
  const notify = (method, params) => post({ method, params });
  const capabilities = {
    workspace: { configuration: true },
    textDocument: {
      diagnostic: {},
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      hover: { contentFormat: ["markdown"] },
    },
  };
  globalThis.client = { request, notify };
  return request("initialize", { processId: null, rootUri: null, capabilities, initializationOptions }).then(
    (result) => {
      notify("initialized", {});
      return result;
    },
  );
}

const textDocument = { uri: "vscode-vfs://github/someone/project/app.py" };
const text = "import yaml\n\n\ndef read(f):\n    return yaml.load(f)\n";

/** @type {Record<string, (call: (method: string, params?: unknown) => Promise<any>) => Promise<void>>} */
const tests = {
  "finds a defect in a document that is no file": async (call) => {
    await call("!textDocument/didOpen", { textDocument: { ...textDocument, languageId: "python", version: 1, text } });
    const { items } = await call("textDocument/diagnostic", { textDocument });
    assert.equal(items.length, 1);
    assert.match(items[0].code, /yaml/u);
    assert.equal(items[0].range.start.line, 4);
  },
  "offers a fix and an explanation": async (call) => {
    const position = { line: 4, character: 16 };
    const range = { start: position, end: position };
    const actions = await call("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
    assert.match(JSON.stringify(actions[0].edit), /safe_load/u);
    const hover = await call("textDocument/hover", { textDocument, position });
    assert.match(hover.contents.value, /yaml/u);
  },
  "follows what is typed": async (call) => {
    const start = { line: 5, character: 0 };
    const typed = "import subprocess\nsubprocess.call(input(), shell=True)\n";
    const change = {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [{ range: { start, end: start }, text: typed }],
    };
    await call("!textDocument/didChange", change);
    const { items } = await call("textDocument/diagnostic", { textDocument });
    assert.deepEqual(
      items.map((item) => item.range.start.line),
      [4, 6],
    );
  },
  "knows the built-in rules": async (call) => {
    const rules = await call("kingsnake/rules");
    assert.ok(rules.length >= 40, `${rules.length} rules`);
    const page = await call("kingsnake/rulePage", { id: rules[0].id });
    assert.match(page.markdown, /^# /u);
  },
  "scans nothing, because there is nothing within reach, and lives on": async (call) => {
    const result = await call("kingsnake/scanWorkspace", {});
    assert.equal(result.cancelled, false);
    assert.equal(await call("shutdown"), null);
  },
};

async function runAll(page, origin, initializationOptions) {
  const counts = { passed: 0, failed: 0 };
  await page.goto(origin);
  await page.evaluate(startClient, initializationOptions);
  const call = (method, params) =>
    page.evaluate(
      ([name, argument]) =>
        name.startsWith("!")
          ? globalThis.client.notify(name.slice(1), argument)
          : globalThis.client.request(name, argument),
      [method, params],
    );
  for (const [name, run] of Object.entries(tests)) {
    try {
      await within(20_000, run(call));
      counts.passed++;
      console.log(`ok     ${name}`);
    } catch (error) {
      counts.failed++;
      console.log(`FAILED ${name}\n  ${String(error).replaceAll("\n", "\n  ")}`);
    }
  }
  return counts;
}

function within(milliseconds, work) {
  const silence = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds).unref();
  });
  return Promise.race([work, silence]);
}

async function main() {
  const executablePath = findChromium();
  if (executablePath === undefined || !existsSync(executablePath)) {
    console.log("The browser's tests are skipped: there is no Chromium (on Debian: apt-get install chromium).");
    return { passed: 0, failed: 0 };
  }
  if (!existsSync(join(dist, "server", "browser.js"))) {
    console.error("dist/server/browser.js is not built: run npm run build first.");
    return { passed: 0, failed: 1 };
  }
  const { origin, close } = await serve();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  try {
    const page = await browser.newPage();
    page.on("console", (message) => console.log(`       ${message.text()}`));
    // As the extension starts it, and as any other page would.
    const given = await runAll(page, origin, { distUri: `${origin}/dist` });
    const found = await runAll(page, origin, undefined);
    return { passed: given.passed + found.passed, failed: given.failed + found.failed };
  } finally {
    await browser.close();
    close();
  }
}

const { passed, failed } = await main();
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
