/** What reading and writing attributes does to facts, by properties of the project and by models. */
import { anyElement, type PathPart, type Value, type ValueId } from "../../flow/value-graph.js";
import { pathOfPart, wholeValue } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { equalsText } from "./conditions.js";
import type { Doubt, Taint } from "./facts.js";
import { gettersOf, runImplicitly, settersOf, specialMethods, type ImplicitEffects } from "./implicit-calls.js";
import { externalName, memberNames } from "./member-names.js";
import { kindsOfUserPart } from "./masked.js";
import type { PassedEntry } from "./run.js";
import type { KindSet } from "./sink-kinds.js";
import type { ThroughEntry } from "./told-steps.js";
import { typeOfValue } from "./value-types.js";

export interface ReadEffects {
  readonly results: readonly { readonly taint: Taint; readonly through?: ThroughEntry }[];
  readonly passed: readonly PassedEntry[];
}

/** What reading `object.name` gives of a fact about the object. */
export function effectsOfRead(view: BodyView, object: ValueId, name: string, fact: Taint): ReadEffects {
  const getters = gettersOf(view, object, name);
  if (getters !== undefined) return runImplicitly(view, getters, 0, fact, `read as .${name}`);
  const path = pathOfPart(fact.path, `.${name}`);
  if (path === undefined) return { results: [], passed: [] };
  let kinds = isConverted(view, object, name) ? fact.kinds & view.kinds.setOf(["allocation"]) : fact.kinds;
  if (view.library.modelledMembers.has(name)) {
    for (const { name: modelled } of memberNames(view, object, name)) {
      if (view.library.call(modelled)?.isStop === true) kinds = 0;
      for (const removed of view.library.read(modelled)?.sanitizers ?? []) kinds &= ~removed;
    }
  }
  return { results: [{ taint: { path, kinds, doubt: fact.doubt } }], passed: [] };
}

const numbers: ReadonlySet<string> = new Set(["int", "float", "bool", "complex", "None"]);
/** Classes whose objects convert what is put into a field to the field's type, or refuse it. */
const converting: ReadonlySet<string> = new Set(["pydantic.BaseModel", "pydantic.main.BaseModel", "sqlmodel.SQLModel"]);

/** Whether a field can hold nothing but a number, because its class sees to that. */
function isConverted(view: BodyView, object: ValueId, name: string): boolean {
  return typeOfValue(view, object).types.some((type) => {
    if (type.kind !== "instance" || view.names.ownerOf(type.class, name) === undefined) return false;
    const isConverting = view.names
      .ancestors(type.class)
      .some((ancestor) => ancestor.kind === "library" && converting.has(ancestor.name));
    const held = isConverting ? view.names.attribute(type, name) : [];
    return held.length > 0 && held.every((of) => of.kind === "builtin" && numbers.has(of.name));
  });
}

/** What `object[key]`, or an item of it in a loop, gives of a fact about the object. */
export function effectsOfItem(
  view: BodyView,
  { object, part }: Extract<Value, { readonly kind: "element" }>,
  isIterated: boolean,
  fact: Taint,
): ReadEffects {
  const path = pathOfPart(fact.path, part);
  const kinds = fact.kinds & ~kindsOfUserPart(view, object, part) & ~kindsOfKey(view, object, part);
  const results = path === undefined || kinds === 0 ? [] : [{ taint: { path, kinds, doubt: fact.doubt } }];
  if (fact.path[0]?.startsWith(".") !== true) return { results, passed: [] };
  const methods = specialMethods(view, object, ...(isIterated ? ["__iter__", "__getitem__"] : ["__getitem__"]));
  if (methods === undefined) return { results, passed: [] };
  const effects = runImplicitly(view, methods, 0, fact, isIterated ? "iterated over" : "asked by key");
  const items = effects.results.flatMap(({ taint, through }) => {
    // What `__iter__` returns is iterated over in its turn.
    const item = isIterated ? pathOfPart(taint.path, anyElement) : taint.path;
    return item === undefined ? [] : [{ taint: { ...taint, path: item }, through }];
  });
  return { results: [...items, ...effects.yields], passed: effects.passed };
}

