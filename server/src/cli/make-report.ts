/** Puts together what a scan found, in an order that depends on nothing but the findings. */
import { isAbsolute, relative } from "node:path";
import type { Rule } from "../rules/rule.js";
import type { Report, ReportedFinding, ReportedProblem } from "../report/report.js";
import type { ReviewedFile } from "./review-file.js";
import { withSlashes } from "./scan-targets.js";

export interface ScanOutcome {
  /** The folders of the projects that were scanned, absolute. */
  readonly roots: readonly string[];
  /** Files that were found or named. */
  readonly fileCount: number;
  readonly rules: readonly Rule[];
  /** With absolute paths, in no order. */
  readonly reviewed: readonly ReviewedFile[];
  /** With absolute paths. */
  readonly problems: readonly ReportedProblem[];
}

/** The report with paths relative to `base` where they are below it. */
export function makeReport(outcome: ScanOutcome, version: string, base: string): Report {
  const show = <Item extends { readonly path?: string }>(item: Item): Item =>
    item.path === undefined ? item : { ...item, path: showPath(item.path, base) };
  const findings = outcome.reviewed
    .flatMap((file) => file.findings)
    .map((finding) => ({ ...show(finding), steps: finding.steps.map(show) }))
    .sort(byPlace);
  const problems = [...outcome.problems, ...outcome.reviewed.flatMap((file) => file.problems)].map(show);
  const sum = (count: (file: ReviewedFile) => number): number =>
    outcome.reviewed.reduce((total, file) => total + count(file), 0);
  return {
    version,
    rules: outcome.rules,
    findings,
    problems: problems.sort((a, b) => compare(a.path ?? "", b.path ?? "")),
    summary: {
      findings: findings.length,
      filesWithFindings: new Set(findings.map(({ path }) => path)).size,
      files: outcome.fileCount - sum((file) => (file.wasReviewed ? 0 : 1)),
      suppressed: sum((file) => file.suppressed),
      fixed: sum((file) => file.fixed),
      filesFixed: sum((file) => (file.fixed > 0 ? 1 : 0)),
    },
  };
}

/** A path as reports show it: relative to `base` where it is below it, with forward slashes. */
export function showPath(path: string, base: string): string {
  if (!isAbsolute(path)) return path;
  const below = relative(base, path);
  return withSlashes(below === "" || below.startsWith("..") || isAbsolute(below) ? path : below);
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  const start = a.span.start.offset - b.span.start.offset;
  return compare(a.path, b.path) || start || a.span.end.offset - b.span.end.offset || compare(a.ruleId, b.ruleId);
}

/** By code units, because the order of a locale is not the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
