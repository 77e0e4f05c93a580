/** The files that the build puts beside the bundles. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleFile } from "../../review/engine.js";

export interface Assets {
  readonly binaries: { readonly runtime: Uint8Array; readonly python: Uint8Array };
  /** The built-in rules. */
  readonly ruleFiles: readonly RuleFile[];
}

/** Reads the parser and the built-in rules from the folder of the bundles. */
export function loadAssets(directory: string): Assets {
  return {
    binaries: {
      runtime: readFileSync(join(directory, "web-tree-sitter.wasm")),
      python: readFileSync(join(directory, "tree-sitter-python.wasm")),
    },
    ruleFiles: JSON.parse(readFileSync(join(directory, "rules.json"), "utf8")) as RuleFile[],
  };
}
