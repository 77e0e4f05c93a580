import { expect, it } from "vitest";
import { emptyReport, sampleReport } from "../../../test/support/sample-report.js";
import { formatJson } from "./json.js";

it("has the shape that docs/cli.md describes", () => {
  const shown = JSON.parse(formatJson(sampleReport)) as { findings: object[] };
  expect(shown).toMatchObject({ version: "1.2.3", problems: sampleReport.problems, summary: sampleReport.summary });
  expect(shown.findings[0]).toEqual({
    ruleId: "sql-from-request",
    path: "src/a.py",
    start: { line: 10, column: 5, offset: 1005 },
    end: { line: 12, column: 2, offset: 1202 },
    message: "request.args reaches\nthe database.",
    severity: "error",
    confidence: "medium",
    cwe: ["CWE-89"],
    fingerprint: "fedcba9876543210",
    fix: {
      title: "Use a parameter",
      safety: "safe",
      edits: [
        { start: { line: 11, column: 9, offset: 1109 }, end: { line: 11, column: 14, offset: 1114 }, newText: "?" },
      ],
    },
    steps: [
      {
        path: "src/a.py",
        start: { line: 8, column: 9, offset: 809 },
        end: { line: 8, column: 21, offset: 821 },
        message: "request.args is read here",
      },
      {
        path: "src/b c.py",
        start: { line: 3, column: 1, offset: 301 },
        end: { line: 3, column: 4, offset: 304 },
        message: "it is passed on here",
      },
    ],
  });
});

it("has lists where there is nothing", () => {
  expect(JSON.parse(formatJson(emptyReport))).toMatchObject({ findings: [], problems: [] });
});
