// Runs the suite in a real VS Code: node test/editor/run.mjs
// The extension must be built. KINGSNAKE_VSCODE chooses the editor: "download" (desktop, by @vscode/test-electron),
// "code-server", or the path of an executable; without it, a download is tried when there is a display or a way to
// make one, and code-server is taken otherwise. KINGSNAKE_EXTENSION names another folder to take the extension from,
// such as an unpacked package, and KINGSNAKE_EDITOR_GREP the tests to run.
import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { chooseEditor } from "../../scripts/editor/choose.mjs";
import { editorCache, repository } from "../../scripts/editor/paths.mjs";

const extension = process.env.KINGSNAKE_EXTENSION ?? repository;

/** Enough files for a scan that takes long enough to be cancelled. */
const manyFiles = 1500;

async function main() {
  if (!existsSync(join(extension, "dist", "client", "node.cjs"))) {
    console.error("The extension is not built: run npm run build first.");
    return { passed: 0, failed: 1 };
  }
  const work = mkdtempSync(join(tmpdir(), "kingsnake-suite-"));
  const report = join(work, "report.jsonl");
  try {
    writeFileSync(report, "");
    const stopTail = printAsItGrows(report);
    await runTests({
      vscodeExecutablePath: await chooseEditor(),
      extensionDevelopmentPath: extension,
      extensionTestsPath: await bundleSuite(),
      extensionTestsEnv: { KINGSNAKE_EDITOR_REPORT: report },
      launchArgs: [makeWorkspace(work), "--disable-extensions"],
    }).catch((error) => {
      // Failed tests are in the report; anything else is news.
      if (!/code 1\b|\d+ failed/u.test(String(error))) console.error(error);
    });
    stopTail();
    return summarise(report);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function bundleSuite() {
  const outfile = join(editorCache, "suite", "index.cjs");
  await build({
    entryPoints: [join(repository, "test", "editor", "suite", "index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    // So that import() of mocha, which is an ES module, is kept.
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}

/** A copy of the folder that the suite works in, so that the repository stays clean, and many dull files beside it. */
function makeWorkspace(work) {
  const folder = join(work, "workspace");
  cpSync(join(repository, "test", "editor", "workspace"), folder, { recursive: true });
  const filler = join(folder, "filler");
  mkdirSync(filler);
  for (let file = 0; file < manyFiles; file++) {
    const functions = Array.from({ length: 20 }, (_, n) => `def f${n}(a, b):\n    c = a + b * ${n}\n    return c\n`);
    writeFileSync(join(filler, `module_${file}.py`), functions.join("\n\n"));
  }
  return folder;
}

function readReport(report) {
  return readFileSync(report, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Prints each test as it ends; the suite takes a minute, and silence is unsettling. */
function printAsItGrows(report) {
  let printed = 0;
  const print = () => {
    const news = readReport(report).slice(printed);
    printed += news.length;
    for (const entry of news) {
      if (entry.state === "passed") console.log(`  ok    ${entry.title} (${entry.duration} ms)`);
      if (entry.state === "figure") console.log(`  time  ${entry.title}: ${entry.duration} ms`);
      if (entry.state === "skipped") console.log(`  skip  ${entry.title}`);
      if (entry.state === "failed") console.log(`  FAIL  ${entry.title}\n${indent(entry.error)}`);
    }
  };
  const timer = setInterval(print, 200);
  return () => {
    clearInterval(timer);
    print();
  };
}

function indent(text) {
  return text.replace(/^/gmu, "        ");
}

function summarise(report) {
  const entries = readReport(report);
  const count = (state) => entries.filter((entry) => entry.state === state).length;
  const ended = count("end") === 1;
  if (!ended) console.error("The suite did not run to its end.");
  return { passed: count("passed"), failed: count("failed") + (ended ? 0 : 1) };
}

const result = await main().catch((error) => {
  console.error(error.message);
  return { passed: 0, failed: 1 };
});
console.log(`editor: ${result.passed} passed, ${result.failed} failed`);
process.exit(result.failed === 0 ? 0 : 1);
