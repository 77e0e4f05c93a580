/** The report for people: every finding with its line, carets, path and fix, then one line that sums up. */
import type { Severity } from "../rules/rule.js";
import { displayLine, harmless, oneLine } from "./display-text.js";
import { plainPainter, type Painter } from "./painter.js";
import type { ExcerptLine, Report, ReportedFinding, ReportedProblem, ReportSummary, Span } from "./report.js";
import { formatSteps } from "./text-steps.js";

/** Columns that a source line may take. */
const room = 140;

/** The whole report; ends in a line break. */
export function formatText(report: Report, painter: Painter = plainPainter): string {
  const findings = report.findings.map((finding) => `${formatFinding(finding, painter)}\n\n`);
  return `${findings.join("")}${painter.strong(summarise(report))}\n`;
}

/** One line, as "app.py:3:1: error: permission denied". */
export function formatProblem({ level, path, place, message }: ReportedProblem): string {
  const where = path === undefined ? "" : `${path}${place ? `:${place.line}:${place.column}` : ""}: `;
  return oneLine(`${where}${level}: ${message}`);
}

function formatFinding(finding: ReportedFinding, painter: Painter): string {
  const { path, span, severity, ruleId, message } = finding;
  const place = painter.path(harmless(`${path}:${span.start.line}:${span.start.column}`));
  const head = `${place}: ${painter.severity(severity, severity)} ${painter.strong(ruleId)}: ${oneLine(message)}`;
  return [
    head,
    ...formatExcerpt(finding, painter),
    ...formatSteps(finding, painter),
    ...formatFix(finding, painter),
  ].join("\n");
}

/** Source lines with their numbers, carets below each, and a line of dots where lines are left out. */
function formatExcerpt({ excerpt, span, severity }: ReportedFinding, painter: Painter): string[] {
  const gutter = String(span.end.line).length + 2;
  return excerpt.flatMap((line, index) => {
    const previous = excerpt[index - 1];
    const isGap = previous !== undefined && previous.number + 1 < line.number;
    const gap = isGap ? [painter.faint(`${"".padStart(gutter)} ...`)] : [];
    return [...gap, ...formatLine(line, span, gutter, severity, painter)];
  });
}

function formatLine(line: ExcerptLine, span: Span, gutter: number, severity: Severity, painter: Painter): string[] {
  const indentation = line.text.length - line.text.trimStart().length;
  const start = line.number === span.start.line ? span.start.column - 1 : indentation;
  const end = line.number === span.end.line ? span.end.column - 1 : line.text.trimEnd().length;
  const shown = displayLine(line.text, start, end, room);
  const number = painter.faint(`${String(line.number).padStart(gutter)} |`);
  const source = `${number} ${shown.text}`.trimEnd();
  if (line.text.trim() === "") return [source];
  const carets = painter.severity(severity, "^".repeat(Math.max(1, shown.end - shown.start)));
  return [source, `${painter.faint(`${"".padStart(gutter)} |`)} ${" ".repeat(shown.start)}${carets}`];
}

function formatFix({ fix }: ReportedFinding, painter: Painter): string[] {
  if (fix === undefined) return [];
  const how = fix.safety === "safe" ? "--fix applies it" : "--fix leaves it to you";
  return [`    ${painter.strong("fix available")}: ${oneLine(fix.title)} ${painter.faint(`(${how})`)}`];
}

/** As "12 findings in 4 of 120 files, 3 suppressed" or "No findings in 120 files". */
function summarise({ summary, problems }: Report): string {
  const { findings, filesWithFindings, files, suppressed } = summary;
  const found =
    findings === 0
      ? `No findings in ${count(files, "file")}`
      : `${count(findings, "finding")} in ${filesWithFindings} of ${count(files, "file")}`;
  const silent = suppressed === 0 ? "" : `, ${suppressed} suppressed`;
  const wrong = problems.length === 0 ? "" : `, ${count(problems.length, "problem")}`;
  return `${summariseFixes(summary)}${found}${silent}${wrong}.`;
}

function summariseFixes({ fixed, filesFixed }: ReportSummary): string {
  return fixed === 0 ? "" : `Fixed ${count(fixed, "finding")} in ${count(filesFixed, "file")}. `;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
