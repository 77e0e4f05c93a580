/** Findings as LSP diagnostics, with what this client can show. */
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from "vscode-languageserver";
import type { Finding, FindingStep } from "../review/finding.js";
import type { Rule, Severity } from "../rules/rule.js";
import type { ClientFeatures } from "./client-features.js";
import { toClientRange } from "./position-encoding.js";
import { rulePageAddress } from "./rule-markdown.js";
import type { LinedText } from "./text-lines.js";

export const diagnosticSource = "kingsnake";

/** What an editor gives back with a request for code actions. */
export interface DiagnosticData {
  readonly fingerprint: string;
  /** Ids of the fixes that there are for the finding. */
  readonly fixes: readonly string[];
}

/** What diagnostics of one file are made with. */
export interface DiagnosticContext {
  readonly text: LinedText;
  readonly features: ClientFeatures;
  readonly ruleOf: (id: string) => Rule | undefined;
  /** Where a step of a finding's path is; undefined if that can't be said. */
  readonly locate: (step: FindingStep) => DiagnosticRelatedInformation["location"] | undefined;
}

export function toDiagnostic(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { features } = context;
  const tags = tagsOf(context.ruleOf(finding.ruleId)).filter((tag) => features.diagnosticTags.includes(tag));
  const steps = features.relatedInformation ? relatedInformation(finding, context) : [];
  const data: DiagnosticData = {
    fingerprint: finding.fingerprint,
    fixes: finding.fix === undefined ? [] : [`${finding.ruleId}/fix`],
  };
  return {
    range: toClientRange(context.text, finding.range, features.encoding),
    severity: toSeverity(finding.severity),
    code: finding.ruleId,
    ...(features.codeDescription ? { codeDescription: { href: rulePageAddress(finding.ruleId) } } : {}),
    source: diagnosticSource,
    message: messageOf(finding),
    ...(tags.length > 0 ? { tags } : {}),
    ...(steps.length > 0 ? { relatedInformation: steps } : {}),
    ...(features.diagnosticData ? { data } : {}),
  };
}

/** A reader should know a guess before acting on it; editors have no place of their own for that. */
export function messageOf(finding: Finding): string {
  return finding.confidence === "low"
    ? `${finding.message} (Low confidence: check before you change it.)`
    : finding.message;
}

function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case "error":
      return DiagnosticSeverity.Error;
    case "warning":
      return DiagnosticSeverity.Warning;
    case "info":
      return DiagnosticSeverity.Information;
  }
}

/** Editors strike out what is deprecated and fade what has no effect; weaknesses of both kinds have numbers. */
function tagsOf(rule: Rule | undefined): DiagnosticTag[] {
  if (rule === undefined) return [];
  const tags: DiagnosticTag[] = [];
  if (rule.cwe.includes("CWE-477")) tags.push(DiagnosticTag.Deprecated);
  if (rule.cwe.includes("CWE-561")) tags.push(DiagnosticTag.Unnecessary);
  return tags;
}

/** Editors show these in any order, by file even; numbers tell the way. */
function relatedInformation({ steps }: Finding, context: DiagnosticContext): DiagnosticRelatedInformation[] {
  return steps.flatMap((step, index) => {
    const location = context.locate(step);
    const message = steps.length > 1 ? `${index + 1}. ${step.message}` : step.message;
    return location === undefined ? [] : [{ location, message }];
  });
}

/** Whether an editor would show the same; cheaper than turning both into text. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((diagnostic, index) => sameDiagnostic(diagnostic, b[index]));
}

function sameDiagnostic(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return (
    b !== undefined &&
    sameRange(a.range, b.range) &&
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    (a.data as DiagnosticData | undefined)?.fingerprint === (b.data as DiagnosticData | undefined)?.fingerprint &&
    (a.data as DiagnosticData | undefined)?.fixes.length === (b.data as DiagnosticData | undefined)?.fixes.length &&
    sameRelated(a.relatedInformation ?? [], b.relatedInformation ?? [])
  );
}

function sameRelated(a: readonly DiagnosticRelatedInformation[], b: readonly DiagnosticRelatedInformation[]): boolean {
  return (
    a.length === b.length &&
    a.every((step, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        step.message === other.message &&
        step.location.uri === other.location.uri &&
        sameRange(step.location.range, other.location.range)
      );
    })
  );
}

function sameRange(a: Diagnostic["range"], b: Diagnostic["range"]): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
