/** The state in which a control-flow graph is built, and the few steps by which it grows. */
import type { SyntaxNode } from "../syntax/node.js";
import { edgeKinds, entryBlock, exitBlock, type Branch, type ControlFlowGraph } from "./control-flow-graph.js";

/** What surrounds the statement that is being added, from the inside out. */
export type Surrounding =
  | { readonly kind: "loop"; readonly onBreak: number; readonly onContinue: number }
  /** A `try` while its body is added: `target` is where exceptions go. */
  | { readonly kind: "handlers"; readonly target: number }
  /** A `try` with a `finally`, while anything before the `finally` is added. */
  | { readonly kind: "finally"; readonly target: number; readonly destinations: Set<number> };

export interface GraphBuilder {
  readonly blocks: SyntaxNode[][];
  readonly successors: Map<number, number>[];
  readonly branches: Map<number, Branch>;
  readonly separate: Set<SyntaxNode>;
  /** The innermost last. */
  readonly surroundings: Surrounding[];
  /** The block that grows. */
  current: number;
}

export function createGraphBuilder(): GraphBuilder {
  const builder: GraphBuilder = {
    blocks: [],
    successors: [],
    branches: new Map(),
    separate: new Set(),
    surroundings: [],
    current: entryBlock,
  };
  addBlock(builder);
  addBlock(builder);
  return builder;
}

/** A new block without edges; gives its number. */
export function addBlock(builder: GraphBuilder): number {
  builder.blocks.push([]);
  builder.successors.push(new Map());
  return builder.blocks.length - 1;
}

export function addEdge(builder: GraphBuilder, from: number, to: number, kind: number = edgeKinds.normal): void {
  const targets = builder.successors[from];
  targets?.set(to, (targets.get(to) ?? 0) | kind);
}

/** Goes on in `block`, to which the present one leads. */
export function continueIn(builder: GraphBuilder, block: number): void {
  addEdge(builder, builder.current, block);
  builder.current = block;
}

/** Goes on in a new block that nothing leads to: what follows a jump. */
export function continueUnreached(builder: GraphBuilder): void {
  builder.current = addBlock(builder);
}

/** Adds a node to the present block. */
export function addElement(builder: GraphBuilder, node: SyntaxNode): void {
  builder.blocks[builder.current]?.push(node);
}

/** The present block ends with `test`, and goes on to one of two new blocks, which are given. */
export function addBranch(builder: GraphBuilder, test: SyntaxNode): Branch {
  const branch = { test, whenTrue: addBlock(builder), whenFalse: addBlock(builder) };
  builder.branches.set(builder.current, branch);
  addEdge(builder, builder.current, branch.whenTrue);
  addEdge(builder, builder.current, branch.whenFalse);
  return branch;
}

/** The graph as it is now. Blocks that nothing leads to, and that hold nothing, stay as empty blocks. */
export function finishGraph(builder: GraphBuilder): ControlFlowGraph {
  addEdge(builder, builder.current, exitBlock);
  const elements: SyntaxNode[] = [];
  const firstElement: number[] = [];
  for (const block of builder.blocks) {
    firstElement.push(elements.length);
    for (const node of block) elements.push(node);
  }
  firstElement.push(elements.length);
  const predecessors: number[][] = builder.blocks.map(() => []);
  const predecessorKinds: number[][] = builder.blocks.map(() => []);
  builder.successors.forEach((targets, from) => {
    for (const [to, kinds] of targets) {
      predecessors[to]?.push(from);
      predecessorKinds[to]?.push(kinds);
    }
  });
  return {
    elements,
    firstElement,
    successors: builder.successors.map((targets) => [...targets.keys()]),
    successorKinds: builder.successors.map((targets) => [...targets.values()]),
    predecessors,
    predecessorKinds,
    branches: builder.branches,
    separate: builder.separate,
  };
}
