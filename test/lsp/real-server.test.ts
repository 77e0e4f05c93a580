/** The bundle that is shipped, over stdio and IPC, with the real engine. */
import { fork, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
} from "vscode-languageserver-protocol/node";
import { repository } from "../support/engine.js";
import { pulling } from "./harness.js";

const bundle = path.join(repository, "dist/server/node.cjs");
const shop = path.join(repository, "examples/vulnerable-shop");
let child: ChildProcess;

function overStdio(command: string, ...parameters: string[]): ProtocolConnection {
  const started = spawn(command, parameters, { stdio: ["pipe", "pipe", "inherit"] });
  child = started;
  return createProtocolConnection(new StreamMessageReader(started.stdout), new StreamMessageWriter(started.stdin));
}

function overIpc(): ProtocolConnection {
  child = fork(bundle, ["--node-ipc"]);
  return createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
}

/** Reviews a document, scans the example and leaves in good order. */
async function check(connection: ProtocolConnection): Promise<void> {
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const folder = pathToFileURL(shop).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: folder,
    capabilities: pulling,
    workspaceFolders: [{ uri: folder, name: "shop" }],
  });
  await connection.sendNotification("initialized", {});
  const uri = `${folder}/new.py`;
  const text = "import subprocess\nsubprocess.call(c, shell=True)\n";
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "python", version: 1, text },
  });
  const report = await connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  expect(report).toMatchObject({
    kind: "full",
    items: [{ code: "subprocess-shell-true", range: { start: { line: 1 } } }],
  });
  const scanned = await connection.sendRequest<{ files: number; findings: number }>("kingsnake/scanWorkspace", {});
  expect(scanned.files).toBeGreaterThan(5);
  expect(scanned.findings).toBeGreaterThan(5);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect(await ended).toBe(0);
}

describe("the bundle", () => {
  afterEach(() => {
    if (child.exitCode === null) child.kill();
  });

  it("serves over stdio", () => check(overStdio(process.execPath, bundle, "--stdio")));

  it("serves over IPC, as the extension starts it", () => check(overIpc()));

  const cli = path.join(repository, "dist/cli.cjs");
  it.skipIf(!existsSync(cli))("serves as kingsnake lsp --stdio", () =>
    check(overStdio(process.execPath, cli, "lsp", "--stdio")),
  );
});
