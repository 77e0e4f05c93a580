/** What units say does not depend on whether they are parsed one by one or all at once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBinaries } from "../../../test/support/engine.js";
import { createRandom, randomEdit } from "../../../test/support/random-edits.js";
import { createChosenUnits, createFileUnits } from "./file-units.js";
import type { SyntaxNode } from "./node.js";
import { createPythonParser } from "./python-parser.js";
import type { Unit } from "./unit.js";

const python = await createPythonParser(readBinaries());
const everyUnit = (): boolean => true;

/** Asserts that units parsed together are those parsed alone; gives how many of them do not parse. */
function check(text: string): number {
  const together = createFileUnits(python, text, false).units;
  expect(together.map(said)).toEqual(createFileUnits(python, text, false, everyUnit).units.map(said));
  const isOther = ({ kind }: Unit): boolean => kind !== "function";
  const others = createChosenUnits(python, text, () => new Set()).units;
  expect(others.filter(isOther).map(said)).toEqual(together.filter(isOther).map(said));
  expect(createChosenUnits(python, text, () => "all").units.map(said)).toEqual(together.map(said));
  return together.filter(({ errors }) => errors.length > 0).length;
}

function said({ statements, errors, joinedStrings, makesStrings }: Unit): unknown {
  return { statements: statements.map(shape), errors, joinedStrings, makesStrings };
}

function shape({ kind, start, end, value, children }: SyntaxNode): unknown {
  return [kind, start, end, value, children.map(shape)];
}

describe("texts that parse", () => {
  it.each<[name: string, text: string]>([
    ["nothing", ""],
    ["statements on one line", "a = 1; b = 2\nc = 3\n"],
    [
      "comments at the end of a block",
      "def f():\n    if x:\n        g()\n        # inner\n    # outer\n\n# module\nh()\n",
    ],
    [
      "a class with its members",
      'class A(B):\n    """Text."""\n    x = 1\n\n    def m(self):\n        return f"{self.x}"\n\n\ny = A()\n',
    ],
    ["a class in a class, decorated", "@d\nclass A:\n    @e(1)\n    class B:\n        def m(self): pass\n    z = 1\n"],
    ["a class on one line", "class A: pass\nclass B: x = 1; y = 2\nz = 1\n"],
    [
      "a class with comments only before its first member",
      "class A:\n    # one\n\n    # two\n    def m(self):\n        pass\n",
    ],
    ["a class below an if", "if x:\n    class A:\n        def m(self):\n            pass\nelse:\n    A = None\n"],
    [
      "a byte order mark and carriage returns",
      "\ufeffa = 1\r\nclass A:\r\n    def m(self):\r\n        return 'é😀' 'b'\r\n",
    ],
    ["tabs", "class A:\n\tdef m(self):\n\t\treturn 1\n\tx = 2\n"],
    ["strings over lines", 'x = """\ndef f():\n    pass\n"""\ny = 1\ndef f():\n    return """a\n  b"""\n'],
  ])("%s", (_, text) => {
    expect(check(text)).toBe(0);
  });
});

describe("texts that do not parse", () => {
  it.each<[name: string, text: string]>([
    ["a break in a function", "def f(:\n    pass\n\n\ndef g():\n    return 1\n"],
    ["a break in a class", "class A:\n    def m(self):\n        return (\n\n    def n(self):\n        return 2\n"],
  ])("%s: the break stays in its unit", (_, text) => {
    expect(check(text)).toBe(1);
  });

  it("after any edits", () => {
    const text =
      "import os\n\n\nclass A(B):\n    x = {1: [2]}\n\n    def m(self, a):\n        # why\n        return f'{a}'\n\n\nif x:\n    y = 1\n";
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        let current = text;
        for (let step = 0; step < 8; step++) {
          const { range, newText } = randomEdit(current, random);
          current = current.slice(0, range.start) + newText + current.slice(range.end);
          check(current);
        }
      }),
      { numRuns: 150 },
    );
  });
});
