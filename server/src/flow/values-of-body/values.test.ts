/** What values are made of: for each call of `sink` in a function of a, b and c. */
import { describe, expect, it } from "vitest";
import { createUnitReader } from "../../../../test/support/flow-units.js";
import { graphsOf, reachedBy } from "../../../../test/support/value-graphs.js";

const read = await createUnitReader();

/** Checks what reaches the arguments of each `sink(...)`, in the order of the text; unreached ones are left out. */
function check(body: string, ...expected: string[]): void {
  const code = `def f(a, b, c):\n    ${body.replaceAll("\n", "\n    ")}\n`;
  const graph = graphsOf(code, read(code)).get("f")!;
  expect(graph.isCut).toBe(false);
  expect(reachedBy(graph, "sink")).toEqual(expected);
}

type Case = [name: string, body: string, ...expected: string[]];

describe("names and assignments", () => {
  it.each<Case>([
    ["a parameter", "sink(a)", "a"],
    ["a variable", "x = a\nsink(x)", "a"],
    ["what was there before is gone", "x = a\nx = b\nsink(x)", "b"],
    ["a chain of targets", "x = y = a\nsink(x, y)", "a, a"],
    ["a tuple of targets", "x, y = a, b\nsink(x, y)", "a, b"],
    ["two that change places", "x, y = a, b\nx, y = y, x\nsink(x, y)", "b, a"],
    ["unpacking of something unknown", "x, y = a\nsink(x, y)", "a[0], a[1]"],
    ["nested targets", "x, (y, z) = a, (b, c)\nsink(x, y, z)", "a, b, c"],
    ["a starred target", "x, *y = [a, b, c]\nsink(x, y[0], y[1])", "a, b, c"],
    ["targets behind a starred one", "*x, y = [a, b, c]\nsink(y, x[1])", "c, b"],
    ["a starred target of something unknown", "x, *y = a\nsink(y)", "a[*]"],
    ["an annotated variable", "x: str = a\nsink(x)", "a"],
    ["an annotation alone", "x = a\nx: str\nsink(x)", "a"],
    ["an assignment expression", "f(x := a)\nsink(x)", "a"],
    ["a global", "sink(G)", "global G"],
    ["an attribute of a global", "sink(os.environ)", "global os.environ"],
    ["an attribute", "sink(a.x.y)", "a.x.y"],
    ["an element", 'sink(a["k"], a[0], a[b])', 'a["k"], a[0], a[*]'],
    ["a call", "sink(g(a))", "g()"],
    ["a method", "sink(a.m(b))", ".m()"],
    ["the result of an import", "import os.path\nsink(os.path.join(a))", "os.path.join()"],
    ["an import under another name", "from os import system as s\nsink(s)", "global os.system"],
    ["a relative import", "from ..x import y\nsink(y)", "global ..x.y"],
    ["await", "sink(await g(a))", "g()"],
    ["a deleted variable", "x = a\ndel x\nsink(x)", "global x"],
    ["global", "global G\nG = a\nsink(G)", "a"],
    ["an operator", "sink(a + b)", "a b"],
    ["a comparison", "sink(a < b)", "a b"],
    ["an f-string", 'sink(f"{a}-{b!r:>{c}}")', '"-" a b c'],
    ["percent", 'sink("%s %s" % (a, b))', '"%s %s" a b'],
    ["an augmented assignment", "x = a\nx += b\nsink(x)", "a b"],
    ["a slice", "sink(a[1:])", "a"],
    ["yield gives what nobody knows", "x = yield a\nsink(x)", "unknown"],
    ["broken code", "x = a +\nsink(a)", "a"],
  ])("%s", (_, body, ...expected) => {
    check(body, ...expected);
  });
});

