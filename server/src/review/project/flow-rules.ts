/** Rules in taint mode that name what models know, as the analysis of flows takes them. */
import type { FlowRule } from "../../analyses/flows/flow-types.js";
import type { Rule } from "../../rules/rule.js";

/** The rules among these that are about flows through the project. */
export function flowRulesOf(rules: readonly Rule[]): FlowRule[] {
  return rules.flatMap(({ id, query }) => {
    const from = query.mode === "taint" ? query.taint.from : undefined;
    return from === undefined ? [] : [{ id, sources: from.sources, sinks: from.sinks, sanitizers: from.sanitizers }];
  });
}
