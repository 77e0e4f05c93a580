// Installs npm dependencies where they are missing. Only Node's own modules are imported: on a fresh clone there are no others.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Installs when nothing is installed or when the lock file has changed since; false when npm could not. Not `npm ci`: it
 * refuses a lock file that lacks other platforms' optional packages, which is what npm writes where a registry does not
 * have them.
 */
export function installDependencies() {
  const lock = join(root, "package-lock.json");
  const installed = join(root, "node_modules", ".package-lock.json");
  if (existsSync(installed) && (!existsSync(lock) || sameDependencies(lock, installed))) return true;
  console.log("Installing npm dependencies ...");
  const parameters = ["install", "--no-audit", "--no-fund"];
  return (
    spawnSync("npm", parameters, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status === 0
  );
}

function sameDependencies(lock, installed) {
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const present = packagesOf(installed);
  return Object.entries(packagesOf(lock)).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}