/** The kinds that what stands under a key is harmless for, by what models say of `__getitem__`. */
function kindsOfKey(view: BodyView, object: ValueId, part: PathPart): KindSet {
  if (!part.startsWith('["') || !view.library.modelledMembers.has("__getitem__")) return 0;
  const key = { type: "str", text: JSON.parse(part.slice(1, -1)) as string } as const;
  let kinds: KindSet = 0;
  for (const { name } of memberNames(view, object, "__getitem__")) {
    for (const { when, kinds: removed } of view.library.call(name)?.sanitizers ?? [])
      if (when.every(({ argument, is }) => argument === "0" && equalsText(key, is))) kinds |= removed;
  }
  return kinds;
}

/** What the text of an object has of a fact about a part of it; undefined if its class is not the project's. */
export function effectsOfText(view: BodyView, object: ValueId, fact: Taint): ReadEffects | undefined {
  if (fact.path[0]?.startsWith(".") !== true) return undefined;
  const methods = specialMethods(view, object, "__str__", "__format__", "__repr__");
  if (methods !== undefined) return runImplicitly(view, methods, 0, fact, "made into text");
  const isRecord = typeOfValue(view, object).types.some(
    (type) => type.kind === "instance" && (view.names.classFact(type.class)?.decorators ?? []).some(isDataclass),
  );
  const isKnown = typeOfValue(view, object).types.some((type) => type.kind === "instance");
  if (!isKnown) return undefined;
  // The text that a dataclass makes of itself has all its fields.
  const taint = { path: wholeValue, kinds: fact.kinds, doubt: fact.doubt };
  return { results: isRecord ? [{ taint }] : [], passed: [] };
}

function isDataclass(decorator: string): boolean {
  return decorator.endsWith("dataclass") || decorator.startsWith("attr");
}

/** What a setter makes of a fact that is assigned to `object.name`; undefined if it is no property with one. */
export function effectsOfSetter(
  view: BodyView,
  object: ValueId,
  name: string,
  fact: Taint,
): ImplicitEffects | undefined {
  const setters = settersOf(view, object, name);
  return setters.length === 0 ? undefined : runImplicitly(view, setters, 1, fact, `assigned to .${name}`);
}

/** The sinks that a store is. */
export function sinksOfWrite(
  view: BodyView,
  object: ValueId,
  part: PathPart,
  fact: Taint,
): readonly { readonly sink: number; readonly doubt: Doubt }[] {
  const found: { sink: number; doubt: Doubt }[] = [];
  const isField = part.startsWith(".");
  const names = isField ? memberNames(view, object, part.slice(1)) : namesOfElements(view, object);
  for (const { name, doubt } of names) {
    for (const { sink, kinds, deep } of view.library.read(name)?.writes ?? []) {
      if ((kinds & fact.kinds) !== 0 && (deep || fact.path.length === 0)) found.push({ sink, doubt });
    }
    for (const { sink, kinds, parts, when, deep } of isField ? [] : (view.library.call(name)?.sinks ?? [])) {
      const isValue = parts.some(({ of, path }) => of.kind === "position" && of.position === 1 && path.length === 0);
      if (isValue && when.length === 0 && (kinds & fact.kinds) !== 0 && (deep || fact.path.length === 0))
        found.push({ sink, doubt });
    }
  }
  return found;
}

/** `object[key] = value` is `object.__setitem__(key, value)`; an object that models name stands for all that is put into it. */
function namesOfElements(view: BodyView, object: ValueId): readonly { readonly name: string; readonly doubt: Doubt }[] {
  const external = externalName(view, object);
  const own = external === undefined ? [] : [{ name: external, doubt: 0 as const }];
  return [...own, ...memberNames(view, object, "__setitem__")];
}
