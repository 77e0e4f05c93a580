/** The bodies of a unit (its own statements, and every function in it) and what each binds: one walk. */
import type { SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import { bodyOf } from "./build-graph.js";

/** One body, and the names that are its own. */
export interface Scope {
  readonly parent: Scope | undefined;
  /** Undefined for the statements of the unit itself. Lambdas and classes are no scopes of their own here. */
  readonly definition: SyntaxNode | undefined;
  readonly statements: readonly SyntaxNode[];
  /** Names that the body binds, parameters among them. */
  readonly bound: Set<string>;
  /** Names that it declares as somebody else's. */
  readonly foreign: Set<string>;
  /** What is assigned to single names, by the name. */
  readonly assigned: Map<string, SyntaxNode[]>;
}

export interface UnitScopes {
  readonly scopes: readonly Scope[];
  /** Names that stand for a variable of a comprehension or a parameter of a lambda, although the body has one of the same name. */
  readonly shadowed: ReadonlySet<SyntaxNode>;
  /** Names that the file's bindings have an answer for, with where they stand. */
  readonly answered: readonly { readonly name: SyntaxNode; readonly scope: Scope }[];
  /** Names that are assigned to, although the file's bindings have an answer for them. */
  readonly targets: readonly SyntaxNode[];
}

interface Walk {
  readonly scopes: Scope[];
  readonly shadowed: Set<SyntaxNode>;
  readonly answered: { readonly name: SyntaxNode; readonly scope: Scope }[];
  readonly targets: SyntaxNode[];
  /** Names that comprehensions and lambdas around the present place bind. */
  readonly shadows: string[];
}

/** Scopes of a unit, outer ones first. */
export function scopesOf(unit: Unit): UnitScopes {
  const walk: Walk = { scopes: [], shadowed: new Set(), answered: [], targets: [], shadows: [] };
  const scope = addScope(walk, undefined, undefined, unit.statements);
  for (const statement of unit.statements) visit(walk, scope, statement);
  return walk;
}

function addScope(
  walk: Walk,
  parent: Scope | undefined,
  definition: SyntaxNode | undefined,
  statements: readonly SyntaxNode[],
): Scope {
  const scope = {
    parent,
    definition,
    statements,
    bound: new Set<string>(),
    foreign: new Set<string>(),
    assigned: new Map<string, SyntaxNode[]>(),
  };
  walk.scopes.push(scope);
  return scope;
}

/** Whether a name that stands in `scope` belongs to a function around it, and so not to the file. */
export function isLocal(scope: Scope, name: string): boolean {
  for (let at: Scope | undefined = scope; at?.definition !== undefined; at = at.parent) {
    if (at.foreign.has(name)) return false;
    if (at.bound.has(name)) return true;
  }
  return false;
}

function visitAll(walk: Walk, scope: Scope, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) visit(walk, scope, node);
}

function visit(walk: Walk, scope: Scope, node: SyntaxNode): void {
  switch (node.kind) {
    case "Name":
      if (walk.shadows.includes(node.value)) walk.shadowed.add(node);
      else if (node.constant !== undefined) walk.answered.push({ name: node, scope });
      return;
    case "FunctionDef":
      bind(scope, node.children[1]);
      visitFunction(walk, scope, node);
      return;
    case "ClassDef":
      bind(scope, node.children[1]);
      break;
    case "Lambda":
      visitShadowed(walk, scope, node, node.children[0]?.children ?? []);
      return;
    case "ListComprehension":
    case "SetComprehension":
    case "DictComprehension":
    case "Generator":
      visitShadowed(
        walk,
        scope,
        node,
        node.children.filter((child) => child.kind === "ForClause"),
      );
      return;
    case "Global":
    case "Nonlocal":
      for (const name of node.children) scope.foreign.add(name.value);
      return;
    default:
      noteBindings(scope, node);
      noteTargets(walk, node);
  }
  visitAll(walk, scope, node.children);
}

/** Decorators, defaults and annotations belong to the body around the function. */
function visitFunction(walk: Walk, scope: Scope, node: SyntaxNode): void {
  visitAll(walk, scope, node.children.slice(0, 4));
  const own = addScope(walk, scope, node, bodyOf(node));
  for (const parameter of node.children[2]?.children ?? []) bindAll(own, parameter.children[0]);
  visitAll(walk, own, own.statements);
}

/** `binders` hold in their first slot what is bound inside of `node` only. */
function visitShadowed(walk: Walk, scope: Scope, node: SyntaxNode, binders: readonly SyntaxNode[]): void {
  const before = walk.shadows.length;
  const collect = (target: SyntaxNode | undefined): void => {
    if (target?.kind === "Name" || target?.kind === "Identifier") walk.shadows.push(target.value);
    else if (target?.kind === "Tuple" || target?.kind === "List" || target?.kind === "Starred")
      target.children.forEach(collect);
  };
  for (const binder of binders) collect(binder.children[0]);
  visitAll(walk, scope, node.children);
  walk.shadows.length = before;
}

function noteTargets(walk: Walk, { kind, children }: SyntaxNode): void {
  const [target] = children;
  const isAssignment = kind === "Assign" || kind === "AnnotatedAssign" || kind === "NamedExpression";
  if (!isAssignment || target?.kind !== "Name") return;
  if (target.constant !== undefined || target.assigned !== undefined) walk.targets.push(target);
}

function noteBindings(scope: Scope, node: SyntaxNode): void {
  switch (node.kind) {
    case "Assign":
      bindAll(scope, node.children[0]);
      noteAssigned(scope, node.children[0], node.children[1]);
      return;
    case "AnnotatedAssign":
      bindAll(scope, node.children[0]);
      noteAssigned(scope, node.children[0], node.children[2]);
      return;
    case "AugmentedAssign":
    case "NamedExpression":
      bindAll(scope, node.children[0]);
      noteAssigned(scope, node.children[0], node.children[1]);
      return;
    case "For":
    case "ImportName":
      bindAll(scope, node.children[0]);
      if (node.kind === "ImportName" && node.children[0]?.kind === "Absent")
        scope.bound.add(node.value.split(".", 1)[0] ?? node.value);
      return;
    case "WithItem":
      bindAll(scope, node.children[1]);
      noteAssigned(scope, node.children[1], node.children[0]);
      return;
    case "Except":
      bindAll(scope, node.children[1]);
      return;
    case "Case":
      bindPattern(scope, node.children[0]);
      return;
    default:
  }
}

function noteAssigned(scope: Scope, target: SyntaxNode | undefined, value: SyntaxNode | undefined): void {
  if (target?.kind !== "Name" || value === undefined || value.kind === "Absent") return;
  const known = scope.assigned.get(target.value);
  if (known === undefined) scope.assigned.set(target.value, [value]);
  else known.push(value);
}

function bind(scope: Scope, name: SyntaxNode | undefined): void {
  if (name?.kind === "Name" || name?.kind === "Identifier") scope.bound.add(name.value);
}

function bindAll(scope: Scope, target: SyntaxNode | undefined): void {
  if (target === undefined) return;
  bind(scope, target);
  if (target.kind === "Tuple" || target.kind === "List" || target.kind === "Starred")
    for (const child of target.children) bindAll(scope, child);
}

function bindPattern(scope: Scope, pattern: SyntaxNode | undefined): void {
  if (pattern === undefined) return;
  bind(scope, pattern);
  for (const child of pattern.children) bindPattern(scope, child);
}
