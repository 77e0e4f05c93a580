/** Code actions, in ESLint's order: fix this, all of this rule, all in the file; follow the data; ignore here, in the file; explain. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { rangesOverlap, type TextEdit } from "../base/text-range.js";
import type { FileReview, Finding } from "../review/finding.js";
import { editsOfPlan, hasSafeFix, readActionData, type ActionPlan, type PlannedAction } from "./action-plan.js";
import { diagnosticsOfReview } from "./diagnostics-of.js";
import { hasPath } from "./finding-path.js";
import { narrowestFirst } from "./narrowest-first.js";
import { reviewDocument, type OpenDocument } from "./open-document.js";
import { planFollowData, planWhyNot, whyNotKind } from "./path-actions.js";
import { toClientRange, toTextRange } from "./position-encoding.js";
import type { ServerContext } from "./server-context.js";

/** Fixes on save: the safe ones, and never a comment that silences. */
export const fixAllKind = "source.fixAll.kingsnake";

/** The command of our own client that shows a rule's page. */
export const showRuleCommand = "kingsnake.showRule";

export async function codeActions(context: ServerContext, params: CodeActionParams): Promise<CodeAction[]> {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined || !context.features.codeActionLiterals) return [];
  await document.ready;
  const review = reviewDocument(document);
  if (review === undefined) return [];
  const range = toTextRange(document.text, params.range, context.features.encoding);
  const here = narrowestFirst(review.findings.filter((finding) => rangesOverlap(finding.range, range)));
  return planActions(context, document, review, here)
    .concat(mayAskWhyNot(context, document, here, range.start) ? [planWhyNot(document, params.range.start)] : [])
    .filter(({ kind }) => isWanted(kind, params.context.only))
    .map((planned) => toCodeAction(context, document, review, planned, params.context.diagnostics));
}

/** Fills in the edit of an action that was offered without. */
export async function resolveCodeAction(context: ServerContext, action: CodeAction): Promise<CodeAction> {
  const data = readActionData(action.data);
  const document = data === undefined ? undefined : context.documents.get(data.uri);
  if (data === undefined || document === undefined) return action;
  await document.ready;
  const review = reviewDocument(document);
  if (review === undefined) return action;
  return { ...action, edit: toWorkspaceEdit(context, document, editsOfPlan(data.plan, document.text.text, review)) };
}

/** Asked last, and with a quick look only: it is asked at every place where the cursor rests. */
function mayAskWhyNot(
  { features, sinks }: ServerContext,
  document: OpenDocument,
  here: readonly Finding[],
  offset: number,
): boolean {
  return features.ownCommands && !here.some(hasPath) && sinks.mayBeSink(document, offset);
}

function planActions(
  { features }: ServerContext,
  document: OpenDocument,
  review: FileReview,
  here: readonly Finding[],
): PlannedAction[] {
  const rules = [...new Set(here.map((finding) => finding.ruleId))];
  const ofRule = (ruleId: string) => here.filter((finding) => finding.ruleId === ruleId);
  return [
    ...here.flatMap(planFix),
    ...rules.flatMap((ruleId) => planFixRule(review, ruleId, ofRule(ruleId))),
    ...planFixAll(review, here),
    ...(features.ownCommands ? planFollowData(document, here) : []),
    ...here.map(planIgnoreStatement),
    ...rules.map((ruleId) => planIgnoreFile(ruleId, ofRule(ruleId))),
    ...(features.ownCommands ? rules.map((ruleId) => planShowRule(ruleId, ofRule(ruleId))) : []),
  ];
}

function planFix(finding: Finding): PlannedAction[] {
  const { fix, fingerprint } = finding;
  if (fix === undefined) return [];
  return [
    {
      title: hasSafeFix(finding) ? fix.title : `${fix.title} (may change behaviour)`,
      kind: CodeActionKind.QuickFix,
      findings: [finding],
      isPreferred: hasSafeFix(finding),
      plan: { action: "fix", fingerprint },
    },
  ];
}

