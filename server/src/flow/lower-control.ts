/** Builds the blocks of statements: one function for each compound statement. */
import type { SyntaxNode } from "../syntax/node.js";
import { edgeKinds, exitBlock } from "./control-flow-graph.js";
import { addBlock, addEdge, addElement, continueIn, continueUnreached, type GraphBuilder } from "./graph-builder.js";
import { addRaisingElement, exceptionTarget, jumpInLoop, jumpOut, jumpToHandlers } from "./jumps.js";
import { addOperands, addTest } from "./lower-operands.js";

/** Adds what a list of statements does. */
export function addStatements(builder: GraphBuilder, statements: readonly SyntaxNode[]): void {
  for (const statement of statements) addStatement(builder, statement);
}

function addStatement(builder: GraphBuilder, node: SyntaxNode): void {
  switch (node.kind) {
    case "If":
      addIf(builder, node);
      return;
    case "While":
      addWhile(builder, node);
      return;
    case "For":
      addFor(builder, node);
      return;
    case "Try":
      addTry(builder, node);
      return;
    case "With":
      addWith(builder, node);
      return;
    case "Match":
      addMatch(builder, node);
      return;
    case "Block":
    case "Error":
    case "Other":
      // Broken code, and statements that the syntax form does not know: what could be read of them.
      addStatements(builder, node.children);
      return;
    case "Return":
      addSimple(builder, node);
      jumpOut(builder);
      continueUnreached(builder);
      return;
    case "Raise":
      addOperands(builder, node);
      addElement(builder, node);
      jumpToHandlers(builder);
      continueUnreached(builder);
      return;
    case "Break":
    case "Continue":
      addElement(builder, node);
      jumpInLoop(builder, node.kind === "Break" ? "break" : "continue");
      continueUnreached(builder);
      return;
    case "Absent":
      return;
    default:
      addSimple(builder, node);
  }
}

function addSimple(builder: GraphBuilder, node: SyntaxNode): void {
  addOperands(builder, node);
  addRaisingElement(builder, node);
  const expression = node.kind === "ExpressionStatement" ? node.children[0] : undefined;
  if (expression?.kind !== "Yield" || expression.children.length === 0) return;
  const resumed = addBlock(builder);
  addEdge(builder, builder.current, resumed, edgeKinds.resume);
  jumpOut(builder);
  builder.current = resumed;
}

function addBlockNode(builder: GraphBuilder, node: SyntaxNode | undefined): void {
  if (node !== undefined) addStatements(builder, node.children);
}

/** A chain of `elif` is followed without nesting. */
function addIf(builder: GraphBuilder, node: SyntaxNode): void {
  const after = addBlock(builder);
  for (let at: SyntaxNode | undefined = node; at !== undefined;) {
    const [test, body, otherwise]: readonly SyntaxNode[] = at.children;
    if (test === undefined) break;
    const branch = addTest(builder, test);
    builder.current = branch.whenTrue;
    addBlockNode(builder, body);
    addEdge(builder, builder.current, after);
    builder.current = branch.whenFalse;
    const chained: SyntaxNode | undefined = otherwise?.children.length === 1 ? otherwise.children[0] : undefined;
    at = chained?.kind === "If" ? chained : undefined;
    if (at === undefined) addBlockNode(builder, otherwise);
  }
  continueIn(builder, after);
}

function addLoopBody(builder: GraphBuilder, body: SyntaxNode, head: number, after: number): void {
  builder.surroundings.push({ kind: "loop", onBreak: after, onContinue: head });
  addBlockNode(builder, body);
  builder.surroundings.pop();
  addEdge(builder, builder.current, head);
}

function addWhile(builder: GraphBuilder, node: SyntaxNode): void {
  const head = addBlock(builder);
  const after = addBlock(builder);
  continueIn(builder, head);
  const branch = addTest(builder, node.child(0));
  builder.current = branch.whenTrue;
  addLoopBody(builder, node.child(1), head, after);
  builder.current = branch.whenFalse;
  addBlockNode(builder, node.children[2]);
  continueIn(builder, after);
}

/** The iterable is evaluated once; the `For` itself, in the head of the loop, stands for taking the next item. */
function addFor(builder: GraphBuilder, node: SyntaxNode): void {
  addOperands(builder, node.child(1));
  builder.separate.add(node.child(1));
  addRaisingElement(builder, node.child(1));
  const head = addBlock(builder);
  const body = addBlock(builder);
  const end = addBlock(builder);
  const after = addBlock(builder);
  continueIn(builder, head);
  addEdge(builder, head, body);
  addEdge(builder, head, end);
  builder.current = body;
  addElement(builder, node);
  addLoopBody(builder, node.child(2), head, after);
  builder.current = end;
  addBlockNode(builder, node.children[3]);
  continueIn(builder, after);
}

