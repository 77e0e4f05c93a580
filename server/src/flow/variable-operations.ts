/**
 * What a body does to the variables that constant propagation follows: for each block of its graph a list of uses and bindings.
 * What binds and what makes unknown is as in Semgrep CE 1.182: see docs/flow.md.
 */
import type { SyntaxNode } from "../syntax/node.js";
import type { ControlFlowGraph } from "./control-flow-graph.js";

/** A use of a variable, or what it is bound to. */
export type Operation =
  | { readonly kind: "use"; readonly variable: number; readonly name: SyntaxNode }
  | { readonly kind: "forget"; readonly variable: number }
  | { readonly kind: "bind"; readonly variable: number; readonly value: SyntaxNode }
  /** `variable operator= value` */
  | { readonly kind: "change"; readonly variable: number; readonly operator: string; readonly value: SyntaxNode };

interface Collection {
  readonly graph: ControlFlowGraph;
  readonly variables: ReadonlyMap<string, number>;
  /** Names that stand for something else than the body's variable. */
  readonly shadowed: ReadonlySet<SyntaxNode>;
  operations: Operation[];
}

/** Operations of each block, in order. `variables` are numbered from 0. */
export function operationsOf(
  graph: ControlFlowGraph,
  variables: ReadonlyMap<string, number>,
  shadowed: ReadonlySet<SyntaxNode>,
): readonly (readonly Operation[])[] {
  const collection: Collection = { graph, variables, shadowed, operations: [] };
  return graph.successors.map((_, block) => {
    collection.operations = [];
    const end = graph.firstElement[block + 1] ?? 0;
    for (let at = graph.firstElement[block] ?? 0; at < end; at++) {
      const element = graph.elements[at];
      if (element !== undefined) visitElement(collection, element);
    }
    return collection.operations;
  });
}

function visitElement(collection: Collection, node: SyntaxNode): void {
  const [first, second] = node.children;
  switch (node.kind) {
    case "Assign":
    case "AnnotatedAssign":
      visitAssign(collection, node);
      return;
    case "AugmentedAssign":
      visitUses(collection, second);
      visitChange(collection, node);
      return;
    case "For":
      forget(collection, first);
      return;
    case "WithItem":
      visitUses(collection, first);
      if (second?.kind !== "Attribute" && second?.kind !== "Subscript") bindTarget(collection, second, first);
      return;
    case "Except":
      visitUses(collection, first);
      forget(collection, second);
      return;
    case "Case":
      forgetCaptured(collection, first);
      return;
    case "ExpressionStatement":
      visitUses(collection, first);
      visitMethodCall(collection, first);
      return;
    case "ForClause":
    case "Delete":
    case "Global":
    case "Nonlocal":
    case "FunctionDef":
    case "ClassDef":
      return;
    default:
      if (node.kind === "Name") visitUse(collection, node);
      else visitParts(collection, node);
  }
}

function visitAssign(collection: Collection, node: SyntaxNode): void {
  const [target] = node.children;
  const value = node.children[node.children.length - 1];
  if (value === undefined || value.kind === "Absent") return;
  if (value.kind !== "Assign") {
    visitUses(collection, value);
    bindTarget(collection, target, value);
    return;
  }
  // `a = b = value`: no target's value is known.
  visitAssign(collection, value);
  forget(collection, value.children[0]);
  forget(collection, target);
}

/** `target = value`: only a single name gets the value. */
function bindTarget(collection: Collection, target: SyntaxNode | undefined, value: SyntaxNode | undefined): void {
  if (target?.kind !== "Name" || value === undefined) {
    forget(collection, target);
    return;
  }
  const variable = collection.variables.get(target.value);
  if (variable !== undefined) collection.operations.push({ kind: "bind", variable, value });
}

function visitChange(collection: Collection, node: SyntaxNode): void {
  const [target, value] = node.children;
  const variable = target?.kind === "Name" ? collection.variables.get(target.value) : undefined;
  if (variable === undefined || value === undefined) forget(collection, target);
  else collection.operations.push({ kind: "change", variable, operator: node.value.slice(0, -1), value });
}

/** All variables of a target become unknown; also one of which an attribute or item is set. */
function forget(collection: Collection, target: SyntaxNode | undefined): void {
  switch (target?.kind) {
    case "Name":
    case "Identifier": {
      const variable = collection.variables.get(target.value);
      if (variable !== undefined) collection.operations.push({ kind: "forget", variable });
      return;
    }
    case "Tuple":
    case "List":
    case "Starred":
      for (const child of target.children) forget(collection, child);
      return;
    case "Attribute":
    case "Subscript":
      for (const index of target.children.slice(1)) visitUses(collection, index);
      forget(collection, target.children[0]);
      return;
    default:
  }
}

function forgetCaptured(collection: Collection, pattern: SyntaxNode | undefined): void {
  if (pattern === undefined) return;
  forget(collection, pattern.kind === "Name" ? pattern : undefined);
  for (const child of pattern.children) forgetCaptured(collection, child);
}

/** A method that is called for its effect may change what it is called on. */
function visitMethodCall(collection: Collection, expression: SyntaxNode | undefined): void {
  const callee = expression?.kind === "Call" ? expression.children[0] : undefined;
  if (callee?.kind === "Attribute") forget(collection, callee.children[0]);
}

function visitUses(collection: Collection, node: SyntaxNode | undefined): void {
  if (node === undefined || collection.graph.separate.has(node)) return;
  if (node.kind === "Name") visitUse(collection, node);
  else visitParts(collection, node);
}

function visitUse(collection: Collection, name: SyntaxNode): void {
  const variable = collection.variables.get(name.value);
  if (variable !== undefined && !collection.shadowed.has(name))
    collection.operations.push({ kind: "use", variable, name });
}

function visitParts(collection: Collection, node: SyntaxNode): void {
  switch (node.kind) {
    case "NamedExpression":
      visitUses(collection, node.children[1]);
      bindTarget(collection, node.children[0], node.children[1]);
      return;
    case "Lambda":
      // Its body sees what holds where it stands.
      visitUses(collection, node.children[1]);
      return;
    case "ListComprehension":
    case "SetComprehension":
    case "DictComprehension":
    case "Generator":
    case "FunctionDef":
    case "ClassDef":
      return;
    default:
      for (const child of node.children) visitUses(collection, child);
  }
}
