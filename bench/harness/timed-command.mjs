// Runs a command to its end and tells the processor and wall time it took, its children included (Bash's `time`).
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ServerFailure } from "./language-client.mjs";
import { scratchFolder } from "./project.mjs";

const script = 'TIMEFORMAT="%3U %3S %3R"; { time "$@" >/dev/null 2>"$BENCH_STDERR"; } 2>"$BENCH_TIME"';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, accepted: number[], patience: number, env?: Record<string, string> }} how `accepted`: exit
 *   statuses of a run that has done its work; `patience` in seconds
 * @returns {Promise<{ cpu: number, wall: number }>} in seconds
 */
export async function timedCommand(command, args, { cwd, accepted, patience, env }) {
  const folder = mkdtempSync(join(scratchFolder(), "run-"));
  const files = { BENCH_STDERR: join(folder, "stderr"), BENCH_TIME: join(folder, "time") };
  // A group of its own, so that the command's children end with it.
  const child = spawn("bash", ["-c", script, "bash", command, ...args], {
    cwd,
    env: { ...process.env, ...env, ...files },
    stdio: "ignore",
    detached: true,
  });
  let lateAfter = 0;
  const timer = setTimeout(() => {
    lateAfter = patience;
    process.kill(-child.pid, "SIGKILL");
  }, patience * 1000);
  const status = await new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("close", resolve);
  });
  clearTimeout(timer);
  if (lateAfter > 0) throw new ServerFailure(`not done after ${patience} s`);
  if (!accepted.includes(status)) throw new ServerFailure(`exit status ${status}: ${lastLine(files.BENCH_STDERR)}`);
  const [user, system, wall] = readFileSync(files.BENCH_TIME, "utf8").trim().split("\n").at(-1).split(" ").map(Number);
  return { cpu: user + system, wall };
}

function lastLine(file) {
  try {
    return readFileSync(file, "utf8").trim().split("\n").at(-1);
  } catch {
    return "it could not be started";
  }
}
