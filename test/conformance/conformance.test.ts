/** Every case of the collection in our engine. Those of known-failures.txt must fail: what works is taken out there. */
import { describe, expect, it } from "vitest";
import { readKnownFailures } from "./known-failures.js";
import { readCases } from "./read-cases.js";
import { runCase } from "./run-case.js";

const cases = readCases();
const known = readKnownFailures();
const areas = [...new Set(cases.map((entry) => entry.area))];

describe("the case collection", () => {
  it("is large, and its list of known failures names cases", () => {
    expect(cases.length).toBeGreaterThanOrEqual(600);
    const names = new Set(cases.map((entry) => entry.name));
    expect([...known].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe.each(areas)("%s", (area) => {
  const members = cases.filter((entry) => entry.area === area);
  it.each(members.map((entry) => [entry.name, entry] as const))("%s", async (name, entry) => {
    const complaints = await runCase(entry);
    if (known.has(name)) expect(complaints, "this case passes: take it out of known-failures.txt").not.toEqual([]);
    else expect(complaints).toEqual([]);
  });
});
