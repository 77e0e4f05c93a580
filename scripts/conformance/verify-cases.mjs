// Asks Semgrep whether what the cases expect is true: all of them in one run, each in a folder of its own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { askSemgrep } from "./semgrep.mjs";

/** @typedef {{ entry: object, outcome: object, complaints: string[] }} Answer */

/**
 * @param {object} tests what load-tests.mjs gives
 * @returns {Promise<Answer[]>}
 */
export async function verifyCases(tests) {
  const cases = tests.readCases();
  // Not below the repository, which Semgrep would take for the project that paths are relative to.
  const folder = mkdtempSync(join(tmpdir(), "kingsnake-cases-"));
  try {
    const answers = await answersOf(tests, cases, folder);
    printAnswers(answers);
    return answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run for all, and one for each rule that should be refused, since that ends a run. */
async function answersOf(tests, cases, folder) {
  const isRefused = (entry) => entry.semgrep?.refused ?? entry.refused;
  const refused = cases.filter(isRefused);
  const groups = [cases.filter((entry) => !isRefused(entry)), ...refused.map((entry) => [entry])];
  const answers = [];
  for (const [index, group] of groups.entries()) {
    const place = join(folder, String(index));
    const rules = exportCases(tests, group, place);
    const report = await askSemgrep(rules, join(place, "code"), ["--autofix"]);
    const broken = report.errors.find((error) => error.rule_id === undefined && error.path === undefined);
    if (broken !== undefined && index === 0) throw new Error(`Semgrep refuses all rules: ${JSON.stringify(broken)}`);
    answers.push(...group.map((entry, at) => answerOf(tests, entry, folderName(at), report, place)));
  }
  return answers;
}

const folderName = (index) => `case-${String(index).padStart(4, "0")}`;

/** @returns {string} the rule file */
function exportCases(tests, cases, folder) {
  const rules = cases.map((entry, index) => {
    const file = join(folder, "code", folderName(index), entry.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, entry.code);
    return tests.completeRule(entry, { include: [`/${folderName(index)}/**`] });
  });
  writeFileSync(join(folder, "code", ".semgrepignore"), "# Nothing.\n");
  writeFileSync(join(folder, "rules.yaml"), stringify({ rules }, { aliasDuplicateObjects: false }));
  return join(folder, "rules.yaml");
}

/** @returns {Answer} */
function answerOf(tests, entry, name, report, folder) {
  const own = report.results.filter((result) => result.check_id === entry.id && result.path.startsWith(`${name}/`));
  const codeLines = entry.code.split("\n");
  const place = ({ line, col }) => `${line}:${columnInCharacters(codeLines[line - 1] ?? "", col)}`;
  const found = own
    .map(({ start, end, extra }) => ({
      line: start.line,
      range: `${place(start)}-${place(end)}`,
      message: extra.message,
      order: [start.offset, end.offset],
    }))
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1]);
  const problems = report.errors
    .filter((error) => (error.rule_id ?? entry.id) === entry.id && error.path === undefined)
    .map((error) => `${error.type}: ${error.message}`);
  const fixed = readFileSync(join(folder, "code", name, entry.file), "utf8");
  const outcome = { found, fixed, problems };
  return { entry, outcome, complaints: tests.disagreements({ ...entry, ...entry.semgrep }, outcome) };
}

/** Semgrep counts bytes of UTF-8, we count UTF-16 code units. */
function columnInCharacters(line, column) {
  return (
    Buffer.from(line)
      .subarray(0, column - 1)
      .toString().length + 1
  );
}

function printAnswers(answers) {
  for (const { entry, complaints } of answers.filter((answer) => answer.complaints.length > 0)) {
    console.log(`${entry.area}: "${entry.name}"\n${complaints.map((line) => `    ${line}`).join("\n")}`);
  }
  const wrong = answers.filter(({ complaints }) => complaints.length > 0).length;
  console.log(`Semgrep agrees with ${answers.length - wrong} of ${answers.length} cases.`);
}
