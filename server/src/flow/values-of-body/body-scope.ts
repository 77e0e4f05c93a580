/** The variables of a body, and what is defined in it: one walk over its code. */
import { keyOfLambda } from "../../names/body-keys.js";
import type { BodyKey } from "../../names/module-facts.js";
import { nextKey } from "../../names/facts/scopes.js";
import type { SyntaxNode } from "../../syntax/node.js";
import { addBindings, createBindings, namesBoundBy, type Bindings } from "./bindings.js";
import type { BodyCode } from "./body-code.js";

/** A function, method or lambda that is defined in a body, not further in. */
export interface InnerBody {
  readonly node: SyntaxNode;
  readonly key: BodyKey;
  /** As of BodyCode. */
  readonly enclosing: readonly SyntaxNode[];
}

export interface BodyScope {
  /** Number of each variable by name. Those of class bodies stand under "Class.name"; those of comprehensions have no name here. */
  readonly slots: ReadonlyMap<string, number>;
  /** One variable more, under this number, holds what is raised. */
  readonly slotCount: number;
  /** Names that the body declares as the module's, or as a function's around it. */
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  /** Names that stand for variables of comprehensions. */
  readonly ofComprehensions: ReadonlyMap<SyntaxNode, number>;
  /** Keys of the functions, lambdas and classes that are defined in the body. */
  readonly keys: ReadonlyMap<SyntaxNode, BodyKey>;
  readonly inner: readonly InnerBody[];
  /** What each `case` is matched with. */
  readonly subjects: ReadonlyMap<SyntaxNode, SyntaxNode>;
}

/** A scope in which functions and classes are defined, as keys count them. */
interface KeyScope {
  readonly kind: "module" | "class" | "function";
  readonly key: string;
  counts: Map<string, number> | undefined;
}

interface Walk {
  readonly code: BodyCode;
  readonly bindings: Bindings;
  /** By class key, the names that its body binds. */
  readonly ofClasses: Map<string, Bindings>;
  readonly ofComprehensions: Map<SyntaxNode, number>;
  readonly keys: Map<SyntaxNode, BodyKey>;
  readonly inner: InnerBody[];
  readonly subjects: Map<SyntaxNode, SyntaxNode>;
  readonly keyScopes: Map<SyntaxNode | undefined, KeyScope>;
  /** Variables of comprehensions so far. */
  hidden: number;
}

/** Where the walk is. */
interface Place {
  readonly keys: KeyScope;
  readonly bindings: Bindings;
  /** Variables of the comprehensions around, the innermost first. */
  readonly shadows: readonly ReadonlyMap<string, number>[];
  readonly enclosing: readonly SyntaxNode[];
}

/** Walks a body's code. */
export function scopeOfBody(code: BodyCode): BodyScope {
  const walk: Walk = {
    code,
    bindings: createBindings(),
    ofClasses: new Map(),
    ofComprehensions: new Map(),
    keys: new Map(),
    inner: [],
    subjects: new Map(),
    keyScopes: new Map(),
    hidden: 0,
  };
  const { definition } = code;
  const own: KeyScope = { kind: definition === undefined ? "module" : "function", key: code.key, counts: undefined };
  walk.keyScopes.set(undefined, own);
  const enclosing = definition === undefined ? code.enclosing : [definition, ...code.enclosing];
  const place: Place = { keys: own, bindings: walk.bindings, shadows: [], enclosing };
  for (const statement of code.statements) visit(walk, statement, placeOfStatement(walk, statement, place));
  if (definition !== undefined) for (const name of namesOfParameters(definition)) walk.bindings.names.add(name);
  return finish(walk);
}

/** Statements of class bodies that stand in units of their own bind names of the class. */
function placeOfStatement(walk: Walk, statement: SyntaxNode, place: Place): Place {
  if (walk.code.classes.size === 0) return place;
  const head = walk.code.classes.get(statement.unit);
  return head === undefined ? place : placeInClass(walk, head, place);
}

function placeInClass(walk: Walk, head: SyntaxNode, place: Place): Place {
  const key = walk.keys.get(head) ?? "";
  let keys = walk.keyScopes.get(head);
  if (keys === undefined) walk.keyScopes.set(head, (keys = { kind: "class", key, counts: undefined }));
  let bindings = walk.ofClasses.get(key);
  if (bindings === undefined) walk.ofClasses.set(key, (bindings = createBindings()));
  return { ...place, keys, bindings };
}

