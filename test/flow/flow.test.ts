/** Small projects of our own, with the flows that are in them and look-alikes without one. See read-cases.ts for their form. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { reviewProjectTexts } from "../support/project-review.js";
import { problemsOf } from "./compare-case.js";
import { type FlowCase, readCases, readKnownGaps } from "./read-cases.js";

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const cases = readCases(at("cases"));
const gaps = readKnownGaps(readFileSync(at("known-gaps.txt"), "utf8"));

async function check(flowCase: FlowCase): Promise<void> {
  const problems = problemsOf(flowCase, await reviewProjectTexts(flowCase.files));
  if (gaps.has(flowCase.name)) {
    expect(problems, "this passes now: take it out of known-gaps.txt").not.toEqual([]);
  } else {
    expect(problems.join("\n"), `${flowCase.name}: ${flowCase.about}`).toBe("");
  }
}

for (const [topic, ofTopic] of cases) {
  describe(topic, () => {
    it.each(ofTopic.map((flowCase) => [flowCase.name, flowCase.about, flowCase] as const))(
      "%s: %s",
      async (_name, _about, flowCase) => {
        await check(flowCase);
      },
    );
  });
}

describe("the list of gaps", () => {
  it("names cases that there are", () => {
    const names = new Set([...cases.values()].flat().map((flowCase) => flowCase.name));
    expect([...gaps.keys()].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("the cases", () => {
  const all = [...cases.values()].flat();

  it("are many, and about half of them have no flow", () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    const safe = all.filter((flowCase) => flowCase.expected.length === 0).length;
    expect(safe / all.length).toBeGreaterThan(0.45);
    expect(safe / all.length).toBeLessThan(0.55);
  });

  it("say for each flow where it starts", () => {
    const without = all.filter((flowCase) => flowCase.expected.some((expected) => expected.steps.length === 0));
    expect(without.map((flowCase) => flowCase.name)).toEqual([]);
  });
});
