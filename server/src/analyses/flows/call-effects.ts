/** What a call does to a fact about its object, an argument or its callee: by models, by summaries of the project's bodies, or by what holds for unknown calls. */
import type { CallSite } from "../../flow/value-graph.js";
import { pathBelow, wholeValue } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { calleesOf, type Callees } from "./callees.js";
import type { Doubt, Taint } from "./facts.js";
import { callbackEffects } from "./callbacks.js";
import { nameOfCall } from "./call-names.js";
import { calleeRole, objectRole } from "./graph-index.js";
import { pathThroughMethod } from "./container-methods.js";
import { libraryEffects, libraryKeeps } from "./library-call.js";
import { projectEffects, projectKeeps } from "./project-call.js";
import { fixedPart } from "./partial.js";
import type { PassedEntry } from "./run.js";
import type { ThroughEntry } from "./told-steps.js";

/** What one call does to one fact. */
export interface CallEffects {
  /** What the result gets. */
  readonly results: { readonly taint: Taint; readonly message: string | undefined; readonly through?: ThroughEntry }[];
  /** What the object or another argument gets, by role. */
  readonly changes: {
    readonly role: number;
    readonly taint: Taint;
    readonly message: string;
    readonly through?: ThroughEntry;
  }[];
  /** Sinks that the call is for it. */
  readonly sinks: { readonly sink: number; readonly ordinal: string; readonly doubt: Doubt }[];
  /** Bodies of the project that it goes into. */
  readonly passed: PassedEntry[];
}

/** What a call does to a fact. */
export function effectsOfCall(view: BodyView, call: number, role: number, fact: Taint): CallEffects {
  const effects: CallEffects = { results: [], changes: [], sinks: [], passed: [] };
  const site = view.graph.calls[call];
  if (site === undefined) return effects;
  const callees = calleesOf(view, call);
  if (role === objectRole && callees.targets.length === 0) {
    const path = pathThroughMethod(view, site, fact.path);
    if (path === undefined) return effects;
    if (path !== "unknown") {
      effects.results.push({ taint: { ...taintOf(fact), path }, message: undefined });
      return effects;
    }
  }
  projectEffects(view, site, callees, role, fact, effects);
  if (role === calleeRole) return effects;
  if (callbackEffects(view, site, callees, role, fact, effects)) return effects;
  if (callees.names.some(({ name }) => name === "functools.partial")) {
    const part = fixedPart(site, role);
    if (part !== undefined) {
      effects.results.push({ taint: { ...taintOf(fact), path: pathBelow(part, fact.path) }, message: "fixed here" });
      return effects;
    }
  }
  const isModelled = libraryEffects(view, { site, call, callees, role }, fact, effects);
  const isKnown = callees.targets.length + callees.records.length > 0 || callees.fields !== undefined || isModelled;
  if (!isKnown) unknownEffects(view, site, role, fact, effects);
  return effects;
}

/** What stands in a file need not come from who names it. */
const contentMethods: ReadonlySet<string> = new Set(["open", "read_text", "read_bytes"]);

/** A method of a tainted object gives tainted data; an argument may come out, or not. */
function unknownEffects(view: BodyView, site: CallSite, role: number, fact: Taint, effects: CallEffects): void {
  const message = `goes through ${nameOfCall(view, site)}()`;
  if (role !== objectRole) {
    if (fact.path.length <= 1)
      effects.results.push({ taint: { path: wholeValue, kinds: fact.kinds, doubt: 2 }, message });
    return;
  }
  if (fact.path.length === 0 && !contentMethods.has(nameOfCall(view, site)))
    effects.results.push({ taint: { ...taintOf(fact), path: wholeValue }, message });
}

function taintOf({ path, kinds, doubt }: Taint): Taint {
  return { path, kinds, doubt };
}

/** What is left of a fact about the object or an argument when the call is over. */
export function keptAfterCall(view: BodyView, call: number, role: number, fact: Taint): readonly Taint[] {
  const site = view.graph.calls[call];
  if (site === undefined) return [fact];
  const callees: Callees = calleesOf(view, call);
  const inProject = projectKeeps(view, site, callees, role, fact);
  if (inProject !== undefined) return inProject;
  return [libraryKeeps(view, { site, call, callees, role }, fact)];
}
