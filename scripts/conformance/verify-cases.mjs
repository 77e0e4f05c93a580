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
    const rules = exportCases(tests, cases, folder);
    const report = await askSemgrep(rules, join(folder, "code"), ["--autofix"]);
    const answers = cases.map((entry, index) => answerOf(tests, entry, folderName(index), report, folder));
    printAnswers(answers);
    return answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  writeFileSync(join(folder, "rules.yaml"), stringify({ rules }));
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
    .filter((error) => error.rule_id === entry.id && !error.type?.includes?.("PartialParsing"))
    .map((error) => `${error.type}: ${error.message}`);
  const fixed = readFileSync(join(folder, "code", name, entry.file), "utf8");
  const outcome = { found, fixed, problems };
  return { entry, outcome, complaints: tests.disagreements(entry, outcome, entry.semgrepLines ?? entry.lines) };
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
