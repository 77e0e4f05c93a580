/** The files that the build puts beside the bundles, fetched from where they are served. */
import type { Models } from "../../models/model.js";
import type { RuleFile } from "../../review/engine.js";

export interface Assets {
  readonly binaries: { readonly runtime: Uint8Array; readonly python: Uint8Array };
  /** The built-in rules. */
  readonly ruleFiles: readonly RuleFile[];
  /** What libraries do. */
  readonly models: Models;
}

/** Fetches the parser, the built-in rules and the models from `folder`, a URL without a slash at its end. */
export async function fetchAssets(folder: string): Promise<Assets> {
  const fetchJson = async (name: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await fetchFile(`${folder}/${name}`)));
  const [runtime, python, ruleFiles, models] = await Promise.all([
    fetchFile(`${folder}/web-tree-sitter.wasm`),
    fetchFile(`${folder}/tree-sitter-python.wasm`),
    fetchJson("rules.json"),
    fetchJson("models.json"),
  ]);
  return { binaries: { runtime, python }, ruleFiles: ruleFiles as RuleFile[], models: models as Models };
}

async function fetchFile(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
