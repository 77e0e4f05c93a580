/** The language server's runtime on Node: assets beside the bundle, files on disk. */
import { setImmediate } from "node:timers/promises";
import { URI } from "vscode-uri";
import { version } from "../../../package.json";
import { buildOf, loadAssets } from "../host/node/assets.js";
import { createGarbageCollector } from "../host/node/heap-growth.js";
import { cacheFolder, createProjectCache } from "../host/node/project-cache.js";
import { createProjectFiles } from "../host/node/project-files.js";
import type { ServerRuntime } from "../lsp/runtime.js";
import { createReviewEngine } from "../review/create-engine.js";
import { sharedParser } from "../review/shared-parser.js";
import { today } from "./today.js";

/** Cells of notebooks belong to the project of their notebook's file. */
const schemesOnDisk = new Set(["file", "vscode-notebook-cell"]);

/** `directory` is the folder with the wasm files and the rules. */
export function createNodeRuntime(directory: string): ServerRuntime {
  return {
    loadEngineFactory: async () => {
      await Promise.resolve();
      const assets = loadAssets(directory);
      // Other threads compile the parser while ours reads the rules; whoever needs it hears of a failure.
      sharedParser(assets.binaries).catch(() => undefined);
      const { binaries, ruleFiles, models } = assets;
      return (rules, company) =>
        createReviewEngine(binaries, company === "alone" ? rules : [...ruleFiles, ...rules], {
          today: today(),
          models,
        });
    },
    files: createProjectFiles(),
    cache: createProjectCache(cacheFolder(process.env, process.platform)),
    build: buildOf(directory, version),
    toPath: (uri) => {
      const parsed = URI.parse(uri);
      return schemesOnDisk.has(parsed.scheme)
        ? parsed.with({ scheme: "file", query: "", fragment: "" }).fsPath
        : undefined;
    },
    toUri: (path) => URI.file(path).toString(),
    yieldToEvents: () => setImmediate(),
    collectGarbage: createGarbageCollector(),
  };
}