describe("branches and loops", () => {
  it.each<Case>([
    ["if", "x = a\nif c:\n    x = b\nsink(x)", "a b"],
    ["if and else", "if c:\n    x = a\nelse:\n    x = b\nsink(x)", "a b"],
    ["a branch that leaves", "x = a\nif c:\n    x = b\n    return\nsink(x)", "a"],
    ["a branch that raises", "x = a\nif c:\n    x = b\n    raise E\nsink(x)", "a"],
    ["sys.exit", "import sys\nx = a\nif c:\n    x = b\n    sys.exit(1)\nsink(x)", "a"],
    ["inside of a branch", "x = a\nif c:\n    x = b\n    sink(x)\nsink(x)", "b", "a b"],
    ["while", 'x = "s"\nwhile c:\n    sink(x)\n    x = a\nsink(x)', '"s" a', '"s" a'],
    ["for", "for x in a:\n    sink(x)", "a[*]"],
    ["what a loop leaves", 'x = "s"\nfor i in a:\n    x = i\nsink(x)', '"s" a[*]'],
    ["break", 'x = "s"\nwhile True:\n    x = a\n    if c:\n        break\n    x = b\nsink(x)', "a"],
    ["continue", 'x = "s"\nfor i in c:\n    x = a\n    if i:\n        continue\n    x = b\nsink(x)', '"s" a b'],
    ["the else of a loop", 'x = "s"\nfor i in c:\n    x = a\n    break\nelse:\n    sink(x)', '"s"'],
    ["enumerate", "for i, x in enumerate(a):\n    sink(i, x)", "unknown, a[*]"],
    ["zip", "for x, y in zip(a, b):\n    sink(x, y)", "a[*], b[*]"],
    ["pairs", "for x, y in a:\n    sink(x, y)", "a[*][0], a[*][1]"],
    ["items of a known dictionary", 'd = {"k": a, "l": b}\nfor k, v in d.items():\n    sink(k, v)', '"k" "l", a b'],
    ["keys of a known dictionary", 'd = {"k": a}\nfor k in d:\n    sink(k)', '"k"'],
    ["elements of a known list", "for x in [a, b]:\n    sink(x)", "a b"],
    ["try", 'x = "s"\ntry:\n    x = g(a)\n    x = b\nexcept E:\n    sink(x)\nsink(x)', '"s" g()', '"s" b g()'],
    ["finally", "x = a\ntry:\n    x = b\nfinally:\n    sink(x)", "b"],
    ["the else of a try", "try:\n    x = g(a)\nexcept E:\n    x = b\nelse:\n    sink(x)", "g()"],
    ["an exception", "try:\n    g()\nexcept E as e:\n    sink(e)", "unknown"],
    ["what is raised", "try:\n    raise E(a)\nexcept E as e:\n    sink(e)", "E() unknown"],
    [
      "what is raised elsewhere",
      "try:\n    raise E(a)\nexcept E as e:\n    pass\ntry:\n    g()\nexcept E as e:\n    sink(e)",
      "unknown",
    ],
    ["with", "with open(a) as x:\n    sink(x)", "open()"],
    ["several with", "with open(a) as x, g(b) as y:\n    sink(x, y)", "open(), g()"],
    [
      "a value that goes with a flag",
      "if c:\n    ok, x = True, a\nelse:\n    ok, x = False, b\nif ok:\n    sink(x)",
      "a",
    ],
    ["a conditional expression", "sink(a if c else b)", "a b"],
    ["a conditional expression with calls", "sink(g(a) if c else h(b))", "g() h()"],
    ["or", "sink(a or b)", "a b"],
    ["or with calls", "sink(a or g(b))", "a g()"],
    ["and", "sink(a and b)", "a b"],
    ["a comprehension", "sink([x for x in a])", "a[*]"],
    ["an element of a comprehension", "y = [g(x) for x in a]\nsink(y[0])", "g()"],
    ["a dictionary comprehension", "sink({k: v for k, v in a})", "a[*][1]"],
    ["a generator", "sink(x.y for x in a)", "a[*].y"],
    ["variables of a comprehension are its own", "x = a\ny = [x for x in b]\nsink(x)", "a"],
    ["nested comprehensions", "sink([y for x in a for y in x])", "a[*][*]"],
    ["a comprehension in a comprehension", "sink([[y for y in x] for x in a])", "a[*][*]"],
    ["match on a value", 'match a:\n    case "x":\n        sink(a)\n    case y:\n        sink(y)', "a", "a"],
    ["match on a sequence", "match a:\n    case [x, [y, *z]]:\n        sink(x, y)", "a[0], a[1][0]"],
    ["match on a mapping", 'match a:\n    case {"k": x}:\n        sink(x)', 'a["k"]'],
    ["match on a class", "match a:\n    case P(x=y):\n        sink(y)", "a.x"],
    ["match on a built-in class", "match a:\n    case str(x):\n        sink(x)", "a"],
    ["match with as", "match a:\n    case (1 | 2) as x:\n        sink(x)", "a"],
    ["async for", "async for x in a:\n    sink(x)", "a[*]"],
  ])("%s", (_, body, ...expected) => {
    check(body, ...expected);
  });
});

