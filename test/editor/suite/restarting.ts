import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as vscode from "vscode";
import { closeAndDelete, findings, openFile, placeCursor, type, waitFor, waitForFinding } from "./helpers.js";

const name = "restarting.py";
const defect = "import subprocess\nsubprocess.call(input(), shell=True)\n";

describe("the server's life", () => {
  afterEach(() => closeAndDelete(name));

  it("findings come back after Restart, and typing works as before", async () => {
    const editor = await openFile(name, defect);
    const { uri } = editor.document;
    await waitForFinding(uri, /shell/u);
    await vscode.commands.executeCommand("kingsnake.restart");
    await waitForFinding(uri, /shell/u);
    placeCursor(editor, 2, 0);
    await type("subprocess.call(input(), shell=True)");
    await waitFor("the second finding", () => findings(uri, /shell/u).length === 2);
  });

  it("survives impatience: Restart twice at once", async () => {
    const { document } = await openFile(name, defect);
    await Promise.all([
      vscode.commands.executeCommand("kingsnake.restart"),
      vscode.commands.executeCommand("kingsnake.restart"),
    ]);
    await waitForFinding(document.uri, /shell/u);
    assert.equal(serverProcesses().length, process.platform === "linux" ? 1 : 0);
  });

  it("Restart replaces a server that hangs", async function () {
    if (process.platform !== "linux") this.skip();
    const { document } = await openFile(name, defect);
    await waitForFinding(document.uri, /shell/u);
    const [hanging] = serverProcesses();
    assert.ok(hanging);
    process.kill(hanging, "SIGSTOP");
    await vscode.commands.executeCommand("kingsnake.restart");
    await waitForFinding(document.uri, /shell/u);
    await waitFor("the end of the old one", () => !serverProcesses().includes(hanging));
  });

  it("is started again when it dies", async function () {
    if (process.platform !== "linux") this.skip();
    const { document } = await openFile(name, defect);
    await waitForFinding(document.uri, /shell/u);
    const killed = killServer();
    await waitFor("another server", () => serverProcesses().some((pid) => pid !== killed));
    await waitForFinding(document.uri, /shell/u);
  });

  it("stays down after five deaths in a row, until Restart", async function () {
    if (process.platform !== "linux") this.skip();
    this.timeout(60_000);
    const { document } = await openFile(name, defect);
    await vscode.commands.executeCommand("kingsnake.restart");
    for (let death = 0; death < 5; death++) {
      await waitFor(`a server for death ${String(death + 1)}`, () => serverProcesses().length === 1);
      const killed = killServer();
      await waitFor("its death", () => !serverProcesses().includes(killed));
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.deepEqual(serverProcesses(), [], "it was not started again");
    await vscode.commands.executeCommand("notifications.clearAll");
    await vscode.commands.executeCommand("kingsnake.restart");
    await waitForFinding(document.uri, /shell/u);
  });
});

function killServer(): number {
  const [pid] = serverProcesses();
  assert.ok(pid, "the server is a child of the extension host");
  process.kill(pid, "SIGKILL");
  return pid;
}

/** The language servers among this extension host's children, found as Linux shows them. */
function serverProcesses(): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/u.test(entry))
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
        return (
          parent === String(process.pid) &&
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("dist/server/node.cjs")
        );
      } catch {
        return false; // It ended while we looked.
      }
    })
    .map(Number);
}
