/** Facts on their way along the edges of a value graph, calls apart. */
import { anyElement, type CodePlace, type Value, type ValueId } from "../../flow/value-graph.js";
import { capturePart, pathBelow, type AccessPath } from "./access-path.js";
import { isBehindHost } from "./address-parts.js";
import { effectsOfItem, effectsOfRead, effectsOfSetter, sinksOfWrite } from "./attribute-effects.js";
import type { BodyView } from "./body-view.js";
import { keptAfterCall } from "./call-effects.js";
import {
  isNumber,
  isShortPiece,
  messageOfDerived,
  pathOfDerived,
  textOfOperand,
  type Derived,
} from "./derived-values.js";
import type { Doubt, Taint } from "./facts.js";
import { effectOfGuard } from "./guards.js";
import type { ImplicitEffects } from "./implicit-calls.js";
import { effectsOfOperator } from "./operator-effects.js";
import { addEffects, passEntry } from "./pass-call.js";
import { addFact, taintOf, toldCall, type Passing, type ToldStep } from "./run.js";
import { storeTargets } from "./store-targets.js";

function add({ run, index, user }: Passing, taint: Taint, told?: ToldStep): void {
  addFact(run, user, taint, index, told);
}

function addPath(passing: Passing, path: AccessPath | undefined, told?: ToldStep): void {
  const { kinds, doubt } = passing.fact;
  if (path !== undefined) add(passing, { path, kinds, doubt }, told);
}

/** Follows a fact to a value that is made of its value. */
export function pass(passing: Passing, value: Value): void {
  const { fact } = passing;
  switch (value.kind) {
    case "field":
    case "element":
      passPart(passing, value);
      return;
    case "after-call":
      for (const taint of keptAfterCall(passing.run.view, value.call, value.argument, fact)) add(passing, taint);
      return;
    case "container":
      for (const { part, value: element } of value.elements) {
        if (element === fact.value)
          addPath(passing, pathBelow(part, fact.path), { place: value.place, message: "put together" });
      }
      return;
    case "store":
      passStore(passing, value);
      return;
    case "derived":
      passOperator(passing, value);
      return;
    case "merge":
      add(passing, fact);
      return;
    case "guarded":
      passGuard(passing);
      return;
    case "function":
      for (const { name, value: captured } of value.captured) {
        if (captured === fact.value) addPath(passing, pathBelow(capturePart(name), fact.path));
      }
      return;
    case "parameter":
    case "capture":
    case "global":
    case "constant":
    case "call":
    case "unknown":
      return;
  }
}

function passPart(passing: Passing, value: Extract<Value, { readonly kind: "field" | "element" }>): void {
  const { run, fact } = passing;
  if (value.kind === "field") {
    addEffects(passing, value.place, effectsOfRead(run.view, value.object, value.name, fact));
  } else if (value.object === fact.value) {
    const isIterated = value.part === anyElement && value.key === undefined;
    addEffects(passing, value.place, effectsOfItem(run.view, value, isIterated, fact));
  }
}

function passOperator(passing: Passing, value: Derived): void {
  const { operator, from, place } = value;
  const { run, fact } = passing;
  if (operator === "%" && isNumber(run.view, from, fact)) return;
  const isText = operator === "format" || operator === "%";
  const effects = (isText ? textOfOperand(run.view, fact) : undefined) ?? effectsOfOperator(run.view, value, fact);
  if (effects !== undefined) {
    addEffects(passing, place, effects);
    return;
  }
  const message = messageOfDerived(operator);
  const path = pathOfDerived(value, fact.path);
  if (path === undefined) return;
  const kinds = fact.kinds & ~run.view.kinds.setOf(harmlessKinds(run.view, value, fact));
  add(passing, { path, kinds, doubt: fact.doubt }, message === undefined ? undefined : { place, message });
}

/** The kinds of sinks that a part is harmless for, because of where it stands in a whole, or of how little it is. */
function harmlessKinds(view: BodyView, value: Derived, { value: part, path }: Passing["fact"]): readonly string[] {
  if (isBehindHost(view.graph, value, part, path)) return ["url", "redirect"];
  return isShortPiece(value, path) ? ["log", "response"] : [];
}

function passGuard(passing: Passing): void {
  const { run, fact, user } = passing;
  const effect = effectOfGuard(run.view, user);
  const isAffected = effect?.path.every((part, at) => fact.path[at] === part) === true;
  add(passing, isAffected ? { ...taintOf(fact), kinds: fact.kinds & ~effect.kinds & ~effect.doubtful } : fact);
}

function passStore(passing: Passing, value: Extract<Value, { readonly kind: "store" }>): void {
  const { run, index, fact, user } = passing;
  const { place } = value;
  if (value.value === fact.value) {
    const name = value.part.startsWith(".") ? value.part.slice(1) : undefined;
    const setter = name === undefined ? undefined : effectsOfSetter(run.view, value.object, name, fact);
    if (setter !== undefined) {
      addSetter(passing, place, setter);
      return;
    }
    const message = name === undefined ? "put into this" : `stored in .${name}`;
    addFact(run, user, { ...taintOf(fact), path: pathBelow(value.part, fact.path) }, index, { place, message });
    for (const { sink, doubt } of sinksOfWrite(run.view, value.object, value.part, fact)) {
      const site = { sink, ordinal: ordinalOfStore(run.view, user, value.part), place };
      run.ends.push({ kind: "sink", node: index, site, doubt: Math.max(doubt, fact.doubt) as Doubt });
    }
    for (const target of name === undefined ? [] : storeTargets(run.view, value.object, name)) {
      run.ends.push({ kind: "store", node: index, place, stored: { ...taintOf(fact), target, depth: 0 } });
    }
  }
  if (value.object !== fact.value) return;
  const [first] = fact.path;
  if (first === value.part && first !== anyElement) return;
  addFact(run, user, fact, index, undefined);
}

/** The setter of a property changes the object instead of the store. */
function addSetter({ run, index, user }: Passing, place: CodePlace, effects: ImplicitEffects): void {
  for (const effect of effects.passed) passEntry(run, index, { place, message: effect.message, role: "call" }, effect);
  for (const { taint, through } of effects.exits) {
    if (taint.parameter === 0) addFact(run, user, taint, index, toldCall(place, "assigned", through));
  }
}

/** Where a store is among those into parts of that name. */
function ordinalOfStore({ graph }: BodyView, store: ValueId, part: string): string {
  let count = 0;
  for (let id = 0; id < store; id++) {
    const value = graph.values[id];
    if (value?.kind === "store" && value.part === part) count++;
  }
  return `=${part}${count}`;
}
