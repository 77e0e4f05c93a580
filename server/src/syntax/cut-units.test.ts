/** What the units of a text are, and that a cut carried over edits is the cut of the new text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, randomEdit } from "../../../test/support/random-edits.js";
import { cutUnits, updateCut } from "./cut-units.js";

/** Asserts the units of `text`, each as "kind: its first line", indented by the classes around it. */
function check(text: string, expected: readonly string[]): void {
  expect(unitsOf(text)).toEqual(expected);
}

function unitsOf(text: string): string[] {
  return cutUnits(text).segments.map(({ start, end, kind, depth }) => {
    const [first = ""] = text.slice(start, end).split(/\r\n|\r|\n/, 1);
    return `${"  ".repeat(depth)}${kind}: ${first}`;
  });
}

describe("the units of a text that parses", () => {
  it.each<[name: string, text: string, expected: readonly string[]]>([
    ["nothing", "", []],
    ["only comments", "# a\n\n# b\n", []],
    ["statements", "a = 1\nb = 2\n", ["statement: a = 1", "statement: b = 2"]],
    [
      "a function with a function in it",
      "def f():\n    def g():\n        pass\n    return g\n",
      ["function: def f():"],
    ],
    ["an async function", "async def f():\n    pass\n", ["function: async def f():"]],
    [
      "a class",
      "class A:\n    x = 1\n    def m(self):\n        pass\n",
      ["class: class A:", "  statement: x = 1", "  function: def m(self):"],
    ],
    [
      "a class in a class",
      "class A:\n    class B:\n        x = 1\n    y = 2\n",
      ["class: class A:", "  class: class B:", "    statement: x = 1", "  statement: y = 2"],
    ],
    ["a decorated function", "@a\n@b(\n    1)\ndef f():\n    pass\n", ["function: @a"]],
    ["a decorated class", "@a\nclass A:\n    x = 1\n", ["class: @a", "  statement: x = 1"]],
    [
      "an if with its else",
      "if a:\n    f()\nelif b:\n    g()\nelse:\n    h()\nx = 1\n",
      ["statement: if a:", "statement: x = 1"],
    ],
    ["a try with its clauses", "try:\n    f()\nexcept E:\n    g()\nfinally:\n    h()\n", ["statement: try:"]],
    ["a function below an if", "if a:\n    def f():\n        pass\n", ["statement: if a:"]],
    ["brackets over lines", "x = [\n1,\n2,\n]\ny = 1\n", ["statement: x = [", "statement: y = 1"]],
    ["a backslash at the end of a line", "x = 1 + \\\n2\ny = 1\n", ["statement: x = 1 + \\", "statement: y = 1"]],
    [
      "a string with code in it",
      'x = """\ndef f():\n    pass\n"""\ny = 1\n',
      ['statement: x = """', "statement: y = 1"],
    ],
    ["a string with brackets in it", 'x = "([{"\ny = 1\n', ['statement: x = "([{"', "statement: y = 1"]],
    [
      "a formatted string with quotes in it",
      'x = f"{a["b"]}"\ny = 1\n',
      ['statement: x = f"{a["b"]}"', "statement: y = 1"],
    ],
    ["comments with quotes and brackets", 'x = 1  # ( "\ny = 1\n', ["statement: x = 1", "statement: y = 1"]],
    [
      "a comment further out in a body",
      "def f():\n    a()\n# out\n    b()\nx = 1\n",
      ["function: def f():", "statement: x = 1"],
    ],
    ["blank lines in a body", "def f():\n    a()\n\n\n    b()\n", ["function: def f():"]],
    ["semicolons", "a = 1; b = 2\nc = 3\n", ["statement: a = 1; b = 2", "statement: c = 3"]],
    ["a function on one line", "def f(): pass\nx = 1\n", ["function: def f(): pass", "statement: x = 1"]],
    [
      "tabs",
      "class A:\n\tdef m(self):\n\t\tpass\n\tx = 1\n",
      ["class: class A:", "  function: def m(self):", "  statement: x = 1"],
    ],
    ["a form feed", "x = 1\n\f\ny = 2\n", ["statement: x = 1", "statement: y = 2"]],
    [
      "carriage returns",
      "class A:\r\n    x = 1\r\ny = 2\r\n",
      ["class: class A:", "  statement: x = 1", "statement: y = 2"],
    ],
    ["a byte order mark", "\ufeffx = 1\n", ["statement: x = 1"]],
    ["names that start like keywords", "define = 1\nclassy = 2\n", ["statement: define = 1", "statement: classy = 2"]],
    ["no line break at the end", "x = 1", ["statement: x = 1"]],
  ])("%s", (_, text, expected) => {
    check(text, expected);
  });
});

describe("a text that is being typed", () => {
  const above = "import os\ndef above():\n    return 1\n";
  const below = "def below():\n    return 2\nclass After:\n    def m(self):\n        pass\n";

  it.each([
    ["an open bracket", "def typed():\n    f(1,\n"],
    ["an open bracket at module level", "x = [1,\n"],
    ["an open brace", "def typed():\n    x = {\n"],
    ["an open quote", 'def typed():\n    x = "abc\n'],
    ["an open triple quote", 'def typed():\n    x = """abc\n'],
    ["an open brace in a formatted string", 'def typed():\n    x = f"{a\n'],
    ["an open docstring", 'def typed():\n    """\n    return 1\n'],
    ["a definition without its colon", "def typed(\n"],
    ["a closing bracket too many", "x = 1)\n"],
  ])("%s leaves the units above and below", (_, typed) => {
    const units = unitsOf(above + typed + below);
    const [before, after] = [unitsOf(above), unitsOf(below)];
    expect(units.slice(0, before.length)).toEqual(before);
    expect(units.slice(-after.length)).toEqual(after);
  });

  it("keeps the members of a class around a statement that stands too far out", () => {
    const units = unitsOf("class A:\n    def m(self):\n        pass\nx\n    def n(self):\n        pass\n");
    expect(units).toEqual(["class: class A:", "  function: def m(self):", "statement: x", "  function: def n(self):"]);
  });
});

describe("comments", () => {
  it("are known with their places, those in strings are none", () => {
    const text = '# a\nx = "# b"  # c\n';
    const { comments } = cutUnits(text);
    const texts = [0, 2].map((at) => text.slice(comments[at], comments[at + 1]));
    expect(texts).toEqual(["# a", "# c"]);
    expect(comments).toHaveLength(4);
  });
});

describe("updateCut", () => {
  const start =
    '"""Doc."""\nimport os\n\n@d\nclass A(B):\n    x = 1  # c\n    def m(self):\n        return f"{x}"\n\n' +
    "def f(a, b=[\n    1]):\n    '''s'''\n    if a:\n        g()\n    else:\n        h()\n\nif a:\n    pass\nelse:\n    pass\n";

  it("gives the cut of the new text, whatever was edited", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        let text = start;
        let cut = cutUnits(text);
        for (let step = 0; step < 30; step++) {
          const { range, newText } = randomEdit(text, random);
          text = text.slice(0, range.start) + newText + text.slice(range.end);
          const change = { start: range.start, oldEnd: range.end, newEnd: range.start + newText.length };
          cut = updateCut(text, cut, change).cut;
          expect({ text, cut }).toEqual({ text, cut: cutUnits(text) });
        }
      }),
      { numRuns: 150 },
    );
  });
});
