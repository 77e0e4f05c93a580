/** Takes expressions apart whose parts are not always evaluated, or several times. */
import type { SyntaxNode } from "../syntax/node.js";
import type { Branch } from "./control-flow-graph.js";
import { addBlock, addBranch, addEdge, addElement, continueIn, type GraphBuilder } from "./graph-builder.js";
import { addRaisingElement } from "./jumps.js";
import { containsControl, isComprehension, isTakenApart } from "./node-facts.js";

/** Adds a test as an element, and gives the blocks for both answers. */
export function addTest(builder: GraphBuilder, test: SyntaxNode): Branch {
  addOperands(builder, test);
  addRaisingElement(builder, test);
  return addBranch(builder, test);
}

/**
 * Adds elements for those parts of a node that have to be evaluated before the node as a whole. Blocks of statements are no parts.
 * Operands before the last part that is taken apart become elements too, so that everything stays in order.
 */
export function addOperands(builder: GraphBuilder, node: SyntaxNode): void {
  if (!containsControl(node)) return;
  if (isComprehension(node.kind)) {
    addComprehension(builder, node);
    return;
  }
  if (node.kind === "Boolean" && isTakenApart(node)) {
    addBoolean(builder, node);
    return;
  }
  if (node.kind === "Conditional" && isTakenApart(node)) {
    addConditional(builder, node);
    return;
  }
  const operands = operandsOf(node);
  const last = operands.findLastIndex(containsControl);
  operands.slice(0, last).forEach((operand) => {
    addSeparate(builder, operand);
  });
  const operand = operands[last];
  if (operand !== undefined) addOperands(builder, operand);
}

/** The children in the order in which they are evaluated. */
function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case "Assign":
      return node.children.toReversed();
    case "AnnotatedAssign":
      return node.children.slice(2);
    case "Keyword":
    case "Starred":
      return node.children;
    default:
      return node.children.filter((child) => child.kind !== "Block");
  }
}

/** Adds a part as an element of its own, if it does anything. */
function addSeparate(builder: GraphBuilder, node: SyntaxNode): void {
  if (node.kind === "Absent") return;
  addOperands(builder, node);
  builder.separate.add(node);
  addRaisingElement(builder, node);
}

/** `a and f() and g()`: each operand only if those before it do not decide. */
function addBoolean(builder: GraphBuilder, node: SyntaxNode): void {
  const [first, ...others] = node.children;
  if (first === undefined) return;
  addSeparate(builder, first);
  const after = addBlock(builder);
  let last = first;
  for (const operand of others) {
    const branch = addBranch(builder, last);
    const [more, decided] =
      node.value === "and" ? [branch.whenTrue, branch.whenFalse] : [branch.whenFalse, branch.whenTrue];
    addEdge(builder, decided, after);
    builder.current = more;
    addSeparate(builder, operand);
    last = operand;
  }
  continueIn(builder, after);
}

function addConditional(builder: GraphBuilder, node: SyntaxNode): void {
  const [body, test, otherwise] = node.children;
  if (body === undefined || test === undefined || otherwise === undefined) return;
  addSeparate(builder, test);
  const branch = addBranch(builder, test);
  const after = addBlock(builder);
  builder.current = branch.whenTrue;
  addSeparate(builder, body);
  addEdge(builder, builder.current, after);
  builder.current = branch.whenFalse;
  addSeparate(builder, otherwise);
  continueIn(builder, after);
}

/** Loops within loops, one a `for`; each `ForClause` stands for taking the next item, as a `For` does. */
function addComprehension(builder: GraphBuilder, node: SyntaxNode): void {
  const [element, ...clauses] = node.children;
  const after = addBlock(builder);
  let again = after;
  for (const clause of clauses) {
    if (clause.kind === "ForClause") {
      addSeparate(builder, clause.child(1));
      const head = addBlock(builder);
      continueIn(builder, head);
      addEdge(builder, head, again);
      continueIn(builder, addBlock(builder));
      addElement(builder, clause);
      again = head;
    } else if (clause.kind === "IfClause" && clause.children[0] !== undefined) {
      addSeparate(builder, clause.children[0]);
      const branch = addBranch(builder, clause.children[0]);
      addEdge(builder, branch.whenFalse, again);
      builder.current = branch.whenTrue;
    }
  }
  if (element !== undefined) addSeparate(builder, element);
  addEdge(builder, builder.current, again);
  builder.current = after;
}
