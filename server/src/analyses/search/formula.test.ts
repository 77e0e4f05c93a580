/** How the operators of a rule combine: a rule, Python code, and what it finds. */
import { describe, expect, it } from "vitest";
import { createTestEngine, showAll } from "../../../../test/support/engine.js";

type Operators = Readonly<Record<string, unknown>>;

/** Asserts which code (as "line: first line of the found text") a rule with these operators finds. */
async function check(operators: Operators, code: string, expected: readonly string[]): Promise<void> {
  const rule = { id: "row", message: "found", severity: "ERROR", languages: ["python"], ...operators };
  const engine = await createTestEngine([{ path: "row.yaml", text: JSON.stringify({ rules: [rule] }) }]);
  expect(engine.ruleProblems).toEqual([]);
  const found = engine.reviewText("row.py", code, showAll).findings.map(({ range }) => {
    const line = code.slice(0, range.start).split("\n").length;
    return `${line}: ${code.slice(range.start, range.end).split("\n", 1)[0] ?? ""}`;
  });
  expect(found).toEqual(expected);
}

type Row = readonly [name: string, operators: Operators, code: string, expected: readonly string[]];

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)("%s", (_, operators, code, expected) => check(operators, code, expected));
  });
}

const patterns = (...list: readonly Operators[]): Operators => ({ patterns: list });
const regex = (metavariable: string, text: string): Operators => ({
  "metavariable-regex": { metavariable, regex: text },
});

table("patterns and pattern-either", [
  [
    "one of several",
    { "pattern-either": [{ pattern: "f()" }, { pattern: "g()" }] },
    "f()\ng()\nh()\n",
    ["1: f()", "2: g()"],
  ],
  [
    "one place that several find is found once",
    { "pattern-either": [{ pattern: "f($X)" }, { pattern: "f(1)" }] },
    "f(1)\n",
    ["1: f(1)"],
  ],
  [
    "all of them, at the same range",
    patterns({ pattern: "f($X, ...)" }, { pattern: "f(..., 2)" }),
    "f(1, 2)\nf(1)\nf(2)\n",
    ["1: f(1, 2)", "3: f(2)"],
  ],
  [
    "a metavariable is the same in all",
    patterns({ pattern: "f($X, ...)" }, { pattern: "f(..., $X)" }),
    "f(1, 2)\nf(1, 1)\n",
    ["2: f(1, 1)"],
  ],
  [
    "lists in lists",
    patterns({ "pattern-either": [patterns({ pattern: "f($X)" }, { "pattern-not": "f(1)" }), { pattern: "g()" }] }),
    "f(1)\nf(2)\ng()\n",
    ["2: f(2)", "3: g()"],
  ],
]);

table("pattern-not", [
  [
    "takes away the same range",
    patterns({ pattern: "f(...)" }, { "pattern-not": "f(safe=True, ...)" }),
    "f(1)\nf(1, safe=True)\n",
    ["1: f(1)"],
  ],
  ["not what lies inside", patterns({ pattern: "f(...)" }, { "pattern-not": "g()" }), "f(g())\n", ["1: f(g())"]],
  ["not what lies around", patterns({ pattern: "g()" }, { "pattern-not": "f(...)" }), "f(g())\n", ["1: g()"]],
  [
    "with the same metavariable",
    patterns({ pattern: "f($X, $Y)" }, { "pattern-not": "f($X, $X)" }),
    "f(1, 2)\nf(1, 1)\n",
    ["1: f(1, 2)"],
  ],
  [
    "any string",
    patterns({ pattern: "f($X)" }, { "pattern-not": 'f("...")' }),
    'f("a")\nf(a)\nf("a" + "b")\n',
    ["2: f(a)"],
  ],
  [
    "several",
    patterns({ pattern: "f($X)" }, { "pattern-not": "f(1)" }, { "pattern-not": "f(2)" }),
    "f(1)\nf(2)\nf(3)\n",
    ["3: f(3)"],
  ],
]);

