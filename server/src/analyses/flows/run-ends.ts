/** Where facts leave a body, and sinks in it that rules' patterns mark. */
import type { Value, ValueId } from "../../flow/value-graph.js";
import { addFact, taintOf, type FactNode, type Run } from "./run.js";
import { fieldTargets, variableTarget } from "./store-targets.js";

/** Notes where a fact leaves the body by the value that it is about. */
export function noteEnds(run: Run, node: number, fact: FactNode): void {
  const { view, ends } = run;
  const { index, graph } = view;
  if (index.returned.has(fact.value)) {
    ends.push({ kind: "return", node, ordinal: graph.returns.indexOf(fact.value) });
  }
  if (index.yielded.has(fact.value)) ends.push({ kind: "yield", node, ordinal: graph.yields.indexOf(fact.value) });
  for (const entry of index.exits.get(fact.value) ?? []) {
    const value = graph.values[entry];
    if (value?.kind === "parameter")
      ends.push({ kind: "exit", node, taint: { ...taintOf(fact), parameter: value.index } });
    else if (value?.kind === "global") noteChangedGlobal(run, node, fact, entry, value);
  }
  for (const name of index.assigned.get(fact.value) ?? []) {
    const place = graph.values[fact.value]?.place ?? { unit: 0, start: 0, end: 0 };
    const target = variableTarget(view, name);
    if (target === undefined) continue;
    const stored = { ...taintOf(fact), target, depth: 0 };
    ends.push({ kind: "store", node, place, stored });
  }
}

/** `table[key] = value` and `table.append(value)`: what stands in a variable of the module from then on. */
function noteChangedGlobal(
  { view, ends }: Run,
  node: number,
  fact: FactNode,
  entry: ValueId,
  { name, place }: Extract<Value, { readonly kind: "global" }>,
): void {
  const [first] = fact.path;
  if (first === undefined) return;
  const isItem = first.startsWith("[");
  const target = isItem ? variableTarget(view, name) : undefined;
  const targets = target !== undefined ? [target] : isItem ? [] : fieldTargets(view, entry, first.slice(1));
  const path = isItem ? fact.path : fact.path.slice(1);
  for (const each of targets)
    ends.push({ kind: "store", node, place, stored: { ...taintOf(fact), path, target: each, depth: 0 } });
}

/** Sinks that rules' patterns say a value is, and what they say it goes into. */
export function followMarks(run: Run, node: number, fact: FactNode): void {
  const { marks } = run.view;
  for (const { sink, kinds, ordinal, place, isArgument } of marks?.sinks.get(fact.value) ?? []) {
    const [first] = fact.path;
    const arrives = first === undefined || (isArgument && first.startsWith("["));
    if (arrives && (kinds & fact.kinds) !== 0)
      run.ends.push({ kind: "sink", node, site: { sink, ordinal, place }, doubt: fact.doubt });
  }
  for (const { to, kinds, place } of marks?.passed.get(fact.value) ?? [])
    for (const value of to)
      addFact(run, value, { ...taintOf(fact), kinds: fact.kinds & kinds }, node, { place, message: "passed on here" });
}
