/** What a graph says of its body as a whole: captures, functions as values, the module, what is left at the end. */
import { describe, expect, it } from "vitest";
import { createUnitReader } from "../../../../test/support/flow-units.js";
import { graphsOf, guardsOf, leavesOf, reachedBy } from "../../../../test/support/value-graphs.js";
import type { ValueGraph } from "../value-graph.js";

const read = await createUnitReader();

function graphOf(code: string, key: string): ValueGraph {
  const graphs = graphsOf(code, read(code));
  const graph = graphs.get(key);
  if (graph === undefined) throw new Error(`No body ${key} in ${[...graphs.keys()].join(" ")}`);
  return graph;
}

describe("keys of bodies", () => {
  it.each<[name: string, code: string, ...keys: string[]]>([
    ["functions and methods", "def f(): pass\nclass A:\n    def m(self): pass\n", "f", "A.m"],
    [
      "two of one name",
      "def f(): pass\ndef f(): pass\nclass A:\n    def m(self): pass\n    def m(self): pass\n",
      "f",
      "f#2",
      "A.m",
      "A.m#2",
    ],
    ["two classes of one name", "class A:\n    def m(self): pass\nclass A:\n    def m(self): pass\n", "A.m", "A#2.m"],
    [
      "nested functions",
      "def f():\n    def g():\n        def h(): pass\n",
      "f",
      "f.<locals>.g",
      "f.<locals>.g.<locals>.h",
    ],
    ["a class in a function", "def f():\n    class A:\n        def m(self): pass\n", "f", "f.<locals>.A.m"],
    ["a class in a class", "class A:\n    class B:\n        def m(self): pass\n", "A.B.m"],
    ["functions below if", "if x:\n    def f(): pass\nelse:\n    def f(): pass\n", "f", "f#2"],
    ["lambdas", "def f():\n    return lambda x: lambda y: x\n", "f", "f.<lambda:20>", "f.<lambda:20>.<lambda:30>"],
    ["lambdas of the module", "a = lambda: 1\nb = lambda: 2\n", "<module>.<lambda:4>", "<module>.<lambda:4>#2"],
    ["lambdas in defaults", "def f(x=lambda: 1): pass\n", "f", "<module>.<lambda:8>"],
  ])("%s", (_, code, ...keys) => {
    expect([...graphsOf(code, read(code)).keys()]).toEqual(["<module>", ...keys]);
  });
});

describe("functions as values", () => {
  /** What the free variables of the function that is given to `sink` hold. */
  function captured(code: string, key = "f"): string[] {
    const graph = graphOf(code, key);
    const call = graph.calls.find(({ callee }) => leavesOf(graph, callee).join() === "global sink")!;
    const value = graph.values[call.arguments[0]!.value]!;
    if (value.kind !== "function") throw new Error(value.kind);
    return [
      value.body,
      ...value.captured.map((capture) => `${capture.name} ${leavesOf(graph, capture.value).join(" ")}`),
    ];
  }

  it.each<[name: string, code: string, ...expected: string[]]>([
    ["a nested function", "def f(a):\n    def g(): return a\n    sink(g)\n", "f.<locals>.g", "a a"],
    ["a lambda", "def f(a):\n    sink(lambda: a)\n", "f.<lambda:19>", "a a"],
    [
      "all that is assigned, whenever",
      "def f(a, b):\n    x = a\n    def g(): return x\n    sink(g)\n    x = b\n",
      "f.<locals>.g",
      "x a b",
    ],
    [
      "what is stored later",
      "def f(a):\n    x = []\n    def g(): return x\n    sink(g)\n    x.append(a)\n",
      "f.<locals>.g",
      "x a",
    ],
    [
      "a variable of a comprehension",
      "def f(a):\n    return [sink(lambda: x) for x in a]\n",
      "f.<lambda:27>",
      "x a[*]",
    ],
    ["its own variables", "def f(a):\n    sink(lambda a: a)\n", "f.<lambda:19>"],
    ["names of the module", "def f():\n    sink(lambda: G)\n", "f.<lambda:18>"],
    [
      "through a function in between",
      "def f(a):\n    def g():\n        return lambda: a\n    sink(g)\n",
      "f.<locals>.g",
      "a a",
    ],
    ["a class", "def f(a):\n    class A:\n        def m(self): return a\n    sink(A)\n", "f.<locals>.A", "a a"],
  ])("%s", (_, code, ...expected) => {
    expect(captured(code)).toEqual(expected);
  });

  it("a variable of a function further out", () => {
    expect(captured("def f(a):\n    def g():\n        sink(lambda: a)\n", "f.<locals>.g")).toEqual([
      "f.<locals>.g.<lambda:36>",
      "a a",
    ]);
  });
});

