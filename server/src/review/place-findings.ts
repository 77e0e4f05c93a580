/** From an analysis to what a reader sees: places in the text, suppressions, settings, order. */
import type { Rule, Severity, Confidence } from "../rules/rule.js";
import { commentsAbout, commentsBefore, type FileComments } from "./comments.js";
import type { ReviewOptions } from "./configuration.js";
import type { FileAnalysis } from "./file-analysis.js";
import type { ReviewExtent } from "./engine.js";
import type { FileReview, Finding, FindingStep, Fix, SyntaxProblem } from "./finding.js";
import type { PathPolicies } from "./path-policies.js";
import { withoutSuperseded } from "./superseded.js";
import { findFileSuppression, findSuppression } from "./suppressions.js";
import { unfinishedRules } from "./unfinished-rules.js";
import { compareFindings, type UnitFinding, type UnitStep } from "./unit-findings.js";

const severityRank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
const confidenceRank: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** What of a file is placed: its analysis, and what flows into it from wherever. */
export interface Reviewed {
  readonly path: string;
  readonly text: string;
  readonly analysis: FileAnalysis;
  readonly flows?: FlowFindings;
}

/** Findings of rules about flows, and whether they are those of the present text. */
export interface FlowFindings {
  readonly findings: readonly UnitFinding[];
  readonly isComplete: boolean;
}

/** The review of one version of a file. */
export function placeFindings(
  { path, text, analysis, flows }: Reviewed,
  options: ReviewOptions,
  policies: PathPolicies,
  extent: ReviewExtent = "all",
): FileReview {
  const findings: Finding[] = [];
  const suppressed: Finding[] = [];
  const ordinals = new Map<string, number>();
  let comments: FileComments | undefined;
  const { inText } = analysis;
  if (extent === "all") inText.current ??= inText.find();
  const own = [...analysis.findings, ...(inText.current ?? inText.left)];
  const sorted = [...own, ...notAmong(own, flows?.findings ?? [])].sort(compareFindings);
  for (const finding of sorted) {
    const isShown = isSure(finding.confidence ?? finding.rule.confidence, options) && !isUnlikelyFlow(finding, options);
    const severity = isShown ? severityOf(finding.rule, path, options, policies) : undefined;
    const ordinal = ordinals.get(finding.identity) ?? 0;
    ordinals.set(finding.identity, ordinal + 1);
    if (severity === undefined) continue;
    comments ??= { text, pairs: analysis.units.cut.comments };
    const suppression = suppressionOf(finding, comments, analysis);
    const placed = place(finding, { path, text }, severity, `${finding.identity}${ordinal === 0 ? "" : `-${ordinal}`}`);
    if (suppression === undefined) findings.push(placed);
    else suppressed.push({ ...placed, suppression });
  }
  const unfinished = unfinishedRules(analysis, (rule) => mayBeShown(rule, path, options, policies));
  const rules = new Map(sorted.map(({ rule }) => [rule.id, rule]));
  return {
    path,
    findings: withoutSuperseded(findings, [], (id) => rules.get(id)),
    suppressed,
    syntaxProblems: syntaxProblems(analysis),
    ...(unfinished.length === 0 ? {} : { unfinished }),
    isComplete: inText.current !== undefined,
    ...(flows?.isComplete === false && { flowsArePending: true }),
  };
}

/** Flows whose rule finds no way of the data inside of one function to the same place. */
function notAmong(own: readonly UnitFinding[], flows: readonly UnitFinding[]): readonly UnitFinding[] {
  if (!flows.some(({ rule }) => rule.options.interfile)) return flows;
  return flows.filter(
    (flow) =>
      !own.some(
        ({ rule, startUnit, start, endUnit, end }) =>
          rule === flow.rule &&
          startUnit === flow.startUnit &&
          start === flow.start &&
          endUnit === flow.endUnit &&
          end === flow.end,
      ),
  );
}

