/** The types that annotations name. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { TypeExpression } from "../module-facts.js";
import { annotationTree, type AnnotationTree } from "./annotation-tree.js";
import { definitionOf, type FactScope } from "./scopes.js";
import { builtinType, containerType, unionOf, type TypeContext } from "./type-context.js";

/** What an annotation says of a value; undefined if nothing. `None` in a union is left out. */
export function annotationType(context: TypeContext, scope: FactScope, node: SyntaxNode): TypeExpression | undefined {
  if (node.kind === "Absent") return undefined;
  const tree = annotationTree(node, {
    nameOf: (name) =>
      name.qualifiedName === "" ? (definitionOf(scope, name.value) ?? name.value) : name.qualifiedName,
    nameInString: (name) => {
      const dot = name.indexOf(".");
      const first = dot < 0 ? name : name.slice(0, dot);
      const meaning = definitionOf(scope, first) ?? context.importOf(first) ?? first;
      return dot < 0 ? meaning : meaning + name.slice(dot);
    },
  });
  return typeOfTree(context, scope, tree);
}

function typeOfTree(
  context: TypeContext,
  scope: FactScope,
  { name, parts }: AnnotationTree,
): TypeExpression | undefined {
  const part = (index: number): TypeExpression | undefined => {
    const tree = parts[index];
    return tree === undefined ? undefined : typeOfTree(context, scope, tree);
  };
  const all = (): TypeExpression | undefined =>
    unionOf(parts.filter((tree) => tree.name !== "None").map((tree) => typeOfTree(context, scope, tree)));
  const last = typingName(name);
  switch (last) {
    case "":
    case "Any":
    case "object":
    case "Callable":
    case "Literal":
      return undefined;
    case "|":
    case "Union":
    case "Optional":
      return all();
    case "Self":
      return selfType(scope);
    case "Coroutine":
      return part(2);
    case "Type":
    case "type": {
      const inner = part(0);
      return inner?.kind === "instance" ? { kind: "name", name: inner.name } : undefined;
    }
    case undefined:
      return { kind: "instance", name: context.table.intern(name) };
    default:
      return wrappers.has(last) ? part(0) : containerOf(last, part, all);
  }
}

/** What has the type of its first argument, as far as members are concerned; a coroutine is taken for what it gives. */
const wrappers: ReadonlySet<string> = new Set([
  ...["Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "InitVar"],
  ...["Awaitable", "ContextManager", "AbstractContextManager"],
]);

/** `list[X]` and its like; of mappings the values count. */
function containerOf(
  name: string,
  part: (index: number) => TypeExpression | undefined,
  all: () => TypeExpression | undefined,
): TypeExpression | undefined {
  const kind = containers.get(name);
  if (kind === undefined) return builtinType(name === "Text" ? "str" : name);
  return containerType(kind, kind === "dict" ? part(1) : kind === "tuple" ? all() : part(0));
}

/** The built-in type that comes closest. */
const containers: ReadonlyMap<string, string> = new Map([
  ...["list", "List", "Sequence", "MutableSequence", "Collection", "Iterable", "Deque", "Reversible"].map(
    (name): [string, string] => [name, "list"],
  ),
  ...["Iterator", "Generator", "AsyncGenerator", "AsyncIterator", "AsyncIterable"].map((name): [string, string] => [
    name,
    "generator",
  ]),
  ...["set", "Set", "frozenset", "FrozenSet", "MutableSet", "AbstractSet"].map((name): [string, string] => [
    name,
    "set",
  ]),
  ...["dict", "Dict", "Mapping", "MutableMapping", "DefaultDict", "OrderedDict"].map((name): [string, string] => [
    name,
    "dict",
  ]),
  ["tuple", "tuple"],
  ["Tuple", "tuple"],
]);

const specialForms: ReadonlySet<string> = new Set([
  ...["Any", "Callable", "Literal", "Union", "Optional", "Self", "Coroutine", "Type", "Text"],
  ...wrappers,
]);

/** The name of a form that typing gives a meaning of its own, or of a built-in type; undefined for classes. */
function typingName(name: string): string | undefined {
  if (name === "" || name === "|" || name === "object" || name === "type") return name;
  const dot = name.lastIndexOf(".");
  if (dot < 0)
    return builtinType(name) !== undefined || containers.has(name) || specialForms.has(name) ? name : undefined;
  const module = name.slice(0, dot);
  const last = name.slice(dot + 1);
  switch (module) {
    case "typing":
    case "typing_extensions":
    case "collections.abc":
    case "collections":
    case "contextlib":
    case "dataclasses":
    case "builtins":
      return containers.has(last) || specialForms.has(last) ? last : undefined;
    default:
      return undefined;
  }
}

function selfType(scope: FactScope): TypeExpression | undefined {
  for (let at: FactScope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.kind === "class") return { kind: "self", class: at.key };
  }
  return undefined;
}
