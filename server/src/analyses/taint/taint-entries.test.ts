/** What the keys of sources, sinks, sanitizers, propagators and options do, as in Semgrep CE 1.182. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowsIn, label, linesOf, type Setting } from "../../../../test/support/taint-flows.js";
import type { LabelFormula } from "../../rules/taint.js";
import type { TaintOptions } from "../../rules/options.js";

/** Asserts in which lines of the body of a function (from 1) data arrives at a sink. */
function check(body: string, expected: string, setting: Setting = {}): void {
  expect(linesOf(body, setting)).toBe(expected);
}

describe("entries", () => {
  it.each<[name: string, setting: Setting, body: string, lines: string]>([
    ["a source's parts", {}, "source(sink(x))\nsource(sink())", "1 2"],
    ["an exact source", { sources: [{ exact: true }] }, "source(sink(x))\nsink(source(x))", "2"],
    ["a source by side effect", { sources: [{ bySideEffect: "yes" }], focus: true }, "source(x)\nsink(x)", "2"],
    [
      "of a field",
      { sources: [{ bySideEffect: "yes" }], focus: true },
      "source(x.a)\nsink(x.a)\nsink(x.b)\nsink(x)",
      "2 4",
    ],
    ["of no place", { sources: [{ bySideEffect: "yes" }], focus: true }, "source(g(x))\nsink(x)", ""],
    ["only a side effect", { sources: [{ bySideEffect: "only" }], focus: true }, "sink(source(x))\nsink(x)", "2"],
    ["no side effect", { focus: true }, "sink(source(x))\nsink(x)", "1"],
    ["control", { sources: [{ control: true }] }, "sink()\nif c:\n    source()\nsink()", "4"],
    [
      "a sanitizer by side effect",
      { sources: [{}, { label: "other" }], sanitizer: { bySideEffect: "yes" }, focus: true },
      "source2(1)\nx = source(y)\nclean(x)\nsink(x)",
      "",
    ],
    ["a sanitizer's parts", {}, "x = source()\nclean(sink(x))\nsink(x)", "3"],
    [
      "an exact sanitizer",
      { sanitizer: { exact: true } },
      "x = source()\nclean(sink(x))\nsink(clean(x))\ny = clean(x)\nsink(y)\ny = g(clean(x))\nsink(y)",
      "2 5",
    ],
    ["an exact sink", {}, "x = source()\nsink(c if x else d)\nsink(lambda: x)", ""],
    ["a sink with its parts", { sink: { exact: false } }, "x = source()\nsink(c if x else d)\nsink(lambda: x)", "2 3"],
    ["a sink at the exit", { sink: { atExit: true } }, "x = source()\nsink(x)", ""],
    ["without a propagator", {}, "y.add(source())\nsink(y)", ""],
    ["a propagator", { propagator: {} }, "y.add(source())\nsink(y)", "2"],
    ["to a field", { propagator: {} }, "y.z.add(source())\nsink(y.z)\nsink(y)\nsink(y.w)", "2 3"],
    ["to an item", { propagator: {} }, "y[0].add(source())\nsink(y)", "2"],
    ["to no place", { propagator: {} }, "g(y).add(source())\nsink(y)", ""],
  ])("%s", (_, setting, body, lines) => {
    check(body, lines, setting);
  });
});

describe("labels", () => {
  const sources = [{ label: "A" }, { label: "B" }];
  const both: LabelFormula = { kind: "and", parts: [label("A"), label("B")] };
  const onlyA: LabelFormula = { kind: "and", parts: [label("A"), { kind: "not", part: label("B") }] };
  const code = "a = source(); b = source2()\nsink(a)\nsink(b)\nsink(a + b)\nsink(1)";
  it.each<[name: string, setting: Setting, body: string, lines: string]>([
    ["none required", { sources }, code, ""],
    ["one", { sources, sink: { requires: label("A") } }, code, "2 4"],
    ["both", { sources, sink: { requires: both } }, code, "4"],
    ["one without the other", { sources, sink: { requires: onlyA } }, code, "2"],
    ["not one", { sources, sink: { requires: { kind: "not", part: label("A") } } }, code, "3"],
    ["either", { sources, sink: { requires: { kind: "or", parts: [label("A"), label("B")] } } }, code, "2 3 4"],
    [
      "a source that requires one",
      { sources: [{ label: "A" }, { label: "B", requires: label("A") }], sink: { requires: label("B") } },
      "a = source()\nsink(source2(a))\nsink(source2(1))\nsink(a)",
      "2",
    ],
    [
      "an assignment adds to what was there",
      { sources, sink: { requires: both } },
      "x = source()\nx = source2()\nsink(x)\nx = 1\nx = source2()\nsink(x)",
      "3",
    ],
    [
      "a propagator's label",
      { sources, propagator: { label: "C" }, sink: { requires: label("C") } },
      "a = source()\ny.add(a)\nsink(y)\nsink(a)",
      "3",
    ],
    [
      "which replaces",
      { sources, propagator: { label: "C" }, sink: { requires: label("A") } },
      "a = source()\ny.add(a)\nsink(y)\nsink(a)",
      "4",
    ],
    [
      "some labels only",
      { sources, propagator: { label: "C", replaceLabels: ["A"] }, sink: { requires: label("B") } },
      "y.add(source())\nsink(y)\ny.add(source2())\nsink(y)",
      "4",
    ],
  ])("%s", (_, setting, body, lines) => {
    check(body, lines, setting);
  });
});

