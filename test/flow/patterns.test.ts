/** Rules whose sources, sinks and sanitizers are patterns, followed between functions and files as those of models are. */
import { describe, expect, it } from "vitest";
import { createTestEngine } from "../support/engine.js";
import { flowsBetween } from "../support/project-review.js";
import { problemsOf } from "./compare-case.js";
import { idsOfPatternRules, patternCases, patternRules } from "./pattern-cases.js";
import type { FlowCase } from "./read-cases.js";

const engine = await createTestEngine([{ path: "rules.yaml", text: patternRules }]);

function check({ files, ...flowCase }: FlowCase): void {
  expect(problemsOf({ files, ...flowCase }, flowsBetween(engine, files)).join("\n")).toBe("");
}

describe.each([...patternCases])("%s", (_, cases) => {
  it.each(cases.map((flowCase) => [flowCase.name, flowCase] as const))("%s", (_about, flowCase) => {
    check(flowCase);
  });
});

describe("the cases", () => {
  const all = [...patternCases.values()].flat();

  it("are about rules without problems", () => {
    expect(engine.ruleProblems).toEqual([]);
    expect(engine.rules.map(({ id }) => id)).toEqual(idsOfPatternRules);
  });

  it("are half without a flow, and say where the others start", () => {
    const safe = all.filter(({ expected }) => expected.length === 0).length;
    expect(safe / all.length).toBeGreaterThan(0.4);
    expect(
      all.filter(({ expected }) => expected.some(({ steps }) => steps.length === 0)).map(({ name }) => name),
    ).toEqual([]);
  });
});
