/** What a body does with what a call gives. */
import type { ValueId } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";
import { nameOfCall } from "./call-names.js";
import { objectRole } from "./graph-index.js";

const maximumValues = 24;

/** Calls that make a page of text that they are given, by their names. */
const makesPage = /safe|markup|format|render|replace|join|template|substitute|html|script|page|encode$/i;

/** Whether text is handed on as it is only: returned, stored, or given to calls that put it into no other text. */
export function isHandedOn(view: BodyView, text: ValueId): boolean {
  const { graph, index } = view;
  const open = new Set([text]);
  for (const id of open) {
    if (open.size > maximumValues) return false;
    for (const user of index.uses[id] ?? []) {
      const value = graph.values[user];
      if (value?.kind === "derived" && value.operator !== "compare" && value.operator !== "not") return false;
      if (value?.kind === "container") return false;
      if (value?.kind === "merge" || value?.kind === "guarded" || value?.kind === "after-call") open.add(user);
    }
    for (const { call, role } of index.callUses[id] ?? []) {
      const site = graph.calls[call];
      if (site === undefined) continue;
      const name = nameOfCall(view, site);
      if (role === objectRole && name === "encode") open.add(site.result);
      else if (makesPage.test(name)) return false;
    }
  }
  return true;
}

/** Whether nobody uses what a call gives: it is called for its effects, or to see whether it raises. */
export function isUnused(view: BodyView, result: ValueId): boolean {
  const { index } = view;
  return (
    (index.uses[result] ?? []).length === 0 &&
    (index.callUses[result] ?? []).length === 0 &&
    !index.returned.has(result) &&
    !index.yielded.has(result) &&
    !index.assigned.has(result) &&
    !view.calledValues.has(result)
  );
}
