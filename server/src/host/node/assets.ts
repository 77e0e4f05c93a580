/** The files that the build puts beside the bundles. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Models } from "../../models/model.js";
import type { RuleFile } from "../../review/engine.js";

export interface Assets {
  readonly binaries: { readonly runtime: Uint8Array; readonly python: Uint8Array };
  /** The built-in rules, read when they are first asked for. */
  readonly ruleFiles: readonly RuleFile[];
  /** What libraries do; read when it is first asked for, which a review of one file does not. */
  readonly models: () => Models;
}

/** Reads the parser, the built-in rules and the models from the folder of the bundles. */
export function loadAssets(directory: string): Assets {
  let models: Models | undefined;
  let ruleFiles: readonly RuleFile[] | undefined;
  return {
    binaries: {
      runtime: readFileSync(join(directory, "web-tree-sitter.wasm")),
      python: readFileSync(join(directory, "tree-sitter-python.wasm")),
    },
    get ruleFiles() {
      return (ruleFiles ??= JSON.parse(readFileSync(join(directory, "rules.json"), "utf8")) as RuleFile[]);
    },
    models: () => (models ??= JSON.parse(readFileSync(join(directory, "models.json"), "utf8")) as Models),
  };
}

/** Tells what is installed in a folder of bundles apart from other builds of the same version. */
export function buildOf(directory: string, version: string): string {
  const parts = ["commands.cjs", "server/server.cjs", "rules.json", "models.json"].map((name) => {
    const stats = statSync(join(directory, name), { throwIfNoEntry: false });
    return stats === undefined ? "-" : `${stats.size}.${Math.trunc(stats.mtimeMs)}`;
  });
  return [version, ...parts].join(" ");
}