function planFixRule(review: FileReview, ruleId: string, findings: readonly Finding[]): PlannedAction[] {
  const fixable = review.findings.filter((finding) => finding.ruleId === ruleId && finding.fix !== undefined);
  if (fixable.length < 2) return [];
  const doubt = fixable.every(hasSafeFix) ? "" : " (may change behaviour)";
  const title = `Fix all ${fixable.length} of ${ruleId} in this file${doubt}`;
  return [{ title, kind: CodeActionKind.QuickFix, findings, plan: { action: "fix-rule", ruleId } }];
}

/** In the light bulb's menu only where it does more than the actions above it. */
function planFixAll(review: FileReview, here: readonly Finding[]): PlannedAction[] {
  const safe = review.findings.filter(hasSafeFix);
  if (safe.length === 0) return [];
  const title =
    safe.length === 1 ? "Fix 1 finding that is safe to fix" : `Fix all ${safe.length} findings that are safe to fix`;
  const plan: ActionPlan = { action: "fix-all" };
  const source: PlannedAction = { title, kind: fixAllKind, findings: safe, plan };
  const saysMore = here.some(hasSafeFix) && new Set(safe.map((finding) => finding.ruleId)).size > 1;
  return saysMore
    ? [{ title, kind: CodeActionKind.QuickFix, findings: here.filter(hasSafeFix), plan }, source]
    : [source];
}

function planIgnoreStatement(finding: Finding): PlannedAction {
  return {
    title: `Ignore ${finding.ruleId} on this statement`,
    kind: CodeActionKind.QuickFix,
    findings: [finding],
    plan: { action: "ignore-statement", fingerprint: finding.fingerprint },
  };
}

function planIgnoreFile(ruleId: string, findings: readonly Finding[]): PlannedAction {
  const title = `Ignore ${ruleId} in this file`;
  return { title, kind: CodeActionKind.QuickFix, findings, plan: { action: "ignore-file", ruleId } };
}

function planShowRule(ruleId: string, findings: readonly Finding[]): PlannedAction {
  const title = `Show the documentation of ${ruleId}`;
  const command: Command = { title, command: showRuleCommand, arguments: [ruleId] };
  return { title, kind: CodeActionKind.QuickFix, findings, command };
}

/** Kinds are a tree by their dots. Actions on the whole source are for those who ask for them. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined || only.length === 0) return kind === CodeActionKind.QuickFix || kind === whyNotKind;
  return only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}

function toCodeAction(
  context: ServerContext,
  document: OpenDocument,
  review: FileReview,
  planned: PlannedAction,
  shown: readonly Diagnostic[],
): CodeAction {
  const { features } = context;
  const action: CodeAction = { title: planned.title, kind: planned.kind };
  if (planned.kind !== fixAllKind)
    action.diagnostics = diagnosticsOf(context, document, review, planned.findings, shown);
  if (planned.isPreferred === true && features.isPreferred) action.isPreferred = true;
  if (planned.command !== undefined) action.command = planned.command;
  if (planned.plan !== undefined) {
    if (features.resolvesEdits) action.data = { uri: document.uri, plan: planned.plan };
    else action.edit = toWorkspaceEdit(context, document, editsOfPlan(planned.plan, document.text.text, review));
  }
  return action;
}

/** The client's own diagnostics where it sent them, so that it knows them again. */
function diagnosticsOf(
  context: ServerContext,
  document: OpenDocument,
  review: FileReview,
  findings: readonly Finding[],
  shown: readonly Diagnostic[],
): Diagnostic[] {
  const { project, text, uri } = document;
  if (project === undefined) return [];
  const own = diagnosticsOfReview(context, { uri, text, project, review: { ...review, findings } });
  return own.map((diagnostic) => shown.find((other) => isSame(other, diagnostic)) ?? diagnostic);
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character
  );
}

function toWorkspaceEdit(context: ServerContext, document: OpenDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const { features } = context;
  const { uri, version } = document;
  const lspEdits = edits.map(({ range, newText }) => ({
    range: toClientRange(document.text, range, features.encoding),
    newText,
  }));
  if (!features.documentChanges) return { changes: { [uri]: lspEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: lspEdits }] };
}
