/** Tests of rules for people: a line for each rule file, below it what failed, and one line that sums up. */
import { harmless } from "./display-text.js";
import { plainPainter, type Painter } from "./painter.js";
import {
  examplePassed,
  type FixedExample,
  type RuleTestReport,
  type TestedExample,
  type TestedRuleFile,
  type TestStatus,
} from "./rule-test-report.js";
import { formatProblem } from "./text.js";

const words: Readonly<Record<TestStatus, string>> = {
  passed: "passed",
  failed: "failed",
  untested: "no tests",
  broken: "broken",
};

/** The whole report; ends in a line break. */
export function formatRuleTests(report: RuleTestReport, painter: Painter = plainPainter): string {
  const files = report.files.flatMap((file) => formatFile(file, painter));
  const end = [...(files.length > 0 ? [""] : []), painter.strong(summarise(report)), ...hints(report, painter)];
  return `${[...files, ...end].join("\n")}\n`;
}

function formatFile(file: TestedRuleFile, painter: Painter): string[] {
  const word = words[file.status].padEnd(8);
  const shownWord =
    file.status === "failed" || file.status === "broken" ? painter.severity("error", word) : painter.faint(word);
  const score = file.examples.length === 0 ? "" : painter.faint(` (${scoreOf(file)})`);
  return [
    `${shownWord}  ${painter.path(harmless(file.path))}${score}`,
    ...file.problems.map((problem) => `  ${formatProblem(problem)}`),
    ...file.examples.flatMap((example) => formatExample(example, painter)),
  ];
}

function scoreOf({ examples }: TestedRuleFile): string {
  const marked = examples.reduce((sum, example) => sum + example.marked, 0);
  const asMarked = examples.reduce((sum, example) => sum + example.asMarked, 0);
  const fixed = examples.flatMap((example) => example.fixed ?? []);
  const wrong = fixed.filter(({ diff }) => diff.length > 0).length;
  const fixes = fixed.length === 0 ? "" : wrong === 0 ? ", fixed as expected" : ", fixed otherwise than expected";
  return `${asMarked} of ${marked} as marked${fixes}`;
}

function formatExample(example: TestedExample, painter: Painter): string[] {
  const faults = example.faults.flatMap(({ line, message, source }) => [
    `  ${painter.path(harmless(`${example.path}:${line}`))}: ${harmless(message)}`,
    ...(source === "" ? [] : [painter.faint(`      ${harmless(source.slice(0, 120))}`)]),
  ]);
  const done = example.done.map(
    ({ ruleId, line }) =>
      `  ${painter.path(harmless(`${example.path}:${line}`))}: ${harmless(ruleId)}: this todo has come true; mark it without "todo"`,
  );
  return [...faults, ...done, ...formatFixed(example, example.fixed, painter)];
}

function formatFixed(example: TestedExample, fixed: FixedExample | undefined, painter: Painter): string[] {
  if (fixed === undefined || fixed.diff.length === 0) return [];
  const shown = fixed.diff.map((line) => {
    const text = `      ${harmless(line)}`.trimEnd();
    return line.startsWith("@@") ? painter.faint(text) : text;
  });
  return [
    `  ${painter.path(harmless(fixed.path))}: the fixes give something else`,
    `      --- ${harmless(fixed.path)}`,
    `      +++ ${harmless(example.path)} with all fixes`,
    ...shown,
  ];
}

function summarise({ files }: RuleTestReport): string {
  const count = (status: TestStatus): number => files.filter((file) => file.status === status).length;
  const [passed, failed, untested, broken] = [count("passed"), count("failed"), count("untested"), count("broken")];
  const tested = passed + failed;
  if (files.length === 0) return "There are no rules here: no YAML file has a list `rules`.";
  if (tested === 0 && broken === 0) return `Nothing was tested: ${plural(untested, "rule file")} without an example.`;
  const parts = [
    tested > 0 && failed === 0 ? `${passed} of ${plural(tested, "tested rule file")} passed` : "",
    failed > 0 ? `${failed} of ${plural(tested, "tested rule file")} failed` : "",
    broken > 0 ? `${broken} could not be run` : "",
    untested > 0 ? `${untested} without tests` : "",
  ];
  return `${parts.filter((part) => part !== "").join(", ")}.`;
}

/** What a person could do next. */
function hints({ files }: RuleTestReport, painter: Painter): string[] {
  const untested = files.find(({ status }) => status === "untested");
  const unmarked = files.filter(({ status }) => status !== "untested").flatMap((file) => file.unmarkedRules);
  const unfixed = files.flatMap((file) => (file.examples.every(examplePassed) ? file.unfixedRules : []));
  const lines = [
    untested === undefined ? "" : `To test a rule file, put an example beside it: ${exampleFor(untested)}`,
    unmarked.length === 0 ? "" : `Marked in no example: ${listed(unmarked)}.`,
    unfixed.length === 0 ? "" : `With a fix that no .fixed.py file tests: ${listed(unfixed)}.`,
  ];
  return lines.filter((line) => line !== "").map((line) => painter.faint(harmless(line)));
}

function exampleFor({ path, rules }: TestedRuleFile): string {
  return `${path.replace(/\.ya?ml$/, "")}.py, with "# ruleid: ${rules[0] ?? "the-rule"}" above what should be found.`;
}

const mostListed = 8;

function listed(names: readonly string[]): string {
  const more = names.length - mostListed;
  return `${names.slice(0, mostListed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
