/** What a call says of the parameters on which its callee decides something: constants and functions. */
import type { CallSite, ConstantValue } from "../../flow/value-graph.js";
import type { FunctionRef } from "../../names/workspace.js";
import type { BodyView } from "./body-view.js";
import { argumentOf } from "./call-arguments.js";
import type { Target } from "./callees.js";
import { constantOf } from "./definitions.js";
import { noCallContext, type CallContext } from "./entry-keys.js";
import type { KnownParameter } from "./flow-types.js";
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
  if (fact === undefined) return functions.length === 0 ? noCallContext : { constants, functions, depth: 1 };
  for (const { index, fallback } of view.summaries.decisive(target.ref.path, target.ref.key)) {
    const argument = argumentOf(fact.parameters, site, target.skipped, index);
    if (argument === undefined) {
      if (fallback !== undefined && !mayBeSpread(site)) constants.push({ index, constant: fallback });
      continue;
    }
    const value = site.arguments[argument]?.value;
    if (value === undefined) continue;
    const constant = constantOf(view.graph, value);
    if (constant !== undefined && isShort(constant)) constants.push({ index, constant });
    else if (constant === undefined) {
      const given = functionOf(view, value);
      if (given !== undefined) functions.push([index, given]);
    }
  }
  if (constants.length + functions.length === 0) return noCallContext;
  return { constants, functions, depth: view.contextDepth + 1 };
}

function mayBeSpread(site: CallSite): boolean {
  return site.arguments.some(({ spread }) => spread !== "none");
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
