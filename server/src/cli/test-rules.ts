/** `kingsnake test`: rules against their annotated examples. */
import { relative } from "node:path";
import { formatRuleTestsJson } from "../report/rule-test-json.js";
import type { RuleTestReport, TestedRuleFile } from "../report/rule-test-report.js";
import { formatRuleTests } from "../report/rule-test-text.js";
import { formatProblem } from "../report/text.js";
import { loadRules } from "../rules/load-rules.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import { findRuleTests, type RuleTest } from "./find-rule-tests.js";
import type { CommandLineHost } from "./host.js";
import { startProgress } from "./progress.js";
import { runRuleTest } from "./run-rule-test.js";
import { withSlashes } from "./scan-targets.js";
import { painterFor } from "./write-report.js";

export interface TestRequest {
  /** A folder, a rule file or an example. */
  readonly path: string;
  /** Where the rules are, if not beside their examples. */
  readonly rules?: string;
  readonly format: "text" | "json";
}

/** Runs the tests and says how they came out. */
export async function testRules(request: TestRequest, host: CommandLineHost): Promise<ExitStatus> {
  const found = findRuleTests(request.path, request.rules, host);
  const progress = await startProgress(found.tests.length, host.errors, "Testing {bar} {value} of {total} rule files");
  const files: TestedRuleFile[] = [];
  for (const test of found.tests) {
    files.push(await runRuleTest(test, namesSharedWith(test, found.tests), host));
    progress.update(files.length);
  }
  progress.stop();
  const report = relativeTo(host.workingDirectory, {
    version: host.version,
    files,
    problems: found.problems.map(({ path, message }) => ({ level: "error", path, message })),
  });
  for (const problem of report.problems) host.errors.stream.write(`${formatProblem(problem)}\n`);
  if (request.format === "json") host.output.stream.write(formatRuleTestsJson(report));
  else if (files.length > 0 || found.problems.length === 0)
    host.output.stream.write(formatRuleTests(report, painterFor({ format: "text" }, host)));
  return statusOf(report);
}

/** The rules of other files that have an example in common with this one. */
function namesSharedWith(test: RuleTest, all: readonly RuleTest[]): ReadonlySet<string> {
  const own = new Set(test.examples.map(({ path }) => path));
  const others = all.filter((other) => other !== test && other.examples.some(({ path }) => own.has(path)));
  return new Set(others.flatMap(({ path, text }) => loadRules(path, text).rules.map(({ id }) => id)));
}

function statusOf({ files, problems }: RuleTestReport): ExitStatus {
  const isUndone = problems.length > 0 || files.length === 0 || files.some(({ status }) => status === "broken");
  if (isUndone) return exitStatus.failed;
  return files.some(({ status }) => status === "failed") ? exitStatus.findings : exitStatus.nothingFound;
}

/** Paths as a person in this folder would write them. */
function relativeTo(folder: string, report: RuleTestReport): RuleTestReport {
  const shorten = <Item extends { readonly path?: string }>(item: Item): Item => {
    if (item.path === undefined) return item;
    const short = withSlashes(relative(folder, item.path));
    return { ...item, path: short.startsWith("../") ? withSlashes(item.path) : short };
  };
  return {
    ...report,
    files: report.files.map((file) => ({
      ...shorten(file),
      problems: file.problems.map(shorten),
      examples: file.examples.map((example) => ({
        ...shorten(example),
        ...(example.fixed === undefined ? {} : { fixed: shorten(example.fixed) }),
      })),
    })),
    problems: report.problems.map(shorten),
  };
}
