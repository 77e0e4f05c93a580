// Semgrep CE as a command that answers in JSON.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensurePeer } from "../../bench/harness/peers.mjs";

export const semgrepArguments = [
  "scan",
  "--metrics=off",
  "--disable-version-check",
  "--no-git-ignore",
  "--no-rewrite-rule-ids",
  "--json",
];

/** For whole code bases. A file that some rules take too long for is not given up for the others. */
export const semgrepOptions = ["--jobs", "1", "--max-memory", "3000", "--timeout-threshold", "0"];

/**
 * The executable that KINGSNAKE_SEMGREP names, else one from PyPI under .cache/.
 * @returns {string}
 */
export function semgrepExecutable() {
  const executable = process.env.KINGSNAKE_SEMGREP ?? ensurePeer("semgrep");
  if (executable === undefined) throw new Error("Semgrep cannot be installed; KINGSNAKE_SEMGREP may name one");
  return executable;
}

/**
 * @param {string} rules a rule file
 * @param {string} folder is scanned as the working directory, so that paths are relative to it
 * @param {string[]} options
 * @returns {Promise<object>} Semgrep's report
 */
export async function askSemgrep(rules, folder, options = []) {
  const output = join(folder, `.semgrep-${process.pid}.json`);
  const args = [...semgrepArguments, ...options, "--config", rules, "--output", output, "."];
  const { status, stderr } = await run(semgrepExecutable(), args, folder);
  try {
    return JSON.parse(readFileSync(output, "utf8"));
  } catch {
    throw new Error(`Semgrep ended with status ${status}:\n${stderr}`);
  } finally {
    rmSync(output, { force: true });
  }
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stderr }));
  });
}
