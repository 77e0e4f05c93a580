// The projects that are measured on: copies of the corpora outside of this repository, whose .gitignore and configuration
// some of the tools would heed otherwise. Removed when the bench ends.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCorpus } from "../../scripts/corpora.mjs";
import { ServerFailure } from "./language-client.mjs";

/** @type {string | undefined} */
let workspace;

/** A folder of this run's own, for projects and for what the tools write. */
export function scratchFolder() {
  workspace ??= mkdtempSync(join(tmpdir(), "kingsnake-bench-"));
  return workspace;
}

export function removeScratchFolder() {
  if (workspace !== undefined) rmSync(workspace, { recursive: true, force: true });
  workspace = undefined;
}

/** @type {Map<string, string>} */
const projects = new Map();

/**
 * @param {"neutron" | "nova"} name
 * @returns {string} the project's folder, in which the package has a folder of the same name
 */
export function ensureProject(name) {
  const known = projects.get(name);
  if (known !== undefined) return known;
  const corpus = ensureCorpus(name);
  if (corpus === undefined) throw new ServerFailure(`python3-${name} cannot be downloaded from Debian`);
  const folder = join(scratchFolder(), name);
  cpSync(corpus, folder, { recursive: true });
  writeFileSync(join(folder, "kingsnake.toml"), "# The root of the project.\n");
  writeFileSync(
    join(folder, ".semgrepignore"),
    "# Nothing: Semgrep leaves out tests otherwise, and the others do not.\n",
  );
  projects.set(name, folder);
  return folder;
}

/** @param {string} folder @returns {string[]} the paths of all Python files below it, sorted */
export function pythonFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
