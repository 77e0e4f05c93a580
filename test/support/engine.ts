/** Engines for tests, on the real parser and rules. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Models } from "../../server/src/models/model.js";
import { mergeModels, readModels } from "../../server/src/models/read-models.js";
import { createReviewEngine, type WasmBinaries } from "../../server/src/review/create-engine.js";
import { defaultConfiguration, type ReviewOptions } from "../../server/src/review/configuration.js";
import type { ReviewEngine, RuleFile } from "../../server/src/review/engine.js";

export const repository = path.resolve(import.meta.dirname, "../..");

/** The parser's wasm files from the installed packages. */
export function readBinaries(): WasmBinaries {
  const read = (file: string): Uint8Array => readFileSync(path.join(repository, "node_modules", file));
  return {
    runtime: read("web-tree-sitter/web-tree-sitter.wasm"),
    python: read("tree-sitter-python/tree-sitter-python.wasm"),
  };
}

/** All files below `folder` with this ending, sorted. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The built-in rule files, with paths relative to the repository. */
export function builtInRuleFiles(): RuleFile[] {
  return filesBelow(path.join(repository, "rules"), ".yaml")
    .filter((file) => !file.includes(`${path.sep}models${path.sep}`))
    .map((file) => ({ path: path.relative(repository, file), text: readFileSync(file, "utf8") }));
}

/** What the package says of libraries. */
export function builtInModels(): Models {
  const files = filesBelow(path.join(repository, "rules/models"), ".yaml");
  return mergeModels(files.map((file) => readModels(file, readFileSync(file, "utf8")).models));
}

/** An engine with the given rules, or the built-in ones. */
export function createTestEngine(ruleFiles: readonly RuleFile[] = builtInRuleFiles()): Promise<ReviewEngine> {
  return createReviewEngine(readBinaries(), ruleFiles, { models: builtInModels() });
}

/** Options under which every finding is shown, test code or not. */
export const showAll: ReviewOptions = { ...defaultConfiguration, minimumFlowConfidence: "low", testFiles: [] };
