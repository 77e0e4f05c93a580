/** What a function of the project says of a parameter by what it returns: `def is_allowed(name): return name in ALLOWED`. */
import type { Guard, ValueId } from "../../flow/value-graph.js";
import { truthOf } from "../../flow/values-of-body/constant-values.js";
import { oppositeOf } from "../../flow/values-of-body/versions.js";
import type { BodyView } from "./body-view.js";
import { constantOf, isMadeOf, withoutVersions } from "./definitions.js";
import type { GuardSummary } from "./facts.js";
import { effectOfGuard, effectOfTest } from "./guards.js";
import { allKinds, type KindSet } from "./sink-kinds.js";

/** What is known of a parameter where the function has returned something that is true, or false. */
export function kindsOfReturn(view: BodyView, parameter: number, outcome: boolean): GuardSummary {
  const { graph } = view;
  const entry = graph.parameters[parameter];
  const { returned } = graph;
  if (entry === undefined || returned === undefined || returned.length === 0) return { kinds: 0, depends: false };
  let kinds: KindSet = allKinds;
  let isPossible = false;
  let depends = false;
  for (const { value, entries } of returned) {
    const constant = constantOf(graph, value);
    if (constant !== undefined && truthOf(constant) !== outcome) continue;
    isPossible = true;
    const version: ValueId = entries.find((candidate) => candidate.entry === entry)?.value ?? entry;
    kinds &= kindsOfVersion(view, version, entry) | kindsOfTruth(view, value, entry, outcome);
    depends ||= version !== entry || isMadeOf(graph, value, entry);
  }
  return { kinds: isPossible ? kinds : 0, depends };
}

const maximumVersions = 32;

/** What tests have said of a version of a parameter. */
function kindsOfVersion(view: BodyView, version: ValueId, entry: ValueId): KindSet {
  let kinds: KindSet = 0;
  let at = version;
  for (let steps = 0; steps < maximumVersions && at !== entry; steps++) {
    const value = view.graph.values[at];
    if (value?.kind === "guarded") {
      const effect = effectOfGuard(view, at);
      if (effect?.path.length === 0) kinds |= effect.kinds;
      at = value.value;
    } else if (value?.kind === "after-call") at = value.object;
    else return 0;
  }
  return kinds;
}

/** What the returned value itself says of the parameter if it is true. */
function kindsOfTruth(view: BodyView, id: ValueId, entry: ValueId, outcome: boolean): KindSet {
  const { graph } = view;
  const at = withoutVersions(graph, id);
  const value = graph.values[at];
  if (value?.kind === "derived" && value.operator === "not" && value.from[0] !== undefined)
    return kindsOfTruth(view, value.from[0], entry, !outcome);
  if (value?.kind === "merge" && value.test !== undefined)
    return kindsOfOperands(view, value.from, entry, outcome, (value.test === "and") === outcome);
  if (value?.kind === "derived" && value.operator === "compare")
    return kindsOfComparison(view, value.from, value.operators ?? [], entry, outcome);
  if (value?.kind !== "call") return 0;
  const site = graph.calls[value.call];
  let kinds: KindSet = 0;
  for (const subject of [site?.method?.object, ...(site?.arguments ?? []).map((argument) => argument.value)])
    if (subject !== undefined)
      kinds |= kindsOfSubject(view, { subject, test: { kind: "call", call: value.call, outcome } }, entry);
  return kinds;
}

function kindsOfSubject(view: BodyView, guard: Guard, entry: ValueId): KindSet {
  const effect = effectOfTest(view, guard, entry);
  return effect?.path.length === 0 ? effect.kinds : 0;
}

/** All of `a and b` hold if it is true, one of them does not if it is false. */
function kindsOfOperands(
  view: BodyView,
  operands: readonly ValueId[],
  entry: ValueId,
  outcome: boolean,
  isEach: boolean,
): KindSet {
  const kinds = operands.map((operand) => kindsOfTruth(view, operand, entry, outcome));
  return isEach ? kinds.reduce((all, one) => all | one, 0) : kinds.reduce((all, one) => all & one, allKinds);
}

function kindsOfComparison(
  view: BodyView,
  operands: readonly ValueId[],
  operators: readonly string[],
  entry: ValueId,
  outcome: boolean,
): KindSet {
  const [left, right] = operands;
  const [operator] = operators;
  if (left === undefined || right === undefined || operator === undefined || operands.length > 2) return 0;
  const holds = outcome ? operator : oppositeOf(operator);
  return (
    kindsOfSubject(view, { subject: left, test: { kind: "compare", operator: holds, other: right } }, entry) |
    kindsOfSubject(view, { subject: right, test: { kind: "compared-with", operator: holds, other: left } }, entry)
  );
}
