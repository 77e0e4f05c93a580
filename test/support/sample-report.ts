/** A report with everything in it that formats must be able to show. */
import type { Report, ReportedFinding, Span } from "../../server/src/report/report.js";
import type { Rule } from "../../server/src/rules/rule.js";

export const sampleRule = {
  id: "sql-from-request",
  title: "SQL made from request data",
  topic: "injection",
  message: "$X reaches the database.",
  severity: "error",
  confidence: "medium",
  cwe: ["CWE-89"],
  why: "Whoever sends the request writes the statement.\n",
  remediation: "Pass values as parameters.",
  kin: ["S608"],
  inTests: "info",
  references: ["https://owasp.org/www-community/attacks/SQL_Injection"],
  include: [],
  exclude: [],
  source: "rules/injection/sql-from-request/sql-from-request.yaml",
} as unknown as Rule;

export const bareRule = { ...sampleRule, id: "bare", title: "bare", why: "", remediation: "", cwe: [], references: [] };

export function span(line: number, column: number, endLine: number, endColumn: number): Span {
  return {
    start: { line, column, offset: line * 100 + column },
    end: { line: endLine, column: endColumn, offset: endLine * 100 + endColumn },
  };
}

const plain: ReportedFinding = {
  ruleId: "bare",
  path: "src/b c.py",
  span: span(7, 1, 7, 5),
  message: "A bare finding.",
  severity: "info",
  confidence: "high",
  fingerprint: "0123456789abcdef",
  steps: [],
  excerpt: [{ number: 7, text: "pass" }],
};

const full: ReportedFinding = {
  ruleId: "sql-from-request",
  path: "src/a.py",
  span: span(10, 5, 12, 2),
  message: "request.args reaches\nthe database.",
  severity: "error",
  confidence: "medium",
  fingerprint: "fedcba9876543210",
  fix: {
    title: "Use a parameter",
    safety: "safe",
    edits: [{ span: span(11, 9, 11, 14), newText: "?" }],
  },
  steps: [
    {
      path: "src/a.py",
      span: span(8, 12, 8, 24),
      message: "a query parameter comes in here",
      role: "source",
      depth: 0,
      code: '    name = request.args["name"]',
    },
    { path: "src/a.py", span: span(8, 5, 8, 9), message: "stored in name", role: "pass", depth: 0, code: "unused" },
    {
      path: "src/b c.py",
      span: span(3, 1, 3, 4),
      message: "passed to find()",
      role: "call",
      depth: 1,
      code: "\tfind(name)",
    },
    { path: "lib/c.py", span: span(5, 1, 5, 4), message: "returned from\nfind()" },
    {
      path: "src/a.py",
      span: span(10, 5, 12, 2),
      message: "an SQL statement is run here",
      role: "sink",
      depth: 0,
      code: "unused",
    },
  ],
  excerpt: [
    { number: 10, text: "    cursor.execute(" },
    { number: 11, text: "        name," },
    { number: 12, text: ")" },
  ],
};

export const sampleReport: Report = {
  version: "1.2.3",
  rules: [sampleRule, bareRule],
  findings: [full, plain],
  problems: [
    { level: "error", message: "something is wrong everywhere" },
    { level: "warning", path: "src/c.py", place: { line: 3, column: 7 }, message: "the code cannot be parsed here" },
    { level: "warning", path: "/elsewhere/ü.py", message: "permission denied" },
  ],
  summary: { findings: 2, filesWithFindings: 2, files: 120, suppressed: 3, fixed: 0, filesFixed: 0 },
};

export const emptyReport: Report = {
  ...sampleReport,
  findings: [],
  problems: [],
  summary: { findings: 0, filesWithFindings: 0, files: 1, suppressed: 0, fixed: 0, filesFixed: 0 },
};
