/** From a rule's id in a comment (`# ruleid:`, `# kingsnake: ignore[...]`) to the rule. */
import type { Location } from "vscode-languageserver";
import { isFileProblem } from "../../review/ports.js";
import { readAnnotations } from "../../review/rule-tests/annotations.js";
import type { OpenDocument } from "../open-document.js";
import { lineAt, toClientRange } from "../position-encoding.js";
import { findRule, type ServerContext } from "../server-context.js";
import { createLinedText } from "../text-lines.js";
import type { Neighbours } from "./neighbours.js";
import { ruleEntries } from "./rule-entries.js";

/** Null where no id stands, and for the rules that come with Kingsnake, which have no file here. */
export async function ruleDefinition(
  context: ServerContext,
  neighbours: Neighbours,
  document: OpenDocument,
  offset: number,
): Promise<Location | null> {
  const id = idAt(document, offset);
  if (id === undefined) return null;
  const rules = neighbours.ruleFileOf(document.uri);
  const beside = rules ? locate(context, rules.uri, rules.text, id) : null;
  if (beside !== null) return beside;
  await document.ready;
  const source = document.project === undefined ? undefined : findRule(document.project.engine, id)?.source;
  if (source === undefined) return null;
  const uri = context.runtime.toUri(source);
  const text = context.documents.get(uri)?.text.text ?? (await context.runtime.files.readText(source));
  return isFileProblem(text) ? null : locate(context, uri, text, id);
}

function idAt({ text }: OpenDocument, offset: number): string | undefined {
  const line = lineAt(text, offset);
  const start = text.starts[line] ?? 0;
  const content = text.text.slice(start, text.starts[line + 1] ?? text.text.length);
  if (!content.includes("#")) return undefined;
  const column = offset - start;
  const mark = readAnnotations(content).find(({ range }) => range.start <= column && column <= range.end);
  if (mark !== undefined) return mark.ruleId;
  const list = /#\s*kingsnake:\s*ignore(?:-file)?\[([^\]]*)/i.exec(content);
  if (list?.[1] === undefined) return undefined;
  const from = list.index + list[0].length - list[1].length;
  for (const { 0: id, index } of list[1].matchAll(/[^\s,]+/g)) {
    if (from + index <= column && column <= from + index + id.length) return id;
  }
  return undefined;
}

function locate({ features }: ServerContext, uri: string, text: string, id: string): Location | null {
  const entry = ruleEntries(text).find((other) => other.id === id);
  return entry === undefined
    ? null
    : { uri, range: toClientRange(createLinedText(text), entry.idRange, features.encoding) };
}