/** Whether what a rule finds in a file would be shown. Flows between functions are as sure as they say, not as their rule is. */
export function mayBeShown(rule: Rule, path: string, options: ReviewOptions, policies: PathPolicies): boolean {
  return isSure(rule.confidence, options) && severityOf(rule, path, options, policies) !== undefined;
}

/** The severity in this file, or undefined if the rule says nothing there. */
function severityOf(rule: Rule, path: string, options: ReviewOptions, policies: PathPolicies): Severity | undefined {
  if (options.disabledRules.includes(rule.id)) return undefined;
  let severity = options.severities[rule.id] ?? rule.severity;
  if (rule.inTests !== "same" && policies.isTest(path, options.testFiles)) {
    if (rule.inTests === "off") return undefined;
    severity = "info";
  }
  if (severityRank[severity] < severityRank[options.minimumSeverity]) return undefined;
  return policies.concerns(rule, path) ? severity : undefined;
}

/** Flows between functions say how sure each is; others do not. */
function isUnlikelyFlow({ confidence }: UnitFinding, { minimumFlowConfidence }: ReviewOptions): boolean {
  return confidence !== undefined && confidenceRank[confidence] < confidenceRank[minimumFlowConfidence];
}

function isSure(confidence: Confidence, options: ReviewOptions): boolean {
  return confidenceRank[confidence] >= confidenceRank[options.minimumConfidence];
}

function suppressionOf(finding: UnitFinding, comments: FileComments, analysis: FileAnalysis): Finding["suppression"] {
  const base = finding.startUnit.start;
  const near = commentsAbout(comments, base + finding.anchor.start, base + finding.anchor.end);
  const direct = near.length === 0 ? undefined : findSuppression(finding.rule, near);
  if (direct !== undefined) return direct;
  // The head of a file ends with its second statement: the first may be its docstring.
  const headEnd = analysis.units.units[1]?.start ?? comments.text.length;
  return findFileSuppression(finding.rule, commentsBefore(comments, headEnd));
}

/** The file that findings are placed in. */
interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function place(finding: UnitFinding, source: SourceFile, severity: Severity, fingerprint: string): Finding {
  const { rule } = finding;
  const range = { start: finding.startUnit.start + finding.start, end: finding.endUnit.start + finding.end };
  const fix = fixOf(finding, range, source.text);
  return {
    ruleId: rule.id,
    message: finding.message,
    severity,
    confidence: finding.confidence ?? rule.confidence,
    range,
    steps: finding.steps.map((step) => placeStep(step, source.path)),
    ...(fix === undefined ? {} : { fix }),
    fingerprint,
  };
}

function placeStep(step: UnitStep, path: string): FindingStep {
  if ("path" in step) return step;
  const { unit, start, end, message, role } = step;
  const range = { start: unit.start + start, end: unit.start + end };
  return { path, range, message, ...(role && { role }) };
}

function fixOf(finding: UnitFinding, range: { start: number; end: number }, text: string): Fix | undefined {
  const { fix } = finding.rule;
  if (fix === undefined || finding.replacement === undefined) return undefined;
  const edit = { range: finding.replacement === "" ? wholeLine(range, text) : range, newText: finding.replacement };
  return { title: fix.title, safety: fix.safety, edits: [edit] };
}

/** The range with the end of its line, if nothing else stands on it; an indented line stays as an empty one, as in Semgrep. */
function wholeLine(range: { start: number; end: number }, text: string): { start: number; end: number } {
  const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
  const lineEnd = text.indexOf("\n", range.end);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const isAlone = lineStart === range.start && text.slice(range.end, end).trim() === "";
  return isAlone ? { start: lineStart, end } : range;
}

function syntaxProblems(analysis: FileAnalysis): SyntaxProblem[] {
  return analysis.units.units.flatMap((unit) =>
    unit.errors.slice(0, 1).map((error) => ({
      range: { start: unit.start + error.start, end: unit.start + error.end },
      message: "This code does not parse as Python; rules ran on what could be read around it.",
    })),
  );
}
