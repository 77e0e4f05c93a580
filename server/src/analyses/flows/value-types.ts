/** What the values of a body can be: classes of objects, functions, names of libraries. Asked when a call or field has to be resolved. */
import type { Guard, Value, ValueId } from "../../flow/value-graph.js";
import type { ParameterFact, TypeExpression } from "../../names/module-facts.js";
import type { FunctionRef, Type } from "../../names/workspace.js";
import { wholeValue } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { boundTypes, partOfKey } from "./bound-values.js";
import type { Doubt } from "./facts.js";

/** What a value can be, and how sure that is: 1 if it was guessed by a name. */
export interface ValueType {
  readonly types: readonly Type[];
  readonly doubt: Doubt;
}

/** Long ways back are cut, and so are long lists. */
const maximumDepth = 40;
const maximumTypes = 8;
const unknownType: ValueType = { types: [], doubt: 0 };

/** The types of a value; none where nothing is known. */
export function typeOfValue(view: BodyView, id: ValueId, depth = 0): ValueType {
  const known = view.types.get(id);
  if (known !== undefined) return known;
  if (depth > maximumDepth) return unknownType;
  // What comes back to itself learns nothing new from it.
  view.types.set(id, unknownType);
  const value = view.graph.values[id];
  const found = value === undefined ? unknownType : find(view, value, id, depth + 1);
  const types = { types: distinct(found.types), doubt: found.doubt };
  view.types.set(id, types);
  return types;
}

function find(view: BodyView, value: Value, id: ValueId, depth: number): ValueType {
  const { names } = view;
  const of = (other: ValueId): ValueType => typeOfValue(view, other, depth);
  switch (value.kind) {
    case "parameter":
      return typeOfParameter(view, value.index, value.name);
    case "capture":
      return typeOfCapture(view, value.name);
    case "global":
      return typeOfGlobal(view, id, value.name);
    case "constant":
      return sure(builtin(value.constant?.type));
    case "field": {
      const found = eachType(of(value.object), (type) => names.attribute(type, value.name));
      return found.types.length === 0 ? guessed(view, value.name) : found;
    }
    case "element": {
      const entries = boundTypes(view, value.object, [value.part]);
      return entries.length > 0 ? sure(entries) : eachType(of(value.object), (type) => names.elementOf(type));
    }
    case "call":
      return typeOfCall(view, id, depth);
    case "after-call":
    case "store":
      return of(value.object);
    case "container":
      return sure([{ kind: "builtin", name: value.type, elements: [] }]);
    case "derived":
      return typeOfDerived(view, value.operator, value.from, depth);
    case "merge":
      return union(value.from.map(of));
    case "guarded":
      return typeOfGuarded(view, value.guard, of(value.value));
    case "function":
      return sure(functionOrClass(view, value.body));
    case "unknown":
      return unknownType;
  }
}

/** What the names of a module do not tell, its statements may: lambdas, and what `functools.partial` stands for. */
function typeOfGlobal(view: BodyView, id: ValueId, name: string): ValueType {
  const types = view.names.typesOf(view.path, { kind: "name", name });
  const isOpaque = types.every((type) => type.kind === "library" && type.name.startsWith("functools."));
  const bound = isOpaque ? boundTypes(view, id, wholeValue) : [];
  return sure(bound.length > 0 ? bound : types);
}

function functionOrClass(view: BodyView, body: string): readonly Type[] {
  const ref = { path: view.path, key: body };
  if (view.names.classFact(ref) !== undefined) return [{ kind: "class", class: ref }];
  return [{ kind: "function", function: ref, receiver: undefined }];
}

function sure(types: readonly Type[]): ValueType {
  return { types, doubt: 0 };
}

function builtin(name: string | undefined): readonly Type[] {
  return name === undefined || name === "None" ? [] : [{ kind: "builtin", name, elements: [] }];
}

function eachType({ types, doubt }: ValueType, ask: (type: Type) => readonly Type[]): ValueType {
  return { types: types.flatMap(ask), doubt };
}

function union(all: readonly ValueType[]): ValueType {
  const doubt = all.some((type) => type.doubt > 0) ? 1 : 0;
  return { types: all.flatMap(({ types }) => types), doubt };
}

function distinct(types: readonly Type[]): readonly Type[] {
  if (types.length < 2) return types;
  const seen = new Map<string, Type>();
  for (const type of types) if (seen.size < maximumTypes) seen.set(JSON.stringify(type), type);
  return [...seen.values()];
}

function typeOfParameter(view: BodyView, index: number, name: string): ValueType {
  const given = view.functions.get(index);
  if (given !== undefined) return sure([{ kind: "function", function: given, receiver: undefined }]);
  if (index === 0 && view.receiver !== undefined && view.fact?.kind !== "class-method")
    return sure([{ kind: "instance", class: view.receiver }]);
  const { fact } = view;
  const parameter = fact?.parameters[index];
  const modelled = parameter?.annotation === undefined ? view.filledParameter(index) : undefined;
  if (modelled !== undefined) return sure([{ kind: "library", name: modelled }]);
  if (parameter?.kind === "star") return sure(builtin("tuple"));
  if (parameter?.kind === "double-star") return sure(builtin("dict"));
  const known =
    parameter === undefined ? [] : typesOfParameter(view, { path: view.path, key: view.body }, index, parameter);
  if (known.length > 0) return sure(known);
  return guessed(view, name);
}

