/** Completion inside of our own comments and of the marks of examples: what they can say, and the ids of rules. */
import { CompletionItemKind, type CompletionItem, type CompletionParams } from "vscode-languageserver";
import { reviewDocument, type OpenDocument } from "./open-document.js";
import { lineAt, toClientRange, toOffset } from "./position-encoding.js";
import { completeRuleFile } from "./rule-files/rule-completion.js";
import { ruleEntries } from "./rule-files/rule-entries.js";
import type { ServerContext } from "./server-context.js";

/** What starts a completion by itself. */
export const completionTriggers = ["[", ",", ":", "$"];

const idPlace = /#\s*kingsnake:\s*ignore(?:-file)?\[([^\]]*)$/i;
const markPlace = /#\s*(?:todo)?(?:ruleid|ok):([^#]*)$/;
const wordPlace = /#\s*kingsnake:\s*([a-z-]*)$/i;

export async function completion(context: ServerContext, params: CompletionParams): Promise<CompletionItem[]> {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined) return [];
  const offset = toOffset(document.text, params.position, context.features.encoding);
  if (document.language === "yaml")
    return context.ruleFiles().serves(document) ? completeRuleFile(context, document.text, offset) : [];
  const lineStart = document.text.starts[lineAt(document.text, offset)] ?? 0;
  const before = document.text.text.slice(lineStart, offset);
  const word = wordPlace.exec(before)?.[1];
  if (word !== undefined) return completeWord(context, document, offset, word);
  const marked = markPlace.exec(before)?.[1];
  if (marked !== undefined) return completeMark(context, document, offset, marked);
  const list = idPlace.exec(before)?.[1];
  if (list === undefined) return [];
  await document.ready;
  return completeIds(context, document, offset, list);
}

function completeWord(context: ServerContext, document: OpenDocument, offset: number, word: string): CompletionItem[] {
  const range = toClientRange(document.text, { start: offset - word.length, end: offset }, context.features.encoding);
  const item = (label: string, detail: string): CompletionItem => ({
    label,
    detail,
    kind: CompletionItemKind.Keyword,
    textEdit: { range, newText: `${label}[` },
  });
  return [
    item("ignore", "Silences rules on this statement"),
    item("ignore-file", "Silences rules in this file, from its top"),
  ];
}

/** The rules of the file beside an example. */
function completeMark(context: ServerContext, document: OpenDocument, offset: number, list: string): CompletionItem[] {
  const rules = context.ruleFiles().sources.neighbours.ruleFileOf(document.uri);
  if (!rules) return [];
  const written = /[^,\s]*$/.exec(list)?.[0] ?? "";
  const edited = { start: offset - written.length, end: offset };
  const range = toClientRange(document.text, edited, context.features.encoding);
  const named = new Set(list.split(/[,\s]+/).filter((id) => id !== written));
  return ruleEntries(rules.text)
    .filter(({ id }) => !named.has(id))
    .map(({ id }) => ({ label: id, kind: CompletionItemKind.Value, textEdit: { range, newText: id } }));
}

/** Rules with findings in this document come first. */
function completeIds(context: ServerContext, document: OpenDocument, offset: number, list: string): CompletionItem[] {
  const { project } = document;
  if (project === undefined) return [];
  const written = /[^,\s]*$/.exec(list)?.[0] ?? "";
  const range = toClientRange(
    document.text,
    { start: offset - written.length, end: offset },
    context.features.encoding,
  );
  const named = new Set(list.split(/[,\s]+/).filter((id) => id !== written));
  const found = new Set(reviewDocument(document)?.findings.map((finding) => finding.ruleId));
  return project.engine.rules
    .filter((rule) => !named.has(rule.id))
    .map((rule) => ({
      label: rule.id,
      detail: rule.title,
      kind: CompletionItemKind.Value,
      sortText: `${found.has(rule.id) ? 0 : 1}${rule.id}`,
      textEdit: { range, newText: rule.id },
    }));
}
