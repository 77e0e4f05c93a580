/** Edits: the same flows as a fresh project, and no more work than needed. And graphs of calls as nobody writes them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFlowTest, type FlowTest, type FoundFlow } from "../../../../test/support/flow-project.js";
import { smallModels, smallRules } from "../../../../test/support/small-models.js";
import { createFlowProject, type StoredFlows } from "./flow-project.js";

const header = "import lib, os\n";

function create(files: Readonly<Record<string, string>>): FlowTest {
  const test = createFlowTest(smallModels, smallRules);
  for (const [path, text] of Object.entries(files)) test.setText(path, text);
  test.finish();
  return test;
}

function inOrder(flows: readonly FoundFlow[]): readonly FoundFlow[] {
  return [...flows].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

/** Lines of bodies that call each other, and classes and variables of all files, at random. */
const names = ["a", "b", "c"] as const;
const anyName = fc.constantFrom(...names);
const anyExpression = fc.oneof(
  fc.constantFrom("lib.read()", "'ls'", "x", "x", "lib.quote(x)", "STATE", "self_or(x)"),
  anyName.map((name) => `${name}(x)`),
  anyName.map((name) => `m${name}.${name}(x)`),
  anyName.map((name) => `m${name}.STATE`),
  anyName.map((name) => `m${name}.Box(x).item`),
  anyName.map((name) => `m${name}.Box(x).get()`),
  anyName.map((name) => `[x, ${name}(x)][1]`),
);
const anyLine = fc.oneof(
  anyExpression.map((expression) => `  x = ${expression}`),
  anyExpression.map((expression) => `  os.system(${expression})`),
  anyExpression.map((expression) => `  return ${expression}`),
  anyExpression.map((expression) => `  global STATE\n  STATE = ${expression}`),
  fc.constantFrom("  if x == 'y':\n    return x", "  if not lib.is_safe(x):\n    return 'z'", "  pass"),
);
const anyFunction = fc.array(anyLine, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
const anyMethod = fc.constantFrom("self.item", "self.item", "'ls'", "lib.read()", "lib.quote(self.item)");
const anyFile = fc.record({ bodies: fc.tuple(anyFunction, anyFunction, anyFunction), method: anyMethod });
type File = typeof anyFile extends fc.Arbitrary<infer Value> ? Value : never;

function textOf({ bodies, method }: File): string {
  const functions = bodies.map((body, index) => `def ${names[index]!}(x):\n${body}\n`);
  const imports = names.map((name) => `import m${name}\n`).join("");
  const box = `class Box:\n  def __init__(self, item):\n    self.item = item\n  def get(self):\n    return ${method}\n`;
  return `${header}${imports}STATE = 'ls'\n${box}def self_or(x):\n  return x\n${functions.join("")}`;
}

describe("after edits", () => {
  it("a project has the flows of a fresh one", () => {
    const anyEdits = fc.array(
      fc.record({
        file: anyName,
        text: fc.oneof({ weight: 8, arbitrary: anyFile }, { weight: 1, arbitrary: fc.constant(undefined) }),
        isFinished: fc.boolean(),
        late: fc.array(anyName, { maxLength: 2 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.tuple(anyFile, anyFile, anyFile), anyEdits, (first, edits) => {
        let files: Record<string, string> = {};
        names.forEach((name, index) => (files[`m${name}.py`] = textOf(first[index]!)));
        const test = create(files);
        for (const { file, text, isFinished, late } of edits) {
          const path = `m${file}.py`;
          const next = text === undefined ? undefined : textOf(text);
          files = Object.fromEntries(
            Object.entries({ ...files, [path]: next }).flatMap(([at, known]) =>
              known === undefined ? [] : [[at, known]],
            ),
          );
          test.setText(path, next);
          if (isFinished) test.finish(new Set(late.map((name) => `m${name}.py`)));
          else test.project.advance(3, test.lookup);
        }
        test.finish();
        expect(inOrder(test.flows())).toEqual(inOrder(create(files).flows()));
      }),
      { numRuns: 150 },
    );
  });

  it("what was stored goes on as if it had never ended", () => {
    fc.assert(
      fc.property(fc.tuple(anyFile, anyFile, anyFile), anyFile, anyName, (first, edit, edited) => {
        const files: Record<string, string> = {};
        names.forEach((name, index) => (files[`m${name}.py`] = textOf(first[index]!)));
        const stored = JSON.parse(JSON.stringify(create(files).project.store())) as StoredFlows;
        const project = createFlowProject(smallModels, smallRules);
        expect(project.restore(stored)).toBe(true);
        const test = createFlowTest(smallModels, smallRules, project);
        for (const [path, text] of Object.entries(files)) test.setText(path, text);
        test.finish();
        expect(project.counters().computed).toBe(0);
        expect(inOrder(test.flows())).toEqual(inOrder(create(files).flows()));
        files[`m${edited}.py`] = textOf(edit);
        test.setText(`m${edited}.py`, files[`m${edited}.py`]);
        test.finish();
        expect(inOrder(test.flows())).toEqual(inOrder(create(files).flows()));
      }),
      { numRuns: 60 },
    );
  });

  it("is not restored with other rules", () => {
    const stored = create({ "a.py": header }).project.store();
    expect(createFlowProject(smallModels, smallRules.slice(1)).restore(stored)).toBe(false);
  });
});

describe("the work after an edit", () => {
  const files = {
    "a.py": `${header}def run(c):\n  os.system('ls ' + c)\n\n\ndef other(x):\n  return x\n`,
    "b.py": `${header}from a import run\n\n\ndef middle(c):\n  run(c)\n`,
    "c.py": `${header}from b import middle\n\n\ndef f():\n  middle(lib.read())\n`,
  };

  it.each<[name: string, path: keyof typeof files, from: string, to: string, most: number, flows: number]>([
    ["text that means nothing", "a.py", "import lib", "# note\nimport lib", 0, 1],
    ["a body of which nobody asked", "a.py", "return x", "return x + 'y'", 0, 1],
    ["a body whose summary stays the same", "a.py", "'ls '", "'ls -l '", 2, 1],
    ["a body in the middle whose summary stays the same", "b.py", "run(c)", "print(1)\n  run(c)", 2, 1],
    ["a body that sanitizes from now on", "a.py", "'ls ' + c", "lib.quote(c)", 8, 0],
    ["a source that goes", "c.py", "lib.read()", "'ls'", 2, 0],
  ])("%s", (_, path, from, to, most, flows) => {
    const test = create(files);
    expect(test.flows()).toHaveLength(1);
    const before = test.project.counters().computed;
    test.setText(path, files[path].replace(from, to));
    test.finish();
    expect(test.project.counters().computed - before).toBeLessThanOrEqual(most);
    expect(test.flows()).toHaveLength(flows);
  });

  it("tells the files whose flows are others", () => {
    const test = create(files);
    expect(test.project.changedPaths()).toEqual(["a.py"]);
    expect(test.project.changedPaths()).toEqual([]);
    test.setText("c.py", files["c.py"].replace("lib.read()", "'ls'"));
    test.finish();
    expect(test.project.changedPaths()).toEqual(["a.py"]);
    test.setText("c.py", files["c.py"].replace("def f", "def g"));
    test.finish();
    expect(test.project.changedPaths()).toEqual(["a.py"]);
  });

  it("tells moved steps of files in between", () => {
    const test = create(files);
    test.project.changedPaths();
    test.setText("b.py", files["b.py"].replace("  run(c)", "  print(1)\n  run(c)"));
    test.finish();
    expect(test.project.changedPaths()).toEqual(["a.py"]);
    expect(test.flows().flatMap(({ steps }) => steps.map(({ path, line }) => `${path}:${line}`))).toContain("b.py:7");
  });

  it("is done when a file goes", () => {
    const test = create(files);
    test.setText("b.py", undefined);
    test.finish();
    expect(test.flows()).toEqual([]);
    test.setText("b.py", files["b.py"]);
    test.finish();
    expect(test.flows()).toHaveLength(1);
  });
});

describe("calls as nobody writes them", () => {
  const chain = (count: number, last: string, next: (index: number) => string): string =>
    Array.from(
      { length: count },
      (_, index) => `def f${index}(x):\n  ${index === count - 1 ? last : next(index)}\n`,
    ).join("");

  it.each<[name: string, text: string, flows: number, most: number]>([
    [
      "a chain of 10,000 down",
      `${chain(10_000, "os.system(x)", (index) => `f${index + 1}(x)`)}def f():\n  f0(lib.read())\n`,
      1,
      60_000,
    ],
    [
      "a cycle of 1,000",
      `${chain(1_000, "f0(x)", (index) => (index === 500 ? `os.system(x); f${index + 1}(x)` : `f${index + 1}(x)`))}def f():\n  f0(lib.read())\n`,
      1,
      20_000,
    ],
    [
      "60 that all call each other",
      `${chain(60, "os.system(x)", () => Array.from({ length: 60 }, (_, other) => `if lib.maybe(): f${other}(x)`).join("\n  "))}def f():\n  f0(lib.read())\n`,
      1,
      20_000,
    ],
    [
      "results of 60 that all call each other",
      `${chain(60, "return lib.read()", () => `return ${Array.from({ length: 60 }, (_, other) => `f${other}(x)`).join(" + ")}`)}def f():\n  os.system(f0(1))\n`,
      1,
      20_000,
    ],
    [
      "300 classes, one derived from the other",
      `class C0:\n  def run(self, x):\n    os.system(x)\n${Array.from({ length: 300 }, (_, index) => `class C${index + 1}(C${index}):\n  def run(self, x):\n    super().run(x)\n`).join("")}def f():\n  C300().run(lib.read())\n`,
      1,
      20_000,
    ],
    [
      "a constant that changes with each call",
      `def count(x, n):\n  if n == 1:\n    os.system(x)\n  count(x, n + 1)\ndef f():\n  count(lib.read(), 0)\n`,
      1,
      200,
    ],
    [
      "a path that grows with each call",
      `def wrap(x):\n  return wrap([x])\ndef f():\n  y = wrap(lib.read())\n`,
      0,
      200,
    ],
  ])("%s", (_, text, flows, most) => {
    const test = create({ "a.py": header + text });
    expect(test.flows()).toHaveLength(flows);
    expect(test.project.counters().computed).toBeLessThan(most);
    for (const { steps } of test.flows()) expect(steps.length).toBeLessThanOrEqual(20);
  });
});