function namesOfParameters(definition: SyntaxNode): string[] {
  const parameters = definition.kind === "Lambda" ? definition.children[0] : definition.children[2];
  const names: string[] = [];
  const add = (node: SyntaxNode): void => {
    if (node.kind === "Identifier" || node.kind === "Name") names.push(node.value);
    else if (node.kind === "Tuple") for (const child of node.children) add(child);
  };
  for (const parameter of parameters?.children ?? [])
    if (parameter.children[0] !== undefined) add(parameter.children[0]);
  return names;
}

function visit(walk: Walk, node: SyntaxNode, place: Place): void {
  switch (node.kind) {
    case "Name":
      if (place.shadows.length > 0) visitName(walk, node, place);
      return;
    case "FunctionDef":
      visitFunction(walk, node, place);
      return;
    case "Lambda":
      walk.keys.set(node, lambdaKey(walk, node));
      walk.inner.push({ node, key: walk.keys.get(node) ?? "", enclosing: place.enclosing });
      if (node.children[0] !== undefined) visitAll(walk, node.children[0].children, place);
      return;
    case "ClassDef": {
      addBindings(node, place.bindings);
      walk.keys.set(node, nextKey(place.keys, node.child(1).value));
      const [decorators, , bases, body] = node.children;
      if (decorators !== undefined) visit(walk, decorators, place);
      if (bases !== undefined) visit(walk, bases, place);
      if (body !== undefined) visit(walk, body, placeInClass(walk, node, place));
      return;
    }
    case "Match":
      for (const child of node.children.slice(1)) walk.subjects.set(child, node.child(0));
      break;
    case "ListComprehension":
    case "SetComprehension":
    case "DictComprehension":
    case "Generator":
      visitComprehension(walk, node, place);
      return;
    default:
      addBindings(node, place.bindings);
  }
  visitAll(walk, node.children, place);
}

function visitAll(walk: Walk, nodes: readonly SyntaxNode[], place: Place): void {
  for (const node of nodes) visit(walk, node, place);
}

function visitName(walk: Walk, node: SyntaxNode, { shadows }: Place): void {
  for (const shadow of shadows) {
    const slot = shadow.get(node.value);
    if (slot === undefined) continue;
    walk.ofComprehensions.set(node, slot);
    return;
  }
}

/** Decorators, defaults and annotations belong to the body around the function. */
function visitFunction(walk: Walk, node: SyntaxNode, place: Place): void {
  addBindings(node, place.bindings);
  const key = nextKey(place.keys, node.child(1).value);
  walk.keys.set(node, key);
  walk.inner.push({ node, key, enclosing: place.enclosing });
  visitAll(walk, node.children.slice(0, 4), place);
}

/** Lambdas are named by their place in their unit; where a body has several units, a second one at the same place ends in "#2". */
function lambdaKey({ code, inner }: Walk, node: SyntaxNode): BodyKey {
  if (code.definition !== undefined) return keyOfLambda(code.key, node.start, 0);
  const others = inner.filter((other) => other.node.kind === "Lambda" && other.node.start === node.start);
  return keyOfLambda(code.key, node.start, others.length);
}

/** The iterable of the first `for` is evaluated outside. */
function visitComprehension(walk: Walk, node: SyntaxNode, place: Place): void {
  const shadow = new Map<string, number>();
  for (const name of namesBoundBy(node)) shadow.set(name, walk.hidden++);
  const inside = { ...place, shadows: [shadow, ...place.shadows], enclosing: [node, ...place.enclosing] };
  const first = node.children.find((child) => child.kind === "ForClause");
  for (const child of node.children) {
    if (child !== first) {
      visit(walk, child, inside);
      continue;
    }
    if (child.children[0] !== undefined) visit(walk, child.children[0], inside);
    if (child.children[1] !== undefined) visit(walk, child.children[1], place);
  }
}

function finish(walk: Walk): BodyScope {
  const slots = new Map<string, number>();
  for (const name of walk.bindings.names) slots.set(name, slots.size);
  for (const [key, { names }] of walk.ofClasses) for (const name of names) slots.set(`${key}.${name}`, slots.size);
  const first = slots.size;
  for (const [node, hidden] of walk.ofComprehensions) walk.ofComprehensions.set(node, first + hidden);
  return {
    slots,
    slotCount: first + walk.hidden,
    globals: walk.bindings.globals,
    nonlocals: walk.bindings.nonlocals,
    ofComprehensions: walk.ofComprehensions,
    keys: walk.keys,
    inner: walk.inner,
    subjects: walk.subjects,
  };
}
