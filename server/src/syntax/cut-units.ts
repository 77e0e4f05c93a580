/**
 * Cuts a file into units from its text alone: line structure, indentation, `def` and `class`. What a unit is therefore does not depend on
 * the parser, on its error recovery, or on earlier states of the text; one that does not parse costs itself and no other.
 */
import { indentationWidth, lineEnd, readLogicalLine } from "./cut-lines.js";
import type { UnitKind } from "./unit.js";

/** The place of one unit. Segments stand in the order of the text and do not overlap. */
export interface Segment {
  start: number;
  /** Offset past the last code of the unit. */
  end: number;
  kind: UnitKind;
  /** Where the line stands that says what kind of unit it is, behind decorators: relative to `start`. */
  head: number;
  /** Offset at which the line of `start` begins. */
  lineStart: number;
  /** Columns at which the bodies around the unit are indented: the module's, then those of the classes. */
  readonly bodies: readonly number[];
  /** How many classes hold the unit. Its class is the last segment above it with a smaller depth. */
  readonly depth: number;
  /** Whether it has a line in which brackets or strings do not close: it can't be parsed. */
  unbalanced?: true;
}

export interface Cut {
  readonly segments: readonly Segment[];
  /** Starts and ends of all comments, in pairs, in order. */
  readonly comments: readonly number[];
  /** Whether an open string had to be given up on: what follows then depends on text that is far away. */
  readonly broken: boolean;
}

/** What changed between two texts: `start` to `oldEnd` of the old one became `start` to `newEnd` of the new one. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** A cut, and how many segments at either end are those of the cut before. */
export interface UpdatedCut {
  readonly cut: Cut;
  readonly keptBefore: number;
  readonly keptAfter: number;
}

const head = /(?:(?:async[ \t]+)?(def)|(class))\b|(@)/y;
const continuation = /(?:elif|else|except|finally)\b/y;

interface CutState {
  readonly text: string;
  readonly segments: Segment[];
  readonly comments: number[];
  /** Columns at which the open bodies are indented; replaced, never changed. */
  bodies: readonly number[];
  /** The segment that further lines may belong to, and the width of its first line. */
  current: Segment | undefined;
  width: number;
  /** Whether the last line at the unit's own indentation opens a block. */
  opensBlock: boolean;
  /** The bodies that the current unit has closed: if it is a simple statement and lines of theirs follow, it stands in their way. */
  suspended: readonly number[] | undefined;
  /** Whether only decorators of `current` have been seen. */
  decorated: boolean;
  /** Width of a class's head whose body has not begun. */
  pendingClass: number;
  broken: boolean;
}

function createState(text: string, bodies: readonly number[]): CutState {
  return {
    text,
    segments: [],
    comments: [],
    bodies,
    current: undefined,
    width: 0,
    opensBlock: false,
    suspended: undefined,
    decorated: false,
    pendingClass: -1,
    broken: false,
  };
}

const moduleBody: readonly number[] = [0];

/** Cuts `text`. Takes time in proportion to its length. */
export function cutUnits(text: string): Cut {
  const state = createState(text, moduleBody);
  cutFrom(state, text.charCodeAt(0) === 0xfeff ? 1 : 0, () => false);
  return { segments: state.segments, comments: state.comments, broken: state.broken };
}

/** Cuts line by line from `offset`, until `stop` says of the start of a line with code that the rest is known. */
function cutFrom(state: CutState, offset: number, stop: (lineStart: number, at: number) => boolean): void {
  const { text } = state;
  let lineStart = offset;
  while (lineStart < text.length) {
    let at = lineStart;
    let code = text.charCodeAt(at);
    while (code === 32 || code === 9 || code === 12) code = text.charCodeAt(++at);
    if (code === 10 || code === 13) lineStart = at + (code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1);
    else if (code === 35) {
      const end = lineEnd(text, at);
      state.comments.push(at, end);
      lineStart = end + (text.startsWith("\r\n", end) ? 2 : 1);
    } else if (at >= text.length || stop(lineStart, at)) return;
    else lineStart = takeLine(state, lineStart, at);
  }
}

/**
 * Cuts `text`, which came from the text of `previous` by `change`: from shortly before the change to where the lines agree
 * again. Gives what `cutUnits` would give. `previous` must not be used any more.
 */
export function updateCut(text: string, previous: Cut, change: Change): UpdatedCut {
  const whole = (): UpdatedCut => ({ cut: cutUnits(text), keptBefore: 0, keptAfter: 0 });
  if (previous.broken) return whole();
  const { segments } = previous;
  // The unit before the one that is touched may take up lines of it.
  const keptBefore = Math.max(0, firstEndingAtOrAfter(segments, change.start) - 2);
  const first = segments[keptBefore];
  if (first === undefined || keptBefore === 0) return whole();
  const delta = change.newEnd - change.oldEnd;
  const state = createState(text, bodiesBefore(segments[keptBefore - 1], first));
  let next = firstEndingAtOrAfter(segments, change.oldEnd);
  let keptAfter = 0;
  cutFrom(state, first.lineStart, (lineStart, at) => {
    if (lineStart <= change.newEnd || state.broken) return false;
    while (next < segments.length && (segments[next]?.lineStart ?? 0) + delta < lineStart) next++;
    const candidate = segments[next];
    if (candidate === undefined || candidate.lineStart + delta !== lineStart || candidate.lineStart <= change.oldEnd)
      return false;
    if (!startsSame(state, segments[next - 1], candidate, lineStart, at)) return false;
    keptAfter = segments.length - next;
    return true;
  });
  if (state.broken) return whole();
  return { cut: join(previous, state, keptBefore, keptAfter, delta), keptBefore, keptAfter };
}

