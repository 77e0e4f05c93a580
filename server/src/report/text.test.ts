import { expect, it } from "vitest";
import { emptyReport, sampleReport } from "../../../test/support/sample-report.js";
import { terminalPainter } from "./painter.js";
import type { ReportSummary } from "./report.js";
import { formatProblem, formatText } from "./text.js";

it("shows findings with lines, carets, path and fix", () => {
  expect(formatText(sampleReport)).toBe(`src/a.py:10:5: error sql-from-request: request.args reaches the database.
  10 |     cursor.execute(
     |     ^^^^^^^^^^^^^^^
  11 |         name,
     |         ^^^^^
  12 | )
     | ^
    1. src/a.py:8: a query parameter comes in here
       | name = request.args["name"]
    2. src/a.py:8: stored in name
      3. src/b c.py:3: passed to find()
         | find(name)
    4. lib/c.py:5: returned from find()
    5. src/a.py:10: an SQL statement is run here
    fix available: Use a parameter (--fix applies it)

src/b c.py:7:1: info bare: A bare finding.
  7 | pass
    | ^^^^

2 findings in 2 of 120 files, 3 suppressed, 3 problems.
`);
});

it("paints nothing but what it would show anyway", () => {
  const painted = formatText(sampleReport, terminalPainter);
  expect(painted).toContain("\u001b[1;31merror\u001b[0m");
  expect(painted.replace(/\u001b\[[\d;]+m/g, "")).toBe(formatText(sampleReport));
});

it.each<[Partial<ReportSummary>, string]>([
  [{}, "No findings in 1 file."],
  [{ files: 0 }, "No findings in 0 files."],
  [{ files: 9, suppressed: 1 }, "No findings in 9 files, 1 suppressed."],
  [{ files: 9, findings: 1, filesWithFindings: 1 }, "1 finding in 1 of 9 files."],
  [{ files: 9, fixed: 2, filesFixed: 1 }, "Fixed 2 findings in 1 file. No findings in 9 files."],
])("sums up %j", (summary, expected) => {
  expect(formatText({ ...emptyReport, summary: { ...emptyReport.summary, ...summary } })).toBe(`${expected}\n`);
});

it("shows problems in one line", () => {
  expect(sampleReport.problems.map(formatProblem)).toEqual([
    "error: something is wrong everywhere",
    "src/c.py:3:7: warning: the code cannot be parsed here",
    "/elsewhere/ü.py: warning: permission denied",
  ]);
  expect(formatProblem({ level: "error", path: "a\u001b[2J.py", message: "two\nlines" })).toBe(
    "a\ufffd[2J.py: error: two lines",
  );
});
