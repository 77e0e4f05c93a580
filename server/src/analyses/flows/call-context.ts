/** What a call says of the parameters on which its callee decides something: constants and functions. */
import type { CallSite, ConstantValue } from "../../flow/value-graph.js";
import type { FunctionFact } from "../../names/module-facts.js";
import type { ClassRef, FunctionRef } from "../../names/workspace.js";
import type { BodyView } from "./body-view.js";
import { argumentOf } from "./call-arguments.js";
import { isSuperCall, type Target } from "./callees.js";
import { constantOf, withoutVersions } from "./definitions.js";
import { isEmptyContext, noCallContext, type CallContext } from "./entry-keys.js";
import type { KnownParameter } from "./flow-types.js";
import { isConstructor } from "./store-targets.js";
import { typeOfValue } from "./value-types.js";

/** A function may call itself with one constant after the other; contexts below so many others say nothing any more. */
const maximumDepth = 3;
const longestText = 200;

/** The context in which a call runs a target. */
export function contextOf(view: BodyView, site: CallSite, target: Target): CallContext {
  if (view.contextDepth >= maximumDepth) return noCallContext;
  const constants: KnownParameter[] = [];
  const functions: (readonly [number | string, FunctionRef])[] = [];
  if (target.wraps !== undefined) functions.push([target.wraps.variable, target.wraps.function]);
  const { fact } = target;
  let receiver: ClassRef | undefined;
  const isAsked = fact !== undefined && saysSomething(view, site, target, fact);
  for (const { index, fallback } of isAsked ? view.summaries.decisive(target.ref.path, target.ref.key) : []) {
    if (index === 0 && target.receiver !== "none") {
      receiver = exactClass(view, site, target);
      continue;
    }
    const argument = argumentOf(fact?.parameters ?? [], site, target.skipped, index);
    if (argument === undefined) {
      if (fallback !== undefined && !mayBeSpread(site)) constants.push({ index, constant: fallback });
      continue;
    }
    const value = site.arguments[argument]?.value;
    if (value === undefined) continue;
    const constant = constantOf(view.graph, value);
    if (constant !== undefined) {
      if (isShort(constant) && (isChoice(constant) || !view.names.isCalledOften(fact?.name ?? "")))
        constants.push({ index, constant });
    } else {
      const given = functionOf(view, value);
      if (given !== undefined) functions.push([index, given]);
    }
  }
  const context = {
    constants,
    functions,
    ...(receiver === undefined ? {} : { receiver }),
    depth: view.contextDepth + 1,
  };
  return isEmptyContext(context) ? noCallContext : context;
}

/** Whether a call can have a context at all, so that it matters on what the target decides. */
function saysSomething(view: BodyView, site: CallSite, target: Target, fact: FunctionFact): boolean {
  if (fact.parameters.some(({ hasDefault }) => hasDefault === true)) return true;
  if (site.arguments.some(({ value }) => constantOf(view.graph, value) !== undefined)) return true;
  if (site.arguments.some(({ value }) => functionOf(view, value) !== undefined)) return true;
  return target.receiver !== "none" && exactClass(view, site, target) !== undefined;
}

/** The class of the object, where it is known that it is of no subclass: the body made it, or its own callers say so. */
function exactClass(view: BodyView, site: CallSite, { receiver }: Target): ClassRef | undefined {
  const object = receiver === "result" ? site.result : site.method?.object;
  const value = object === undefined ? undefined : view.graph.values[withoutVersions(view.graph, object)];
  if (object === undefined || value === undefined) return undefined;
  if (value.kind === "parameter" && value.index === 0) return view.receiver;
  if (value.kind !== "call" || !isConstructor(view, value.call)) {
    const isSuper = value.kind === "call" && isSuperCall(view, value.call);
    return isSuper ? view.receiver : undefined;
  }
  const { types } = typeOfValue(view, object);
  const [only] = types;
  return types.length === 1 && only?.kind === "instance" ? only.class : undefined;
}

function mayBeSpread(site: CallSite): boolean {
  return site.arguments.some(({ spread }) => spread !== "none");
}

/** What there are few of, so that it makes few contexts. */
function isChoice({ type }: ConstantValue): boolean {
  return type === "bool" || type === "None";
}

function isShort(constant: ConstantValue): boolean {
  return !("text" in constant) || constant.text.length <= longestText;
}

/** The one function that a value is. */
function functionOf(view: BodyView, value: number): FunctionRef | undefined {
  const { types } = typeOfValue(view, value);
  const [only] = types;
  if (types.length !== 1 || only?.kind !== "function" || only.receiver !== undefined) return undefined;
  return only.function;
}
