/** Which rules are looked for in a file that is reviewed once: those that could be shown there. */
import { buildLeafIndex } from "../analyses/search/leaf-index.js";
import type { CompiledRule } from "../analyses/search/compiled-rule.js";
import type { ReviewOptions } from "./configuration.js";
import type { AnalysisContext } from "./file-analysis.js";
import type { PathPolicies } from "./path-policies.js";
import { mayBeShown } from "./place-findings.js";

/** The context with only those of its rules that could be shown in the file at `path`. */
export type RuleChooser = (path: string, options: ReviewOptions) => AnalysisContext;

/** A chooser that remembers the few contexts that the files of a project need. */
export function createRuleChooser(context: AnalysisContext, policies: PathPolicies): RuleChooser {
  const contexts = new Map<string, AnalysisContext>();
  const choose: RuleChooser = (path, options) => {
    // What a rule finds in one function says which of its flows between functions are no news.
    const flags = context.rules.map(({ rule }) => rule.options.interfile || mayBeShown(rule, path, options, policies));
    const key = flags.map(Number).join("");
    let chosen = contexts.get(key);
    if (chosen === undefined) {
      const rules = context.rules.filter((_, index) => flags[index]);
      contexts.set(key, (chosen = rules.length === flags.length ? context : contextOfRules(context, rules)));
    }
    return chosen;
  };
  const depend = context.rules.some(({ rule }) => rule.include.length + rule.exclude.length > 0);
  return depend ? choose : rememberByKind(choose, policies);
}

/** Where no rule is for some paths only, all that matters of a file's path is whether it is test code. */
function rememberByKind(choose: RuleChooser, { isTest }: PathPolicies): RuleChooser {
  const known = new WeakMap<ReviewOptions, Map<boolean, AnalysisContext>>();
  return (path, options) => {
    let byKind = known.get(options);
    if (byKind === undefined) known.set(options, (byKind = new Map<boolean, AnalysisContext>()));
    const kind = isTest(path, options.testFiles);
    let chosen = byKind.get(kind);
    if (chosen === undefined) byKind.set(kind, (chosen = choose(path, options)));
    return chosen;
  };
}

/** A context of these rules. */
export function contextOfRules(
  { python, today }: Pick<AnalysisContext, "python" | "today">,
  rules: readonly CompiledRule[],
): AnalysisContext {
  return {
    python,
    today,
    index: buildLeafIndex(rules),
    rules,
    wideRules: rules.filter((rule) => rule.reach === "file"),
    textRules: rules.filter((rule) => rule.reach === "text"),
  };
}