function guessed(view: BodyView, name: string): ValueType {
  const guess = view.library.guess(name);
  return guess === undefined ? unknownType : { types: [{ kind: "library", name: guess }], doubt: 1 };
}

function typesOfParameter(view: BodyView, ref: FunctionRef, index: number, parameter: ParameterFact): readonly Type[] {
  const fact = view.names.functionFact(ref);
  const expression: TypeExpression =
    index === 0 && fact?.class !== undefined && fact.kind !== "static-method" && parameter.annotation === undefined
      ? { kind: "self", class: fact.class }
      : (parameter.annotation ?? { kind: "parameter", function: ref.key, index });
  const types = view.names.typesOf(ref.path, expression);
  if (expression.kind !== "self" || fact?.kind !== "class-method") return types;
  return types.map((type) => (type.kind === "instance" ? { kind: "class", class: type.class } : type));
}

/** A variable of a function around this one: its parameters have types, and so has what it assigns if there is nothing else of that name. */
function typeOfCapture(view: BodyView, name: string): ValueType {
  const wrapped = view.functions.get(name);
  if (wrapped !== undefined) return sure([{ kind: "function", function: wrapped, receiver: undefined }]);
  let fact = view.fact;
  for (let depth = 0; depth < 8 && fact?.parent !== undefined; depth++) {
    const ref = { path: view.path, key: fact.parent };
    const around = view.names.functionFact(ref);
    const index = around?.parameters.findIndex((parameter) => parameter.name === name) ?? -1;
    const parameter = around?.parameters[index];
    if (parameter !== undefined) return sure(typesOfParameter(view, ref, index, parameter));
    const inner = { path: view.path, key: `${ref.key}.<locals>.${name}` };
    if (view.names.functionFact(inner) !== undefined || view.names.classFact(inner) !== undefined)
      return sure(functionOrClass(view, inner.key));
    fact = around;
  }
  return guessed(view, name);
}

function typeOfCall(view: BodyView, id: ValueId, depth: number): ValueType {
  const value = view.graph.values[id];
  const site = value?.kind === "call" ? view.graph.calls[value.call] : undefined;
  if (site === undefined) return unknownType;
  const callee = typeOfValue(view, site.callee, depth);
  const [first] = callee.types;
  if (first?.kind === "external" && first.name === "super") return typeOfSuper(view);
  if (first?.kind === "external" && passesThrough.has(first.name)) {
    const argument = site.arguments[first.name === "typing.cast" ? 1 : 0];
    if (argument !== undefined) return typeOfValue(view, argument.value, depth);
  }
  const { method } = site;
  if (method?.name === "get" && site.arguments[0] !== undefined) {
    const entries = boundTypes(view, method.object, [partOfKey(view, site.arguments[0].value)]);
    if (entries.length > 0) return sure(entries);
  }
  const asked = method === undefined ? unknownType : typeOfValue(view, method.object, depth);
  const given = method === undefined ? asked : eachType(asked, (type) => view.names.methodResult(type, method.name));
  return given.types.length > 0 ? given : eachType(callee, (type) => view.names.callResult(type));
}

/** Calls that give what they are given. */
const passesThrough: ReadonlySet<string> = new Set([
  "copy.copy",
  "copy.deepcopy",
  "typing.cast",
  "iter",
  "reversed",
  "sorted",
]);

/** `super()` is the object itself. */
function typeOfSuper(view: BodyView): ValueType {
  const self = view.fact?.class;
  return self === undefined ? unknownType : sure(view.names.typesOf(view.path, { kind: "super", class: self }));
}

function typeOfDerived(view: BodyView, operator: string, from: readonly ValueId[], depth: number): ValueType {
  if (operator === "format") return sure(builtin("str"));
  if (operator === "compare" || operator === "not" || operator === "in") return sure(builtin("bool"));
  if (operator === "slice") return from[0] === undefined ? unknownType : typeOfValue(view, from[0], depth);
  for (const part of from) {
    const { types } = typeOfValue(view, part, depth);
    const text = types.find((type) => type.kind === "builtin" && (type.name === "str" || type.name === "bytes"));
    if (text !== undefined) return sure([text]);
    const path = types.find((type) => type.kind === "library");
    if (path !== undefined && (operator === "/" || operator === "+")) return sure([path]);
  }
  return unknownType;
}

/** Behind `isinstance(x, C)` it is a C. */
function typeOfGuarded(view: BodyView, { test, subject }: Guard, before: ValueType): ValueType {
  if (test.kind !== "call" || !test.outcome) return before;
  const site = view.graph.calls[test.call];
  const callee = site === undefined ? undefined : view.graph.values[site.callee];
  if (site === undefined || callee?.kind !== "global" || callee.name !== "isinstance") return before;
  if (site.arguments[0]?.value !== subject || site.arguments[1] === undefined) return before;
  const given = view.graph.values[site.arguments[1].value];
  const all = given?.kind === "container" ? given.elements.map((element) => element.value) : [site.arguments[1].value];
  const classes = all.flatMap((id) => typeOfValue(view, id).types);
  const objects = classes.flatMap((type) => view.names.callResult(type));
  return objects.length === 0 ? before : sure(objects);
}
