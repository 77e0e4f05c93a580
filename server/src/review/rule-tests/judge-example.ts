/** An example against what its rules find in it: what is not as the annotations say. */
import { createLineIndex, lineOfOffset, type LineIndex } from "../../base/line-index.js";
import type { TextRange } from "../../base/text-range.js";
import { readAnnotations, type Annotation, type AnnotationKind } from "./annotations.js";

/** What is judged of a finding. */
export interface Found {
  readonly ruleId: string;
  readonly range: TextRange;
}

/**
 * `missed`: marked and not found. `stacked`: the same, because the line below the mark is a mark itself. `unexpected`: found
 * and not marked. `not-ok`: found, and marked as harmless.
 */
export type FaultKind = "missed" | "stacked" | "unexpected" | "not-ok";

export interface ExampleFault {
  readonly kind: FaultKind;
  readonly ruleId: string;
  /** Zero-based. */
  readonly line: number;
  /** Where it is to be shown: the finding, or the line that has none. */
  readonly range: TextRange;
}

export interface ExampleVerdict {
  /** How many places are marked as found or as harmless; the same rule on the same line counts once. */
  readonly marked: number;
  /** How many of them are so. */
  readonly asMarked: number;
  /** Sorted by place. */
  readonly faults: readonly ExampleFault[];
  /** `todo...` marks that have come true and can lose their `todo`. */
  readonly done: readonly Annotation[];
  /** Names in marks that are none of `ruleIds`. */
  readonly foreign: readonly Annotation[];
}

/** Judges what the rules `ruleIds` found in `text`; like Semgrep it looks at the lines on which findings start. */
export function judgeExample(text: string, found: readonly Found[], ruleIds: readonly string[]): ExampleVerdict {
  const lines = createLineIndex(text);
  const own = new Set(ruleIds);
  const all = readAnnotations(text);
  const marks = groupMarks(all.filter(({ ruleId }) => own.has(ruleId)));
  const findings = firstOfEachPlace(found, own, lines);
  const faults: ExampleFault[] = [];
  const done: Annotation[] = [];
  let marked = 0;
  let asMarked = 0;
  for (const [place, { kinds, annotation }] of marks) {
    const { ruleId, line } = annotation;
    const finding = findings.get(place);
    const isTodo = kinds.has("todoruleid") || kinds.has("todook");
    if (isTodo) {
      if (kinds.has("todoruleid") === (finding !== undefined)) done.push(annotation);
      continue;
    }
    marked++;
    if (kinds.has("ruleid") === (finding !== undefined)) asMarked++;
    else if (finding !== undefined) faults.push({ kind: "not-ok", ruleId, line, range: finding.range });
    else {
      const kind = all.some((other) => other.line === line + 1) ? "stacked" : "missed";
      faults.push({ kind, ruleId, line, range: contentOfLine(text, lines, line) });
    }
  }
  for (const [place, { ruleId, range }] of findings) {
    if (!marks.has(place)) faults.push({ kind: "unexpected", ruleId, line: lineOfOffset(lines, range.start), range });
  }
  faults.sort((a, b) => a.line - b.line || a.range.start - b.range.start || (a.ruleId < b.ruleId ? -1 : 1));
  return { marked, asMarked, faults, done, foreign: all.filter(({ ruleId }) => !own.has(ruleId)) };
}

/** One sentence without a full stop, for people who look at the line. */
export function describeFault({ kind, ruleId }: ExampleFault): string {
  switch (kind) {
    case "missed":
      return `${ruleId}: expected a finding here, there is none`;
    case "stacked":
      return `${ruleId}: expected a finding here, but this line is a mark itself; name several rules in one mark, as \`# ruleid: a, b\``;
    case "unexpected":
      return `${ruleId}: found here, not expected`;
    case "not-ok":
      return `${ruleId}: found here, although it is marked ok`;
  }
}

interface Mark {
  readonly kinds: Set<AnnotationKind>;
  readonly annotation: Annotation;
}

/** By rule and line. Where one place is marked both ways, `ruleid` asks for the finding. */
function groupMarks(annotations: readonly Annotation[]): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const annotation of annotations) {
    const place = placeName(annotation.ruleId, annotation.line);
    const known = marks.get(place);
    if (known === undefined) marks.set(place, { kinds: new Set([annotation.kind]), annotation });
    else known.kinds.add(annotation.kind);
  }
  return marks;
}

function firstOfEachPlace(
  found: readonly Found[],
  own: ReadonlySet<string>,
  lines: LineIndex,
): ReadonlyMap<string, Found> {
  const findings = new Map<string, Found>();
  for (const finding of found) {
    const place = placeName(finding.ruleId, lineOfOffset(lines, finding.range.start));
    if (own.has(finding.ruleId) && !findings.has(place)) findings.set(place, finding);
  }
  return findings;
}

function placeName(ruleId: string, line: number): string {
  return `${line} ${ruleId}`;
}

/** A line without its indentation and its break; past the end of the text, its last place. */
function contentOfLine(text: string, { starts }: LineIndex, line: number): TextRange {
  const start = starts[line] ?? text.length;
  const content = text.slice(start, starts[line + 1] ?? text.length);
  const indentation = content.length - content.trimStart().length;
  const from = content.trim() === "" ? start : start + indentation;
  return { start: from, end: from + content.trim().length };
}
