/** What one analysis of one body carries along. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { Renaming } from "./access-path.js";
import type { Cell } from "./cells.js";
import type { NodeRoles } from "./node-roles.js";
import type { TaintSet } from "./taint-set.js";
import type { MutableTaintState } from "./taint-state.js";
import type { TaintBudget, TaintQuery } from "./taint-types.js";

export interface TaintAnalysis {
  readonly query: TaintQuery;
  /** Expressions that are elements of the graph although they are part of others. */
  readonly separate: ReadonlySet<SyntaxNode>;
  readonly roles: NodeRoles;
  /** For each propagator's match the node of its `to`. */
  readonly destinations: ReadonlyMap<number, SyntaxNode>;
  readonly renaming: Renaming;
  readonly budget: TaintBudget;
  /** Whether a name is the file's, and no local of the body. */
  readonly isGlobal: (name: string) => boolean;
  /** How many values of names of the file are being followed. */
  readonly depth: number;
}

/** Takes what arrives at a sink. */
export type Report = (sink: number, taints: TaintSet, watched: ReadonlyMap<SyntaxNode, Cell>) => void;

/** One evaluation, and the state that it changes. */
export interface Evaluation {
  readonly analysis: TaintAnalysis;
  readonly state: MutableTaintState;
  /** Values of nodes that a sink's `requires` asks about. */
  readonly watched: Map<SyntaxNode, Cell>;
  /** Undefined as long as the solution is not known. */
  readonly report: Report | undefined;
  /** The call that is the whole right side of the present assignment. */
  readonly assignedCall: SyntaxNode | undefined;
  /** Whether calls and other parts that are computed on the way give nothing: what a comprehension's element is looked at with. */
  readonly forgetsParts: boolean;
}
