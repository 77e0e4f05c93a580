/** Rule files as the package ships them: read and compiled when it is built, so that nobody waits for it at start. */
import { compileRules } from "../analyses/search/compile-rules.js";
import type { PatternTree } from "../matching/compile-pattern.js";
import { loadRules } from "../rules/load-rules.js";
import { createPythonParser, type WasmBinaries } from "../syntax/python-parser.js";
import type { RuleFile } from "./engine.js";

/** The files in their shipped form, and what is wrong with them, as "path:line:column: message". */
export async function precompileRules(
  binaries: WasmBinaries,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<{ files: readonly RuleFile[]; problems: readonly string[] }> {
  const python = await createPythonParser(binaries);
  const problems: string[] = [];
  const compiled = files.map(({ path, text }): RuleFile => {
    const loaded = loadRules(path, text);
    const { trees, problems: broken } = compileRules(python, loaded.rules, new Map());
    for (const { line, character, message } of loaded.problems) {
      problems.push(`${path}:${line + 1}:${character + 1}: ${message}`);
    }
    for (const { rule, message } of broken) problems.push(`${path}: ${rule.id}: ${message}`);
    return { path, loaded, patterns: Object.fromEntries([...trees].filter(([, tree]) => isPlainData(tree))) };
  });
  return { files: compiled, problems };
}

/** Whether a pattern survives JSON; a regular expression does not. */
function isPlainData(tree: PatternTree): boolean {
  return !JSON.stringify(tree).includes('"string-regex"');
}