table("pattern-inside and pattern-not-inside", [
  [
    "in a function",
    patterns({ pattern: "f()" }, { "pattern-inside": "def run(...):\n    ..." }),
    "def run():\n    f()\ndef go():\n    f()\nf()\n",
    ["2: f()"],
  ],
  [
    "not in a function",
    patterns({ pattern: "f()" }, { "pattern-not-inside": "def run(...):\n    ..." }),
    "def run():\n    f()\ndef go():\n    f()\nf()\n",
    ["4: f()", "5: f()"],
  ],
  [
    "after a statement",
    patterns({ pattern: "f($X)" }, { "pattern-inside": "$X = g()\n..." }),
    "def m():\n    a = g()\n    f(a)\n    f(b)\n",
    ["3: f(a)"],
  ],
  [
    "not before it",
    patterns({ pattern: "f($X)" }, { "pattern-inside": "$X = g()\n..." }),
    "def m():\n    f(a)\n    a = g()\n",
    [],
  ],
  [
    "not after a statement",
    patterns({ pattern: "f($X)" }, { "pattern-not-inside": "$X = g()\n..." }),
    "def m():\n    a = g()\n    f(a)\n    f(b)\n",
    ["4: f(b)"],
  ],
  [
    "in a with",
    patterns({ pattern: "f()" }, { "pattern-inside": "with lock:\n    ..." }),
    "with lock:\n    f()\nf()\n",
    ["2: f()"],
  ],
  [
    "in a loop in a function",
    patterns(
      { pattern: "f()" },
      { "pattern-inside": "for $A in $B:\n    ..." },
      { "pattern-inside": "def $F(...):\n    ..." },
    ),
    "for a in b:\n    f()\ndef g():\n    for a in b:\n        f()\n",
    ["5: f()"],
  ],
  [
    "in a decorated function",
    patterns({ pattern: "f($P)" }, { "pattern-inside": "@route(...)\ndef $N(..., $P, ...):\n    ..." }),
    "@route()\ndef g(a, b):\n    f(b)\n    f(c)\n",
    ["3: f(b)"],
  ],
  [
    "inside of code with operators of its own",
    patterns(
      { pattern: "f()" },
      { "pattern-inside": { "pattern-either": [{ pattern: "g(...)" }, { pattern: "h(...)" }] } },
    ),
    "g(f())\nh(f())\nf()\n",
    ["1: f()", "2: f()"],
  ],
]);

table("across units", [
  [
    "a method in a class",
    patterns({ pattern: "f()" }, { "pattern-inside": "class $C(Base):\n    ..." }),
    "class A(Base):\n    def m(self):\n        f()\nclass B:\n    def m(self):\n        f()\n",
    ["3: f()"],
  ],
  [
    "not in a class",
    patterns({ pattern: "f()" }, { "pattern-not-inside": "class $C:\n    ..." }),
    "class A:\n    def m(self):\n        f()\nf()\n",
    ["4: f()"],
  ],
  [
    "a class body's statements in a row",
    { pattern: "a = 1\n...\nb = 2" },
    "class A:\n    a = 1\n    def m(self):\n        pass\n    b = 2\n",
    ["2: a = 1"],
  ],
  [
    "a module's statements in a row",
    patterns({ pattern: "f($X)" }, { "pattern-inside": "$X = g()\n..." }),
    "a = g()\n\nf(a)\nf(b)\n",
    ["3: f(a)"],
  ],
  [
    "a function below a module's statement",
    patterns({ pattern: "f($X)" }, { "pattern-inside": "$X = g()\n..." }),
    "a = g()\ndef m():\n    f(a)\n",
    ["3: f(a)"],
  ],
  [
    "a file with an import",
    patterns({ pattern: "f()" }, { "pattern-inside": "import pickle\n..." }),
    "import pickle\ndef m():\n    f()\n",
    ["3: f()"],
  ],
  [
    "a file without the import",
    patterns({ pattern: "f()" }, { "pattern-not-inside": "import pickle\n..." }),
    "import os\nf()\n",
    ["2: f()"],
  ],
  [
    "a class that lacks a method",
    patterns(
      { pattern: "class $C(Base):\n    ..." },
      { "pattern-not": "class $C(Base):\n    ...\n    def m(...):\n        ...\n    ..." },
    ),
    "class A(Base):\n    def m(self):\n        pass\nclass B(Base):\n    def n(self):\n        pass\n",
    ["4: class B(Base):"],
  ],
]);

