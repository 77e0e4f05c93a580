/** The files that the build puts beside the bundles, fetched from where they are served. */
import type { RuleFile } from "../../review/engine.js";

export interface Assets {
  readonly binaries: { readonly runtime: Uint8Array; readonly python: Uint8Array };
  /** The built-in rules. */
  readonly ruleFiles: readonly RuleFile[];
}

/** Fetches the parser and the built-in rules from `folder`, a URL without a slash at its end. */
export async function fetchAssets(folder: string): Promise<Assets> {
  const [runtime, python, rules] = await Promise.all(
    ["web-tree-sitter.wasm", "tree-sitter-python.wasm", "rules.json"].map((name) => fetchFile(`${folder}/${name}`)),
  );
  if (runtime === undefined || python === undefined || rules === undefined) throw new Error("An asset is missing.");
  const ruleFiles = JSON.parse(new TextDecoder().decode(rules)) as RuleFile[];
  return { binaries: { runtime, python }, ruleFiles };
}

async function fetchFile(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