describe("captures", () => {
  it.each<[name: string, code: string, key: string, ...expected: string[]]>([
    ["of a nested function", "def f(a):\n    def g(b):\n        sink(a, b, c)\n", "f.<locals>.g", "a, b, global c"],
    ["of a lambda", "def f(a):\n    return lambda b: sink(a, b)\n", "f.<lambda:21>", "a, b"],
    ["of a lambda in a comprehension", "def f(a):\n    return [lambda: sink(x) for x in a]\n", "f.<lambda:22>", "x"],
    ["nonlocal", "def f(a):\n    def g():\n        nonlocal a\n        sink(a)\n        a = 1\n", "f.<locals>.g", "a"],
    ["not of classes", "class A:\n    x = 1\n    def m(self):\n        sink(x)\n", "A.m", "global x"],
  ])("%s", (_, code, key, ...expected) => {
    expect(reachedBy(graphOf(code, key), "sink")).toEqual(expected);
  });
});

describe("results", () => {
  function leaves(graph: ValueGraph, values: readonly number[]): string[] {
    return values.map((value) => leavesOf(graph, value).join(" "));
  }

  it.each<[name: string, body: string, ...expected: string[]]>([
    ["return", "return a", "a"],
    ["two", "if a:\n    return a\nreturn b", "a", "b"],
    ["nothing", "return", "None"],
    ["a tuple", "return a, b", "a b"],
    ["in finally", "try:\n    return a\nfinally:\n    g()", "a"],
    ["not behind raise", "raise E\nreturn a"],
  ])("%s", (_, body, ...expected) => {
    const graph = graphOf(`def f(a, b):\n    ${body.replaceAll("\n", "\n    ")}\n`, "f");
    expect(leaves(graph, graph.returns)).toEqual(expected);
  });

  it("each return tells what holds there", () => {
    const graph = graphOf("def f(a, b):\n    if a in A:\n        return 1\n    b.x = 2\n    return 3\n", "f");
    const shown = graph.returned!.map(({ value, entries }) => [
      leavesOf(graph, value).join(),
      ...entries.map((entry) => `${leavesOf(graph, entry.entry).join()} ${guardsOf(graph, entry.value).join()}`),
    ]);
    expect(shown).toEqual([
      ["1", "a in global A"],
      ["3", "a not in global A", "b "],
    ]);
  });

  it("of a lambda", () => {
    const graph = graphOf("x = lambda a: a.b\n", "<module>.<lambda:4>");
    expect(leaves(graph, graph.returns)).toEqual(["a.b"]);
  });

  it("of a lambda that is taken apart", () => {
    const graph = graphOf("x = lambda a: g(a) if a else [y for y in a]\n", "<module>.<lambda:4>");
    expect(leaves(graph, graph.returns)).toEqual(["a[*] g()"]);
  });

  it("yield", () => {
    const graph = graphOf("def f(a, b):\n    yield a\n    yield from b\n", "f");
    expect(leaves(graph, graph.yields)).toEqual(["a", "b[*]"]);
  });
});