describe("objects", () => {
  it.each<Case>([
    ["a field that was stored", "a.x = b\nsink(a.x)", "b"],
    ["another field", "a.x = b\nsink(a.y)", "a.y"],
    ["the field before is gone", 'a.x = b\na.x = "s"\nsink(a.x)', '"s"'],
    ["an alias sees the store", "y = a\ny.x = b\nsink(a.x)", "b"],
    ["a store further in", "a.x.y = b\nsink(a.x.y)", "b"],
    ["a part beside a store further in", "a.x.y = b\nsink(a.x.z)", "a.x.z"],
    ["the whole after a store further in", "a.x.y = b\nsink(a)", "a a.x b"],
    ["an alias of a field", "y = a.x\ny.z = b\nsink(a.x.z)", "b"],
    ["an alias of a field that was replaced", "y = a.x\na.x = c\ny.z = b\nsink(a.x.z)", "c.z"],
    ["a store in a branch", "if c:\n    a.x = b\nsink(a.x)", "a.x b"],
    ["a store in both branches", "if c:\n    a.x = b\nelse:\n    a.x = c\nsink(a.x)", "b c"],
    ["a store in a loop", "for i in c:\n    a.x = i\nsink(a.x)", "a.x c[*]"],
    ["one of two objects", "y = a if c else b\ny.x = c\nsink(a.x)", "a.x c"],
    ["a call may change its argument", "g(a)\nsink(a)", "a"],
    ["a field survives a call in the graph", "a.x = b\ng(a)\nsink(a.x)", "b"],
    ["an element under a variable", "a[b] = c\nsink(a[b])", "c"],
    ["an element under another variable", 'a[b] = "s"\nsink(a[c])', '"s" a[*]'],
    ["an element under a constant after one under a variable", 'a[b] = c\nsink(a["k"])', 'a["k"] c'],
    ["an element under another constant", 'a["k"] = b\nsink(a["l"])', 'a["l"]'],
    ["an object that is made", 'x = C()\nx.y = a\nx.z = "s"\nsink(x.y, x.z)', 'a, "s"'],
    ["a field of an element", 'a["k"].x = b\nsink(a["k"].x, a["l"].x)', 'b, a["l"].x'],
    ["an augmented field", "a.x += b\nsink(a.x)", "a.x b"],
    ["two keys", 'a.set("s", "k", b)\na.set("s", "l", "t")\nsink(a.get("s", "k"), a.get("s", "l"))', 'b, "t"'],
    ["two keys, other section", 'a.set("s", "k", b)\na.set("t", "k", "u")\nsink(a.get("t", "k"))', '"u"'],
    ["two keys, not stored", 'a.set("s", "k", b)\nsink(a.get("s", "m"))', ".get()"],
    ["get of what was stored", 'a["k"] = b\nsink(a.get("k"))', "b"],
    ["get of what was not", 'a["k"] = b\nsink(a.get("l"))', ".get()"],
  ])("%s", (_, body, ...expected) => {
    check(body, ...expected);
  });
});

