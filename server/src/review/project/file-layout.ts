/** Where the bodies of a file stand in its text: what is kept of a closed file so that steps of paths can be shown. */
import type { FlowStep } from "../../analyses/flows/flow-types.js";
import { createLineIndex, positionOfOffset, type LineIndex } from "../../base/line-index.js";
import type { BodyKey } from "../../names/module-facts.js";
import type { Unit } from "../../syntax/unit.js";
import { withoutLambdas } from "../../names/body-keys.js";
import type { FindingStep } from "../finding.js";

export interface FileLayout {
  readonly lines: LineIndex;
  /** UTF-16 offsets at which the units of each body start. */
  readonly starts: ReadonlyMap<BodyKey, readonly number[]>;
}

/** The layout of a text with these bodies, each with its units; with those of `known`, a layout of the same text. */
export function layoutOf(
  text: string,
  bodies: Iterable<readonly [BodyKey, readonly Unit[]]>,
  known?: FileLayout,
): FileLayout {
  const starts = new Map<BodyKey, readonly number[]>(known?.starts);
  for (const [key, units] of bodies)
    starts.set(
      key,
      units.map(({ start }) => start),
    );
  return { lines: createLineIndex(text), starts };
}

/** Whether it is known where a body stands. */
export function hasBody(layout: FileLayout | undefined, body: BodyKey): boolean {
  return layout?.starts.has(withoutLambdas(body)) === true;
}

/** A step with its place in the file; undefined where the file has no such place. */
export function placeInLayout(
  layout: FileLayout,
  { path, body, unit, start, end, message, role }: FlowStep,
): FindingStep | undefined {
  const base = layout.starts.get(withoutLambdas(body))?.[unit];
  if (base === undefined || base + end > layout.lines.length) return undefined;
  const range = { start: base + start, end: base + end };
  const position = {
    start: positionOfOffset(layout.lines, range.start),
    end: positionOfOffset(layout.lines, range.end),
  };
  return { path, range, position, message, ...(role && { role }) };
}
