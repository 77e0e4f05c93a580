/** Several findings' fixes as one set of edits. */
import { rangesOverlap, type TextEdit } from "../base/text-range.js";
import type { Finding } from "./finding.js";

/**
 * The edits of all fixes, sorted by place. Of fixes that touch each other's code the one of the earlier finding counts and
 * the later one is left out as a whole: it was made for code that will no longer be there.
 */
export function combineFixes(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fix } of findings) {
    if (fix === undefined) continue;
    const clashes = fix.edits.some((edit) => taken.some((other) => rangesOverlap(edit.range, other.range)));
    if (!clashes) taken.push(...fix.edits);
  }
  return taken.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The text after edits that do not overlap and are sorted, as `combineFixes` gives them. */
export function applySortedEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let done = 0;
  for (const { range, newText } of edits) {
    result += text.slice(done, range.start) + newText;
    done = range.end;
  }
  return result + text.slice(done);
}