describe("options", () => {
  const body =
    "x = source()\nsink(g(x))\nsink(x.g())\nsink(c[x])\nsink(x == 1)\nsink(not x)\nsink(x + 1)\nsink([x])\nsink(x.y)";
  it.each<[name: string, options: Partial<TaintOptions>, lines: string]>([
    ["none", {}, "2 3 4 5 6 7 8 9"],
    ["safe functions", { assumeSafeFunctions: true }, "4 5 6 7 8 9"],
    ["safe indexes", { assumeSafeIndexes: true }, "2 3 5 6 7 8 9"],
    ["safe comparisons", { assumeSafeComparisons: true }, "2 3 4 6 7 8 9"],
    ["safe booleans", { assumeSafeBooleans: true }, "2 3 4 7 8 9"],
    ["safe numbers", { assumeSafeNumbers: true }, "2 3 4 5 6 8 9"],
    ["only through assignments", { onlyPropagateThroughAssignments: true }, "8"],
  ])("%s", (_, options, lines) => {
    check(body, lines, { options });
  });
});

describe("steps", () => {
  it("are what the data is assigned to, in order", () => {
    const { flows } = flowsIn("def f():\n    x = source()\n    y.a = x + 1\n    sink(g(y.a))\n", {});
    expect(flows.map(({ steps }) => steps.map((node) => node.unit.text.slice(node.start, node.end)))).toEqual([
      ["x", "y.a"],
    ]);
  });

  it("begin with one source each", () => {
    const { flows } = flowsIn("def f():\n    sink(source() + source())\n", {});
    expect(flows.map(({ sink, source }) => [sink, source])).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });
});

describe("names of the module", () => {
  it.each<[name: string, code: string, count: number]>([
    ["assigned once, above", "x = source()\ndef f():\n    sink(x)\n", 1],
    ["assigned once, below", "def f():\n    sink(x)\nx = source()\n", 0],
    ["assigned twice", "x = source()\nx = 1\ndef f():\n    sink(x)\n", 0],
    ["by way of another", "x = source()\ny = g(x)\ndef f():\n    sink(y)\n", 1],
    ["sanitized", "x = clean(source())\ndef f():\n    sink(x)\n", 0],
    ["hidden by a parameter", "x = source()\ndef f(x):\n    sink(x)\n", 0],
    ["in a nested function", "x = source()\ndef f():\n    def g():\n        sink(x)\n", 1],
    ["a default", "def f(x=source()):\n    sink(x)\n", 1],
    ["of an outer function", "def f():\n    x = source()\n    def g():\n        sink(x)\n", 0],
  ])("%s", (_, code, count) => {
    expect(flowsIn(code, {}).flows).toHaveLength(count);
  });
});

describe("receivers", () => {
  it.each<[name: string, body: string, lines: string]>([
    ["fields of self", "self.x = source()\nsink(self.x)\nsink(self.y)", "2"],
    ["self has no value", "self.x = source()\nsink(self)\nsink(self.g())\ny = self\nsink(y.x)", ""],
    ["cls has not even fields", "cls.x = source()\nsink(cls.x)", ""],
  ])("%s", (_, body, lines) => {
    check(body, lines);
  });
});

describe("limits", () => {
  const line = fc.constantFrom(
    "x = source()",
    "x.a = y",
    "y = x.a.b",
    "y[x] = z",
    "z = f(x, y)",
    "x, y = y, z",
    "sink(x)",
    "sink([f(v) for v in y if z])",
    "x = clean(x) if y else z",
    "f(lambda: sink(z))",
    "x.a.a = x",
  );
  const opener = fc.constantFrom("while x:", "for x in y:", "if z:", "with x as y:", "try:");

  it("any nest of loops comes to an end within its steps", () => {
    fc.assert(
      fc.property(
        fc.array(opener, { maxLength: 8 }),
        fc.array(line, { minLength: 1, maxLength: 8 }),
        (openers, lines) => {
          const rows = openers.map((row, depth) => " ".repeat(depth) + row);
          const pad = " ".repeat(openers.length);
          rows.push(...lines.map((row) => pad + row));
          openers.forEach((row, index) => {
            const depth = openers.length - 1 - index;
            rows.push(...lines.map((text) => " ".repeat(depth) + " " + text));
            if (openers[depth] === "try:") rows.push(" ".repeat(depth) + "finally:", " ".repeat(depth) + " pass");
          });
          const code = `def f():\n${rows.map((row) => `  ${row}`).join("\n")}\n`;
          const { left } = flowsIn(code, {});
          expect(left).toBeGreaterThan(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("without steps nothing is found, and nothing fails", () => {
    expect(flowsIn("x = source()\nsink(x)\n", {}, 1).flows).toEqual([]);
  });
});
