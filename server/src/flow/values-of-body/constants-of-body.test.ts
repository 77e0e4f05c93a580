/** Constants: what is computed, and which branches are never reached because of it. */
import { describe, expect, it } from "vitest";
import { createUnitReader } from "../../../../test/support/flow-units.js";
import { graphsOf, reachedBy } from "../../../../test/support/value-graphs.js";

const read = await createUnitReader();

/** Checks what reaches the arguments of each `sink(...)` in a function of a, b and c. */
function check(body: string, ...expected: string[]): void {
  const code = `def f(a, b, c):\n    ${body.replaceAll("\n", "\n    ")}\n`;
  const graph = graphsOf(code, read(code)).get("f")!;
  expect(reachedBy(graph, "sink")).toEqual(expected);
}

describe("expressions", () => {
  it.each<[expression: string, expected: string]>([
    ['"a" + "b"', '"ab"'],
    ['"ab" * 3', '"ababab"'],
    ['"a%sc%d" % ("b", 2)', '"abc2"'],
    ['"%s" % "b"', '"b"'],
    ['f"{1}-{"x"}"', '"1-x"'],
    ['f"{{}}"', '"{}"'],
    ['"{}-{}-{k}".format("a", "b", k=3)', '"a-b-3"'],
    ['"abc"[1]', '"b"'],
    ['"abc"[-1]', '"c"'],
    ['"abcdef"[1:4]', '"bcd"'],
    ['"abcdef"[::-1]', '"fedcba"'],
    ['"abcdef"[-2:]', '"ef"'],
    ['"abc".upper()', '"ABC"'],
    ['" a ".strip()', '"a"'],
    ['"xax".strip("x")', '"a"'],
    ['"a-b".replace("-", "+")', '"a+b"'],
    ['"a b c".split()[1]', '"b"'],
    ['"a,b,c".split(",")[2]', '"c"'],
    ['"-".join(["a", "b"])', '"a-b"'],
    ['"abc".startswith("ab")', "True"],
    ['"abc".find("c")', "2"],
    ['"7".zfill(3)', '"007"'],
    ['"a".encode("utf-8").decode("utf-8")', '"a"'],
    ['"a\\n\\x41\\u0042\\101"', '"a\\nABA"'],
    ['r"a\\n"', '"a\\\\n"'],
    ['"a" "b"', '"ab"'],
    ['b"ab"', 'b"ab"'],
    ["1 + 2 * 3", "7"],
    ["7 // 2 - 7 % 4", "0"],
    ["-7 // 2", "-4"],
    ["2 ** 10", "1024"],
    ["(1 << 4) | 3", "19"],
    ["1.5 + 1", "2.5"],
    ["0x10", "16"],
    ["not 0", "True"],
    ['len("abc")', "3"],
    ["len([a, b])", "2"],
    ['int("12")', "12"],
    ["str(12)", '"12"'],
    ["chr(97)", '"a"'],
    ['ord("a")', "97"],
    ['bool("")', "False"],
    ["1 < 2 < 3", "True"],
    ['"a" in "abc"', "True"],
    ['"a" in ["b", "a"]', "True"],
    ['"c" in ["b", "a"]', "False"],
    ['"a" in {"a": a}', "True"],
    ["[] is None", "False"],
    ['"x" if 1 else a', '"x"'],
    ["0 or 1", "1"],
    ["a and 0", "0 a"],
    ['{"k": "v"}["k"]', '"v"'],
    ['base64.b64decode(base64.b64encode("abc".encode("utf-8"))).decode("utf-8")', '"abc"'],
    ["{1: a}[1]", "a"],
  ])("%s", (expression, expected) => {
    check(`import base64\nx = ${expression}\nsink(x)`, expected);
  });
});

describe("not computed", () => {
  it.each<[expression: string, expected: string]>([
    ['"a" * 100000', '"a" 100000'],
    ["1 // 0", "0 1"],
    ["a + 1", "1 a"],
    ["10 ** 400", "10 400"],
    ["9007199254740993", "..."],
    ['"é".encode("latin-1")', ".encode()"],
    ['"\\N{DIGIT ONE}"', "..."],
  ])("%s", (expression, expected) => {
    check(`x = ${expression}\nsink(x)`, expected);
  });
});

