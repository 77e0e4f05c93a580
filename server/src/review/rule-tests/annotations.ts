/** What an example says should be found in it: comments that each speak about the line below, in Semgrep's spelling. */
import { createLineIndex, type LineIndex } from "../../base/line-index.js";
import type { TextRange } from "../../base/text-range.js";

/** `todo...`: what should be so one day; it is neither asked for nor held against the rule. */
export type AnnotationKind = "ruleid" | "ok" | "todoruleid" | "todook";

/** One rule's name in such a comment; a comment may name several. */
export interface Annotation {
  readonly kind: AnnotationKind;
  readonly ruleId: string;
  /** Of the name in the comment. */
  readonly range: TextRange;
  /** Zero-based; the line that the comment speaks about. */
  readonly line: number;
}

/** Comments of Python, and those of the texts that `generic` and `regex` rules are for. */
const comment = /(?:#|\/\/|<!--|\(\*)\s*(todoruleid|ruleid|todook|ok)\s*:/;
/** Semgrep's paid engine has marks of its own inside of a mark; the name counts. */
const deeperMark = /^\s*(?:deepok|prook|deepruleid|proruleid)\s*:/;
const quickLook = /ruleid|ok\s*:/;

/** All annotations of a text, in order. */
export function readAnnotations(text: string): Annotation[] {
  if (!quickLook.test(text)) return [];
  const lines = createLineIndex(text);
  return lines.starts.flatMap((start, line) => readLine(text.slice(start, endOfLine(text, lines, line)), start, line));
}

/** Whether a text is an example of a rule, and not just any code. */
export function hasAnnotations(text: string): boolean {
  return /(?:#|\/\/|<!--|\(\*)\s*(?:todo)?ruleid\s*:|#\s*(?:todo)?ok\s*:/.test(text);
}

function readLine(content: string, start: number, line: number): Annotation[] {
  const mark = comment.exec(content);
  if (mark === null) return [];
  let at = mark.index + mark[0].length;
  at += deeperMark.exec(content.slice(at))?.[0].length ?? 0;
  const annotations: Annotation[] = [];
  for (const part of content.slice(at).split(",")) {
    const name = /[^\s]+/.exec(part.replace(/-->|\*\)/g, "   "));
    if (name !== null) {
      const from = start + at + name.index;
      const range = { start: from, end: from + name[0].length };
      annotations.push({ kind: mark[1] as AnnotationKind, ruleId: name[0], range, line: line + 1 });
    }
    at += part.length + 1;
  }
  return annotations;
}

function endOfLine(text: string, { starts }: LineIndex, line: number): number {
  return starts[line + 1] ?? text.length;
}
