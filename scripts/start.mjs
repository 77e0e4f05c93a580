// npm start [-- PATH]: installs what is missing, builds, and opens a real VS Code with the extension on the example
// project or on PATH. Only Node's own modules are imported up here: on a fresh clone there are no others yet.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const onWindows = process.platform === "win32";
const oldestNode = 20;

async function main() {
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    throw new Problem(`Kingsnake needs Node ${oldestNode} or newer; this is ${process.version}.`);
  }
  const target = resolve(process.argv[2] ?? join(root, "examples", "vulnerable-shop"));
  if (!existsSync(target)) throw new Problem(`There is no ${target}.`);
  installDependencies();
  run(process.execPath, [join(root, "scripts", "build.mjs")], "The build failed.");

  if (openInstalled(target)) return;
  if (await openDownloaded(target)) return;
  await serveInBrowser(target);
}

/** Something that a person can do something about; shown without a stack. */
class Problem extends Error {}

/**
 * Installs when nothing is installed or when the lock file has changed since. Not `npm ci`: it refuses a lock file that
 * lacks other platforms' optional packages, which is what npm writes where a registry does not have them.
 */
function installDependencies() {
  const lock = join(root, "package-lock.json");
  const installed = join(root, "node_modules", ".package-lock.json");
  if (existsSync(installed) && (!existsSync(lock) || sameDependencies(lock, installed))) return;
  console.log("Installing npm dependencies ...");
  const npm = onWindows ? "npm.cmd" : "npm";
  run(npm, ["install", "--no-audit", "--no-fund"], "npm could not install the dependencies.");
}

function sameDependencies(lock, installed) {
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const wanted = packagesOf(lock);
  const present = packagesOf(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

function run(command, args, complaint) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: onWindows && command.endsWith(".cmd"),
  });
  if (status !== 0) throw new Problem(complaint);
}

/** Opens the VS Code that is installed; false when there is none. */
function openInstalled(target) {
  const names = onWindows ? ["code.cmd"] : ["code"];
  const found = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (!found) return false;
  const flags = ["--new-window", `--extensionDevelopmentPath=${root}`, target];
  const quoted = onWindows ? flags.map((flag) => `"${flag}"`) : flags;
  const { status } = spawnSync(onWindows ? `"${found}"` : found, quoted, { stdio: "inherit", shell: onWindows });
  if (status !== 0) return false;
  console.log(`Opened ${target} in VS Code.`);
  return true;
}

/** Downloads the desktop VS Code (once) and opens it; false when that can't be done here. */
async function openDownloaded(target) {
  const { canShowWindows, tryDownload } = await import("./editor/choose.mjs");
  if (!canShowWindows()) return false;
  console.log("No VS Code is installed; downloading one into .vscode-test/ ...");
  const executable = await tryDownload();
  if (executable === undefined) {
    console.log("It could not be downloaded.");
    return false;
  }
  const home = join(root, ".vscode-test", "start");
  mkdirSync(home, { recursive: true });
  const flags = [
    ...[`--extensionDevelopmentPath=${root}`, `--user-data-dir=${join(home, "user-data")}`],
    ...[`--extensions-dir=${join(home, "extensions")}`, "--skip-welcome", "--disable-workspace-trust"],
    // Chromium's sandbox refuses root, as in a container.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    target,
  ];
  console.log(`Opening ${target}. Close the window to end.`);
  const editor = spawn(executable, flags, { stdio: "ignore" });
  const status = await new Promise((settle) => {
    editor.once("error", () => settle(1));
    editor.once("exit", settle);
  });
  return status === 0;
}

/** Serves the VS Code that code-server carries until Ctrl-C. */
async function serveInBrowser(target) {
  const { installCodeServer } = await import("./editor/install.mjs");
  const { pageAddress, startCodeServer } = await import("./editor/codeServer.mjs");
  const { quietSettings } = await import("./editor/settings.mjs");
  await installCodeServer();
  const server = await startCodeServer({ home: join(root, ".vscode-test", "start"), settings: quietSettings });
  const isFile = statSync(target).isFile();
  const folder = isFile ? dirname(target) : target;
  const files = isFile ? [target] : somePythonFile(target);
  const page = pageAddress(server.address, { folder, extension: root, files });

  // The page's own address names half of the machine; this one can be typed.
  const door = createServer((_, answer) => answer.writeHead(302, { location: page }).end());
  await new Promise((settle) => door.listen(0, "127.0.0.1", settle));
  console.log(
    `\nVS Code with Kingsnake on ${target}:\n\n    http://127.0.0.1:${door.address().port}/\n\nCtrl-C ends it.`,
  );

  const signalled = new Promise((settle) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, settle);
  });
  await Promise.race([signalled, server.ended]);
  door.close();
  door.closeAllConnections();
  await server.stop();
}

/** A file to begin with: the example's most instructive one, nothing in another project. */
function somePythonFile(folder) {
  const example = join(folder, "shop", "orders.py");
  return existsSync(example) && readdirSync(folder).includes("kingsnake.toml") ? [example] : [];
}

main().catch((error) => {
  console.error(error instanceof Problem || error.name === "EditorUnavailable" ? error.message : error);
  process.exitCode = 1;
});