/** The bodies that are open where `segment` starts, before its own indentation closes some. */
function bodiesBefore(previous: Segment | undefined, segment: Segment): readonly number[] {
  if (previous === undefined || segment.bodies.length > previous.bodies.length) return segment.bodies;
  return previous.bodies;
}

/** Index of the first segment that ends at or after `offset`. */
function firstEndingAtOrAfter(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the line at `at` starts a unit, with the same bodies open before it as before the old segment. */
function startsSame(
  state: CutState,
  previous: Segment | undefined,
  candidate: Segment,
  lineStart: number,
  at: number,
): boolean {
  const width = indentationWidth(state.text, lineStart, at);
  const opened = state.pendingClass >= 0 && width > state.pendingClass ? [...state.bodies, width] : state.bodies;
  if (state.pendingClass < 0 && belongsToCurrent(state, width, at)) return false;
  return (
    sameBodies(opened, bodiesBefore(previous, candidate)) && sameBodies(closeBodies(opened, width), candidate.bodies)
  );
}

function sameBodies(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((body, index) => body === b[index]);
}

function join(previous: Cut, state: CutState, keptBefore: number, keptAfter: number, delta: number): Cut {
  const { segments, comments } = previous;
  const tail = segments.slice(segments.length - keptAfter);
  const tailStart = keptAfter === 0 ? state.text.length + 1 : (tail[0]?.lineStart ?? 0) + delta;
  for (const segment of tail) {
    segment.start += delta;
    segment.end += delta;
    segment.lineStart += delta;
  }
  const rescanned = segments[keptBefore]?.lineStart ?? 0;
  const before: number[] = [];
  const after: number[] = [];
  for (let index = 0; index < comments.length; index += 2) {
    const start = comments[index] ?? 0;
    const end = comments[index + 1] ?? 0;
    if (start < rescanned) before.push(start, end);
    else if (keptAfter > 0 && start + delta >= tailStart) after.push(start + delta, end + delta);
  }
  return {
    segments: [...segments.slice(0, keptBefore), ...state.segments, ...tail],
    comments: [...before, ...state.comments, ...after],
    broken: false,
  };
}

/** Gives the logical line at `at` to the unit that it belongs to; returns where the next line starts. */
function takeLine(state: CutState, lineStart: number, at: number): number {
  const { text } = state;
  const width = indentationWidth(text, lineStart, at);
  openPendingClass(state, width);
  resumeBodies(state, width);
  const extending = belongsToCurrent(state, width, at);
  const found = extending && !(state.decorated && width === state.width) ? null : headAt(text, at);
  if (!extending) startSegment(state, lineStart, at, width);
  const segment = state.current;
  const line = readLogicalLine(text, at, state.width, state.comments);
  if (line.broken) state.broken = true;
  if (segment === undefined) return line.next;
  segment.end = Math.max(segment.end, line.codeEnd);
  if (line.unbalanced) segment.unbalanced = true;
  if (width === state.width) state.opensBlock = text.charCodeAt(line.codeEnd - 1) === 58;
  if (found !== null) {
    segment.head = at - segment.start;
    applyHead(state, segment, found, line.codeEnd);
  } else if (!extending || width === state.width) state.decorated = false;
  return line.next;
}

function openPendingClass(state: CutState, width: number): void {
  if (state.pendingClass < 0) return;
  if (width > state.pendingClass) state.bodies = [...state.bodies, width];
  state.pendingClass = -1;
  state.current = undefined;
}

/** Lines that are indented under a simple statement go on with the class that the statement stands in the way of. */
function resumeBodies(state: CutState, width: number): void {
  if (state.current === undefined || width <= state.width || state.opensBlock || state.decorated) return;
  if (state.suspended?.includes(width) !== true) return;
  state.bodies = closeBodies(state.suspended, width);
  state.current = undefined;
  // Where the class goes on is decided by lines far above.
  state.broken = true;
}

function belongsToCurrent(state: CutState, width: number, at: number): boolean {
  if (state.current === undefined) return false;
  if (width > state.width) return true;
  if (width < state.width) return false;
  if (state.decorated) return true;
  if (state.current.kind !== "statement") return false;
  continuation.lastIndex = at;
  return continuation.test(state.text);
}

function headAt(text: string, at: number): RegExpExecArray | null {
  head.lastIndex = at;
  return head.exec(text);
}

function startSegment(state: CutState, lineStart: number, at: number, width: number): void {
  const bodies = closeBodies(state.bodies, width);
  state.suspended = bodies.length < state.bodies.length ? state.bodies : undefined;
  state.bodies = bodies;
  const segment: Segment = {
    start: at,
    end: at,
    kind: "statement",
    head: 0,
    lineStart,
    bodies: state.bodies,
    depth: state.bodies.length - 1,
  };
  state.segments.push(segment);
  state.current = segment;
  state.width = width;
  state.decorated = false;
}

/** The bodies that a line of this width still lies in. */
function closeBodies(bodies: readonly number[], width: number): readonly number[] {
  let count = bodies.length;
  while (count > 1 && width < (bodies[count - 1] ?? 0)) count--;
  return count === bodies.length ? bodies : bodies.slice(0, count);
}

/** A `def`, `class` or `@` at the unit's own indentation says what kind of unit it is. */
function applyHead(state: CutState, segment: Segment, found: RegExpExecArray, codeEnd: number): void {
  if (found[3] !== undefined) {
    state.decorated = true;
    return;
  }
  state.decorated = false;
  if (found[1] !== undefined) segment.kind = "function";
  else if (state.text.charCodeAt(codeEnd - 1) === 58) {
    segment.kind = "class";
    state.pendingClass = state.width;
  }
}
