/** The bodies of a unit in which flows are looked for: each function, each class that is nested in one, and the unit's own statements. */
import { bodyOf } from "../../flow/build-graph.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";
import type { TaintBody } from "./taint-types.js";

/** Bodies in the order of the text, outer ones first. Lambdas are part of what is around them. */
export function taintBodiesOf(unit: Unit): TaintBody[] {
  return [{ definition: undefined, statements: unit.statements }, ...definitionsIn(unit.statements)];
}

/** The bodies of the functions and classes that are defined somewhere in statements. */
export function definitionsIn(statements: readonly SyntaxNode[]): TaintBody[] {
  const bodies: TaintBody[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.kind === "FunctionDef") bodies.push({ definition: node, statements: bodyOf(node) });
    else if (node.kind === "ClassDef")
      bodies.push({ definition: undefined, statements: node.children[3]?.children ?? [] });
    node.children.forEach(visit);
  };
  statements.forEach(visit);
  return bodies;
}
