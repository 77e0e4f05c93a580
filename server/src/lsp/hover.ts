/** What a finding means, why, and what to do about it, when the mouse rests on it. */
import { MarkupKind, type Hover, type HoverParams } from "vscode-languageserver";
import type { Finding } from "../review/finding.js";
import { showRuleCommand } from "./code-actions.js";
import { narrowestFirst } from "./narrowest-first.js";
import { reviewDocument } from "./open-document.js";
import { pathMarkdown, pathPlainText } from "./path-words.js";
import { toClientRange, toOffset } from "./position-encoding.js";
import { findingMarkdown, findingPlainText, rulePageAddress } from "./rule-markdown.js";
import { hoverRuleFile } from "./rule-files/rule-hover.js";
import { findRule, type ServerContext } from "./server-context.js";

export async function hover(context: ServerContext, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const { documents, features } = context;
  const document = documents.get(textDocument.uri);
  if (document === undefined) return null;
  await document.ready;
  const { project, text } = document;
  const offset = toOffset(text, position, features.encoding);
  if (document.language === "yaml")
    return context.ruleFiles().serves(document) ? hoverRuleFile(context, text, offset) : null;
  const review = reviewDocument(document);
  if (review === undefined || project === undefined) return null;
  const here = narrowestFirst(review.findings.filter(({ range }) => range.start <= offset && offset <= range.end));
  const first = here[0];
  if (first === undefined) return null;
  const owner = { uri: document.uri, text, project, path: review.path };
  const explain = (finding: Finding): string => {
    const rule = findRule(project.engine, finding.ruleId);
    return features.markdownHover
      ? findingMarkdown(finding, rule, {
          path: pathMarkdown(context, owner, finding),
          ruleLink: linkTo(finding.ruleId, features.ownCommands),
          // VS Code shows the diagnostics of the place above the hover.
          withMessage: !features.ownCommands,
        })
      : findingPlainText(finding, rule, pathPlainText(context, owner, finding));
  };
  return {
    contents: {
      kind: features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: here.map(explain).join(features.markdownHover ? "\n\n---\n\n" : "\n\n"),
    },
    range: toClientRange(text, first.range, features.encoding),
  };
}

/** Our own client shows the page without a network. */
function linkTo(ruleId: string, ownCommands: boolean): string {
  if (!ownCommands) return rulePageAddress(ruleId);
  return `command:${showRuleCommand}?${encodeURIComponent(JSON.stringify([ruleId]))}`;
}
