/** Rules in taint mode that are about flows through the project, as the analysis of flows takes them, and the models that stand for their patterns. */
import type { FlowRule } from "../../analyses/flows/flow-types.js";
import { followsPatterns } from "../../rules/follows-patterns.js";
import type { Confidence, Rule } from "../../rules/rule.js";
import type { KindsFromModels } from "../../rules/taint.js";
import type { Models, SinkModel, SourceModel } from "../../models/model.js";
import type { FlowContext } from "./project-state.js";

/** The rules among these that are about flows through the project. */
export function flowRulesOf(rules: readonly Rule[]): FlowRule[] {
  return rules.flatMap((rule) => {
    const { id, query } = rule;
    if (query.mode !== "taint") return [];
    const { from = noKinds, sinks } = query.taint;
    if (!followsPatterns(rule)) {
      const { sources, sinks: kinds, sanitizers } = from;
      return from === noKinds ? [] : [{ id, sources, sinks: kinds, sanitizers }];
    }
    const kind = kindOf(id);
    const own = { kind, of: sinks.length > 0 ? [] : from.sinks };
    return [{ id, sources: [...from.sources, kind], sinks: [kind], sanitizers: [kind], own }];
  });
}

const noKinds: KindsFromModels = { sources: [], sinks: [], sanitizers: [], propagators: [] };

/** The kind of source and sink that the patterns of a rule are; no kind of models has a colon. */
function kindOf(id: string): string {
  return `rule:${id}`;
}

const source: SourceModel = {
  kind: "",
  trust: "remote",
  description: "data",
  reads: [],
  calls: [],
  parameters: [],
};
const sink: SinkModel = {
  kind: "",
  description: "a sink",
  calls: [],
  parts: [],
  when: [],
  writes: [],
  returns: [],
};

/**
 * Models with a source and a sink for the patterns of each rule that has some. The sinks of models that such a rule names are there once more for it
 * alone, and what makes data harmless for the kinds that it names does so for its own.
 */
export function withPatterns(models: Models, rules: readonly Rule[]): Models {
  const own = rules.flatMap((rule) =>
    rule.query.mode === "taint" && followsPatterns(rule)
      ? [{ kind: kindOf(rule.id), from: rule.query.taint.from ?? noKinds }]
      : [],
  );
  if (own.length === 0) return models;
  return {
    ...models,
    sources: [...models.sources, ...own.map(({ kind }) => ({ ...source, kind }))],
    sinks: [
      ...models.sinks,
      ...own.flatMap(({ kind, from }) => [
        { ...sink, kind },
        ...models.sinks.filter((model) => from.sinks.includes(model.kind)).map((model) => ({ ...model, kind })),
      ]),
    ],
    sanitizers: models.sanitizers.map((sanitizer) => {
      const more = own.filter(({ from }) => sanitizer.kinds.some((kind) => from.sanitizers.includes(kind)));
      return more.length === 0
        ? sanitizer
        : { ...sanitizer, kinds: [...sanitizer.kinds, ...more.map(({ kind }) => kind)] };
    }),
  };
}

const confidences: readonly Confidence[] = ["low", "medium", "high"];

/** The same context, without the rules whose findings are all less sure. */
export function atLeast(context: FlowContext, minimumConfidence: Confidence = "low"): FlowContext {
  const minimum = confidences.indexOf(minimumConfidence);
  const { python, ruleOf, marker } = context;
  return {
    python,
    ruleOf,
    marker,
    // A getter, which a spread would call: models are read when somebody asks for them.
    get models() {
      return context.models;
    },
    minimumConfidence,
    rules: context.rules.filter(({ id }) => confidences.indexOf(ruleOf(id)?.confidence ?? "high") >= minimum),
  };
}
