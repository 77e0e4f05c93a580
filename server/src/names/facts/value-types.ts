/** The types of values, as far as one unit tells them. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { TypeExpression } from "../module-facts.js";
import { annotationType } from "./annotation-types.js";
import { withoutMetaclass } from "./definitions.js";
import { createScope, type Binding, type FactScope } from "./scopes.js";
import { builtinType, containerType, elementOf, unionOf, type TypeContext } from "./type-context.js";

/** The type of what a target gets. */
export function typeOfBinding(
  context: TypeContext,
  scope: FactScope,
  { value, form }: Pick<Binding, "value" | "form">,
): TypeExpression | undefined {
  switch (form) {
    case "value":
      return typeOfValue(context, scope, value);
    case "element":
      return elementOf(typeOfValue(context, scope, value));
    case "entered": {
      const object = typeOfValue(context, scope, value);
      return object === undefined ? undefined : { kind: "method", object, name: "__enter__" };
    }
    case "annotation":
      return annotationType(context, scope, value);
    case "exception":
      return unionOf(
        (value.kind === "Tuple" ? value.children : [value]).map((type) => annotationType(context, scope, type)),
      );
    case "stored":
      return containerType("dict", typeOfValue(context, scope, value));
  }
}

/** The type of an expression's value; undefined if nothing is known. */
export function typeOfValue(context: TypeContext, scope: FactScope, node: SyntaxNode): TypeExpression | undefined {
  if (context.steps-- <= 0) return undefined;
  const of = (index: number): TypeExpression | undefined => {
    const child = node.children[index];
    return child === undefined ? undefined : typeOfValue(context, scope, child);
  };
  switch (node.kind) {
    case "Name":
      return typeOfName(context, scope, node);
    case "Attribute":
      return typeOfAttribute(context, of(0), node.value);
    case "Call":
      return typeOfCallNode(context, scope, node);
    case "Subscript":
      return node.children[1]?.kind === "Slice" ? of(0) : elementOf(of(0));
    case "Await":
      return of(0);
    case "NamedExpression":
      return of(1);
    case "Boolean":
      return node.value === "or" ? unionOf(node.children.map((_, index) => of(index))) : of(node.children.length - 1);
    case "Conditional":
      return unionOf([of(0), of(2)]);
    case "Binary":
      return of(0);
    case "Unary":
      return node.value === "not" ? builtinType("bool") : of(0);
    default:
      return typeOfLiteral(node) ?? typeOfDisplay(context, scope, node);
  }
}

function typeOfLiteral({ kind, value }: SyntaxNode): TypeExpression | undefined {
  switch (kind) {
    case "Compare":
      return builtinType("bool");
    case "String":
    case "FormatString":
    case "Concatenated":
      return builtinType("str");
    case "Bytes":
      return builtinType("bytes");
    case "Number":
      return builtinType(/^0x|^[\d_]+$/i.test(value) ? "int" : /j$/i.test(value) ? "complex" : "float");
    case "Constant":
      return builtinType(value === "None" ? "None" : "bool");
    default:
      return undefined;
  }
}

/** How many elements of a display are looked at. */
const firstElements = 8;

function typeOfDisplay(context: TypeContext, scope: FactScope, node: SyntaxNode): TypeExpression | undefined {
  const elements = (): TypeExpression | undefined =>
    unionOf(node.children.slice(0, firstElements).map((element) => typeOfElement(context, scope, element)));
  switch (node.kind) {
    case "List":
      return containerType("list", elements());
    case "Tuple":
      return containerType("tuple", elements());
    case "Set":
      return containerType("set", elements());
    case "Dict":
      return containerType("dict", elements());
    case "ListComprehension":
      return containerType("list", typeOfProduced(context, scope, node));
    case "SetComprehension":
      return containerType("set", typeOfProduced(context, scope, node));
    case "DictComprehension":
      return containerType("dict", typeOfProduced(context, scope, node));
    case "Generator":
      return containerType("generator", typeOfProduced(context, scope, node));
    default:
      return undefined;
  }
}

/** The element of a display; of a dictionary the value. Literals in containers are of no use to anybody. */
function typeOfElement(context: TypeContext, scope: FactScope, node: SyntaxNode): TypeExpression | undefined {
  const value = node.kind === "Pair" ? node.children[1] : node;
  if (value === undefined || typeOfLiteral(value) !== undefined) return undefined;
  if (value.kind === "DoubleStarred" || value.kind === "Starred") return undefined;
  return typeOfValue(context, scope, value);
}

