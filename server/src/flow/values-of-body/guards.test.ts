/** Guards: what tests say of the values behind them. */
import { describe, expect, it } from "vitest";
import { createUnitReader } from "../../../../test/support/flow-units.js";
import { graphsOf, guardsOf } from "../../../../test/support/value-graphs.js";
import { dottedNameOf } from "../build-value-graph.js";

const read = await createUnitReader();

/** Checks what is said of the argument of each `sink(...)` in a function of a, b and c. */
function check(body: string, ...expected: string[]): void {
  const code = `def f(a, b, c):\n    ${body.replaceAll("\n", "\n    ")}\n`;
  const graph = graphsOf(code, read(code)).get("f")!;
  const sinks = graph.calls
    .filter(({ callee }) => dottedNameOf(graph, callee) === "sink")
    .sort((left, right) => left.place.start - right.place.start);
  const guards = sinks.map((site) => guardsOf(graph, site.arguments[0]!.value).join(", "));
  expect(guards).toEqual(expected);
}

describe("guards", () => {
  it.each<[name: string, body: string, ...expected: string[]]>([
    ["nothing", "sink(a)", ""],
    ["in", "if a in A:\n    sink(a)\nelse:\n    sink(a)", "in global A", "not in global A"],
    ["nothing is left after both", "if a in A:\n    g()\nsink(a)", ""],
    ["another value", "if b in A:\n    sink(a)", ""],
    ["early return", "if a not in A:\n    return\nsink(a)", "in global A"],
    ["early raise", "if a not in A:\n    raise E\nsink(a)", "in global A"],
    [
      "continue",
      "for i in c:\n    if a not in A:\n        continue\n    sink(a)",
      "in global A, [in global A, ... | ]",
    ],
    ["equality", 'if a == "x":\n    sink(a)', '== "x"'],
    ["inequality", 'if a != "x":\n    return\nsink(a)', '== "x"'],
    ["the other side", 'if "x" in a:\n    sink(a)', 'after in "x"'],
    ["is None", "if a is None:\n    return\nsink(a)", "is not None"],
    ["less", "if a < 3:\n    sink(a)\nelse:\n    sink(a)", "< 3", ">= 3"],
    ["a chain", "if 1 < a < 3:\n    sink(a)", "< 3, after < 1"],
    ["a chain that does not hold", "if 1 < a < 3:\n    return\nsink(a)", ""],
    ["truth", "if a:\n    sink(a)\nelse:\n    sink(a)", "True", "False"],
    ["not", "if not a:\n    sink(a)", "False"],
    ["not in parentheses", "if not (a in A):\n    return\nsink(a)", "in global A"],
    ["a call", "if check(a):\n    sink(a)", "check() True"],
    ["a call with keywords", "if not check(x=a):\n    return\nsink(a)", "check() True"],
    ["a method", "if a.isdigit():\n    sink(a)", ".isdigit() True"],
    ["a method with the value as argument", "if b.allows(a):\n    sink(a)", ".allows() True"],
    ["isinstance", "if isinstance(a, int):\n    sink(a)", "isinstance() True"],
    ["a match", "import re\nif re.match('x', a):\n    sink(a)", "re.match() True"],
    [
      "a match that is not None",
      "import re\nif re.match('x', a) is None:\n    return\nsink(a)",
      "re.match() is not None, re.match() True",
    ],
    ["a match in a variable", "import re\nm = re.match('x', a)\nif not m:\n    return\nsink(a)", "re.match() True"],
    ["a test in a variable", "ok = a in A\nif not ok:\n    return\nsink(a)", "in global A"],
    ["a test of what was replaced", "ok = a in A\na = b\nif ok:\n    sink(a)", ""],
    ["and", "if a in A and g(b):\n    sink(a)", "in global A"],
    ["and that does not hold", "if a in A and g(b):\n    return\nsink(a)", ""],
    ["or that does not hold", "if a in A or g(b):\n    return\nsink(a)", "not in global A"],
    ["or that holds", "if a in A or g(b):\n    sink(a)", ""],
    ["or of the same kind", "if a == 1 or a == 2:\n    sink(a)", "[== 1 | == 2, != 1]"],
    ["or with an else", "if a == 1 or a == 2:\n    g()\nsink(a)", ""],
    ["and of alternatives", "if not (a != 1 and a != 2):\n    sink(a)", "[== 1 | == 2, != 1]"],
    ["in a list with another value", "if g([a, b]) != A:\n    return\nsink(a)", "g() == global A"],
    ["both of two tests", "if a in A and a in B:\n    sink(a)", "in global B, in global A"],
    ["a conditional expression", "x = a if a in A else b\nsink(x)", "[in global A | ]"],
    ["a conditional expression with calls", "sink(g(1) if a in A else a)", "[ | not in global A]"],
    ["a case", 'match a:\n    case "x":\n        sink(a)\n    case _:\n        sink(a)', '== "x"', '!= "x"'],
    ["alternatives of a case", 'match a:\n    case "x" | "y":\n        sink(a)', 'in "x" "y"'],
    ["a case with a guard", 'match a:\n    case "x" if b:\n        g()\n    case _:\n        sink(a)', ""],
    ["nothing is left after all cases", 'match a:\n    case "x":\n        g()\nsink(a)', ""],
    ["a case of a name", "match a:\n    case m.X:\n        sink(a)", "== global m.X"],
    ["a flag", "ok = False\nif a in A:\n    ok = True\nif ok:\n    sink(a)", "in global A"],
    ["a flag that is turned round", "bad = True\nif a in A:\n    bad = False\nif not bad:\n    sink(a)", "in global A"],
    ["an error", 'error = None\nif a not in A:\n    error = "x"\nif error is None:\n    sink(a)', "in global A"],
    [
      "two errors",
      'error = None\nif a not in A:\n    error = "x"\nif b not in A:\n    error = "y"\nif error is None:\n    sink(a)\n    sink(b)',
      "in global A",
      "in global A",
    ],
    [
      "an error that may be anything",
      "error = None\nif a not in A:\n    error = g()\nif error is None:\n    sink(a)",
      "",
    ],
    ["a flag and a value that changed since", "ok = False\nif a in A:\n    ok = True\na = b\nif ok:\n    sink(a)", ""],
    [
      "a flag of the item before",
      "ok = False\nfor i in c:\n    if ok:\n        sink(i)\n    if i in A:\n        ok = True",
      "",
    ],
    ["assert", "assert a in A\nsink(a)", "in global A"],
    [
      "while",
      "while a not in A:\n    sink(a)\nsink(a)",
      "not in global A, [ | not in global A, ...]",
      "in global A, [ | not in global A, ...]",
    ],
    ["a comprehension", "x = [sink(i) for i in a if i in A]", "in global A"],
    ["an alias", "x = a\nif x in A:\n    sink(a)", "in global A"],
    ["what it was made of", "if g(a).host in A:\n    sink(a)", "g().host in global A"],
    ["what it was made of by operators", "if (a + '/').lower() in A:\n    sink(a)", ".lower() in global A"],
    ["what it was made of before", "h = g(a).host\nif h not in A:\n    return\nsink(a)", "g().host in global A"],
    ["a field", "if a.x in A:\n    sink(a.x)", "in global A"],
    ["another field", "if a.x in A:\n    sink(a.y)", ""],
    ["a field after a store of another", "if a.x in A:\n    a.y = b\n    sink(a.x)", "in global A"],
    ["a field after a store", "if a.x in A:\n    a.x = b\n    sink(a.x)", ""],
    ["a field after a call", "if a.x in A:\n    g(a)\n    sink(a.x)", ""],
    ["an element", 'if a["k"] in A:\n    sink(a["k"])', "in global A"],
    ["an element under a variable", "if a[b] in A:\n    sink(a[b])", "in global A"],
    ["a stored element", 'd = {"k": a}\nif d["k"] in A:\n    sink(d["k"])', "in global A"],
    [
      "different tests on two ways",
      "if a not in A:\n    if a not in B:\n        return\nsink(a)",
      "[in global A | in global B, not in global A]",
    ],
    ["one way without a test", "if b:\n    if a not in A:\n        return\nsink(a)", ""],
    ["a test in a loop", "for i in c:\n    if i in A:\n        sink(i)", "in global A"],
    ["what a loop changes", 'x = "s"\nwhile c:\n    i = g()\n    if i == x:\n        sink(i)\n    x = b', '== "s" b'],
    ["a test of the item before", "for i in c:\n    sink(i)\n    if i in A:\n        g(i)", ""],
    ["a length", "if len(a) > 3:\n    sink(a)", "len() > 3"],
    ["a compared call", "if a.find('x') == -1:\n    sink(a)", ".find() == -1"],
    ["a truth that is compared", "if check(a) == True:\n    sink(a)", "check() == True, check() True"],
    ["bool()", "if bool(check(a)):\n    sink(a)", "check() True"],
  ])("%s", (_, body, ...expected) => {
    check(body, ...expected);
  });
});
