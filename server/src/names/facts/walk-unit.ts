/** The one walk over a unit that all facts come from. */
import type { SyntaxKind, SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";
import { moduleBody, type FunctionFact, type ParameterFact } from "../module-facts.js";
import type { WordTable } from "../word-table.js";
import { annotationType } from "./annotation-types.js";
import { bindAnnotated, bindTarget, importsInClass } from "./bind-targets.js";
import { createBodyDraft, noteAttribute, noteFunction, noteMethod, noteName } from "./body-draft.js";
import {
  baseNames,
  decoratorNames,
  functionKind,
  decoratorTexts,
  objectsOfDecorators,
  parametersOf,
} from "./definitions.js";
import { finishUnit } from "./finish-unit.js";
import { createScope, nextKey, type FactScope } from "./scopes.js";
import { stepsOfValue } from "./type-context.js";
import type { UnitFacts } from "./unit-facts.js";
import type { Walk, Writable } from "./walk.js";

/** What all units of a file share. */
export interface WalkContext {
  readonly table: WordTable;
  /** The words that are worth keeping; undefined: all. */
  readonly wanted: { has(word: string): boolean } | undefined;
  readonly importOf: (name: string) => string | undefined;
}

/** Where a unit stands: in the module, or in the body of a class. `counts` is how many of each name are defined above; the walk brings it up to date. */
export interface UnitPlace {
  /** Key of the class; empty for the module. */
  readonly class: string;
  readonly counts: Map<string, number>;
}

/** The facts of one unit, whose names are resolved. */
export function walkUnit(unit: Unit, place: UnitPlace, context: WalkContext): UnitFacts {
  let asked: Map<string, string | undefined> | undefined;
  const importOf = (name: string): string | undefined => {
    const meaning = context.importOf(name);
    asked ??= new Map();
    asked.set(name, meaning);
    return meaning;
  };
  const walk: Walk = {
    types: { table: context.table, importOf, steps: stepsOfValue, open: [] },
    bodies: [],
    functions: [],
    unfinished: [],
    classes: [],
    members: [],
    pending: [],
    defined: [],
  };
  const own = createBodyDraft(moduleBody, context.table);
  const scope = createScope(undefined, place.class === "" ? "module" : "class", place.class, own);
  scope.counts = place.counts;
  for (const statement of unit.statements) visitStatement(walk, scope, statement);
  return finishUnit(walk, { unit, class: place.class, asked }, scope, context.wanted);
}

/** Kinds whose children may be statements. Definitions that stand in other kinds (in code that does not parse) are no bodies of their own. */
export const kindsWithStatements: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  ...(["Block", "If", "For", "While", "Try", "Except", "Else", "Finally", "With", "WithItem"] as const),
  ...(["Match", "Case", "Error", "Other"] as const),
]);

function visitStatement(walk: Walk, scope: FactScope, node: SyntaxNode): void {
  const { children } = node;
  switch (node.kind) {
    case "FunctionDef":
      if (isNamed(node)) visitFunction(walk, scope, node);
      else visitAll(walk, scope, children);
      return;
    case "ClassDef":
      if (isNamed(node)) visitClass(walk, scope, node);
      else visitAll(walk, scope, children);
      return;
    case "Assign":
      visitAssignment(walk, scope, node);
      return;
    case "Global":
      if (scope.kind === "function") for (const { value } of children) scope.globals.push(value);
      return;
    case "Import":
    case "ImportFrom":
      if (scope.kind === "class") importsInClass(walk, scope, node);
      if (scope.kind === "function") noteModules(walk, scope, node);
      return;
    default:
      noteBindings(walk, scope, node);
  }
  if (kindsWithStatements.has(node.kind)) for (const child of children) visitStatement(walk, scope, child);
  else visitExpression(walk, scope, node);
}

/** The modules that a function imports for itself: a word for the first part of each, after "import ". */
function noteModules(walk: Walk, scope: FactScope, { kind, value, children }: SyntaxNode): void {
  for (const module of kind === "Import" ? children.map((name) => name.value) : [value])
    noteAttribute(scope.body, `import ${module.split(".", 1)[0] ?? ""}`, walk.types.table);
}

/** What statements other than assignments bind, and what functions return. */
function noteBindings(walk: Walk, scope: FactScope, node: SyntaxNode): void {
  const [first, second] = node.children;
  if (first === undefined) return;
  switch (node.kind) {
    case "AnnotatedAssign":
      bindAnnotated(walk, scope, node);
      return;
    case "Return":
      if (scope.kind === "function" && first.kind !== "Absent") scope.returns.push(first);
      return;
    case "For":
      if (second !== undefined) bindTarget(walk, scope, first, second, "element");
      return;
    case "WithItem":
      if (second !== undefined) bindTarget(walk, scope, second, first, "entered");
      return;
    case "Except":
      if (second !== undefined) bindTarget(walk, scope, second, first, "exception");
      return;
    default:
  }
}

/** Whether a definition has a name; what does not parse may have none. */
export function isNamed(definition: SyntaxNode): boolean {
  return definition.children[1]?.kind === "Identifier";
}

/** `a = b = value` is an assignment in an assignment. */
function visitAssignment(walk: Walk, scope: FactScope, node: SyntaxNode): void {
  const [target, assigned] = node.children;
  if (target === undefined || assigned === undefined) return;
  let value = assigned;
  while (value.kind === "Assign" && value.children[1] !== undefined) value = value.children[1];
  bindTarget(walk, scope, target, value, "value");
  visitExpression(walk, scope, target);
  if (assigned.kind === "Assign") visitAssignment(walk, scope, assigned);
  else visitExpression(walk, scope, assigned);
}

function visitAll(walk: Walk, scope: FactScope, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) visitExpression(walk, scope, node);
}

