/** Where jumps go: `return`, `break`, `continue` and exceptions, through the `finally` clauses on their way. */
import type { SyntaxNode } from "../syntax/node.js";
import { edgeKinds, exitBlock } from "./control-flow-graph.js";
import { addBlock, addEdge, continueIn, type GraphBuilder } from "./graph-builder.js";
import { containsCall } from "./node-facts.js";

/** Leaves the function. */
export function jumpOut(builder: GraphBuilder): void {
  jump(builder, exitBlock, 0);
}

/** Leaves or repeats the innermost loop; outside of a loop, which is no Python, it leaves the function. */
export function jumpInLoop(builder: GraphBuilder, to: "break" | "continue"): void {
  for (let at = builder.surroundings.length - 1; at >= 0; at--) {
    const surrounding = builder.surroundings[at];
    if (surrounding?.kind !== "loop") continue;
    jump(builder, to === "break" ? surrounding.onBreak : surrounding.onContinue, at);
    return;
  }
  jumpOut(builder);
}

/**
 * Goes to `destination`, which lies outside of the surroundings from number `from` on. Each `finally` on the way leads to the
 * next one further out, the last one to the destination.
 */
function jump(builder: GraphBuilder, destination: number, from: number): void {
  let next: number | undefined;
  for (const surrounding of builder.surroundings.slice(from)) {
    if (surrounding.kind !== "finally") continue;
    surrounding.destinations.add(next ?? destination);
    next = surrounding.target;
  }
  if (next !== undefined) addEdge(builder, builder.current, next, edgeKinds.unwind);
  addEdge(builder, builder.current, destination, next === undefined ? edgeKinds.normal : edgeKinds.shortcut);
}

/** Where an exception goes that is raised inside of the surroundings below number `below`; undefined if it leaves the function. */
export function exceptionTarget(builder: GraphBuilder, below = builder.surroundings.length): number | undefined {
  for (let at = below - 1; at >= 0; at--) {
    const surrounding = builder.surroundings[at];
    if (surrounding !== undefined && surrounding.kind !== "loop") return surrounding.target;
  }
  return undefined;
}

/** `raise`: to the handlers, else out of the function. */
export function jumpToHandlers(builder: GraphBuilder): void {
  addEdge(builder, builder.current, exceptionTarget(builder) ?? exitBlock, edgeKinds.exception);
}

/**
 * Adds an element, and inside of a `try` the ways on which a call in it may raise: with what it binds already bound if the call
 * is the last thing that it does, and before that if there are calls further in.
 */
export function addRaisingElement(builder: GraphBuilder, node: SyntaxNode): void {
  const target = exceptionTarget(builder);
  if (target === undefined || !containsCall(node)) {
    builder.blocks[builder.current]?.push(node);
    return;
  }
  const value = boundValue(node);
  if (value !== undefined && (value.kind !== "Call" || value.children.some(containsCall))) {
    addEdge(builder, builder.current, target, edgeKinds.exception);
    continueIn(builder, addBlock(builder));
  }
  builder.blocks[builder.current]?.push(node);
  addEdge(builder, builder.current, target, edgeKinds.exception);
  continueIn(builder, addBlock(builder));
}

function boundValue(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.kind) {
    case "Assign":
    case "AugmentedAssign":
      return node.children[1];
    case "AnnotatedAssign":
      return node.children[2];
    case "WithItem":
      return node.children[0];
    default:
      return undefined;
  }
}
