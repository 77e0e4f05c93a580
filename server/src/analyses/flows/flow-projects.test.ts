/** Several analyses share the steps that there are. */
import { describe, expect, it } from "vitest";
import { smallModels, smallRules } from "../../../../test/support/small-models.js";
import { createFlowProject, type FlowProject } from "./flow-project.js";
import { together } from "./flow-projects.js";

/** An analysis that has so many steps to do, of which a turn may take some more than it is given, and waits for a file then if it wants one. */
function analysis(size: number, wanted?: string, over = 0): FlowProject {
  let left = size;
  return {
    ...createFlowProject(smallModels, smallRules),
    advance: (maximumSteps) => {
      const steps = Math.min(left, maximumSteps + over);
      left -= steps;
      if (left > 0) return { state: "paused", wanted: [], steps };
      return wanted === undefined
        ? { state: "done", wanted: [], steps }
        : { state: "waiting", wanted: [wanted], steps };
    },
  };
}

/** Checks what a turn of 100 steps comes to. */
function check(
  projects: readonly FlowProject[],
  ...expected: [state: string, steps: number, ...wanted: string[]]
): void {
  const { state, steps, wanted } = together(projects).advance(100, () => undefined);
  expect([state, steps, ...wanted]).toEqual(expected);
}

describe("a turn of several analyses", () => {
  it.each<
    [name: string, projects: readonly FlowProject[], ...expected: [state: string, steps: number, ...wanted: string[]]]
  >([
    ["takes the steps that there are", [analysis(10), analysis(20)], "done", 30],
    ["gives what one leaves to the other", [analysis(10), analysis(90)], "done", 100],
    ["ends when its steps are used up", [analysis(80), analysis(80)], "paused", 100],
    ["counts what was done beyond", [analysis(500, undefined, 60), analysis(10)], "paused", 120],
    [
      "says which files one wants while the other has work",
      [analysis(10, "a.py"), analysis(500)],
      "paused",
      100,
      "a.py",
    ],
    ["names a file once", [analysis(0, "a.py"), analysis(0, "a.py")], "waiting", 0, "a.py"],
  ])("%s", (_, projects, ...expected) => {
    check(projects, ...expected);
  });
});
