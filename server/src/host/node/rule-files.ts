/** Rule files that people name: a YAML file, or a folder with some. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RuleFile } from "../../review/engine.js";
import type { FileProblem } from "../../review/ports.js";
import { fileProblem } from "./file-problem.js";

/** The rule files at `path`, sorted, under their absolute paths; in folders those that end in .yaml or .yml. */
export function readRuleFiles(path: string): readonly RuleFile[] | FileProblem {
  try {
    if (!statSync(path).isDirectory()) return [{ path, text: readFileSync(path, "utf8") }];
    const files = yamlFilesBelow(path).sort();
    if (files.length === 0)
      return { path, kind: "missing", message: "there are no rules (*.yaml, *.yml) in this folder" };
    return files.map((file) => ({ path: file, text: readFileSync(file, "utf8") }));
  } catch (error) {
    return fileProblem(path, error);
  }
}

function yamlFilesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : yamlFilesBelow(path);
    return /\.ya?ml$/.test(entry.name) && !entry.name.startsWith(".") ? [path] : [];
  });
}
