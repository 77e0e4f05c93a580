/** The diagnostics of an open document or of a text, as this client is to see them. */
import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import type { FileReview } from "../review/finding.js";
import { reviewDocument, type OpenDocument } from "./open-document.js";
import { toClientRange } from "./position-encoding.js";
import type { Project } from "./projects.js";
import { findRule, type ServerContext } from "./server-context.js";
import { locateStep } from "./step-places.js";
import type { LinedText } from "./text-lines.js";
import { toDiagnostic, type DiagnosticContext } from "./to-diagnostic.js";

/** Undefined while the document's project is not known; then what is shown must stay. */
export function diagnosticsOfDocument(context: ServerContext, document: OpenDocument): Diagnostic[] | undefined {
  const review = reviewDocument(document);
  if (review === undefined || document.project === undefined) return undefined;
  const reviewed = { uri: document.uri, text: document.text, project: document.project, review };
  const findings = diagnosticsOfReview(context, reviewed);
  const ofExample = context.ruleFiles().exampleDiagnostics(document);
  return ofExample.length === 0 ? findings : [...findings, ...ofExample];
}

/** The same for documents of any language; those of a rule file have to be waited for. */
export function diagnosticsOfAnyDocument(
  context: ServerContext,
  document: OpenDocument,
): Diagnostic[] | undefined | Promise<Diagnostic[]> {
  if (document.language === "python") return diagnosticsOfDocument(context, document);
  return context.ruleFiles().serves(document) ? context.ruleFiles().diagnose(document) : [];
}

export interface ReviewedText {
  readonly uri: string;
  readonly text: LinedText;
  readonly project: Project;
  readonly review: FileReview;
}

export function diagnosticsOfReview(context: ServerContext, reviewed: ReviewedText): Diagnostic[] {
  const { project, review, text, uri } = reviewed;
  const diagnosticContext: DiagnosticContext = {
    text,
    features: context.features,
    ruleOf: (id) => findRule(project.engine, id),
    locate: (step) => locateStep(context, { uri, text, project, path: review.path }, step),
  };
  const findings = review.findings.map((finding) => toDiagnostic(finding, diagnosticContext));
  const { encoding } = context.features;
  const unfinished = (review.unfinished ?? []).map(({ ruleId, range, message }): Diagnostic => {
    const lineEnd = text.text.indexOf("\n", range.start);
    const head = { start: range.start, end: lineEnd < 0 ? range.end : Math.min(range.end, lineEnd) };
    return {
      range: toClientRange(text, head, encoding),
      severity: DiagnosticSeverity.Information,
      source: "kingsnake",
      code: ruleId,
      message,
    };
  });
  return unfinished.length === 0 ? findings : [...findings, ...unfinished];
}
