// node scripts/corpora.mjs [NAME...]: fetches real Python into .corpora/, for tests and the bench: packages of Debian
// with `apt-get download` and `dpkg -x` (nothing is installed), and the library of the python3 that is on PATH.
// What is there already stays as it is. Nothing that is fetched is ever executed.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const corporaFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), ".corpora");

/** From a corpus to what puts its folder's content in place; the key is also the folder's name. */
const fetchers = {
  neutron: (folder) => fetchDebianPackage("neutron", folder),
  nova: (folder) => fetchDebianPackage("nova", folder),
  django: (folder) => fetchDebianPackage("django", folder),
  sqlalchemy: (folder) => fetchDebianPackage("sqlalchemy", folder),
  stdlib: (folder) => copyStandardLibrary(folder),
};

export const corpusNames = Object.keys(fetchers);

/**
 * The folder that holds the corpus, fetched when it is not there yet; for neutron it holds `neutron/agent/...`, for
 * stdlib `asyncio/...`. Undefined, with a line on stderr that says why, where the corpus cannot be had.
 * @param {string} name
 * @returns {string | undefined}
 */
export function ensureCorpus(name) {
  const folder = join(corporaFolder, name);
  if (existsSync(folder)) return folder;
  const fetch = fetchers[name];
  if (fetch === undefined) return missing(name, `there is no corpus of this name, only ${corpusNames.join(", ")}`);
  mkdirSync(corporaFolder, { recursive: true });
  const unfinished = mkdtempSync(join(corporaFolder, ".unfinished-"));
  try {
    const content = join(unfinished, name);
    mkdirSync(content);
    fetch(content);
    renameSync(content, folder);
  } catch (error) {
    // Somebody else may have fetched it in the meantime, then the rename fails and theirs is as good.
    if (!existsSync(folder)) return missing(name, error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function missing(name, why) {
  console.error(`corpus ${name} cannot be had: ${why}`);
  return undefined;
}

/** Python 3 packages of Debian are called python3-NAME and keep their code in dist-packages/NAME. */
function fetchDebianPackage(name, folder) {
  const debianName = `python3-${name}`;
  const scratch = dirname(folder);
  if (!download(debianName, scratch)) {
    run("apt-get", ["update"], scratch);
    if (!download(debianName, scratch)) throw new Error(`apt-get cannot download ${debianName}`);
  }
  const archive = readdirSync(scratch).find((file) => file.endsWith(".deb"));
  if (archive === undefined) throw new Error(`apt-get left no archive of ${debianName}`);
  const unpacked = join(scratch, "unpacked");
  if (!run("dpkg", ["-x", archive, unpacked], scratch)) throw new Error(`dpkg cannot unpack ${archive}`);
  cpSync(join(unpacked, "usr", "lib", "python3", "dist-packages", name), join(folder, name), { recursive: true });
}

function download(debianName, scratch) {
  return run("apt-get", ["download", debianName], scratch);
}

function run(command, args, cwd) {
  return spawnSync(command, args, { cwd, stdio: "ignore" }).status === 0;
}

/** Only sources are copied: compiled caches and what pip has installed are not Python's own. */
function copyStandardLibrary(folder) {
  const asked = spawnSync("python3", ["-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"], {
    encoding: "utf8",
  });
  if (asked.status !== 0) throw new Error("there is no python3 on PATH");
  const foreign = new Set(["site-packages", "dist-packages", "__pycache__"]);
  const isOwnSource = (path) => !foreign.has(basename(path)) && (extname(path) === ".py" || isFolder(path));
  cpSync(asked.stdout.trim(), folder, { recursive: true, filter: isOwnSource });
}

/** False for links that lead nowhere, too. */
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const asked = process.argv.slice(2);
  const folders = (asked.length === 0 ? corpusNames : asked).map((name) => ensureCorpus(name));
  for (const folder of folders) if (folder !== undefined) console.log(folder);
  process.exitCode = folders.includes(undefined) ? 1 : 0;
}
