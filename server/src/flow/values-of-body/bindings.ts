/** Which names code binds. */
import { addImports, wildcardName, type ImportTable } from "../../names/imports.js";
import type { SyntaxNode } from "../../syntax/node.js";

/** What the code of one scope says of names. */
export interface Bindings {
  /** Names that it binds, those that it declares as somebody else's among them. */
  readonly names: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
}

export function createBindings(): Bindings {
  return { names: new Set(), globals: new Set(), nonlocals: new Set() };
}

export function isComprehension({ kind }: SyntaxNode): boolean {
  return (
    kind === "ListComprehension" || kind === "SetComprehension" || kind === "DictComprehension" || kind === "Generator"
  );
}

/** The names that a target binds. */
function namesOfTarget(target: SyntaxNode | undefined, add: (name: SyntaxNode) => void): void {
  switch (target?.kind) {
    case "Name":
    case "Identifier":
      add(target);
      return;
    case "Tuple":
    case "List":
    case "Starred":
      for (const child of target.children) namesOfTarget(child, add);
      return;
    default:
  }
}

/** The names that a pattern of `match` captures. */
function namesOfPattern(pattern: SyntaxNode | undefined, add: (name: SyntaxNode) => void): void {
  if (pattern === undefined) return;
  switch (pattern.kind) {
    case "Name":
      if (pattern.value !== "_") add(pattern);
      return;
    case "Call":
      for (const child of pattern.children.slice(1)) namesOfPattern(child, add);
      return;
    case "Pair":
      namesOfPattern(pattern.children[1], add);
      return;
    case "Attribute":
      return;
    default:
      for (const child of pattern.children) namesOfPattern(child, add);
  }
}

/** The names that an import binds, with what they mean. */
export function namesOfImport(statement: SyntaxNode): ImportTable {
  const table: ImportTable = new Map();
  addImports(statement, table);
  table.delete(wildcardName);
  return table;
}

/** Adds what a node binds by itself, not by what stands in it. */
export function addBindings(node: SyntaxNode, bindings: Bindings): void {
  const { names } = bindings;
  const add = ({ value }: SyntaxNode): void => {
    names.add(value);
  };
  switch (node.kind) {
    case "Assign":
    case "AnnotatedAssign":
    case "AugmentedAssign":
    case "For":
    case "NamedExpression":
    case "TypeAlias":
      namesOfTarget(node.children[0], add);
      return;
    case "WithItem":
    case "Except":
    case "FunctionDef":
    case "ClassDef":
      namesOfTarget(node.children[1], add);
      return;
    case "Case":
      namesOfPattern(node.children[0], add);
      return;
    default:
      addRareBindings(node, bindings, add);
  }
}

function addRareBindings(
  node: SyntaxNode,
  { names, globals, nonlocals }: Bindings,
  add: (name: SyntaxNode) => void,
): void {
  switch (node.kind) {
    case "Delete":
      for (const child of node.children) namesOfTarget(child, add);
      return;
    case "Import":
    case "ImportFrom":
      for (const name of namesOfImport(node).keys()) names.add(name);
      return;
    case "Global":
      for (const { value } of node.children) globals.add(value);
      return;
    case "Nonlocal":
      for (const { value } of node.children) nonlocals.add(value);
      return;
    default:
  }
}

/** The names that a function, lambda or comprehension binds for itself. */
export function namesBoundBy(scope: SyntaxNode): ReadonlySet<string> {
  const bindings = createBindings();
  const { names } = bindings;
  const add = ({ value }: SyntaxNode): void => {
    names.add(value);
  };
  if (isComprehension(scope)) {
    for (const clause of scope.children) if (clause.kind === "ForClause") namesOfTarget(clause.children[0], add);
    return names;
  }
  const parameters = scope.kind === "Lambda" ? scope.children[0] : scope.children[2];
  for (const parameter of parameters?.children ?? []) namesOfTarget(parameter.children[0], add);
  const visit = (node: SyntaxNode): void => {
    addBindings(node, bindings);
    if (node.kind === "FunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda") return;
    for (const child of node.children) visit(child);
  };
  const body = scope.kind === "Lambda" ? scope.children[1] : scope.children[4];
  if (body !== undefined) visit(body);
  for (const name of bindings.globals) names.delete(name);
  for (const name of bindings.nonlocals) names.delete(name);
  return names;
}

/** The variables of functions around that a function, or one in it, gives another value. */
export function namesRebound(definition: SyntaxNode): ReadonlySet<string> {
  const bindings = createBindings();
  const visit = (node: SyntaxNode): void => {
    if (node.kind === "Nonlocal") addBindings(node, bindings);
    for (const child of node.children) visit(child);
  };
  visit(definition);
  return bindings.nonlocals;
}

/** The names that a function, lambda or class reads and does not bind itself, nested ones included. */
export function freeNamesOf(scope: SyntaxNode): Set<string> {
  const free = new Set<string>();
  const readIn = (node: SyntaxNode, bound: readonly ReadonlySet<string>[]): void => {
    switch (node.kind) {
      case "Name":
        if (!bound.some((names) => names.has(node.value))) free.add(node.value);
        return;
      case "FunctionDef":
        for (const child of node.children.slice(0, 4)) readIn(child, bound);
        if (node.children[4] !== undefined) readIn(node.children[4], [namesBoundBy(node), ...bound]);
        return;
      case "Lambda":
      case "ListComprehension":
      case "SetComprehension":
      case "DictComprehension":
      case "Generator": {
        const inner = [namesBoundBy(node), ...bound];
        for (const child of node.children) readIn(child, inner);
        return;
      }
      case "Nonlocal":
        for (const { value } of node.children) free.add(value);
        return;
      default:
        for (const child of node.children) readIn(child, bound);
    }
  };
  readIn(scope, []);
  return free;
}
