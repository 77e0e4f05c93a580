/** Asserts flows through small projects by marks in their texts. */
import { expect } from "vitest";
import { createFlowTest } from "./flow-project.js";
import { smallModels, smallRules } from "./small-models.js";

/** What small projects of one file begin with. */
export const header = "import lib, os, re\nfrom lib import request\napp = lib.App()\n";

/** Asserts that what is found are the lines marked as sinks, each by a path from a line marked as source. One text is the file main.py. */
export function checkFlows(code: string | Readonly<Record<string, string>>): void {
  const files = typeof code === "string" ? { "main.py": header + code } : code;
  const test = createFlowTest(smallModels, smallRules);
  for (const [path, text] of Object.entries(files)) test.setText(path, text);
  test.finish();
  const marked = (mark: string): string[] =>
    Object.entries(files).flatMap(([path, text]) =>
      text.split("\n").flatMap((line, index) => (line.includes(`# ${mark}`) ? [`${path}:${index + 1}`] : [])),
    );
  const found = test.flows();
  expect([...new Set(found.map(({ path, line }) => `${path}:${line}`))].sort()).toEqual(marked("sink").sort());
  const sources = marked("source");
  for (const { steps } of found) {
    const [first] = steps;
    expect(sources, JSON.stringify(steps)).toContain(`${first?.path}:${first?.line}`);
    expect(steps.length).toBeLessThanOrEqual(20);
  }
}
