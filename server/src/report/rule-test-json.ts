/** Tests of rules for other programs; docs/cli.md describes the shape, to which things are added but never changed. */
import type { RuleTestReport, TestStatus } from "./rule-test-report.js";

/** The whole report; ends in a line break. */
export function formatRuleTestsJson({ version, files, problems }: RuleTestReport): string {
  const count = (status: TestStatus): number => files.filter((file) => file.status === status).length;
  const summary = {
    ruleFiles: files.length,
    passed: count("passed"),
    failed: count("failed"),
    untested: count("untested"),
    broken: count("broken"),
  };
  return `${JSON.stringify({ version, files, problems, summary }, null, 2)}\n`;
}
