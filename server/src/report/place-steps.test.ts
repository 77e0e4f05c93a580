import { expect, it } from "vitest";
import type { FindingStep, StepRole } from "../review/finding.js";
import { createStepPlacer } from "./place-steps.js";

const texts: Readonly<Record<string, string>> = { "a.py": "one\r\ntwo three\n", "empty.py": "" };

const placer = () => createStepPlacer((path) => texts[path]);

const step = (path: string, start: number, end: number, more: Partial<FindingStep> = {}): FindingStep => ({
  path,
  range: { start, end },
  message: "here",
  ...more,
});

const elsewhere = { position: { start: { line: 6, character: 2 }, end: { line: 6, character: 4 } } };

it.each<[string, FindingStep, unknown]>([
  [
    "by the text of its file",
    step("a.py", 9, 14),
    { start: { line: 2, column: 5, offset: 9 }, end: { line: 2, column: 10, offset: 14 } },
  ],
  [
    "by what the engine says, where the text is not at hand",
    step("b.py", 90, 92, elsewhere),
    { start: { line: 7, column: 3, offset: 90 }, end: { line: 7, column: 5, offset: 92 } },
  ],
  ["nowhere, if nothing tells where it is", step("b.py", 90, 92), undefined],
])("places a step %s", (_, given, expected) => {
  expect(placer()([given])[0]?.span).toEqual(expected);
});

it("takes the line of code that a step starts in, if there is such a line", () => {
  const steps = [step("a.py", 0, 3), step("b.py", 90, 92, elsewhere), step("empty.py", 90, 92, elsewhere)];
  expect(placer()(steps).map(({ code }) => code)).toEqual(["one", undefined, undefined]);
});

it("calls the first step the source and the last the sink, unless the engine knows more", () => {
  const roles = (...steps: FindingStep[]) => placer()(steps).map(({ role }) => role);
  const plain = step("a.py", 0, 3);
  expect(roles(plain, plain, plain)).toEqual(["source", undefined, "sink"]);
  expect(roles(plain)).toEqual(["sink"]);
  const called = { ...plain, role: "call" as const, depth: 1 };
  expect(roles(plain, called, plain)).toEqual(["source", "call", "sink"]);
  expect(placer()([called])[0]).toMatchObject({ depth: 1 });
});

it.each<[string, number[] | undefined]>([
  ["source call pass sink", [0, 0, 1, 1]],
  ["source return pass sink", [1, 0, 0, 0]],
  ["source call call pass return return sink", [0, 0, 1, 2, 1, 0, 0]],
  ["source return call sink", [1, 0, 0, 1]],
  ["source pass sink", undefined],
])("tells from %s how deep in calls steps are", (roles, expected) => {
  const steps = roles.split(" ").map((role) => ({ ...step("a.py", 0, 3), role: role as StepRole }));
  const depths = placer()(steps).map(({ depth }) => depth);
  expect(depths).toEqual(expected ?? depths.map(() => undefined));
});

it("asks for each text once", () => {
  const asked: string[] = [];
  const place = createStepPlacer((path) => {
    asked.push(path);
    return undefined;
  });
  place([step("b.py", 0, 1), step("b.py", 1, 2)]);
  place([step("b.py", 0, 1)]);
  expect(asked).toEqual(["b.py"]);
});