function visitExpression(walk: Walk, scope: FactScope, node: SyntaxNode): void {
  const { children } = node;
  switch (node.kind) {
    case "Name":
      noteName(scope.body, node, walk.types.table);
      return;
    case "Attribute":
      noteAttribute(scope.body, node.value, walk.types.table);
      break;
    case "Call":
      visitCall(walk, scope, node);
      return;
    case "Yield":
    case "YieldFrom":
      scope.isGenerator = true;
      if (node.kind === "Yield" && children[0] !== undefined && scope.kind === "function")
        scope.yields.push(children[0]);
      break;
    case "NamedExpression":
      if (children[0] !== undefined && children[1] !== undefined)
        bindTarget(walk, scope, children[0], children[1], "value");
      break;
    default:
  }
  for (const child of children)
    if (child.children.length > 0 || child.kind === "Name") visitExpression(walk, scope, child);
}

function visitCall(walk: Walk, scope: FactScope, { children }: SyntaxNode): void {
  const [callee] = children;
  if (callee !== undefined) visitCallee(walk, scope, callee);
  for (let index = 1; index < children.length; index++) {
    const child = children[index];
    if (child !== undefined) visitExpression(walk, scope, child);
  }
}

function visitCallee(walk: Walk, scope: FactScope, callee: SyntaxNode): void {
  const { table } = walk.types;
  if (callee.kind === "Name") noteFunction(scope.body, callee, table);
  else if (callee.kind === "Attribute") {
    noteMethod(scope.body, callee.value, table);
    const [object] = callee.children;
    if (object !== undefined) visitExpression(walk, scope, object);
  } else visitExpression(walk, scope, callee);
}

/** Notes which key a definition has, and where the unit's own definitions begin to count. */
function defineKey(walk: Walk, scope: FactScope, name: string): string {
  if (scope.parent === undefined && !walk.defined.some((defined) => defined.name === name))
    walk.defined.push({ name, before: scope.counts?.get(name) ?? 0 });
  const key = nextKey(scope, name);
  if (scope.parent !== undefined) (scope.definitions ??= new Map<string, string>()).set(name, key);
  return key;
}

/** Decorators are called where the definition stands. */
function visitDecorators(walk: Walk, scope: FactScope, definition: SyntaxNode): void {
  for (const decorator of definition.children[0]?.children ?? []) visitCallee(walk, scope, decorator);
}

function visitClass(walk: Walk, scope: FactScope, node: SyntaxNode): void {
  const { table } = walk.types;
  const name = table.intern(node.children[1]?.value ?? "");
  visitDecorators(walk, scope, node);
  const listed = node.children[2];
  if (listed !== undefined) visitExpression(walk, scope, listed);
  const bases = baseNames(scope, node, table);
  const decorators = decoratorNames(scope, node, table);
  const key = defineKey(walk, scope, name);
  walk.classes.push({ key, name, bases, decorators });
  if (scope.kind === "class")
    walk.members.push({ class: scope.key, kind: "attribute", name, types: [{ kind: "name", name: key }] });
  const inner = createScope(scope, "class", key, scope.body);
  const block = node.children[3];
  if (block !== undefined) visitStatement(walk, inner, block);
}

function visitFunction(walk: Walk, scope: FactScope, node: SyntaxNode): void {
  const { table } = walk.types;
  const name = table.intern(node.children[1]?.value ?? "");
  visitDecorators(walk, scope, node);
  const [, , listed, annotation, block] = node.children;
  if (listed !== undefined) visitExpression(walk, scope, listed);
  if (annotation !== undefined) visitExpression(walk, scope, annotation);
  const parameters = parametersOf(walk.types, scope, node);
  const returned = annotation === undefined ? undefined : annotationType(walk.types, scope, annotation);
  const decorators = decoratorNames(scope, node, table);
  const kind = functionKind(scope, name, decorators);
  const key = defineKey(walk, scope, name);
  if (scope.kind === "class") walk.members.push({ class: scope.key, kind: "method", name, key });
  const body = createBodyDraft(key, table);
  walk.bodies.push(body);
  const inner = createScope(scope, "function", key, body, {
    self: selfParameter(scope, kind, parameters[0]),
    parameters,
  });
  const fact = functionFact(scope, { key, name, kind, parameters, decorators, returns: nothing });
  if (node.value === "async") fact.isAsync = true;
  walk.functions.push(fact);
  const routes = decoratorTexts(node);
  if (routes.length > 0) fact.routes = routes;
  const decoratorObjects = scope.kind === "function" ? objectsOfDecorators(node, decorators) : nothing;
  walk.unfinished.push({ fact, scope: inner, annotation: returned, decoratorObjects });
  if (block !== undefined) visitStatement(walk, inner, block);
  if (inner.isGenerator) fact.isGenerator = true;
}

const nothing: readonly never[] = [];

/** What is always there comes first and at once: objects that grow take more memory. */
function functionFact(
  scope: FactScope,
  { key, name, kind, parameters, decorators, returns }: FunctionFact,
): Writable<FunctionFact> {
  switch (scope.kind) {
    case "class":
      return { key, name, class: scope.key, kind, parameters, decorators, returns };
    case "function":
      return { key, name, parent: scope.key, kind, parameters, decorators, returns };
    case "module":
      return { key, name, kind, parameters, decorators, returns };
  }
}

function selfParameter(
  scope: FactScope,
  kind: FunctionFact["kind"],
  first: ParameterFact | undefined,
): FactScope["self"] {
  if (scope.kind !== "class" || kind === "static-method" || first === undefined) return undefined;
  if (first.kind !== "positional" && first.kind !== "positional-only") return undefined;
  return { name: first.name, class: scope.key, isClass: kind === "class-method" };
}
