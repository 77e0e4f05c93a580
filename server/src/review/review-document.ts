/** An open document: its text, the analysis of the version that was last asked for, and what has changed since. */
import type { TextEdit } from "../base/text-range.js";
import type { Change } from "../syntax/cut-units.js";
import { freeWarmTree } from "../syntax/python-parser.js";
import type { ReviewDocument, ReviewExtent } from "./engine.js";
import { analyseFile, type AnalysisContext, type FileAnalysis } from "./file-analysis.js";
import type { PathPolicies } from "./path-policies.js";
import { placeFindings, type FlowFindings } from "./place-findings.js";

/** What flows into a document, as its project says. */
export type FlowsInto = (analysis: FileAnalysis, text: string, extent: ReviewExtent) => FlowFindings;

/** Opens a document of an engine; of a project if there is somebody to say what flows into it. */
export function openReviewDocument(
  context: AnalysisContext,
  policies: PathPolicies,
  path: string,
  initial: string,
  flowsInto?: FlowsInto,
): ReviewDocument {
  let text = initial;
  let analysis: FileAnalysis | undefined;
  let change: Change | undefined;
  return {
    path,
    get text() {
      return text;
    },
    edit: (edits) => {
      for (const edit of edits) {
        const { start, end } = insideText(edit, text);
        text = text.slice(0, start) + edit.newText + text.slice(end);
        change = mergeChange(change, { start, oldEnd: end, newEnd: start + edit.newText.length });
      }
    },
    review: (options, extent) => {
      if (analysis === undefined) analysis = analyseFile(context, text, "keep");
      else if (change !== undefined) analysis = analyseFile(context, text, "keep", { previous: analysis, change });
      change = undefined;
      const flows = flowsInto?.(analysis, text, extent ?? "all");
      return placeFindings({ path, text, analysis, ...(flows && { flows }) }, options, policies, extent);
    },
    mayBeSink: () => false,
    explainSink: () => undefined,
    close: () => {
      freeWarmTree(analysis?.units.warm);
      analysis = undefined;
    },
  };
}

/** Ranges outside of the text are brought inside. */
function insideText({ range }: TextEdit, text: string): { start: number; end: number } {
  const start = Math.max(0, Math.min(range.start, text.length));
  return { start, end: Math.max(start, Math.min(range.end, text.length)) };
}

/** The smallest change that covers `first` and, in the text that it left, `second`. */
function mergeChange(first: Change | undefined, second: Change): Change {
  if (first === undefined) return second;
  const secondEndBefore = second.oldEnd <= first.newEnd ? first.oldEnd : second.oldEnd - (first.newEnd - first.oldEnd);
  const oldEnd = Math.max(first.oldEnd, secondEndBefore);
  const newLength = first.newEnd - first.oldEnd + second.newEnd - second.oldEnd;
  return { start: Math.min(first.start, second.start), oldEnd, newEnd: oldEnd + newLength };
}
