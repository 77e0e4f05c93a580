/** What reading and writing attributes does to facts, by properties of the project and by models. */
import type { PathPart, ValueId } from "../../flow/value-graph.js";
import { pathOfPart } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { writeKey, noCallContext } from "./entry-keys.js";
import type { Doubt, Taint } from "./facts.js";
import { externalName, memberNames } from "./member-names.js";
import type { PassedEntry } from "./propagate.js";
import { typeOfValue } from "./value-types.js";

export interface ReadEffects {
  readonly results: readonly Taint[];
  readonly passed: readonly PassedEntry[];
}

/** What reading `object.name` gives of a fact about the object. */
export function effectsOfRead(view: BodyView, object: ValueId, name: string, fact: Taint): ReadEffects {
  const property = readProperty(view, object, name, fact);
  if (property !== undefined) return property;
  const path = pathOfPart(fact.path, `.${name}`);
  if (path === undefined) return { results: [], passed: [] };
  let { kinds } = fact;
  if (view.library.modelledMembers.has(name)) {
    for (const { name: modelled } of memberNames(view, object, name)) {
      if (view.library.call(modelled)?.isStop === true) kinds = 0;
      for (const removed of view.library.read(modelled)?.sanitizers ?? []) kinds &= ~removed;
    }
  }
  return { results: [{ path, kinds, doubt: fact.doubt }], passed: [] };
}

/** A property of the project is called with the object. */
function readProperty(view: BodyView, object: ValueId, name: string, fact: Taint): ReadEffects | undefined {
  const results: Taint[] = [];
  const passed: PassedEntry[] = [];
  let isProperty = false;
  for (const type of typeOfValue(view, object).types) {
    if (type.kind !== "instance") continue;
    for (const ref of [...view.names.methods(type.class, name), ...view.names.overrides(type.class, name)]) {
      if (view.names.functionFact(ref)?.kind !== "property") continue;
      isProperty = true;
      const entry = writeKey({
        kind: "entry",
        path: ref.path,
        body: ref.key,
        point: 0,
        of: fact.path,
        context: noCallContext,
      });
      const summary = view.summaries.entry(entry);
      if (summary === undefined) continue;
      for (const { path, kinds, doubt } of summary.returns) {
        results.push({ path, kinds: kinds & fact.kinds, doubt: Math.max(doubt, fact.doubt) as Doubt });
      }
      const message = `read as .${name}`;
      passed.push({ entry, sinks: summary.sinks, stores: summary.stores, doubt: 0, message });
    }
  }
  return isProperty ? { results, passed } : undefined;
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
