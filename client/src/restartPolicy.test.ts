import { describe, expect, it } from "vitest";
import { createRestartPolicy } from "./restartPolicy.js";

const minute = 60_000;

describe("restart policy", () => {
  it("waits longer before each start in a row and gives up after the fifth death", () => {
    const policy = createRestartPolicy();
    const decisions = [0, 1000, 2000, 3000, 4000].map((now) => policy.died(now));
    expect(decisions.map((decision) => ("after" in decision ? decision.after : decision.action))).toEqual([
      250,
      1000,
      4000,
      10_000,
      "giveUp",
    ]);
  });

  it("forgets deaths that are long past", () => {
    const policy = createRestartPolicy();
    for (let time = 0; time < 20; time++) {
      expect(policy.died(time * 4 * minute)).toEqual({ action: "restart", after: 250, deaths: 1 });
    }
  });

  it("starts over when a person asks for it", () => {
    const policy = createRestartPolicy();
    for (let death = 0; death < 5; death++) policy.died(death);
    policy.reset();
    expect(policy.died(10)).toMatchObject({ action: "restart", after: 250 });
  });
});
