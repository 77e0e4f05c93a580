/** Rule files as tests run them, and how to know one among other YAML. */
import { loadRules } from "../../rules/load-rules.js";
import type { Rule } from "../../rules/rule.js";
import { defaultConfiguration, type ReviewOptions } from "../configuration.js";
import type { RuleFile } from "../engine.js";

/** Options under which a rule shows all that it finds. */
export const testOptions: ReviewOptions = { ...defaultConfiguration, minimumFlowConfidence: "low", testFiles: [] };

/** A rule file whose rules look at every file: an example seldom lies where the rule is meant for. */
export function ruleFileForTests(path: string, text: string): RuleFile {
  const loaded = loadRules(path, text);
  return { path, text, loaded: { ...loaded, rules: loaded.rules.map(everywhere) }, patterns: {} };
}

function everywhere(rule: Rule): Rule {
  return { ...rule, include: [], exclude: [], inTests: "same" };
}

/** What is looked at of a text that may be large and not ours. */
const lookedAt = 200_000;

/** Whether YAML is a rule file: a list `rules` whose entries look like rules. Also of a text that does not parse. */
export function looksLikeRules(text: string): boolean {
  const start = text.slice(0, lookedAt);
  return /^(?:"rules"|'rules'|rules)\s*:/m.test(start) && ruleEntry.test(start);
}

/** Other tools have lists of rules too, whose entries have no ids. */
const ruleEntry = /(?:^\s*-\s*|^\s+|[{,]\s*)["']?id["']?\s*:/m;