table("metavariable-regex", [
  [
    "a function's name",
    patterns({ pattern: "$F(...)" }, regex("$F", "^(f|g)$")),
    "f()\ng()\nfg()\n",
    ["1: f()", "2: g()"],
  ],
  [
    "from the start of the text",
    patterns({ pattern: "f($X)" }, regex("$X", "b")),
    "f(b)\nf(ab)\nf(bc)\n",
    ["1: f(b)", "3: f(bc)"],
  ],
  ["anywhere, if it says so", patterns({ pattern: "f($X)" }, regex("$X", ".*b")), "f(ab)\nf(a)\n", ["1: f(ab)"]],
  [
    "of a string with its quotes",
    patterns({ pattern: "f($X)" }, regex("$X", "[\"']a")),
    "f(\"ab\")\nf('ab')\nf(ab)\n",
    ['1: f("ab")', "2: f('ab')"],
  ],
  [
    "of a string's content",
    patterns({ pattern: 'f("$X")' }, regex("$X", "^ab$")),
    'f("ab")\nf("abc")\n',
    ['1: f("ab")'],
  ],
  [
    "ignoring case",
    patterns({ pattern: "$X = $V" }, regex("$X", "(?i).*password")),
    "DB_PASSWORD = a\nname = b\n",
    ["1: DB_PASSWORD = a"],
  ],
  ["not followed by", patterns({ pattern: "f($X)" }, regex("$X", "^(?!safe)")), "f(safe_a)\nf(a)\n", ["2: f(a)"]],
  [
    "a keyword's name",
    patterns({ pattern: "f(..., $K=True, ...)" }, regex("$K", "^(shell|debug)$")),
    "f(shell=True)\nf(other=True)\n",
    ["1: f(shell=True)"],
  ],
]);

table("focus-metavariable", [
  [
    "an argument",
    patterns({ pattern: "f(..., k=$V, ...)" }, { "focus-metavariable": "$V" }),
    "f(1, k=a + b)\n",
    ["1: a + b"],
  ],
  [
    "a parameter's default",
    patterns({ pattern: "def $F(..., $P=[], ...):\n    ..." }, { "focus-metavariable": "$P" }),
    "def f(a, b=[]):\n    pass\n",
    ["1: b"],
  ],
  [
    "a name",
    patterns({ pattern: "def $F(...):\n    ..." }, { "focus-metavariable": "$F" }),
    "def go():\n    pass\n",
    ["1: go"],
  ],
]);

describe("messages and fixes", () => {
  async function review(rule: Operators, code: string): Promise<{ message: string; fixed: string | undefined }[]> {
    const whole = { id: "row", severity: "ERROR", languages: ["python"], ...rule };
    const engine = await createTestEngine([{ path: "row.yaml", text: JSON.stringify({ rules: [whole] }) }]);
    expect(engine.ruleProblems).toEqual([]);
    const { findings } = engine.reviewText("row.py", code, showAll);
    return findings.map(({ message, fix }) => ({ message, fixed: fix?.edits[0]?.newText }));
  }

  it("fill in what metavariables stand for, the longest name first", async () => {
    const rule = { message: "$X and $XS", pattern: "f($X, $XS)", fix: "g($XS, $X)" };
    expect(await review(rule, 'f(a, "b")\n')).toEqual([{ message: 'a and "b"', fixed: 'g("b", a)' }]);
  });

  it("fill in what named groups of a regular expression bind", async () => {
    const rule = { message: "part $PART", ...patterns({ pattern: "f($X)" }, regex("$X", "a_(?P<PART>\\w+)")) };
    expect(await review(rule, "f(a_b)\n")).toEqual([{ message: "part b", fixed: undefined }]);
  });

  it("indent further lines of a fix as the code that they replace", async () => {
    const rule = { message: "m", pattern: "f($X)", fix: "if $X:\n    g($X)" };
    expect(await review(rule, "def m():\n    f(a)\n")).toEqual([{ message: "m", fixed: "if a:\n        g(a)" }]);
  });
});
