/** Safe fixes on a text: all that do not get in each other's way. */
import { rangesOverlap, type TextEdit } from "../base/text-range.js";
import type { Finding, Fix } from "../review/finding.js";

export interface FixedText {
  readonly text: string;
  /** How many findings were mended. */
  readonly count: number;
}

/** Applies the safe fixes among the findings', the first of those that overlap. New lines get the line breaks of the text. */
export function applySafeFixes(text: string, findings: readonly Finding[]): FixedText {
  const chosen: Fix[] = [];
  const edits: TextEdit[] = [];
  for (const { fix } of findings) {
    if (fix?.safety !== "safe" || fix.edits.some((edit) => overlapsAny(edit, edits))) continue;
    chosen.push(fix);
    edits.push(...fix.edits);
  }
  return { text: replaceAll(text, edits), count: chosen.length };
}

function overlapsAny(edit: TextEdit, others: readonly TextEdit[]): boolean {
  return others.some((other) => rangesOverlap(edit.range, other.range));
}

/** From the end to the start, so that the places of earlier edits stay. */
function replaceAll(text: string, edits: readonly TextEdit[]): string {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const backwards = [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  return backwards.reduce((result, { range, newText }) => {
    const inserted = newText.replace(/\r\n|\n/g, lineBreak);
    return result.slice(0, range.start) + inserted + result.slice(range.end);
  }, text);
}
