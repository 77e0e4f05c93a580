/** Rule files as the package ships them: read and compiled when it is built, so that nobody waits for it at start. */
import type { RegexFacts } from "../base/regex/compile-regex.js";
import { factsKey, type RuleRegex } from "../analyses/search/compile-leaf.js";
import { compileRules } from "../analyses/search/compile-rules.js";
import { longestWord, type PatternTree } from "../matching/compile-pattern.js";
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
    const { trees, regexes, problems: broken } = compileRules(python, loaded.rules, new Map());
    for (const { line, character, message } of loaded.problems) {
      problems.push(`${path}:${line + 1}:${character + 1}: ${message}`);
    }
    for (const { rule, message } of broken) problems.push(`${path}: ${rule.id}: ${message}`);
    const patterns = Object.fromEntries([...trees].map(([text, tree]) => [text, toPlainData(tree)]));
    return { path, loaded, patterns, regexes: factsOf(regexes) };
  });
  return { files: compiled, problems };
}

/** A pattern as it survives JSON: of regular expressions their source. */
function toPlainData(tree: PatternTree): PatternTree {
  const hasRegexes = JSON.stringify(tree).includes('"string-regex"');
  return { ...tree, hasRegexes, requiredWord: longestWord(tree) };
}

function factsOf(regexes: readonly RuleRegex[]): Readonly<Record<string, RegexFacts>> {
  const facts: Record<string, RegexFacts> = {};
  for (const { regex } of regexes) facts[factsKey(regex.source, regex.flags)] = regex.facts();
  return facts;
}
