/** How control leaves a body. */
import { edgeKinds, realEdges, type ControlFlowGraph } from "../control-flow-graph.js";

/** Whether the caller goes on behind an edge into the exit, because it is no exception. */
export function isReturning(graph: ControlFlowGraph, from: number, kinds: number): boolean {
  // What no handler of a `try` catches leaves from a block of its own.
  return (kinds & edgeKinds.exception) === 0 && !(isEmpty(graph, from) && (kinds & realEdges) === edgeKinds.unwind);
}

/** Whether an edge into the exit is no `return` and no exception. */
export function isPastEnd(graph: ControlFlowGraph, from: number, kinds: number): boolean {
  if ((kinds & (edgeKinds.exception | edgeKinds.unwind)) !== 0) return false;
  let block = from;
  // Behind a `return` that may raise there is a block with nothing in it.
  for (let steps = 0; isEmpty(graph, block) && steps < maximumEmpty; steps++) {
    const before = graph.predecessors[block]?.filter(
      (_, index) => ((graph.predecessorKinds[block]?.[index] ?? 0) & edgeKinds.normal) !== 0,
    );
    if (before?.length !== 1 || before[0] === undefined) return true;
    [block] = before;
  }
  return graph.elements[(graph.firstElement[block + 1] ?? 0) - 1]?.kind !== "Return";
}

/** How many blocks with nothing in them are gone back over. */
const maximumEmpty = 8;

function isEmpty({ firstElement }: ControlFlowGraph, block: number): boolean {
  return firstElement[block] === firstElement[block + 1];
}
