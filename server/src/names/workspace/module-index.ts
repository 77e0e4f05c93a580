/**
 * Which file is the module of a dotted name. Any folder may be a root of the search path: the name fits if the path ends in its parts. What
 * fits is narrowed down by where the question is asked, as Python's own search begins at the script's folder.
 */
import { fileKey, indexKey } from "./read-keys.js";
import { isStandardModule } from "./python-names.js";
import type { ProjectFiles } from "./project-files.js";
import type { Reads } from "./workspace-types.js";

export interface ModuleIndex {
  readonly files: ProjectFiles;
  /** Paths by the last part of the module's name. */
  readonly byLast: Map<string, Set<string>>;
  /** How many files each name of a module or folder is found in. */
  readonly rootCounts: Map<string, number>;
}

export function createModuleIndex(files: ProjectFiles): ModuleIndex {
  return { files, byLast: new Map(), rootCounts: new Map() };
}

/** The parts of the name that a file has as a module, seen from the project's root; undefined if it is none. */
function moduleParts(path: string): readonly string[] | undefined {
  if (!path.endsWith(".py")) return undefined;
  const parts = path.slice(0, -3).split("/");
  if (parts[parts.length - 1] === "__init__") parts.pop();
  return parts.length === 0 ? undefined : parts;
}

/** Takes a file in or out; gives the keys of what that changes. */
export function updateModules(index: ModuleIndex, path: string, isThere: boolean): string[] {
  const parts = moduleParts(path);
  if (parts === undefined) return [];
  const changed: string[] = [];
  const last = parts[parts.length - 1] ?? "";
  const paths = index.byLast.get(last) ?? new Set();
  if (isThere) paths.add(path);
  else paths.delete(path);
  if (paths.size === 0) index.byLast.delete(last);
  else index.byLast.set(last, paths);
  for (let start = 0; start < parts.length; start++) changed.push(indexKey("module", parts.slice(start).join(".")));
  for (const part of new Set(parts)) {
    const before = index.rootCounts.get(part) ?? 0;
    const after = before + (isThere ? 1 : -1);
    if (after === 0) index.rootCounts.delete(part);
    else index.rootCounts.set(part, after);
    if (before === 0 || after === 0) changed.push(indexKey("root", part));
  }
  return changed;
}

/** Whether the project has any file or folder of that name, so that modules below it may be its own. */
export function mayBeProject(index: ModuleIndex, first: string, reads: Reads): boolean {
  reads(indexKey("root", first));
  return index.rootCounts.has(first);
}

/** Paths that may be the module of that name, whoever asks; sorted. */
export function moduleCandidates(index: ModuleIndex, name: string): readonly string[] {
  const suffix = `/${name.replaceAll(".", "/")}`;
  const paths = index.byLast.get(name.slice(name.lastIndexOf(".") + 1)) ?? [];
  const found: string[] = [];
  for (const path of paths) if (rootOf(path, suffix) !== undefined) found.push(path);
  return found.sort();
}

/** The folder that must be on the search path for the file to be the module; "" is the project's root. */
function rootOf(path: string, suffix: string): string | undefined {
  const stem = `/${path.endsWith("/__init__.py") ? path.slice(0, -12) : path.slice(0, -3)}`;
  return stem.endsWith(suffix) ? stem.slice(1, Math.max(1, stem.length - suffix.length)) : undefined;
}

/** The file that is the module of a dotted name, as asked in the file at `from`. */
export function findModule(index: ModuleIndex, name: string, from: string, reads: Reads): string | undefined {
  reads(indexKey("module", name));
  const suffix = `/${name.replaceAll(".", "/")}`;
  const hasParts = name.includes(".");
  const folder = folderOf(from);
  const isStandard = isStandardModule(hasParts ? name.slice(0, name.indexOf(".")) : name);
  let best: { readonly path: string; readonly rank: number } | undefined;
  for (const path of moduleCandidates(index, name)) {
    const root = rootOf(path, suffix);
    // A file does not import itself.
    if (root === undefined || path === from) continue;
    const rank = rankOf(index, { root, folder, hasParts, isStandard }, reads);
    if (rank === undefined) continue;
    // A package hides a module of its name.
    const isBetter = best === undefined || rank < best.rank || (rank === best.rank && path.endsWith("/__init__.py"));
    if (isBetter) best = { path, rank };
  }
  return best?.path;
}

interface Question {
  /** Folder that would have to be on the search path. */
  readonly root: string;
  /** Folder of the file that asks. */
  readonly folder: string;
  /** Whether the name has several parts; then it is hardly the name of something else. */
  readonly hasParts: boolean;
  /** Whether the standard library has a module of that name. */
  readonly isStandard: boolean;
}

/** How well a root fits, less is better; undefined if it does not. Folders around the file that asks come first, the nearest before others. */
function rankOf(
  index: ModuleIndex,
  { root, folder, hasParts, isStandard }: Question,
  reads: Reads,
): number | undefined {
  const isAround = contains(root, folder);
  const isNear = isAround || contains(folderOf(root), folder);
  if (!isAround && isStandard) return undefined;
  if (!isNear && !hasParts) return undefined;
  const package_ = root === "" ? "__init__.py" : `${root}/__init__.py`;
  reads(fileKey("file", package_));
  const depth = root === "" ? 0 : root.split("/").length;
  if (!index.files.has(package_)) return isAround ? ranks.around - depth : (isNear ? ranks.near : ranks.far) + depth;
  // A folder that is a package is no root, unless it is all of the project, or that of a script that imports its neighbour.
  if (root === "") return ranks.package;
  return root === folder && !isStandard ? ranks.neighbour : undefined;
}

/** No path is a thousand folders deep. */
const ranks = { around: 1000, package: 2000, neighbour: 3000, near: 4000, far: 5000 };

/** Whether a folder is, or lies in, another. */
function contains(outer: string, inner: string): boolean {
  return outer === "" || inner === outer || inner.startsWith(`${outer}/`);
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The file of a module by its place: a folder and names below it. */
export function moduleAt(
  index: ModuleIndex,
  folder: string,
  parts: readonly string[],
  reads: Reads,
): string | undefined {
  const stem = [...(folder === "" ? [] : [folder]), ...parts].join("/");
  const candidates = parts.length === 0 ? [] : [`${stem}.py`];
  for (const path of [stem === "" ? "__init__.py" : `${stem}/__init__.py`, ...candidates]) {
    reads(fileKey("file", path));
    if (index.files.has(path)) return path;
  }
  return undefined;
}

/** The file of a module in folders that are no packages, by its dotted name, whoever asks. */
export function moduleOfFolder(index: ModuleIndex, name: string, reads: Reads): string | undefined {
  return mayBeProject(index, name.slice(0, name.indexOf(".")), reads) ? findModule(index, name, "", reads) : undefined;
}
