/** Which rules hand their patterns to the analysis that follows data through the whole project. */
import type { Rule } from "./rule.js";
import type { TaintSpecification } from "./taint.js";

/** Whether the matches of a rule's patterns are followed between functions and files: beside kinds of models, or because the rule asks for it. */
export function followsPatterns({ query, options, language }: Rule): boolean {
  if (query.mode !== "taint" || language !== "python") return false;
  const { taint } = query;
  const { sources, sinks, from } = taint;
  if (from === undefined && (!options.interfile || options.taint.unifyMetavariables)) return false;
  if (unfollowed(taint) !== undefined) return false;
  const hasEnds = sources.length + (from?.sources.length ?? 0) > 0 && sinks.length + (from?.sinks.length ?? 0) > 0;
  return hasEnds && patternsIn(taint) > 0;
}

function patternsIn({ sources, sinks, sanitizers, propagators }: TaintSpecification): number {
  return sources.length + sinks.length + sanitizers.length + propagators.length;
}

/** What a rule says that only holds inside of one body, by its key; undefined if it says nothing of the kind. */
export function unfollowed({ sources, sinks, propagators }: TaintSpecification): string | undefined {
  const asksForLabels =
    [...sources, ...propagators].some(({ requires }) => requires.kind !== "always") ||
    sinks.some(({ requires, requiresOf }) => requires !== undefined || requiresOf.length > 0);
  if (asksForLabels) return "requires";
  if (sources.some(({ control }) => control)) return "control";
  return sinks.some(({ atExit }) => atExit) ? "at-exit" : undefined;
}
