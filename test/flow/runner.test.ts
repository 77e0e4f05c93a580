/** The suite's own reader and comparison. */
import { describe, expect, it } from "vitest";
import { type FoundFlow, problemsOf } from "./compare-case.js";
import { readCase, readKnownGaps } from "./read-cases.js";

const project = `# Case: two files
# file: a.py
import b
x = read()  # step 1
b.run(x)  # step 2
# file: p/__init__.py
# file: b.py
def run(x):
    sink(x)  # sink: sql-injection
    other(x)  # safe: sql-injection
`;

const flow = (line: number, steps: readonly string[], confidence = "high"): FoundFlow => ({
  path: "b.py",
  ruleId: "sql-injection",
  line,
  confidence,
  steps: steps.map((step) => {
    const [path = "", number] = step.split(":");
    return { path, line: Number(number) };
  }),
});

const rightPath = ["a.py:2", "a.py:3", "b.py:1", "b.py:2"];

describe("reading a case", () => {
  it("cuts it into files", () => {
    expect(Object.keys(readCase("t/n", project).files)).toEqual(["a.py", "p/__init__.py", "b.py"]);
    expect(readCase("t/n", project).files["p/__init__.py"]).toBe("");
    expect(readCase("t/n", project).files["b.py"]!.split("\n")[0]).toBe("def run(x):");
    expect(Object.keys(readCase("t/n", "# Case: one\nf()  # safe: sql-injection\n").files)).toEqual(["main.py"]);
  });

  it("counts lines in the file, and takes one of several lines for a step", () => {
    const text = "# Case: c\na()  # step 1\nb()  # step 1\nc()  # sink: code-injection # low\n";
    expect(readCase("t/n", text).expected).toEqual([
      {
        path: "main.py",
        line: 4,
        rule: "code-injection",
        lowAccepted: true,
        steps: [
          [
            { path: "main.py", line: 2 },
            { path: "main.py", line: 3 },
          ],
        ],
      },
    ]);
  });

  it("keeps paths with names apart", () => {
    const text =
      "# Case: c\na()  # step a1\nb()  # step b1\nc()  # sink a: code-injection\nd()  # sink b: sql-injection\n";
    const steps = readCase("t/n", text).expected.map((expected) => expected.steps.map((places) => places[0]!.line));
    expect(steps).toEqual([[2], [3]]);
  });

  it.each([
    ["no header", "f()  # safe: sql-injection\n", "first line"],
    ["nothing marked", "# Case: c\nf()\n", "nothing is marked"],
    ["an unknown rule", "# Case: c\nf()  # safe: sql-injektion\n", "no rule sql-injektion"],
    ["a missing step", "# Case: c\nf()  # step 2 # sink: sql-injection\n", "no step 1"],
  ])("refuses %s", (_what, text, message) => {
    expect(() => readCase("t/n", text)).toThrow(message);
  });

  it("reads the list of gaps", () => {
    expect([...readKnownGaps("# about\n\nt/n: it is hard\n")]).toEqual([["t/n", "it is hard"]]);
    expect(() => readKnownGaps("t/n\n")).toThrow("topic/name: why");
  });
});

describe("comparing findings with a case", () => {
  it.each([
    ["the right path", [flow(2, rightPath)], ""],
    ["one right path of two", [flow(2, ["b.py:2"]), flow(2, rightPath)], ""],
    ["nothing", [], "missing: sql-injection at b.py:2"],
    ["low confidence", [flow(2, rightPath, "low")], "low confidence: sql-injection"],
    ["another start", [flow(2, ["a.py:1", ...rightPath])], "wrong path: sql-injection"],
    ["another order", [flow(2, ["a.py:2", "b.py:2"])], "wrong path: sql-injection"],
    ["one too many", [flow(2, rightPath), flow(1, rightPath)], "unexpected: sql-injection at b.py:1"],
    ["a safe line", [flow(2, rightPath), flow(3, rightPath)], "found on a safe line: sql-injection at b.py:3"],
  ])("%s", (_what, found, problem) => {
    const problems = problemsOf(readCase("t/n", project), found);
    if (problem === "") expect(problems).toEqual([]);
    else expect(problems.join("\n")).toContain(problem);
  });
});
