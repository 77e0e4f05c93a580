/** The order in which a forward analysis settles fastest. */
import { entryBlock, exitBlock, blockCount, type ControlFlowGraph } from "./control-flow-graph.js";

export type Direction = "forward" | "backward";

/**
 * The blocks that can be reached along edges of these kinds, in reverse postorder (a block before its successors, save at
 * the edge that closes a loop; Aho, Lam, Sethi, Ullman, Compilers, 9.6). Backward, the same on the reversed graph.
 */
export function reversePostorder(graph: ControlFlowGraph, direction: Direction, kinds: number): number[] {
  const { next, nextKinds, start } = edgesOf(graph, direction);
  const seen = new Uint8Array(blockCount(graph));
  const order: number[] = [];
  const stack: { readonly block: number; at: number }[] = [{ block: start, at: 0 }];
  seen[start] = 1;
  for (let top = stack[stack.length - 1]; top !== undefined; top = stack[stack.length - 1]) {
    const target = next[top.block]?.[top.at];
    if (target === undefined) {
      order.push(top.block);
      stack.pop();
      continue;
    }
    const follows = ((nextKinds[top.block]?.[top.at] ?? 0) & kinds) !== 0;
    top.at++;
    if (!follows || seen[target] === 1) continue;
    seen[target] = 1;
    stack.push({ block: target, at: 0 });
  }
  return order.reverse();
}

/** A graph's edges as an analysis of one direction walks them. */
export interface DirectedEdges {
  readonly next: readonly (readonly number[])[];
  readonly nextKinds: readonly (readonly number[])[];
  readonly previous: readonly (readonly number[])[];
  readonly previousKinds: readonly (readonly number[])[];
  readonly start: number;
}

export function edgesOf(graph: ControlFlowGraph, direction: Direction): DirectedEdges {
  const forward = direction === "forward";
  return {
    next: forward ? graph.successors : graph.predecessors,
    nextKinds: forward ? graph.successorKinds : graph.predecessorKinds,
    previous: forward ? graph.predecessors : graph.successors,
    previousKinds: forward ? graph.predecessorKinds : graph.successorKinds,
    start: forward ? entryBlock : exitBlock,
  };
}
