/** Rules that name what models know: no pattern sets them off, and they are rules all the same. */
import { expect, it } from "vitest";
import { readBinaries } from "../../../../test/support/engine.js";
import { loadRules } from "../../rules/load-rules.js";
import { createPythonParser } from "../../syntax/python-parser.js";
import { compileRules } from "./compile-rules.js";

const python = await createPythonParser(readBinaries());

/** Asserts how many patterns set off a rule with these sources and sinks, in YAML, and that nothing is wrong with it. */
function check(sources: string, sinks: string, triggers: number): void {
  const text = `rules: [{id: a, message: m, severity: ERROR, languages: [python], taint: {sources: [${sources}], sinks: [${sinks}]}}]`;
  const { rules, problems } = compileRules(python, loadRules("a.yaml", text).rules, new Map());
  expect(problems).toEqual([]);
  expect(rules.map((rule) => rule.triggers.length)).toEqual([triggers]);
}

it.each<[name: string, sources: string, sinks: string, triggers: number]>([
  ["no patterns", "{from: http-request}", "{from: sql}", 0],
  ["patterns at both ends, which the analysis of flows takes", "{from: http-request}, a()", "{from: sql}, 'b($X)'", 0],
])("a rule with kinds of models and %s", (_, sources, sinks, triggers) => {
  check(sources, sinks, triggers);
});
