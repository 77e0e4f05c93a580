/**
 * Cuts a file into units from its text alone: line structure, indentation, `def` and `class`. What a unit is therefore does not depend on
 * the parser, on its error recovery, or on earlier states of the text; one that does not parse costs itself and no other.
 */
import { indentationWidth, lineEnd, readLogicalLine } from './cut-lines.js';
import type { UnitKind } from './unit.js';

/** The place of one unit. Segments stand in the order of the text and do not overlap. */
export interface Segment {
  readonly start: number;
  /** Offset past the last code of the unit. */
  end: number;
  kind: UnitKind;
  /** Offset at which the line of `start` begins. */
  readonly lineStart: number;
  /** How many classes hold the unit. Its class is the last segment above it with a smaller depth. */
  readonly depth: number;
}

export interface Cut {
  readonly segments: readonly Segment[];
  /** Starts and ends of all comments, in pairs, in order. */
  readonly comments: readonly number[];
  /** Whether an open bracket or string had to be given up on. */
  readonly broken: boolean;
}

const head = /(?:(?:async[ \t]+)?(def)|(class))\b|(@)/y;
const continuation = /(?:elif|else|except|finally)\b/y;

interface CutState {
  readonly text: string;
  readonly segments: Segment[];
  readonly comments: number[];
  /** Widths at which the bodies of the open classes are indented; the module's is 0. */
  readonly bodies: number[];
  /** The segment that further lines may belong to, and the width of its first line. */
  current: Segment | undefined;
  width: number;
  /** Whether only decorators of `current` have been seen. */
  decorated: boolean;
  /** Width of a class's head whose body has not begun. */
  pendingClass: number;
  broken: boolean;
}

/** Cuts `text`. Takes time in proportion to its length. */
export function cutUnits(text: string): Cut {
  const state: CutState = {
    text,
    segments: [],
    comments: [],
    bodies: [0],
    current: undefined,
    width: 0,
    decorated: false,
    pendingClass: -1,
    broken: false,
  };
  let lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (lineStart < text.length) {
    let at = lineStart;
    let code = text.charCodeAt(at);
    while (code === 32 || code === 9 || code === 12) code = text.charCodeAt(++at);
    if (code === 10 || code === 13) lineStart = at + (code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1);
    else if (code === 35) {
      const end = lineEnd(text, at);
      state.comments.push(at, end);
      lineStart = end + (text.startsWith('\r\n', end) ? 2 : 1);
    } else if (at >= text.length) break;
    else lineStart = takeLine(state, lineStart, at);
  }
  return { segments: state.segments, comments: state.comments, broken: state.broken };
}

/** Gives the logical line at `at` to the unit that it belongs to; returns where the next line starts. */
function takeLine(state: CutState, lineStart: number, at: number): number {
  const { text } = state;
  const width = indentationWidth(text, lineStart, at);
  openPendingClass(state, width);
  const extending = belongsToCurrent(state, width, at);
  const found = extending && !(state.decorated && width === state.width) ? null : headAt(text, at);
  if (!extending) startSegment(state, lineStart, at, width);
  const segment = state.current;
  const line = readLogicalLine(text, at, state.width, state.comments);
  if (line.broken) state.broken = true;
  if (segment === undefined) return line.next;
  segment.end = Math.max(segment.end, line.codeEnd);
  if (found !== null) applyHead(state, segment, found, line.codeEnd);
  else if (!extending || width === state.width) state.decorated = false;
  return line.next;
}

function openPendingClass(state: CutState, width: number): void {
  if (state.pendingClass < 0) return;
  if (width > state.pendingClass) state.bodies.push(width);
  state.pendingClass = -1;
  state.current = undefined;
}

function belongsToCurrent(state: CutState, width: number, at: number): boolean {
  if (state.current === undefined) return false;
  if (width > state.width) return true;
  if (width < state.width) return false;
  if (state.decorated) return true;
  if (state.current.kind !== 'statement') return false;
  continuation.lastIndex = at;
  return continuation.test(state.text);
}

function headAt(text: string, at: number): RegExpExecArray | null {
  head.lastIndex = at;
  return head.exec(text);
}

function startSegment(state: CutState, lineStart: number, at: number, width: number): void {
  while (state.bodies.length > 1 && width < (state.bodies[state.bodies.length - 1] ?? 0)) state.bodies.pop();
  const segment: Segment = { start: at, end: at, kind: 'statement', lineStart, depth: state.bodies.length - 1 };
  state.segments.push(segment);
  state.current = segment;
  state.width = width;
  state.decorated = false;
}

/** A `def`, `class` or `@` at the unit's own indentation says what kind of unit it is. */
function applyHead(state: CutState, segment: Segment, found: RegExpExecArray, codeEnd: number): void {
  if (found[3] !== undefined) {
    state.decorated = true;
    return;
  }
  state.decorated = false;
  if (found[1] !== undefined) segment.kind = 'function';
  else if (state.text.charCodeAt(codeEnd - 1) === 58) {
    segment.kind = 'class';
    state.pendingClass = state.width;
  }
}
