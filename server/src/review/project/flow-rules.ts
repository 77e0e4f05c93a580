/** Rules in taint mode that name what models know, as the analysis of flows takes them. */
import type { FlowRule } from "../../analyses/flows/flow-types.js";
import type { Confidence, Rule } from "../../rules/rule.js";
import type { FlowContext } from "./project-state.js";

/** The rules among these that are about flows through the project. */
export function flowRulesOf(rules: readonly Rule[]): FlowRule[] {
  return rules.flatMap(({ id, query }) => {
    const from = query.mode === "taint" ? query.taint.from : undefined;
    return from === undefined ? [] : [{ id, sources: from.sources, sinks: from.sinks, sanitizers: from.sanitizers }];
  });
}

const confidences: readonly Confidence[] = ["low", "medium", "high"];

/** The same context, without the rules whose findings are all less sure. */
export function atLeast(context: FlowContext, minimumConfidence: Confidence = "low"): FlowContext {
  const minimum = confidences.indexOf(minimumConfidence);
  return {
    ...context,
    // A getter: models are read when somebody asks for them.
    get models() {
      return context.models;
    },
    minimumConfidence,
    rules: context.rules.filter(({ id }) => confidences.indexOf(context.ruleOf(id)?.confidence ?? "high") >= minimum),
  };
}
