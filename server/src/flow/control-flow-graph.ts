/**
 * Control-flow graphs: the basic blocks of one body of code (a function's, a lambda's, or the statements of a unit), as arrays.
 * A block holds nodes of the syntax form, its elements, in the order in which they are evaluated.
 *
 * An element stands for what its node does apart from what has an element of its own: of an `If` the test alone is one, of a
 * `For` its iterable, and then the `For` itself for "bind the target to the next item". Operands that are not always
 * evaluated, or several times (`a if c else b`, `a and f()`, comprehensions), come before the element that
 * they are part of, in blocks of their own; they are listed in `separate`, so that who evaluates the whole does not evaluate them again.
 * Definitions and lambdas are opaque: their bodies have graphs of their own.
 */
import type { SyntaxNode } from "../syntax/node.js";

/** Why control may go along an edge; an edge can be of several kinds. Analyses say which they follow. */
export const edgeKinds = {
  normal: 1,
  /** From a call or `raise` in a `try` to its handlers, or its `finally`. */
  exception: 2,
  /** Through a `finally` on the way to somewhere else, and on to outer handlers: what `return`, `break` and uncaught exceptions really do. */
  unwind: 4,
  /** The same way with every `finally` left out. */
  shortcut: 8,
  /** Past a `match` of which no case applied, although one of them always does. */
  unmatched: 16,
  /** Past a statement `yield value`: the caller took the value and asked for the next. */
  resume: 32,
  /** From before a `try` without calls, and from its end, to its handlers: other things raise too (`import`, `d[k]`). */
  implicit: 64,
} as const;

/** What really can happen. */
export const realEdges = edgeKinds.normal | edgeKinds.exception | edgeKinds.unwind | edgeKinds.resume;

/** The edges that Semgrep CE 1.182 follows: `return` leaves out `finally`, a `match` always may not match, and `yield value` ends a function. */
export const semgrepEdges = edgeKinds.normal | edgeKinds.exception | edgeKinds.shortcut | edgeKinds.unmatched;

/** Where control enters, and where it leaves. */
export const entryBlock = 0;
export const exitBlock = 1;

/** A block's last element decides where control goes on. */
export interface Branch {
  readonly test: SyntaxNode;
  readonly whenTrue: number;
  readonly whenFalse: number;
}

export interface ControlFlowGraph {
  /** All elements, block after block. */
  readonly elements: readonly SyntaxNode[];
  /** Index of the first element of each block, and at the end the number of elements. */
  readonly firstElement: readonly number[];
  /** Blocks that each block may go on to. */
  readonly successors: readonly (readonly number[])[];
  /** For each successor the kinds of its edge, as bits. */
  readonly successorKinds: readonly (readonly number[])[];
  readonly predecessors: readonly (readonly number[])[];
  readonly predecessorKinds: readonly (readonly number[])[];
  /** For blocks that end in a test. */
  readonly branches: ReadonlyMap<number, Branch>;
  /** Expressions that are elements although they are part of a later element. */
  readonly separate: ReadonlySet<SyntaxNode>;
}

export function blockCount(graph: ControlFlowGraph): number {
  return graph.successors.length;
}

/** The elements of one block, in order. */
export function elementsOf(graph: ControlFlowGraph, block: number): readonly SyntaxNode[] {
  return graph.elements.slice(graph.firstElement[block], graph.firstElement[block + 1]);
}
