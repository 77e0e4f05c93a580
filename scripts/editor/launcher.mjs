#!/usr/bin/env node
// Stands in for the VS Code executable that @vscode/test-electron starts: takes the same flags, runs the workbench of
// code-server in Chromium, and ends with the suite's exit status.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { pageAddress, startCodeServer } from "./codeServer.mjs";
import { installChromium, installCodeServer } from "./install.mjs";
import { quietSettings, windowSize } from "./settings.mjs";

/** How long the suite may run at all. Mocha's own limits are for one test. */
const limit = Number(process.env.KINGSNAKE_EDITOR_TIMEOUT ?? 300_000);

async function main() {
  const flags = process.argv.slice(2);
  const valueOf = (name) => flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
  const folder = flags.find((flag) => !flag.startsWith("-"));
  const suite = valueOf("extensionTestsPath");
  const extension = valueOf("extensionDevelopmentPath");
  if (!folder || !suite || !extension) {
    throw new Error("usage: launcher.mjs FOLDER --extensionDevelopmentPath=PATH --extensionTestsPath=PATH");
  }

  await installCodeServer();
  const executablePath = await installChromium();
  const home = mkdtempSync(join(tmpdir(), "kingsnake-editor-"));
  const server = await startCodeServer({ home, settings: quietSettings });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  try {
    const page = await browser.newPage({ viewport: windowSize });
    page.on("console", (message) => printIfVerbose(`[workbench] ${message.text()}`));
    const exited = new Promise((settle) => {
      void page.exposeFunction("codeAutomationExit", (code) => settle(code));
      page.once("crash", () => settle(3));
    });
    await page.exposeFunction("codeAutomationLog", (type, args) =>
      printIfVerbose(`[${type}] ${[args].flat().join(" ")}`),
    );
    await page.goto(
      pageAddress(server.address, { folder: resolve(folder), extension: resolve(extension), suite: resolve(suite) }),
    );
    const timeout = new Promise((settle) => {
      setTimeout(() => {
        console.error(`The suite did not end within ${limit / 1000} s.`);
        settle(4);
      }, limit).unref();
    });
    return await Promise.race([exited, timeout]);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** KINGSNAKE_EDITOR_VERBOSE shows what workbench and extension host write to their consoles; much of it is noise. */
function printIfVerbose(line) {
  if (process.env.KINGSNAKE_EDITOR_VERBOSE) console.log(line);
}

main().then(
  (code) => process.exit(typeof code === "number" ? code : 0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
