// What both tools find in a code base with the same rules, as (rule, file, line).
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, productBundle, shown } from "../../bench/harness/paths.mjs";
import { scratchFolder } from "../../bench/harness/project.mjs";
import { askSemgrep, semgrepOptions } from "./semgrep.mjs";
import { writeRules } from "./rule-set.mjs";

/**
 * @typedef {{ places: string[], timeouts: string[] }} RuleAnswer `places` as "file:line", each once; `timeouts` are the
 *   files that Semgrep gave up on
 */

/**
 * Answers are kept by rule, so that a changed rule costs only itself.
 * @param {string} corpus
 * @param {string} folder its copy
 * @param {import("./rule-set.mjs").SharedRule[]} rules
 * @returns {Promise<{ answers: Map<string, RuleAnswer>, refused: string[] }>} by rule id; and what was wrong with rules
 */
export async function semgrepAnswers(corpus, folder, rules) {
  const file = join(cache, "conformance", `semgrep-${corpus}.json`);
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const pending = rules.filter(({ hash }) => known[hash] === undefined);
  if (pending.length > 0) {
    console.log(`Semgrep scans ${corpus} with ${pending.length} rules that it has not been asked yet`);
    const rulesFile = join(scratchFolder(), "pending.yaml");
    writeRules(pending, rulesFile);
    const report = await askSemgrep(rulesFile, folder, semgrepOptions);
    for (const rule of pending) known[rule.hash] = ruleAnswer(rule.id, report);
    mkdirSync(join(cache, "conformance"), { recursive: true });
    writeFileSync(file, JSON.stringify(known));
  }
  const answers = new Map(rules.map(({ id, hash }) => [id, known[hash]]));
  const refused = rules.flatMap(({ id, hash }) => known[hash].refused.map((message) => `${id}: ${message}`));
  return { answers, refused };
}

function ruleAnswer(id, report) {
  const results = report.results.filter((result) => result.check_id === id);
  const errors = report.errors.filter((error) => error.rule_id === id);
  const timeouts = errors.filter((error) => typeof error.type === "string" && /timeout|memory/i.test(error.type));
  const refused = errors.filter((error) => error.path === undefined && !timeouts.includes(error));
  return {
    places: unique(results.map(({ path, start }) => `${path}:${start.line}`)),
    timeouts: unique(timeouts.map((error) => error.path)),
    refused: unique(refused.map((error) => error.message)),
  };
}

const unique = (items) => [...new Set(items)].sort();

/**
 * @param {string} folder
 * @param {import("./rule-set.mjs").SharedRule[]} rules
 * @returns {Promise<{ answers: Map<string, RuleAnswer>, refused: string[] }>}
 */
export async function ourAnswers(folder, rules) {
  if (!existsSync(productBundle)) throw new Error(`there is no ${shown(productBundle)}; npm run build makes it`);
  const rulesFile = join(scratchFolder(), "rules.yaml");
  const output = join(scratchFolder(), "ours.json");
  writeRules(rules, rulesFile);
  const args = [productBundle, "scan", "--rules", rulesFile, "--format", "json", "--output", output, "."];
  await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
    child.on("error", reject);
    child.on("close", resolve);
  });
  const report = JSON.parse(readFileSync(output, "utf8"));
  const answers = new Map(rules.map(({ id }) => [id, { places: [], timeouts: [] }]));
  for (const { ruleId, path, start } of report.findings) answers.get(ruleId)?.places.push(`${path}:${start.line}`);
  for (const answer of answers.values()) answer.places = unique(answer.places);
  const errors = report.problems.filter((problem) => problem.level === "error");
  return { answers, refused: unique(errors.map(({ message, place }) => `${nearestId(rulesFile, place)}: ${message}`)) };
}

/** The rule that a place of the rule file belongs to. */
function nearestId(file, place) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .slice(0, place?.line ?? 0);
  return /id: (.*)/.exec(lines.findLast((line) => /^ {2}- id: /.test(line)) ?? "")?.[1] ?? "?";
}
