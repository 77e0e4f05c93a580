/**
 * Writes into the names of a unit what they mean by imports. Scopes follow Python's rules: a name that a function binds is
 * the function's own, unless it says `global`; comprehensions and lambdas bind their own variables.
 */
import type { SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import { noteStatement, type ConstantTable } from "./constants.js";
import type { NameAnswer } from "./file-names.js";
import { addImports, type ImportTable } from "./imports.js";

/** What the file says of a name. */
export type FileLookup = (name: string) => NameAnswer | undefined;

/** The answers that resolution got from the file, misses among them: it holds as long as they stay the same. */
export type NameReads = Map<string, NameAnswer | undefined>;

interface Scope {
  readonly parent: Scope | undefined;
  /** Qualified name for imports, empty for other bindings. */
  readonly bindings: ImportTable;
  readonly constants: ConstantTable | undefined;
}

/** What resolving found out about a unit. */
export interface ResolvedUnit {
  readonly reads: NameReads;
  /** Those of the wanted words that stand in the unit, or in what its names mean. */
  readonly words: ReadonlySet<string>;
}

/** Resolves all names of a unit. `wanted` are the words that the caller wants to know of. */
export function resolveUnit(unit: Unit, lookup: FileLookup, wanted: { has(word: string): boolean }): ResolvedUnit {
  const words = new Set<string>();
  const note = (word: string): void => {
    if (wanted.has(word)) words.add(word);
  };
  unit.resolution++;
  const reads: NameReads = new Map();
  const resolve = (node: SyntaxNode, scope: Scope | undefined): void => {
    const name = node.value;
    for (let at = scope; at !== undefined; at = at.parent) {
      const bound = at.bindings.get(name);
      if (bound === undefined) continue;
      node.qualifiedName = bound;
      node.constant = bound === "" ? (at.constants?.get(name) ?? undefined) : undefined;
      return;
    }
    let answer = reads.get(name);
    if (answer === undefined && !reads.has(name)) {
      answer = lookup(name);
      reads.set(name, answer);
    }
    node.qualifiedName = answer?.qualifiedName ?? "";
    node.constant = answer?.constant;
  };
  const visit = (node: SyntaxNode, scope: Scope | undefined): void => {
    switch (node.kind) {
      case "Name":
        resolve(node, scope);
        note(node.value);
        if (node.qualifiedName !== "" && node.qualifiedName !== node.value) node.qualifiedName.split(".").forEach(note);
        return;
      case "FunctionDef":
        visitFunction(node, scope);
        return;
      case "Lambda": {
        const inner = { parent: scope, bindings: parameterBindings(node.child(0)), constants: undefined };
        visit(node.child(0), scope);
        visit(node.child(1), inner);
        return;
      }
      case "ListComprehension":
      case "SetComprehension":
      case "DictComprehension":
      case "Generator": {
        const inner = { parent: scope, bindings: comprehensionBindings(node), constants: undefined };
        for (const child of node.children) visit(child, inner);
        return;
      }
      case "Attribute":
      case "Keyword":
        note(node.value);
        visit(node.child(0), scope);
        return;
      case "Identifier":
        note(node.value);
        return;
      default:
        for (const child of node.children) visit(child, scope);
    }
  };
  const visitFunction = (node: SyntaxNode, scope: Scope | undefined): void => {
    for (let slot = 0; slot < 4; slot++) visit(node.child(slot), scope);
    visit(node.child(4), { parent: scope, ...functionBindings(node) });
  };
  for (const statement of unit.statements) visit(statement, undefined);
  return { reads, words };
}

function parameterBindings(parameters: SyntaxNode): ImportTable {
  const bindings: ImportTable = new Map();
  for (const parameter of parameters.children) {
    const [name] = parameter.children;
    if (name !== undefined && parameter.kind === "Parameter") bindTarget(name, bindings);
  }
  return bindings;
}

function comprehensionBindings(node: SyntaxNode): ImportTable {
  const bindings: ImportTable = new Map();
  for (const child of node.children) if (child.kind === "ForClause") bindTarget(child.child(0), bindings);
  return bindings;
}

function bindTarget(target: SyntaxNode, bindings: ImportTable): void {
  switch (target.kind) {
    case "Name":
    case "Identifier":
      if (!bindings.has(target.value)) bindings.set(target.value, "");
      return;
    case "Tuple":
    case "List":
    case "Starred":
      for (const child of target.children) bindTarget(child, bindings);
      return;
    default:
      return;
  }
}

/** All that a function's body binds in its own scope. Imports win over other bindings of the same name. */
function functionBindings(definition: SyntaxNode): { bindings: ImportTable; constants: ConstantTable } {
  const bindings = parameterBindings(definition.child(2));
  const constants: ConstantTable = new Map([...bindings.keys()].map((name) => [name, null]));
  const globals: string[] = [];
  const visit = (node: SyntaxNode): void => {
    switch (node.kind) {
      case "FunctionDef":
      case "ClassDef":
        bindTarget(node.child(1), bindings);
        noteStatement(node, constants);
        return;
      case "Lambda":
        return;
      case "Import":
      case "ImportFrom":
        addImports(node, bindings);
        return;
      case "Global":
      case "Nonlocal":
        globals.push(...node.children.map((name) => name.value));
        return;
      case "Assign":
      case "AnnotatedAssign":
      case "AugmentedAssign":
      case "For":
      case "NamedExpression":
        bindTarget(node.child(0), bindings);
        break;
      case "WithItem":
      case "Except":
        bindTarget(node.child(1), bindings);
        break;
      default:
    }
    noteStatement(node, constants);
    for (const child of node.children) visit(child);
  };
  visit(definition.child(4));
  for (const name of globals) bindings.delete(name);
  return { bindings, constants };
}