interface TryParts {
  readonly handlers: readonly SyntaxNode[];
  readonly otherwise: SyntaxNode | undefined;
  readonly final: SyntaxNode | undefined;
}

function addTry(builder: GraphBuilder, node: SyntaxNode): void {
  const parts: TryParts = {
    handlers: node.children.filter((child) => child.kind === "Except"),
    otherwise: node.children.find((child) => child.kind === "Else")?.children[0],
    final: node.children.find((child) => child.kind === "Finally")?.children[0],
  };
  const after = addBlock(builder);
  const final = parts.final === undefined ? after : addBlock(builder);
  const destinations = new Set<number>();
  if (parts.final !== undefined) builder.surroundings.push({ kind: "finally", target: final, destinations });
  addTryBody(builder, node.children[0], parts, final);
  if (parts.final === undefined) {
    builder.current = after;
    return;
  }
  builder.surroundings.pop();
  builder.current = final;
  addBlockNode(builder, parts.final);
  for (const destination of destinations) addEdge(builder, builder.current, destination, edgeKinds.unwind);
  addEdge(builder, builder.current, exceptionTarget(builder) ?? exitBlock, edgeKinds.unwind);
  continueIn(builder, after);
}

/** The body, the handlers and the `else`; each of them leads to `final`. */
function addTryBody(builder: GraphBuilder, body: SyntaxNode | undefined, parts: TryParts, final: number): void {
  const before = builder.current;
  continueIn(builder, addBlock(builder));
  const dispatch = addBlock(builder);
  if (parts.handlers.length > 0) builder.surroundings.push({ kind: "handlers", target: dispatch });
  addBlockNode(builder, body);
  if (parts.handlers.length > 0) {
    builder.surroundings.pop();
    addImplicitEdges(builder, before, dispatch);
  }
  addBlockNode(builder, parts.otherwise);
  addEdge(builder, builder.current, final);
  for (const handler of parts.handlers) {
    builder.current = addBlock(builder);
    addEdge(builder, dispatch, builder.current, edgeKinds.exception);
    addElement(builder, handler);
    addBlockNode(builder, handler.children[2]);
    addEdge(builder, builder.current, final);
  }
  if (parts.handlers.length > 0) addEdge(builder, dispatch, exceptionTarget(builder) ?? exitBlock, edgeKinds.unwind);
}

/** Without them no handler of a `try` that calls nothing would ever be reached. */
function addImplicitEdges(builder: GraphBuilder, before: number, dispatch: number): void {
  for (let block = before; block < builder.successors.length; block++)
    if (builder.successors[block]?.has(dispatch) === true) return;
  addEdge(builder, before, dispatch, edgeKinds.implicit);
  addEdge(builder, builder.current, dispatch, edgeKinds.implicit);
}

function addWith(builder: GraphBuilder, node: SyntaxNode): void {
  for (const child of node.children) {
    if (child.kind === "WithItem") addSimple(builder, child);
    else addStatement(builder, child);
  }
}

/** The cases in order; each one's `Case` binds what its pattern captures, then its guard is tested. */
function addMatch(builder: GraphBuilder, node: SyntaxNode): void {
  addOperands(builder, node.child(0));
  addRaisingElement(builder, node.child(0));
  const after = addBlock(builder);
  let always = false;
  for (const child of node.children.slice(1)) {
    if (child.kind !== "Case") continue;
    const next = addBlock(builder);
    always ||= isIrrefutable(child);
    addEdge(builder, builder.current, next, isIrrefutable(child) ? edgeKinds.unmatched : edgeKinds.normal);
    continueIn(builder, addBlock(builder));
    addElement(builder, child);
    const guard = child.children[1];
    if (guard !== undefined && guard.kind !== "Absent") {
      const branch = addTest(builder, guard);
      addEdge(builder, branch.whenFalse, next);
      builder.current = branch.whenTrue;
    }
    addBlockNode(builder, child.children[2]);
    addEdge(builder, builder.current, after);
    builder.current = next;
  }
  addEdge(builder, builder.current, after, always ? edgeKinds.unmatched : edgeKinds.normal);
  builder.current = after;
}

/** `case _:` and `case name:` without a guard. */
function isIrrefutable(node: SyntaxNode): boolean {
  return node.children[0]?.kind === "Name" && node.children[1]?.kind === "Absent";
}
