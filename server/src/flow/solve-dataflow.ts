/** The worklist solver for all dataflow analyses (Kildall, A Unified Approach to Global Program Optimization, POPL 1973). */
import { blockCount, type ControlFlowGraph } from "./control-flow-graph.js";
import { edgesOf, reversePostorder, type DirectedEdges, type Direction } from "./reverse-postorder.js";

/**
 * An analysis, as a lattice of states and a function for each block. `join` must be associative, commutative and idempotent,
 * states must form no endless chains under it, and `transfer` must keep their order; then the solution is the least
 * one and does not depend on the order of work. States are never changed once they have been given out.
 */
export interface DataflowProblem<State> {
  readonly direction: Direction;
  /** Bits of `edgeKinds`: the edges that count. */
  readonly edges: number;
  /** What holds where the analysis starts: at the entry, or backward at the exit. */
  readonly boundary: State;
  /**
   * What is taken to come out of a block before its turn. Undefined: nothing comes, so that a loop's head first knows only
   * what comes from before the loop (optimistic). A state: that is joined in (pessimistic: what a loop does not
   * establish by itself is not known in it).
   */
  readonly unvisited: State | undefined;
  join(left: State, right: State): State;
  equal(left: State, right: State): boolean;
  /** What comes out of a block for what goes in. */
  transfer(block: number, state: State): State;
  /** What becomes of a state along one edge, as where a test decides; undefined if control can't go there. */
  along?(from: number, to: number, state: State): State | undefined;
}

export interface DataflowSolution<State> {
  /** What holds where control enters each block (backward: leaves it); undefined where it never comes. */
  readonly states: readonly (State | undefined)[];
  /** Whether the limit was enough. If not, the states are too low, and must not be relied on. */
  readonly complete: boolean;
}

/** Solves a problem with at most `maximumSteps` visits of blocks. */
export function solveDataflow<State>(
  graph: ControlFlowGraph,
  problem: DataflowProblem<State>,
  maximumSteps: number,
): DataflowSolution<State> {
  const count = blockCount(graph);
  const order = reversePostorder(graph, problem.direction, problem.edges);
  const position = new Int32Array(count).fill(-1);
  order.forEach((block, at) => {
    position[block] = at;
  });
  const edges = edgesOf(graph, problem.direction);
  const entering: (State | undefined)[] = new Array<State | undefined>(count).fill(undefined);
  const leaving: (State | undefined)[] = new Array<State | undefined>(count).fill(undefined);
  const waiting = new Uint8Array(order.length).fill(1);
  let steps = 0;
  for (let at = 0; at < order.length;) {
    const block = order[at] ?? 0;
    if (waiting[at] !== 1) {
      at++;
      continue;
    }
    if (++steps > maximumSteps) return { states: entering, complete: false };
    waiting[at] = 0;
    let restart = at + 1;
    const state = joinIncoming(edges, problem, leaving, block, position);
    if (state !== undefined) {
      entering[block] = state;
      const out = problem.transfer(block, state);
      const before = leaving[block];
      if (before === undefined || !problem.equal(before, out)) {
        leaving[block] = out;
        edges.next[block]?.forEach((target, index) => {
          const where = position[target] ?? -1;
          if (where < 0 || ((edges.nextKinds[block]?.[index] ?? 0) & problem.edges) === 0) return;
          waiting[where] = 1;
          restart = Math.min(restart, where);
        });
      }
    }
    at = restart;
  }
  return { states: entering, complete: true };
}

function joinIncoming<State>(
  { previous, previousKinds, start }: DirectedEdges,
  problem: DataflowProblem<State>,
  leaving: readonly (State | undefined)[],
  block: number,
  position: Int32Array,
): State | undefined {
  let state: State | undefined = block === start ? problem.boundary : undefined;
  previous[block]?.forEach((from, index) => {
    if (((previousKinds[block]?.[index] ?? 0) & problem.edges) === 0 || (position[from] ?? -1) < 0) return;
    const left = leaving[from] ?? problem.unvisited;
    if (left === undefined) return;
    const incoming = problem.along === undefined ? left : problem.along(from, block, left);
    if (incoming !== undefined) state = state === undefined ? incoming : problem.join(state, incoming);
  });
  return state;
}
