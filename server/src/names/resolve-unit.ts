/**
 * Writes into the names of a unit what they mean by imports. Scopes follow Python's rules: a name that a function binds is
 * the function's own, unless it says `global`; comprehensions and lambdas bind their own variables.
 */
import type { SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import type { NameAnswer } from "./file-names.js";
import { addImports, wildcardName, type ImportTable } from "./imports.js";

/** What the file says of a name. */
export type FileLookup = (name: string) => NameAnswer | undefined;

/** The answers that resolution got from the file, misses among them: it holds as long as they stay the same. */
export type NameReads = Map<string, NameAnswer | undefined>;

interface Scope {
  readonly parent: Scope | undefined;
  /** Qualified name for imports, empty for other bindings. */
  readonly bindings: ImportTable;
}

/** What resolving found out about a unit. */
export interface ResolvedUnit {
  readonly reads: NameReads;
  /** Those of the wanted words that stand in the unit, or in what its names mean. */
  readonly words: ReadonlySet<string>;
}

/** What one resolution carries along. */
interface Resolution {
  readonly lookup: FileLookup;
  readonly wanted: { has(word: string): boolean };
  readonly reads: NameReads;
  readonly words: Set<string>;
}

/** Resolves all names of a unit. `wanted` are the words that the caller wants to know of. */
export function resolveUnit(unit: Unit, lookup: FileLookup, wanted: { has(word: string): boolean }): ResolvedUnit {
  unit.resolution++;
  const resolution: Resolution = { lookup, wanted, reads: new Map(), words: new Set() };
  const wildcards = askFile(resolution, wildcardName)?.qualifiedName ?? "";
  unit.wildcards = wildcards === "" ? [] : wildcards.split(",");
  for (const module of unit.wildcards) for (const part of module.split(".")) note(resolution, part);
  for (const statement of unit.statements) visit(resolution, statement, undefined);
  return resolution;
}

function visit(resolution: Resolution, node: SyntaxNode, scope: Scope | undefined): void {
  switch (node.kind) {
    case "Name":
      resolveName(resolution, node, scope);
      return;
    case "Attribute":
    case "Keyword":
      note(resolution, node.value);
      visit(resolution, node.child(0), scope);
      return;
    case "Identifier":
      note(resolution, node.value);
      return;
    case "FunctionDef":
      for (let slot = 0; slot < 4; slot++) visit(resolution, node.child(slot), scope);
      visit(resolution, node.child(4), { parent: scope, bindings: functionBindings(node) });
      return;
    case "Lambda":
      visit(resolution, node.child(0), scope);
      visit(resolution, node.child(1), { parent: scope, bindings: parameterBindings(node.child(0)) });
      return;
    case "ListComprehension":
    case "SetComprehension":
    case "DictComprehension":
    case "Generator": {
      const inner = { parent: scope, bindings: comprehensionBindings(node) };
      for (const child of node.children) visit(resolution, child, inner);
      return;
    }
    default:
      for (const child of node.children) visit(resolution, child, scope);
  }
}

function note(resolution: Resolution, word: string): void {
  if (resolution.wanted.has(word)) resolution.words.add(word);
}

/** Writes into a name what it means, and notes the words that patterns may ask for. */
function resolveName(resolution: Resolution, node: SyntaxNode, scope: Scope | undefined): void {
  const local = findLocal(node.value, scope);
  if (local !== undefined) {
    node.qualifiedName = local.qualifiedName;
    node.constant = local.constant;
    node.assigned = undefined;
    node.annotation = undefined;
  } else {
    const answer = askFile(resolution, node.value);
    node.qualifiedName = answer?.qualifiedName ?? "";
    node.constant = answer?.constant;
    node.assigned = answer?.value;
    node.annotation = answer?.annotation;
  }
  note(resolution, node.value);
  if (node.qualifiedName === "" || node.qualifiedName === node.value) return;
  for (const part of node.qualifiedName.split(".")) note(resolution, part);
}

function findLocal(name: string, scope: Scope | undefined): NameAnswer | undefined {
  for (let at = scope; at !== undefined; at = at.parent) {
    const bound = at.bindings.get(name);
    if (bound === undefined) continue;
    return {
      qualifiedName: bound,
      // What a local name stands for depends on the way to its use: flow/ says it.
      constant: undefined,
      value: undefined,
      resolution: 0,
      annotation: undefined,
    };
  }
  return undefined;
}

function askFile({ reads, lookup }: Resolution, name: string): NameAnswer | undefined {
  if (reads.has(name)) return reads.get(name);
  const answer = lookup(name);
  reads.set(name, answer);
  return answer;
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
function functionBindings(definition: SyntaxNode): ImportTable {
  const bindings = parameterBindings(definition.child(2));
  const globals: string[] = [];
  const collect = (node: SyntaxNode): void => {
    switch (node.kind) {
      case "FunctionDef":
      case "ClassDef":
        bindTarget(node.child(1), bindings);
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
    for (const child of node.children) collect(child);
  };
  collect(definition.child(4));
  for (const name of globals) bindings.delete(name);
  return bindings;
}