describe("at the end", () => {
  function atExit(code: string, key: string): string[] {
    const graph = graphOf(code, key);
    return graph.atExit.map(
      ({ entry, value }) => `${leavesOf(graph, entry).join()} = ${leavesOf(graph, value).join(" ")}`,
    );
  }

  it.each<[name: string, code: string, key: string, ...expected: string[]]>([
    ["nothing happens", "def f(a):\n    return a\n", "f"],
    ["a store", "def f(a, b):\n    a.x = b\n", "f", "a = a b"],
    ["a store through an alias", "def f(a, b):\n    y = a.x\n    y.z = b\n", "f", "a = a a.x b"],
    ["a list", "def f(a, b):\n    a.append(b)\n", "f", "a = a b"],
    ["a new value for a parameter", "def f(a, b):\n    a = b\n", "f"],
    ["a global object", "def f(a):\n    G.x = a\n", "f", "global G = a global G"],
    ["a test", "def f(a):\n    if a:\n        return\n    raise E\n", "f", "a = a"],
    ["a test of which both outcomes return", "def f(a):\n    if a:\n        return 1\n    return 2\n", "f"],
    ["what raises does not count", "def f(a, b):\n    if b:\n        a.x = b\n        raise E\n", "f", "b = b"],
    [
      "nor what is not caught",
      "def f(a, b):\n    try:\n        a.x = b\n        g()\n        raise E\n    except F:\n        return\n",
      "f",
      "a = a b",
    ],
    ["finally", "def f(a, b):\n    try:\n        return\n    finally:\n        a.x = b\n", "f", "a = a b"],
    ["a captured object", "def f(a):\n    def g(b):\n        a.append(b)\n", "f.<locals>.g", "a = a b"],
    ["in one branch", "def f(a, b, c):\n    if c:\n        a.x = b\n", "f", "a = a b"],
  ])("%s", (_, code, key, ...expected) => {
    expect(atExit(code, key)).toEqual(expected);
  });
});

describe("assigned", () => {
  function assigned(code: string, key: string): string[] {
    const graph = graphOf(code, key);
    return graph.assigned.map(({ name, value }) => `${name} = ${leavesOf(graph, value).join(" ")}`);
  }

  it.each<[name: string, code: string, key: string, ...expected: string[]]>([
    ["global", "def f(a):\n    global G\n    G = a\n", "f", "G = a"],
    ["global twice", "def f(a, b):\n    global G\n    G = a\n    g()\n    G = b\n", "f", "G = a", "G = b"],
    ["nonlocal", "def f(a):\n    def g(b):\n        nonlocal a\n        a = b\n", "f.<locals>.g", "a = b"],
    ["the module", 'x = "s"\ny = g()\n', "<module>", 'x = "s"', "y = g()"],
    ["what the module leaves", 'x = g()\nx = "s"\n', "<module>", 'x = "s"'],
    ["an object of the module", 'x = {}\nx["k"] = g()\n', "<module>", "x = g()"],
    ["imports of the module", "import os.path\nfrom a import b as c\n", "<module>", "os = global os", "c = global a.b"],
    ["functions and classes", "def f(): pass\nclass A: pass\n", "<module>", "f = function f", "A = function A"],
    [
      "a class body",
      "class A:\n    x = g()\n    y = x\n    def m(self): pass\n",
      "<module>",
      "A = function A",
      "A.x = g()",
      "A.y = g()",
      "A.m = function A.m",
    ],
    [
      "a class in a class",
      "class A:\n    class B:\n        x = 1\n",
      "<module>",
      "A = function A",
      "A.B = function A.B",
      "A.B.x = 1",
    ],
    ["a class in a function", "def f(a):\n    class A:\n        x = a\n", "f", "f.<locals>.A.x = a"],
    ["in branches", "if c:\n    x = 1\nelse:\n    x = 2\n", "<module>", "x = 1 2"],
    ["a loop variable", "for i in g(): pass\n", "<module>", "i = g()[*]"],
  ])("%s", (_, code, key, ...expected) => {
    expect(assigned(code, key)).toEqual(expected);
  });
});

