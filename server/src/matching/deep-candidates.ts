/** Where in a unit something may match what `<... e ...>` asks for: most expressions hold nothing of the kind. */
import type { SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import type { PatternNode } from "./pattern.js";
import { quickReject } from "./quick-reject.js";

/** Of units the UTF-16 offsets at which candidates start, by pattern; they hold as long as the names mean the same. */
const known = new WeakMap<
  Unit,
  { readonly resolution: number; readonly starts: Map<PatternNode, readonly number[]> }
>();

/** Whether a node may hold what the pattern asks for. A class holds more than its own unit, so it may always. */
export function mayHoldDeep(inner: PatternNode, node: SyntaxNode): boolean {
  if (node.kind === "ClassDef") return true;
  const starts = candidatesIn(inner, node.unit);
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

function candidatesIn(inner: PatternNode, unit: Unit): readonly number[] {
  let memory = known.get(unit);
  if (memory?.resolution !== unit.resolution) {
    memory = { resolution: unit.resolution, starts: new Map() };
    known.set(unit, memory);
  }
  let starts = memory.starts.get(inner);
  if (starts === undefined) {
    const found: number[] = [];
    const visit = (node: SyntaxNode): void => {
      if (!quickReject(inner, node)) found.push(node.start);
      node.children.forEach(visit);
    };
    unit.statements.forEach(visit);
    starts = found.sort((a, b) => a - b);
    memory.starts.set(inner, starts);
  }
  return starts;
}
