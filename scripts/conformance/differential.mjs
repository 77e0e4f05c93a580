// Our findings against Semgrep's, with the same rules over real code.
import { spawnSync } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, root, shown } from "../../bench/harness/paths.mjs";
import { ensureProject, removeScratchFolder } from "../../bench/harness/project.mjs";
import { ourAnswers, semgrepAnswers } from "./answers.mjs";
import { sharedRules } from "./rule-set.mjs";
import { measureBoth } from "./timing.mjs";

const corpora = ["neutron", "nova", "django", "sqlalchemy"];
/** Of (rule, file, line), in per cent. */
const wantedShare = 99;
/** Semgrep does not look at larger files, in bytes, unless it is told to. */
const largestRead = 1_000_000;

/**
 * @param {{ corpus?: string[], rule?: string[], timing?: boolean, limit?: string }} options
 * @returns {Promise<boolean>} whether enough is equal
 */
export async function runDifferential({ corpus, rule, timing, limit = rule === undefined ? "3" : "1000" }) {
  const rules = sharedRules(rule);
  const built = spawnSync(process.execPath, ["scripts/build.mjs", "--production"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0 || rules.length === 0) return complain(rules.length === 0 ? "no such rule" : "no build");
  try {
    const all = [];
    for (const name of corpus ?? corpora) {
      const rows = await compareCorpus(name, rules);
      printRows(name, rows, Number(limit));
      all.push(...rows);
    }
    const share = equalShare(all);
    console.log(
      `\nAll: ${total(all, "both")} equal, ${share.toFixed(2)} % of all findings; ${wantedShare} % are wanted`,
    );
    if (timing) await measureBoth(rules);
    return share >= wantedShare;
  } finally {
    removeScratchFolder();
  }
}

function complain(what) {
  console.error(what);
  return false;
}

/** @typedef {{ id: string, both: string[], ours: string[], theirs: string[] }} Row */

/** @returns {Promise<Row[]>} a row a rule; details go into a file */
async function compareCorpus(name, rules) {
  const folder = ensureProject(name);
  const theirs = await semgrepAnswers(name, folder, rules);
  const ours = await ourAnswers(folder, rules);
  for (const refused of theirs.refused) console.log(`Semgrep refuses ${refused.split("\n")[0]}`);
  for (const refused of ours.refused) console.log(`we refuse ${refused}`);
  const timeouts = [...theirs.answers].flatMap(([id, answer]) => answer.timeouts.map((file) => `${id} ${file}`));
  if (timeouts.length > 0)
    console.log(`Semgrep gave up on ${timeouts.length} pairs of rule and file, which do not count`);
  const isRead = (file) => statSync(join(folder, file)).size <= largestRead;
  const rows = rules.map(({ id }) => compareRule(id, ours.answers.get(id), theirs.answers.get(id), isRead));
  const details = join(cache, "conformance", `differential-${name}.json`);
  mkdirSync(join(cache, "conformance"), { recursive: true });
  writeFileSync(details, JSON.stringify({ rows, timeouts, refused: { ours: ours.refused, theirs: theirs.refused } }));
  console.log(`${name}: details are in ${shown(details)}`);
  return rows;
}

function compareRule(id, ours, theirs, isRead) {
  const counts = (place) => {
    const file = place.slice(0, place.lastIndexOf(":"));
    return !theirs.timeouts.includes(file) && isRead(file);
  };
  const mine = new Set(ours.places.filter(counts));
  const semgreps = new Set(theirs.places.filter(counts));
  return {
    id,
    both: [...mine].filter((place) => semgreps.has(place)),
    ours: [...mine].filter((place) => !semgreps.has(place)),
    theirs: [...semgreps].filter((place) => !mine.has(place)),
  };
}

const total = (rows, key) => rows.reduce((sum, row) => sum + row[key].length, 0);
const differences = (row) => row.ours.length + row.theirs.length;

function equalShare(rows) {
  const both = total(rows, "both");
  const all = both + total(rows, "ours") + total(rows, "theirs");
  return all === 0 ? 100 : (100 * both) / all;
}

function printRows(name, rows, limit) {
  const differing = rows.filter((row) => differences(row) > 0).sort((a, b) => differences(b) - differences(a));
  for (const row of differing) {
    const counts = [row.both, row.ours, row.theirs].map((places) => String(places.length).padStart(6)).join("");
    console.log(`${row.id.padEnd(44)}${counts}`);
    for (const place of row.ours.slice(0, limit)) console.log(`    only ours      ${place}`);
    for (const place of row.theirs.slice(0, limit)) console.log(`    only Semgrep's ${place}`);
  }
  const silent = rows.filter((row) => row.both.length + differences(row) === 0).length;
  console.log(
    `${name}: ${total(rows, "both")} equal, ${total(rows, "ours")} only ours, ${total(rows, "theirs")} only Semgrep's: ` +
      `${equalShare(rows).toFixed(2)} % equal; ${differing.length} of ${rows.length} rules differ, ${silent} find nothing`,
  );
}
