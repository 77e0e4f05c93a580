/** Functions and classes as they are defined: their names, decorators, parameters and bases. */
import { detachString } from "../../base/detach.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { FunctionFact, ParameterFact, ParameterKind, TypeExpression } from "../module-facts.js";
import type { Word, WordTable } from "../word-table.js";
import { annotationType } from "./annotation-types.js";
import { definitionOf, type FactScope } from "./scopes.js";
import { trimmed, type TypeContext } from "./type-context.js";

/** The dotted name that an expression is, as the file writes it through its imports; "" for other expressions. Calls and subscripts are not looked into. */
export function dottedName(scope: FactScope, node: SyntaxNode | undefined, table: WordTable): string {
  let suffix = "";
  let at = node;
  for (; at?.kind === "Attribute"; at = at.children[0]) suffix = `.${at.value}${suffix}`;
  if (at?.kind !== "Name") return "";
  const first = at.qualifiedName === "" ? (definitionOf(scope, at.value) ?? at.value) : at.qualifiedName;
  return table.intern(first + suffix);
}

/** Dotted names of decorators, called or not. */
export function decoratorNames(scope: FactScope, definition: SyntaxNode, table: WordTable): readonly string[] {
  const list = definition.children[0]?.children ?? [];
  if (list.length === 0) return nothing;
  return list.map((node) => dottedName(scope, node.kind === "Call" ? node.children[0] : node, table));
}

/** What decorators with these names are asked of, as in `@app.route("/")`: each with its decorator's name. */
export function objectsOfDecorators(
  definition: SyntaxNode,
  names: readonly string[],
): readonly (readonly [decorator: string, object: SyntaxNode])[] {
  const list = definition.children[0]?.children ?? [];
  return list.flatMap((node, index) => {
    const callee = node.kind === "Call" ? node.children[0] : node;
    const object = callee?.kind === "Attribute" ? callee.children[0] : undefined;
    const name = names[index] ?? "";
    return object === undefined || name === "" ? [] : [[name, object] as const];
  });
}

/** Constant strings among the positional arguments of decorators. */
export function decoratorTexts(definition: SyntaxNode): readonly string[] {
  const list = definition.children[0]?.children ?? [];
  if (list.length === 0) return nothing;
  return list.flatMap(({ kind, children }) =>
    kind === "Call"
      ? children.slice(1).flatMap((argument) => (argument.kind === "String" ? [detachString(argument.value)] : []))
      : [],
  );
}

/** Dotted names of the bases of a class. */
export function baseNames(scope: FactScope, definition: SyntaxNode, table: WordTable): readonly string[] {
  const list = definition.children[2]?.children ?? [];
  const bases = list.filter(({ kind }) => kind !== "Keyword" && kind !== "DoubleStarred");
  if (bases.length === 0) return nothing;
  return bases
    .flatMap(withoutMetaclass)
    .map((node) => dottedName(scope, node.kind === "Subscript" ? node.children[0] : node, table));
}

/** `with_metaclass(Meta, Base)`, by which code for Python 2 and 3 names metaclasses, stands for its bases. */
export function withoutMetaclass(node: SyntaxNode): readonly SyntaxNode[] {
  const [callee, , ...bases] = node.children;
  return node.kind === "Call" && callee?.value === "with_metaclass" && bases.length > 0 ? bases : [node];
}

const nothing: readonly never[] = [];

/** The parameters of a function; markers (`*` and `/` alone) are none. */
export function parametersOf(context: TypeContext, scope: FactScope, definition: SyntaxNode): readonly ParameterFact[] {
  const list = definition.children[2]?.children ?? [];
  if (list.length === 0) return nothing;
  const parameters: ParameterFact[] = [];
  const slash = list.findIndex((node) => node.kind === "Parameter" && node.value === "/");
  let isKeywordOnly = false;
  list.forEach((node, index) => {
    if (node.kind !== "Parameter" || node.value === "/") return;
    const [name, annotation, fallback] = node.children;
    if (name?.kind === "Absent") isKeywordOnly ||= node.value === "*";
    else {
      const type = annotation === undefined ? undefined : annotationType(context, scope, annotation);
      parameters.push(
        parameter(
          // Python 2 takes tuples apart in the list of parameters.
          context.table.lookUp(name?.kind === "Identifier" ? name.value : ""),
          kindOf(node.value, isKeywordOnly, index < slash),
          type,
          fallback?.kind === "Absent" ? undefined : fallback,
          fallback?.kind === "Call" ? dottedName(scope, fallback.children[0], context.table) : "",
        ),
      );
      isKeywordOnly ||= node.value === "*";
    }
  });
  return trimmed(parameters);
}

/** Plain parameters of one name are one object. */
function parameter(
  word: Word,
  kind: ParameterKind,
  annotation: TypeExpression | undefined,
  fallback: SyntaxNode | undefined,
  defaultCall: string,
): ParameterFact {
  const name = word.text;
  const hasDefault = fallback !== undefined;
  if (kind === "positional" && annotation === undefined && defaultCall === "")
    return hasDefault
      ? (word.defaultParameter ??= { name, kind, hasDefault: true })
      : (word.plainParameter ??= { name, kind });
  return {
    name,
    kind,
    ...(annotation !== undefined && { annotation }),
    ...(hasDefault && { hasDefault }),
    ...(defaultCall !== "" && { defaultCall }),
  };
}

function kindOf(stars: string, isKeywordOnly: boolean, isBeforeSlash: boolean): ParameterKind {
  if (stars === "*") return "star";
  if (stars === "**") return "double-star";
  if (isKeywordOnly) return "keyword-only";
  return isBeforeSlash ? "positional-only" : "positional";
}

/** What a function in a class is by its decorators and name. */
export function functionKind(scope: FactScope, name: string, decorators: readonly string[]): FunctionFact["kind"] {
  if (scope.kind !== "class") return "function";
  for (const decorator of decorators) {
    const last = decorator.slice(decorator.lastIndexOf(".") + 1);
    if (last === "staticmethod" || last === "abstractstaticmethod") return "static-method";
    if (last === "classmethod" || last === "abstractclassmethod") return "class-method";
    if (/property$/i.test(last) || propertyPart.test(decorator)) return "property";
  }
  return implicitClassMethods.has(name) ? "class-method" : "method";
}

/** `@name.setter` and the like. */
const propertyPart = /^[^.]+\.(?:setter|getter|deleter)$/;

/** Those that get the class without being declared so. */
const implicitClassMethods: ReadonlySet<string> = new Set(["__new__", "__init_subclass__", "__class_getitem__"]);
