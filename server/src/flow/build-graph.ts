/** Control-flow graphs of bodies: of a function, of a lambda, or of statements. */
import { isStatement, type SyntaxNode } from "../syntax/node.js";
import { addStatements } from "./lower-control.js";
import type { ControlFlowGraph } from "./control-flow-graph.js";
import { createGraphBuilder, finishGraph } from "./graph-builder.js";

/** The graph of statements that are run one after the other. */
export function buildGraph(statements: readonly SyntaxNode[]): ControlFlowGraph {
  const builder = createGraphBuilder();
  addStatements(builder, statements);
  return finishGraph(builder);
}

/** What a definition or lambda runs when it is called: statements, or one expression. */
export function bodyOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const body = definition.kind === "Lambda" ? definition.children[1] : definition.children[4];
  if (body === undefined) return [];
  return body.kind === "Block" && !isStatement(body) ? body.children : [body];
}
