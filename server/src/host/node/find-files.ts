/** Finds the files of a project, in the same order on every machine. Symbolic links are not followed. */
import { existsSync, lstatSync, readdirSync, statSync, type Dirent } from "node:fs";
import { join, relative, sep } from "node:path";
import picomatch from "picomatch";
import type { FileProblem } from "../../review/ports.js";
import { fileProblem } from "./file-problem.js";
import { enterFolder, ignoreFileNames, isIgnored, type IgnoreScope } from "./ignore-files.js";

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Which files are looked for: Python source, or also whatever else is small enough to be written by people. */
export type WantedFiles = "python" | "text";

/** What one folder gave: its files, and what could not be looked at. */
export interface FoundFolder {
  readonly files: readonly FoundFile[];
  readonly problems: readonly FileProblem[];
}

/** Folders that hold other people's code or none, wherever they are. */
const foreignFolders = new Set([
  ".git",
  ".hg",
  ".svn",
  ".tox",
  ".nox",
  ".eggs",
  "node_modules",
  "__pycache__",
  "site-packages",
]);

/** Its presence makes a folder a virtual environment (PEP 405). */
const environmentMarker = "pyvenv.cfg";

/**
 * Walks `start`, one folder a step. Ignore files count from `root` down, and `exclude` holds globs relative to `root`.
 * `start` itself is looked at whatever they say, because somebody has named it.
 */
export function* findSourceFiles(
  start: string,
  root: string,
  exclude: readonly string[],
  wanted: WantedFiles = "python",
): Generator<FoundFolder> {
  const isExcluded = exclude.length === 0 ? () => false : compileExclusions(exclude);
  const waiting: Folder[] = [{ path: start, prefix: prefixOf(root, start), scope: scopeAbove(root, start) }];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = listFolder(folder.path);
    if (!Array.isArray(entries)) {
      yield { files: [], problems: [entries] };
      continue;
    }
    const names = entries.map((entry) => entry.name);
    if (folder.path !== start && names.includes(environmentMarker)) continue;
    const scope = enterFolder(folder.path, folder.prefix, names, folder.scope);
    const { files, folders, problems } = sortEntries(
      folder,
      entries,
      (path) => isIgnored(scope, path) || isExcluded(path),
      wanted,
    );
    for (const name of folders.reverse()) {
      waiting.push({ path: join(folder.path, name), prefix: `${folder.prefix}${name}/`, scope });
    }
    yield { files, problems };
  }
}

/** Whether a name is that of Python source. */
export function isPythonName(name: string): boolean {
  return name.endsWith(".py") || name.endsWith(".pyi") || name.endsWith(".pyw");
}

interface Folder {
  readonly path: string;
  /** Path from the root with a slash at the end; "" for the root. */
  readonly prefix: string;
  readonly scope: IgnoreScope | undefined;
}

function listFolder(path: string): Dirent[] | FileProblem {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return fileProblem(path, error);
  }
}

function sortEntries(
  folder: Folder,
  entries: readonly Dirent[],
  isLeftOut: (path: string) => boolean,
  wanted: WantedFiles,
): { files: FoundFile[]; folders: string[]; problems: FileProblem[] } {
  const files: FoundFile[] = [];
  const folders: string[] = [];
  const problems: FileProblem[] = [];
  for (const entry of entries) {
    const kind = kindOf(folder.path, entry);
    if (kind === "folder" && !foreignFolders.has(entry.name)) {
      if (!isLeftOut(`${folder.prefix}${entry.name}/`)) folders.push(entry.name);
    } else if (kind === "file" && isWanted(entry.name, wanted) && !isLeftOut(folder.prefix + entry.name)) {
      const found = measure(join(folder.path, entry.name));
      if ("size" in found && (isPythonName(entry.name) || found.size <= largestText)) files.push(found);
      else if ("size" in found) continue;
      else problems.push(found);
    }
  }
  return { files, folders, problems };
}

/** In bytes. Larger files that are no Python are data. */
const largestText = 1_000_000;

function isWanted(name: string, wanted: WantedFiles): boolean {
  return wanted === "text" || isPythonName(name);
}

/** Some file systems do not tell the kind with the name. */
function kindOf(folder: string, entry: Dirent): "file" | "folder" | "other" {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket()) return "other";
  const stat = lstatSync(join(folder, entry.name), { throwIfNoEntry: false });
  if (stat?.isFile() === true) return "file";
  return stat?.isDirectory() === true ? "folder" : "other";
}

function measure(path: string): FoundFile | FileProblem {
  try {
    return { path, size: statSync(path).size };
  } catch (error) {
    return fileProblem(path, error);
  }
}

function prefixOf(root: string, folder: string): string {
  const path = relative(root, folder).split(sep).join("/");
  return path === "" ? "" : `${path}/`;
}

/** The ignore files between the root and a folder, without its own; none of them where they leave the folder out. */
function scopeAbove(root: string, start: string): IgnoreScope | undefined {
  const steps = prefixOf(root, start).split("/").slice(0, -1);
  let scope: IgnoreScope | undefined;
  let folder = root;
  let prefix = "";
  for (const step of steps) {
    const present = ignoreFileNames.filter((name) => existsSync(join(folder, name)));
    scope = enterFolder(folder, prefix, present, scope);
    folder = join(folder, step);
    prefix = `${prefix}${step}/`;
    if (isIgnored(scope, prefix)) return undefined;
  }
  return scope;
}

/** A glob leaves out what it matches, and everything below a folder that it matches. */
function compileExclusions(globs: readonly string[]): (path: string) => boolean {
  const matches = picomatch(
    globs.map((glob) => glob.replace(/^\.?\//, "").replace(/\/(\*\*)?$/, "")),
    { dot: true },
  );
  return (path) => matches(path.replace(/\/$/, ""));
}