describe("branches that are never taken", () => {
  it.each<[name: string, body: string, ...expected: string[]]>([
    ["if False", 'x = "s"\nif False:\n    x = a\nsink(x)', '"s"'],
    ["a sum", "n = 86\nif 7 * 42 - n > 200:\n    x = 's'\nelse:\n    x = a\nsink(x)", '"s"'],
    ["a conditional expression", "n = 106\nx = 's' if 7 * 18 + n > 200 else a\nsink(x)", '"s"'],
    ["a conditional expression with calls", "x = g() if True else h(a)\nsink(x)", "g()"],
    ["what stands behind", "if True:\n    return\nsink(a)"],
    ["elif", 'x = "k"\nif x == "j":\n    y = a\nelif x == "k":\n    y = "s"\nelse:\n    y = b\nsink(y)', '"s"'],
    ["a letter", 'x = "ABC"[1]\nif x == "A":\n    y = a\nelse:\n    y = "s"\nsink(y)', '"s"'],
    [
      "match",
      'x = "ABC"[1]\nmatch x:\n    case "A":\n        y = a\n    case "B":\n        y = "s"\n    case _:\n        y = b\nsink(y)',
      '"s"',
    ],
    [
      "match with alternatives",
      'x = "C"\nmatch x:\n    case "A":\n        y = a\n    case "C" | "D":\n        y = b\n    case _:\n        y = "s"\nsink(y)',
      "b",
    ],
    ["match that nothing applies to", 'x = 1\ny = "s"\nmatch x:\n    case 2:\n        y = a\nsink(y)', '"s"'],
    ["and", "if False and g():\n    sink(a)\nsink(b)", "b"],
    ["or", "if True or g():\n    sink(a)\nelse:\n    sink(b)", "a"],
    ["not", "if not True:\n    sink(a)"],
    ["while False", "while False:\n    sink(a)"],
    ["while True without an end", "while True:\n    g()\nsink(a)"],
    ["TYPE_CHECKING", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    sink(a)"],
    ["__debug__ is left open", "if __debug__:\n    sink(a)", "a"],
    ["an assertion that never holds", "assert False\nsink(a)"],
    ["a loop changes it", "n = 0\nfor i in c:\n    n = n + 1\nif n == 0:\n    sink(a)", "a"],
    ["a loop leaves it", "n = 1\nfor i in c:\n    n = 1\nif n == 0:\n    sink(a)"],
    ["both branches agree", "if c:\n    n = 1\nelse:\n    n = 1\nif n == 2:\n    sink(a)"],
    [
      "a variable of an outer loop",
      "n = 0\nwhile c:\n    while b:\n        n = n + 1\n    if n == 0:\n        sink(a)",
      "a",
    ],
    ["a length", "x = [1]\nx.append(2)\nif len(x) == 1:\n    sink(a)"],
    ["a function is something", "def g(): pass\nif g is None:\n    sink(a)"],
  ])("%s", (_, body, ...expected) => {
    check(body, ...expected);
  });
});

describe("constants of the module", () => {
  it.each<[name: string, code: string, ...expected: string[]]>([
    ["a text", 'A = "s"\ndef f():\n    sink(A)\n', '"s"'],
    ["a number in a test", "A = 1\ndef f(a):\n    if A == 2:\n        sink(a)\n"],
    ["assigned twice", 'A = "s"\nA = "t"\ndef f():\n    sink(A)\n', "global A"],
    ["hidden by a parameter", 'A = "s"\ndef f(A):\n    sink(A)\n', "A"],
  ])("%s", (_, code, ...expected) => {
    const graph = graphsOf(code, read(code)).get("f")!;
    expect(reachedBy(graph, "sink")).toEqual(expected);
  });
});

describe("unreached", () => {
  it.each<[body: string, ...expected: string[]]>([
    ["if False:\n    g()\n    h()\nk()", "g()", "h()"],
    ["return\ng()", "g()"],
    ["if a:\n    g()"],
    ["raise E\nif a:\n    g()", "a", "g()"],
    ["x = g() if True else h()", "h()"],
  ])("%s", (body, ...expected) => {
    const code = `def f(a):\n    ${body.replaceAll("\n", "\n    ")}\n`;
    const units = read(code);
    const graph = graphsOf(code, units).get("f")!;
    expect(graph.unreached.map(({ start, end }) => code.slice(start, end))).toEqual(expected);
  });
});

describe("context", () => {
  const code =
    'def f(mode, g=None):\n    if mode == "safe":\n        x = "s"\n    else:\n        x = h()\n    if g is None:\n        g = k\n    sink(x, g)\n    t(shell=mode)\n';

  it("what decides is told", () => {
    expect(graphsOf(code, read(code)).get("f")!.decisive).toEqual([0, 1]);
  });

  it("a constant prunes", () => {
    const graph = graphsOf(code, read(code), {
      constants: new Map([[0, { type: "str", text: "safe" }]]),
    }).get("f")!;
    expect(reachedBy(graph, "sink")).toEqual(['"s", g global k']);
  });
});
