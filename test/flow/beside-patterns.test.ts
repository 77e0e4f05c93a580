/** Patterns of people's own rules change nothing of what built-in rules find, also where they match every expression. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { builtInRuleFiles, createTestEngine } from "../support/engine.js";
import { flowsBetween } from "../support/project-review.js";
import { readCases } from "./read-cases.js";

const head = "message: m, severity: ERROR, languages: [python], mode: taint, options: {interfile: true}";
const sinks = "pattern-sinks: [{pattern: nowhere(...)}]";

/** Everything comes from outside, and everything is harmless; as it stands, and from there on. */
const text = `rules:
- {id: own-sources, ${head}, pattern-sources: [{pattern: $X}], ${sinks}}
- {id: own-sanitizers, ${head}, pattern-sources: [{pattern: nothing()}], pattern-sanitizers: [{pattern: $X}], ${sinks}}
- {id: own-side-effects, ${head}, pattern-sources: [{pattern: $F($X), by-side-effect: true}], pattern-sanitizers: [{pattern: $X, by-side-effect: true}], ${sinks}}
`;
const alone = await createTestEngine();
const beside = await createTestEngine([...builtInRuleFiles(), { path: "own.yaml", text }]);
/** A third of the cases. */
const cases = [...readCases(fileURLToPath(new URL("cases", import.meta.url)))].map(
  ([topic, ofTopic]) => [topic, ofTopic.filter((_, index) => index % 3 === 0)] as const,
);

it.each(cases)("%s", (_, ofTopic) => {
  expect(beside.ruleProblems).toEqual([]);
  for (const { name, files } of ofTopic)
    expect({ name, flows: flowsBetween(beside, files) }).toEqual({ name, flows: flowsBetween(alone, files) });
});
