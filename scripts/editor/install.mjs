// Puts a real VS Code where none can be downloaded: the one that the npm package code-server carries, built into
// .vscode-test/, and Debian's Chromium to drive it. Run twice, the second run does nothing.
//
//   node scripts/editor/install.mjs              both
//   node scripts/editor/install.mjs --no-browser code-server only (enough for `npm start`)
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { codeServerEntry, codeServerHome, codeServerVersion, findChromium } from "./paths.mjs";

/** Written last, so that an installation that was interrupted is started over. */
const doneMarker = join(codeServerHome, ".installed");

/** Something that the editor needs and that could not be installed here; its message is for the person who runs this. */
export class EditorUnavailable extends Error {
  name = "EditorUnavailable";
}

/** Installs code-server unless it is there already, and returns the path of its entry script. */
export async function installCodeServer() {
  if (existsSync(doneMarker) && existsSync(codeServerEntry)) return codeServerEntry;
  console.log(
    `Installing code-server ${codeServerVersion} into .vscode-test/ (about 600 MB, a minute or two, once) ...`,
  );
  rmSync(codeServerHome, { recursive: true, force: true });
  mkdirSync(codeServerHome, { recursive: true });
  writeFileSync(join(codeServerHome, "package.json"), JSON.stringify({ name: "editor", private: true }));

  // code-server's own postinstall refuses root, so its steps are taken one by one. node-pty is left out: it does not
  // build everywhere, and only the terminal needs it.
  const vscode = join(codeServerHome, "node_modules", "code-server", "lib", "vscode");
  await npm(codeServerHome, ["install", "--ignore-scripts", `code-server@${codeServerVersion}`]);
  await npm(vscode, ["install", "--ignore-scripts", "--omit=dev"]);
  await npm(join(vscode, "extensions"), ["install", "--ignore-scripts", "--omit=dev"]);
  await npm(vscode, ["rebuild", "@vscode/spdlog", "native-watchdog", "@parcel/watcher", "@vscode/deviceid"]);
  rmSync(join(vscode, "node_modules.asar"), { recursive: true, force: true });
  symlinkSync("node_modules", join(vscode, "node_modules.asar"));
  await npm(codeServerHome, ["rebuild", "argon2"]);
  await run(process.execPath, [codeServerEntry, "--version"]).catch((error) => {
    throw new EditorUnavailable(`code-server was installed, but does not start:\n${error.message}`);
  });

  await linkRipgrep(vscode);
  writeFileSync(doneMarker, new Date().toISOString());
  console.log("code-server is installed.");
  return codeServerEntry;
}

/** Returns the path of a Chromium, which is installed from Debian first when there is none and we are root. */
export async function installChromium() {
  const found = findChromium();
  if (found) return found;
  if (!canInstallPackages()) {
    throw new EditorUnavailable(
      "Chromium is missing. Install it (Debian: apt-get install chromium) or name one in KINGSNAKE_CHROMIUM.",
    );
  }
  await installPackage("chromium");
  const installed = findChromium();
  if (!installed) throw new EditorUnavailable("apt-get installed chromium, but no /usr/bin/chromium appeared.");
  return installed;
}

/**
 * Gives code-server the ripgrep of the system, since its own is a download that may be out of reach. Without one, the
 * editor works, but its search, Quick Open and activation by `workspaceContains` do not.
 */
async function linkRipgrep(vscode) {
  const own = join(vscode, "node_modules", "@vscode", "ripgrep", "bin", "rg");
  if (existsSync(own)) return;
  if (!findInPath("rg") && canInstallPackages()) await installPackage("ripgrep").catch(() => undefined);
  const system = findInPath("rg");
  if (!system) {
    console.log("ripgrep is missing: the editor's file search will not work (Debian: apt-get install ripgrep).");
    return;
  }
  mkdirSync(dirname(own), { recursive: true });
  symlinkSync(system, own);
}

function findInPath(name) {
  const candidates = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return candidates.find((path) => existsSync(path));
}

function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

async function installPackage(name) {
  console.log(`Installing Debian's ${name} ...`);
  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", name]);
  try {
    await install();
  } catch {
    // The package lists of a fresh container are empty or stale.
    await run("apt-get", ["update"]);
    await install();
  }
}

async function npm(folder, args) {
  if (!existsSync(join(folder, "package.json"))) {
    throw new EditorUnavailable(`code-server ${codeServerVersion} lacks the folder ${folder}`);
  }
  try {
    await run(
      process.platform === "win32" ? "npm.cmd" : "npm",
      [...args, "--no-audit", "--no-fund", "--no-progress"],
      folder,
    );
  } catch (error) {
    throw new EditorUnavailable(
      `"npm ${args.join(" ")}" failed while installing code-server (its native modules need python3, make and g++):\n${error.message}`,
    );
  }
}

/** Runs a command quietly; what it printed is shown only if it fails. */
function run(command, args, folder) {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 64 << 20, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${stdout}\n${stderr}`.trim().split("\n").slice(-30).join("\n") || error.message));
      else resolve(stdout);
    });
  });
}

async function main() {
  await installCodeServer();
  if (!process.argv.includes("--no-browser")) await installChromium();
  const { version } = JSON.parse(
    readFileSync(join(codeServerHome, "node_modules", "code-server", "package.json"), "utf8"),
  );
  console.log(`The editor is ready: code-server ${version}.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(error instanceof EditorUnavailable ? error.message : error);
    process.exitCode = 1;
  });
}
