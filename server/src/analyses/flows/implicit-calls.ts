/** Methods of classes of the project that run without being called: properties, and special methods of operators and statements. */
import type { ValueId } from "../../flow/value-graph.js";
import type { FunctionRef } from "../../names/workspace.js";
import type { BodyView } from "./body-view.js";
import { noCallContext, writeKey, type EntryPoint } from "./entry-keys.js";
import type { Doubt, ExitTaint, Taint } from "./facts.js";
import type { PassedEntry } from "./run.js";
import { textOfItem } from "./summarise.js";
import type { ThroughEntry } from "./told-steps.js";
import { typeOfValue } from "./value-types.js";

/** What comes out of a call that nobody wrote. */
export interface ImplicitEffects {
  readonly results: { readonly taint: Taint; readonly through: ThroughEntry }[];
  readonly yields: { readonly taint: Taint; readonly through: ThroughEntry }[];
  readonly exits: { readonly taint: ExitTaint; readonly through: ThroughEntry }[];
  readonly passed: PassedEntry[];
}

/** The definitions of a special method that an object may have; undefined if its class is not the project's, or has none. */
export function specialMethods(
  view: BodyView,
  object: ValueId,
  ...names: readonly string[]
): readonly FunctionRef[] | undefined {
  return remembered(view, `${object} ${names.join(" ")}`, () => findSpecialMethods(view, object, names));
}

function remembered(
  { specials }: BodyView,
  key: string,
  find: () => readonly FunctionRef[] | undefined,
): readonly FunctionRef[] | undefined {
  if (specials.has(key)) return specials.get(key);
  const found = find();
  specials.set(key, found);
  return found;
}

function findSpecialMethods(
  view: BodyView,
  object: ValueId,
  names: readonly string[],
): readonly FunctionRef[] | undefined {
  const found: FunctionRef[] = [];
  for (const type of typeOfValue(view, object).types) {
    if (type.kind !== "instance") continue;
    for (const name of names) {
      const own = view.names.methods(type.class, name);
      found.push(...own, ...view.names.overrides(type.class, name));
      if (own.length > 0) break;
    }
  }
  return found.length === 0 ? undefined : found;
}

/** The getters of a property that an attribute of an object is; undefined if it is none. */
export function gettersOf(view: BodyView, object: ValueId, name: string): readonly FunctionRef[] | undefined {
  return remembered(view, `get ${object} ${name}`, () => {
    const found = specialMethods(view, object, name);
    const getters = found?.filter((ref) => view.names.functionFact(ref)?.kind === "property");
    return getters === undefined || getters.length === 0 ? undefined : getters;
  });
}

/** The setters of a property that an attribute of an object is. */
export function settersOf(view: BodyView, object: ValueId, name: string): readonly FunctionRef[] {
  return typeOfValue(view, object).types.flatMap((type) =>
    type.kind === "instance" ? view.names.setters(type.class, name) : [],
  );
}

/** What functions do with a fact that comes in at a point. */
export function runImplicitly(
  view: BodyView,
  functions: readonly FunctionRef[],
  point: EntryPoint,
  fact: Taint,
  message: string,
): ImplicitEffects {
  const effects: ImplicitEffects = { results: [], yields: [], exits: [], passed: [] };
  for (const { path, key } of functions) {
    const entry = writeKey({ kind: "entry", path, body: key, point, of: fact.path, context: noCallContext });
    const summary = view.summaries.entry(entry);
    if (summary === undefined) continue;
    const compose = <Item extends Taint>(item: Item): Item => ({
      ...item,
      kinds: item.kinds & fact.kinds,
      doubt: Math.max(item.doubt, fact.doubt) as Doubt,
    });
    const through = (part: ThroughEntry["part"], item: Taint): ThroughEntry => ({
      entry,
      part,
      item: textOfItem(item),
    });
    for (const item of summary.returns)
      effects.results.push({ taint: compose(item), through: through("returns", item) });
    for (const item of summary.yields) effects.yields.push({ taint: compose(item), through: through("yields", item) });
    for (const item of summary.exits) effects.exits.push({ taint: compose(item), through: through("exits", item) });
    effects.passed.push({ entry, sinks: summary.sinks, stores: summary.stores, doubt: 0, message });
  }
  return effects;
}