/** What a comprehension produces, with its variables bound. */
function typeOfProduced(context: TypeContext, scope: FactScope, node: SyntaxNode): TypeExpression | undefined {
  const [produced, ...clauses] = node.children;
  if (produced === undefined) return undefined;
  const inner = createScope(scope, "function", scope.key, scope.body);
  for (const clause of clauses) {
    const [target, iterable] = clause.children;
    if (clause.kind === "ForClause" && target !== undefined && iterable !== undefined)
      bindNames(inner, target, iterable, "element");
  }
  return typeOfElement(context, inner, produced);
}

/** Binds the names of a target in a scope; those in a tuple are bound to something that stands in the value. */
export function bindNames(scope: FactScope, target: SyntaxNode, value: SyntaxNode, form: Binding["form"]): void {
  if (target.kind === "Name" || target.kind === "Identifier") scope.bindings.push({ name: target.value, value, form });
  else if (target.kind === "Tuple" || target.kind === "List" || target.kind === "Starred")
    for (const child of target.children) bindNames(scope, child, value, "element");
}

function typeOfAttribute(
  context: TypeContext,
  object: TypeExpression | undefined,
  name: string,
): TypeExpression | undefined {
  if (object === undefined) return undefined;
  if (object.kind === "name") return { kind: "name", name: context.table.intern(`${object.name}.${name}`) };
  if (object.kind === "self" && name === "__class__") return { kind: "name", name: object.class };
  return { kind: "attribute", object, name: context.table.intern(name) };
}

function typeOfCallNode(context: TypeContext, scope: FactScope, node: SyntaxNode): TypeExpression | undefined {
  const [base] = withoutMetaclass(node);
  const [callee] = node.children;
  if (base !== undefined && base !== node) return typeOfValue(context, scope, base);
  if (callee === undefined) return undefined;
  return typeOfCall(typeOfValue(context, scope, callee), callee.qualifiedName === "" ? callee.value : "", scope);
}

/** `written` is the callee if it is a name that is not imported. */
function typeOfCall(callee: TypeExpression | undefined, written: string, scope: FactScope): TypeExpression | undefined {
  if (callee === undefined) return undefined;
  if (callee.kind === "name") {
    if (callee.name === "super" && written === "super") return typeOfSuper(scope);
    return { kind: "call", name: callee.name };
  }
  if (callee.kind === "attribute") return { kind: "method", object: callee.object, name: callee.name };
  return callee.kind === "builtin" ? undefined : { kind: "method", object: callee, name: "__call__" };
}

function typeOfSuper(scope: FactScope): TypeExpression | undefined {
  for (let at: FactScope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.kind === "class") return { kind: "super", class: at.key };
  }
  return undefined;
}

/** What a name stands for: a parameter, what a function around assigns to it, or something of the module. */
export function typeOfName(
  context: TypeContext,
  scope: FactScope,
  { qualifiedName, value }: SyntaxNode,
): TypeExpression | undefined {
  if (qualifiedName !== "") return { kind: "name", name: context.table.intern(qualifiedName) };
  for (let at: FactScope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.kind !== "function") continue;
    if (at.globals.includes(value)) break;
    const key = at.definitions?.get(value);
    if (key !== undefined) return { kind: "name", name: key };
    const found = typesInScope(context, at, value);
    if (found.length > 0) return unionOf(found);
  }
  return { kind: "name", name: context.table.intern(value) };
}

/** An empty list if the name is not the function's. */
function typesInScope(context: TypeContext, scope: FactScope, name: string): (TypeExpression | undefined)[] {
  const found: (TypeExpression | undefined)[] = [];
  const index = scope.parameters.findIndex((parameter) => parameter.name === name);
  if (index >= 0) found.push(typeOfParameter(scope, index));
  for (const binding of scope.bindings) {
    if (binding.name !== name) continue;
    const isOpen = context.open.includes(binding);
    if (!isOpen) context.open.push(binding);
    found.push(isOpen ? undefined : typeOfBinding(context, scope, binding));
    if (!isOpen) context.open.pop();
  }
  return found;
}

function typeOfParameter(scope: FactScope, index: number): TypeExpression | undefined {
  const parameter = scope.parameters[index];
  const { self } = scope;
  if (self !== undefined && self.name === parameter?.name && index === 0)
    return self.isClass ? { kind: "name", name: self.class } : { kind: "self", class: self.class };
  switch (parameter?.kind) {
    case "star":
      return containerType("tuple", parameter.annotation);
    case "double-star":
      return containerType("dict", parameter.annotation);
    default:
      return parameter?.annotation ?? { kind: "parameter", function: scope.key, index };
  }
}
