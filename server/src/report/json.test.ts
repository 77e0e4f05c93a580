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
        start: { line: 8, column: 12, offset: 812 },
        end: { line: 8, column: 24, offset: 824 },
        message: "a query parameter comes in here",
        role: "source",
        depth: 0,
      },
      expect.objectContaining({ role: "pass" }),
      expect.objectContaining({ path: "src/b c.py", role: "call", depth: 1 }),
      {
        path: "lib/c.py",
        start: { line: 5, column: 1, offset: 501 },
        end: { line: 5, column: 4, offset: 504 },
        message: "returned from\nfind()",
      },
      expect.objectContaining({ role: "sink" }),
    ],
  });
});

it("has lists where there is nothing", () => {
  expect(JSON.parse(formatJson(emptyReport))).toMatchObject({ findings: [], problems: [] });
});
