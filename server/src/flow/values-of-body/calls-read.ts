/** A call after its callee and arguments have been evaluated. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { CallSite } from "../value-graph.js";

/** A call that has been read, for those who know what it does. */
export interface ReadCall {
  readonly node: SyntaxNode;
  readonly site: CallSite;
  /** Index among the calls. */
  readonly index: number;
  /** What the callee is called by module and name, where it is a global; else "". */
  readonly name: string;
}
