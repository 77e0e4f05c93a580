// Ruff, Bandit and Semgrep, each from PyPI into a virtual environment of its own under .cache/, so that what they depend
// on does not clash and what is missing for one does not stop the others.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cache } from "./paths.mjs";

/**
 * The peer's executable, installed when it is not there yet; undefined where it cannot be had.
 * @param {"ruff" | "bandit" | "semgrep"} name
 * @returns {string | undefined}
 */
export function ensurePeer(name) {
  const folder = join(cache, "peers", name);
  const executable = join(folder, "bin", name);
  if (existsSync(executable)) return executable;
  mkdirSync(folder, { recursive: true });
  const installed =
    run("python3", ["-m", "venv", folder]) &&
    run(join(folder, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", name]);
  if (installed && existsSync(executable)) return executable;
  rmSync(folder, { recursive: true, force: true });
  return undefined;
}

/** @param {string} executable @returns {string} such as "1.9.4" */
export function versionOf(executable) {
  const { stdout } = spawnSync(executable, ["--version"], {
    encoding: "utf8",
    env: { ...process.env, SEMGREP_ENABLE_VERSION_CHECK: "0" },
  });
  return /\d+(\.\d+)+/.exec(stdout ?? "")?.[0] ?? "of an unknown version";
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}
