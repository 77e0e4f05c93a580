// npm test: installs what is missing, builds, and runs every suite. The last line sums all of them up as
// "N passed, N failed", with ", N skipped" where there are such. A suite that cannot run on this machine is named, and
// counts neither as passed nor as run. KINGSNAKE_SUITES names the suites to run, as "unit" or "editor,browser".
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies } from "./install-dependencies.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The status with which a suite says that it cannot run on this machine; its last line tells why. */
const cannotRun = 77;

/** From a suite's name to what runs it and gives its totals: { passed, failed, skipped, absent }. */
const suites = {
  unit: runVitest,
  editor: () => runOwnRunner(join("test", "editor", "run.mjs")),
  browser: () => runOwnRunner(join("test", "browser", "run.mjs")),
};

async function main() {
  if (!installDependencies()) return fail("npm could not install the dependencies.");
  const build = await run([join("scripts", "build.mjs")]);
  if (build.status !== 0) return fail("The build failed.");

  const wanted = (process.env.KINGSNAKE_SUITES ?? Object.keys(suites).join(",")).split(",");
  const total = { passed: 0, failed: 0, skipped: 0 };
  const absent = [];
  for (const name of wanted) {
    console.log(`\n== ${name}`);
    const result = await suites[name]();
    for (const count of Object.keys(total)) total[count] += result[count] ?? 0;
    if (result.absent !== undefined) absent.push(`${name}: ${result.absent}`);
  }
  console.log("");
  for (const reason of absent) console.log(`not run: ${reason}`);
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function fail(complaint) {
  console.error(complaint);
  console.log("0 passed, 1 failed");
  return 1;
}

async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), "kingsnake-totals-"));
  const report = join(folder, "report.json");
  try {
    const vitest = join("node_modules", "vitest", "vitest.mjs");
    const { status } = await run([vitest, "run"], { KINGSNAKE_TEST_REPORT: report });
    return sumVitest(report, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not be loaded has no tests in the report, but must not go unnoticed. */
function sumVitest(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const totals = JSON.parse(readFileSync(report, "utf8"));
  const unloaded = totals.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = totals.numFailedTests + unloaded.length;
  return {
    passed: totals.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: totals.numPendingTests + totals.numTodoTests,
  };
}

/** A suite that prints "N passed, N failed" itself. */
async function runOwnRunner(script) {
  if (!existsSync(join(root, script))) return { absent: `there is no ${script}` };
  const { status, output } = await run([script]);
  const lines = output.trimEnd().split("\n");
  if (status === cannotRun) return { absent: lines.at(-1) };
  const sum = lines.map((line) => /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(line)).findLast(Boolean);
  if (!sum) return { failed: 1 };
  const [passed, failed, skipped] = sum.slice(1).map((number) => Number(number ?? 0));
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
}

/** Runs a Node script, shows what it prints, and gives its status and output. */
function run(parameters, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on("error", (error) => resolve({ status: 1, output: error.message }));
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

process.exitCode = await main();
