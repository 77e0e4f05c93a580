/** Every file below a folder, whatever its kind, for commands that pair files by their names. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { FileProblem } from "../../review/ports.js";
import { fileProblem } from "./file-problem.js";

const leftOut = new Set(["node_modules", "__pycache__"]);

/** The files below `folder`, sorted, without hidden ones and installed packages. Links to folders are not followed. */
export function listFiles(folder: string): readonly string[] | FileProblem {
  try {
    return filesBelow(folder).sort();
  } catch (error) {
    return fileProblem(folder, error);
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".") || leftOut.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