describe("containers", () => {
  it.each<Case>([
    ["a list by index", "x = [a, b]\nsink(x[0], x[1], x[-1])", "a, b, b"],
    ["a list as a whole", "x = [a, b]\nsink(x)", "a b"],
    ["a list by a variable", "x = [a, b]\nsink(x[c])", "a b"],
    ["a dictionary by key", 'd = {"k": a, "l": b}\nsink(d["k"], d["l"])', "a, b"],
    ["a nested dictionary", 'd = {"k": {"l": a, "m": b}}\nsink(d["k"]["m"])', "b"],
    ["a store into a dictionary", 'd = {}\nd["k"] = a\nd["l"] = "s"\nsink(d["k"], d["l"])', 'a, "s"'],
    ["a value that is replaced", 'd = {"k": a}\nd["k"] = "s"\nsink(d["k"])', '"s"'],
    ["del of a key", 'd = {"k": a, "l": b}\ndel d["k"]\nsink(d)', "b"],
    ["get", 'd = {"k": a}\nsink(d.get("k"), d.get("l", b))', "a, b"],
    ["get under a variable", 'd = {"k": a}\nsink(d.get(c, b))', "a b"],
    ["setdefault", 'd = {"k": a}\nsink(d.setdefault("k", b), d.setdefault("l", c), d["l"])', "a, c, c"],
    ["pop of a key", 'd = {"k": a, "l": b}\nsink(d.pop("k"), d)', "a, b"],
    ["update", 'd = {"k": a}\nd.update({"k": "s", "l": b})\nsink(d["k"], d["l"])', '"s", b'],
    ["update with keywords", 'd = {"k": a}\nd.update(k="s")\nsink(d["k"])', '"s"'],
    ["update with something unknown", 'd = {"k": "s"}\nd.update(a)\nsink(d["l"])', "a[*]"],
    ["a dictionary in a dictionary display", 'd = {"k": a}\nsink({**d, "k": "s"}["k"])', '"s"'],
    ["dict()", 'd = dict(k=a, l="s")\nsink(d["k"], d["l"])', 'a, "s"'],
    ["a dictionary under another variable", 'd = {"k": a}\ne = d\ne["k"] = "s"\nsink(d["k"])', '"s"'],
    ["a copy", 'd = {"k": a}\ne = d.copy()\ne["k"] = "s"\nsink(d["k"], e["k"])', 'a, "s"'],
    ["append", 'x = []\nx.append(a)\nx.append("s")\nsink(x[0], x[1])', 'a, "s"'],
    [
      "append and pop from the front",
      'x = []\nx.append("s")\nx.append(a)\nx.append("t")\nx.pop(0)\nsink(x[0], x[1])',
      'a, "t"',
    ],
    ["pop", 'x = ["s", a]\nsink(x.pop(), x[0])', 'a, "s"'],
    ["insert", 'x = ["s"]\nx.insert(0, a)\nsink(x[0], x[1])', 'a, "s"'],
    ["remove", 'x = ["s", "t", a]\nx.remove("s")\nsink(x[0], x[1])', '"t", a'],
    ["extend", 'x = ["s"]\nx.extend([a, "t"])\nsink(x[1], x[2])', 'a, "t"'],
    ["plus", 'x = ["s"] + [a]\nsink(x[0], x[1])', '"s", a'],
    ["augmented plus", 'x = ["s"]\nx += [a]\nsink(x[0], x[1])', '"s", a'],
    ["clear", "x = [a]\nx.clear()\nsink(x)", ""],
    ["reverse", 'x = ["s", a]\nx.reverse()\nsink(x[0])', "a"],
    ["sort", 'x = ["s", a]\nx.sort()\nsink(x[0])', '"s" a'],
    ["a slice", 'x = ["s", a, "t"]\nsink(x[1:], x[2:], x[::2])', '"t" a, "t", "s" "t"'],
    ["del of an index", 'x = ["s", a]\ndel x[1]\nsink(x)', '"s"'],
    ["a starred element", 'x = [a, "s"]\nsink([*x, "t"][1])', '"s"'],
    ["list() of a tuple", 'x = list((a, "s"))\nsink(x[1])', '"s"'],
    ["a list in a loop", "x = []\nfor i in c:\n    x.append(a)\nsink(x[0])", "a"],
    ["a list that was known before a loop", 'x = ["s"]\nfor i in c:\n    x.append(a)\nsink(x[0])', '"s" a'],
    ["a list in a branch", 'x = []\nif c:\n    x.append(a)\nelse:\n    x.append("s")\nsink(x[0])', '"s" a'],
    ["a list in a dictionary", 'd = {"k": [], "l": []}\nd["k"].append(a)\nsink(d["k"], d["l"])', "a, "],
    ["a list under a variable and in a dictionary", 'x = []\nd = {"k": x}\nx.append(a)\nsink(d["k"])', "a"],
    ["a set", "x = set()\nx.add(a)\nsink(x)", "a"],
    ["a tuple", 'x = (a, "s")\nsink(x[1])', '"s"'],
    ["unpacking of a known list", "x, y = [a, b]\nsink(y)", "b"],
    ["defaultdict", 'import collections\nd = collections.defaultdict(list)\nd["k"].append(a)\nsink(d["k"])', "a"],
    ["append to something unknown", "a.append(b)\nsink(a)", "a b"],
    ["a list that a call may change", 'x = ["s", a]\ng(x)\nsink(x[0])', '"s"'],
    ["values", 'd = {"k": a, "l": "s"}\nfor v in d.values():\n    sink(v)', '"s" a'],
    ["many keys in a loop", "d = {}\nfor i in c:\n    d[i] = a\nsink(d[b])", "a"],
  ])("%s", (_, body, ...expected) => {
    check(body, ...expected);
  });
});

describe("slices", () => {
  it.each<[name: string, body: string, bounds: readonly unknown[]]>([
    ["bounds that are written down", "sink(a[1:])", [1, undefined]],
    ["a bound that a loop changes", "i = 0\nwhile c:\n    sink(a[i:])\n    i = i + 1", [null, undefined]],
  ])("%s", (_, body, bounds) => {
    const code = `def f(a, b, c):\n    ${body.replaceAll("\n", "\n    ")}\n`;
    const graph = graphsOf(code, read(code)).get("f")!;
    const slices = graph.values.flatMap((value) =>
      value.kind === "derived" && value.operator === "slice" ? [value.bounds] : [],
    );
    expect(slices).toEqual([bounds]);
  });
});
