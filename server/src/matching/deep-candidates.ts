/** Where in a unit something may match what `<... e ...>` asks for: most expressions hold nothing of the kind. */
import type { SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import { symbolicValueOf } from "./constant.js";
import { matchesDottedName } from "./match.js";
import type { PatternNode } from "./pattern.js";
import { quickReject } from "./quick-reject.js";

/** How names are seen: as names, or also as the expressions that they stand for. */
export type NameView = "plain" | "followed";

interface Candidates {
  readonly resolution: number;
  /** UTF-16 offsets at which candidates start, sorted. */
  readonly starts: Record<NameView, Map<PatternNode, readonly number[]>>;
}

/** Of units; they hold as long as the names mean the same. */
const known = new WeakMap<Unit, Candidates>();

/** Whether a node may hold what the pattern asks for. A class holds more than its own unit, so it may always. */
export function mayHoldDeep(inner: PatternNode, node: SyntaxNode, view: NameView): boolean {
  if (node.kind === "ClassDef") return true;
  const starts = candidatesIn(inner, node.unit, view);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < node.start) low = middle + 1;
    else high = middle;
  }
  const first = starts[low];
  return first !== undefined && first <= node.end;
}

function candidatesIn(inner: PatternNode, unit: Unit, view: NameView): readonly number[] {
  let memory = known.get(unit);
  if (memory?.resolution !== unit.resolution) {
    memory = { resolution: unit.resolution, starts: { plain: new Map(), followed: new Map() } };
    known.set(unit, memory);
  }
  let starts = memory.starts[view].get(inner);
  if (starts === undefined) {
    const isCandidate = view === "plain" ? (node: SyntaxNode) => !quickReject(inner, node) : followedCandidate(inner);
    const found: number[] = [];
    const visit = (node: SyntaxNode): void => {
      if (isCandidate(node)) found.push(node.start);
      node.children.forEach(visit);
    };
    unit.statements.forEach(visit);
    starts = found.sort((a, b) => a - b);
    memory.starts[view].set(inner, starts);
  }
  return starts;
}

/** Values of names are followed this far. */
const mostFollowed = 8;

/** Where names stand for expressions, only what is called decides, and a name may hold what its value holds. */
function followedCandidate(inner: PatternNode): (node: SyntaxNode) => boolean {
  const holds = (node: SyntaxNode, followed: number): boolean =>
    isCandidate(node, followed) || node.children.some((child) => holds(child, followed));
  const isCandidate = (node: SyntaxNode, followed: number): boolean => {
    if (!callsSomethingElse(inner, node)) return true;
    if (node.kind !== "Name") return false;
    if (followed >= mostFollowed) return true;
    const value = symbolicValueOf(node);
    return value !== undefined && holds(value, followed + 1);
  };
  return (node) => isCandidate(node, 0);
}

/** Whether the pattern is a call of a concrete name, and the node is none that could be of that name. */
function callsSomethingElse(inner: PatternNode, node: SyntaxNode): boolean {
  if (inner.type !== "node" || inner.kind !== "Call") return false;
  const [callee] = inner.children;
  if (callee?.type !== "node" || callee.dotted === undefined) return node.kind !== "Call" && node.kind !== "Name";
  if (node.kind !== "Call") return true;
  let base = node.child(0);
  while (base.kind === "Attribute") base = base.child(0);
  if (base.kind === "Name" && symbolicValueOf(base) !== undefined) return false;
  return !matchesDottedName(callee.dotted, node.child(0));
}
