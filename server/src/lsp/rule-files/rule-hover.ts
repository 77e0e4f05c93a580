/** What a key of a rule file means, when the mouse rests on it. */
import { MarkupKind, type Hover } from "vscode-languageserver";
import { describeKey } from "../../rules/language/keys.js";
import { toClientRange } from "../position-encoding.js";
import type { ServerContext } from "../server-context.js";
import type { LinedText } from "../text-lines.js";
import { keyMarkdown, keyPlainText } from "./key-words.js";
import { lineOfOutline, outlineOf } from "./yaml-outline.js";

/** Null where there is no key, or one of people's own. */
export function hoverRuleFile({ features }: ServerContext, text: LinedText, offset: number): Hover | null {
  const outline = outlineOf(text.text);
  const key = outline.lines[lineOfOutline(outline, offset)]?.key;
  if (key === undefined || offset < key.range.start || offset > key.range.end) return null;
  const description = describeKey(key.path, key.name);
  if (description === undefined) return null;
  return {
    contents: features.markdownHover
      ? { kind: MarkupKind.Markdown, value: keyMarkdown(description) }
      : { kind: MarkupKind.PlainText, value: keyPlainText(description) },
    range: toClientRange(text, key.range, features.encoding),
  };
}
