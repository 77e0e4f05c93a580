/** Places that data can be kept in: a variable, or a field of one. */
import type { SyntaxNode } from "../../syntax/node.js";

export interface AccessPath {
  readonly variable: string;
  /** Names of attributes; items are left out, so that `x.a[0].b` is the path of `x.a.b`. */
  readonly fields: readonly string[];
}

/** What a Name is called in the state where that differs from how it is written. */
export type Renaming = ReadonlyMap<SyntaxNode, string>;

/** Names of receivers. None has a value of its own that could be tainted; of `self` the fields can be. */
export function isReceiver(name: string): boolean {
  return name === "self" || name === "cls";
}

/** The path that an expression or target denotes; undefined for others. A receiver alone is none. */
export function accessPathOf(node: SyntaxNode, renaming: Renaming): AccessPath | undefined {
  const fields: string[] = [];
  let at = node;
  while (at.kind === "Attribute" || at.kind === "Subscript") {
    if (at.kind === "Attribute") fields.push(at.value);
    const [object] = at.children;
    if (object === undefined) return undefined;
    at = object;
  }
  if (at.kind !== "Name" && at.kind !== "Identifier") return undefined;
  if (isReceiver(at.value) && (at.value === "cls" || fields.length === 0)) return undefined;
  return { variable: renaming.get(at) ?? at.value, fields: fields.reverse() };
}

/**
 * Names of comprehensions' variables and lambdas' parameters with what sets them apart from the body's variables of the same name.
 * Definitions within `nodes` are not entered.
 */
export function renameInner(nodes: readonly SyntaxNode[]): Renaming {
  const renaming = new Map<SyntaxNode, string>();
  for (const node of nodes) visit(renaming, node, []);
  return renaming;
}

interface Inner {
  readonly name: string;
  readonly key: string;
}

function visit(renaming: Map<SyntaxNode, string>, node: SyntaxNode, inner: readonly Inner[]): void {
  switch (node.kind) {
    case "Name": {
      const found = inner.findLast(({ name }) => name === node.value);
      if (found !== undefined) renaming.set(node, found.key);
      return;
    }
    case "FunctionDef":
    case "ClassDef":
      return;
    case "Lambda":
    case "ListComprehension":
    case "SetComprehension":
    case "DictComprehension":
    case "Generator": {
      const names = boundInside(node).map((name) => ({ name, key: `${name}@${node.start}` }));
      for (const child of node.children) visit(renaming, child, [...inner, ...names]);
      return;
    }
    default:
      for (const child of node.children) visit(renaming, child, inner);
  }
}

function boundInside(node: SyntaxNode): string[] {
  const binders =
    node.kind === "Lambda"
      ? (node.children[0]?.children ?? [])
      : node.children.filter((child) => child.kind === "ForClause");
  return binders.flatMap((binder) => namesIn(binder.children[0]));
}

function namesIn(target: SyntaxNode | undefined): string[] {
  switch (target?.kind) {
    case "Name":
    case "Identifier":
      return [target.value];
    case "Tuple":
    case "List":
    case "Starred":
      return target.children.flatMap(namesIn);
    default:
      return [];
  }
}
