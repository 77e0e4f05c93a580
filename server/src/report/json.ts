/** The report for other programs; docs/cli.md describes its shape, to which things are added but never changed. */
import type { Rule } from "../rules/rule.js";
import type { Report, ReportedFinding, ReportedFix, ReportedStep, Span } from "./report.js";

/** The whole report; ends in a line break. */
export function formatJson(report: Report): string {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const shown = {
    version: report.version,
    findings: report.findings.map((finding) => toFinding(finding, rules.get(finding.ruleId))),
    problems: report.problems,
    summary: report.summary,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function toFinding(finding: ReportedFinding, rule: Rule | undefined): object {
  const { ruleId, path, span, message, severity, confidence, fingerprint, fix, steps } = finding;
  return {
    ruleId,
    path,
    ...toPlaces(span),
    message,
    severity,
    confidence,
    cwe: rule?.cwe ?? [],
    fingerprint,
    ...(fix && { fix: toFix(fix) }),
    steps: steps.map(toStep),
  };
}

function toStep({ path, span, message, role, depth }: ReportedStep): object {
  return {
    path,
    ...toPlaces(span),
    message,
    ...(role === undefined ? {} : { role }),
    ...(depth === undefined ? {} : { depth }),
  };
}

function toFix({ title, safety, edits }: ReportedFix): object {
  return { title, safety, edits: edits.map(({ span, newText }) => ({ ...toPlaces(span), newText })) };
}

function toPlaces({ start, end }: Span): { start: Span["start"]; end: Span["end"] } {
  return { start, end };
}
