// The rules of the differential: the built-in ones that use only Semgrep's syntax, and those of test/conformance/rules/.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { root } from "../../bench/harness/paths.mjs";
import { semgrepRules } from "../../bench/harness/semgrep-rules.mjs";

/** @typedef {{ id: string, hash: string, rule: object }} SharedRule */

/**
 * @param {string[] | undefined} wanted ids; all where there are none
 * @returns {SharedRule[]}
 */
export function sharedRules(wanted) {
  const builtIn = parse(readFileSync(join(semgrepRules().folder, "rules.yaml"), "utf8")).rules;
  const folder = join(root, "test", "conformance", "rules");
  const own = readdirSync(folder).sort();
  const rules = [...builtIn, ...own.flatMap((file) => parse(readFileSync(join(folder, file), "utf8")).rules)];
  const twice = rules.find(({ id }, index) => rules.findIndex((rule) => rule.id === id) !== index);
  // Findings of both would count for both.
  if (twice !== undefined) throw new Error(`two rules are called ${twice.id}`);
  return rules
    .map(withoutMetadata)
    .filter(({ id }) => wanted === undefined || wanted.includes(id))
    .map((rule) => ({ id: rule.id, rule, hash: createHash("sha256").update(JSON.stringify(rule)).digest("hex") }));
}

/** Metadata says among others what we do in test code, which Semgrep knows nothing of. */
function withoutMetadata(rule) {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => key !== "metadata"));
}

/** @param {SharedRule[]} rules @param {string} file */
export function writeRules(rules, file) {
  writeFileSync(file, stringify({ rules: rules.map(({ rule }) => rule) }, { aliasDuplicateObjects: false }));
}