describe("the module", () => {
  it.each<[name: string, code: string, ...expected: string[]]>([
    ["statements in order", 'x = g()\nsink(x)\nx = "s"\nsink(x)\n', "g()", '"s"'],
    ["names of a class", 'x = "m"\nclass A:\n    x = "c"\n    sink(x)\nsink(x)\n', '"c"', '"m"'],
    ["names of the module in a class", 'y = "m"\nclass A:\n    sink(y)\n', '"m"'],
    ["decorators", "@sink(a)\ndef f(): pass\n", "global a"],
    ["defaults", "def f(x=sink(a)): pass\n", "global a"],
    ["bases", "class A(sink(a)): pass\n", "global a"],
    ["a class below if", "if x:\n    class A:\n        y = sink(a)\n", "global a"],
    ["main", 'if __name__ == "__main__":\n    sink(g())\n', "g()"],
    ["try import", "try:\n    import a\nexcept ImportError:\n    a = None\nsink(a)\n", "None global a"],
  ])("%s", (_, code, ...expected) => {
    expect(reachedBy(graphOf(code, "<module>"), "sink")).toEqual(expected);
  });

  it("places are relative to units", () => {
    const code = "import a\n\nx = g()\n";
    const units = read(code);
    const graph = graphsOf(code, units).get("<module>")!;
    const { place } = graph.calls[0]!;
    const start = graph.units[place.unit]!.start;
    expect(code.slice(start + place.start, start + place.end)).toBe("g()");
  });
});

describe("comparisons", () => {
  it("have their operators", () => {
    const graph = graphOf("def f(a, b):\n    return a < b not in a\n", "f");
    const value = graph.values[graph.returns[0]!]!;
    expect(value.kind === "derived" && value.operators).toEqual(["<", "not in"]);
  });
});

describe("calls", () => {
  it("arguments as they are written", () => {
    const graph = graphOf("def f(a, b):\n    g(a, *b, k=a, **b)\n", "f");
    const [site] = graph.calls;
    expect(site!.arguments.map(({ keyword, spread }) => [keyword, spread])).toEqual([
      [undefined, "none"],
      [undefined, "sequence"],
      ["k", "none"],
      [undefined, "mapping"],
    ]);
  });

  it("the object of a method", () => {
    const graph = graphOf("def f(a):\n    a.b.m()\n", "f");
    const { method } = graph.calls[0]!;
    expect([method!.name, leavesOf(graph, method!.object)]).toEqual(["m", ["a.b"]]);
  });

  it("a context manager is entered", () => {
    const graph = graphOf("def f(a):\n    with open(a): pass\n    open(a)\n", "f");
    expect(graph.calls.map(({ isEntered }) => isEntered)).toEqual([true, undefined]);
  });

  it("a nested function changes what it captures", () => {
    const code =
      "def f(a):\n    x = []\n    n = 1\n    def g(b):\n        nonlocal n\n        x.append(b)\n        n = b\n    g(a)\n    return x, n\n";
    const graph = graphOf(code, "f");
    const result = graph.values[graph.returns[0]!]!;
    const parts = result.kind === "container" ? result.elements.map(({ value }) => graph.values[value]!) : [];
    expect(parts.map((part) => part.kind === "after-call" && part.argument)).toEqual([-4, -3]);
  });

  it("super() changes the object itself", () => {
    const graph = graphOf("class A:\n    def m(self, a):\n        super().m(a)\n        return self.x\n", "A.m");
    const [result] = graph.returns;
    const value = graph.values[result!]!;
    expect(value.kind === "field" && graph.values[value.object]!.kind).toBe("after-call");
  });

  it("defaults of parameters", () => {
    const graph = graphOf("def f(a, b=1, c=G.x): pass\n", "f");
    const shown = graph.parameterDefaults!.map((value) => (value === undefined ? "" : leavesOf(graph, value).join()));
    expect(shown).toEqual(["", "1", "global G.x"]);
  });

  it("the types of an exception", () => {
    const code = "import m\ndef f():\n    try:\n        g()\n    except (E, m.F, h()) as e:\n        return e\n";
    const graph = graphOf(code, "f");
    const value = graph.values[graph.returns[0]!]!;
    expect(value.kind === "unknown" && value.caught).toEqual(["E", "m.F", ""]);
  });
});
