// Our built-in rules as Semgrep can run them: those that use nothing but its own published syntax.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { root } from "./paths.mjs";
import { scratchFolder } from "./project.mjs";

const ownKeys = new Set(["from", "acquire", "release", "escape"]);
const sharedModes = new Set([undefined, "search", "taint"]);

/** @returns {{ folder: string, taken: number, all: number }} */
export function semgrepRules() {
  const folder = join(scratchFolder(), "semgrep-rules");
  mkdirSync(folder, { recursive: true });
  const rules = ruleFiles(join(root, "rules")).flatMap((path) => parse(readFileSync(path, "utf8"))?.rules ?? []);
  const taken = rules.filter((rule) => sharedModes.has(rule.mode) && !usesOwnKey(rule));
  // In one file: Semgrep prefixes rule ids with paths otherwise.
  writeFileSync(join(folder, "rules.yaml"), stringify({ rules: taken }));
  return { folder, taken: taken.length, all: rules.length };
}

function ruleFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.startsWith(join(root, "rules", "models")))
    .sort();
}

function usesOwnKey(value) {
  if (Array.isArray(value)) return value.some(usesOwnKey);
  if (value === null || typeof value !== "object") return false;
  return Object.entries(value).some(([key, inner]) => ownKeys.has(key) || (key !== "metadata" && usesOwnKey(inner)));
}
