/** Facts of a file's text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFactReader, type ReadFile } from "../../../test/support/file-facts.js";
import { createRandom, randomEdit } from "../../../test/support/random-edits.js";
import { moduleBody, type ModuleFacts, type TypeExpression } from "./module-facts.js";

const reader = await createFactReader();

/** A type expression in short: Class, f(), x.m(), x.a, x[], self:C, parameter 1 of f, list[...], a | b; `name` stands for the thing itself. */
function show(type: TypeExpression): string {
  switch (type.kind) {
    case "instance":
    case "builtin":
      return type.name;
    case "call":
      return `${type.name}()`;
    case "name":
      return `\`${type.name}\``;
    case "method":
      return `${show(type.object)}.${type.name}()`;
    case "attribute":
      return `${show(type.object)}.${type.name}`;
    case "element":
      return `${show(type.object)}[]`;
    case "self":
    case "super":
      return `${type.kind}:${type.class}`;
    case "parameter":
      return `parameter ${type.index} of ${type.function}`;
    case "container":
      return `${type.name}[${show(type.element)}]`;
    case "union":
      return type.of.map(show).join(" | ");
  }
}

function showAll(record: Readonly<Record<string, readonly TypeExpression[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, types]) => [name, types.map(show).join(" | ")]));
}

/** Asserts what the functions of a text return. */
function checkReturns(text: string, expected: Readonly<Record<string, string>>): void {
  const { functions } = reader.read(text);
  expect(showAll(Object.fromEntries(Object.entries(functions).map(([key, fact]) => [key, fact.returns])))).toEqual(
    expected,
  );
}

/** Asserts what the variables of the module hold. */
function checkVariables(text: string, expected: Readonly<Record<string, string>>): void {
  expect(showAll(reader.read(text).variables)).toEqual(expected);
}

/** Asserts the attributes of the class C. */
function checkAttributes(text: string, expected: Readonly<Record<string, string>>): void {
  expect(showAll(reader.read(text).classes.C?.attributes ?? {})).toEqual(expected);
}

function functionOf(text: string, key: string): ModuleFacts["functions"][string] {
  const fact = reader.read(text).functions[key];
  if (fact === undefined) throw new Error(`no function ${key}`);
  return fact;
}

describe("keys", () => {
  it.each<[name: string, text: string, functions: readonly string[], classes: readonly string[]]>([
    ["functions and methods", "def f(): pass\nclass C:\n    def m(self): pass\n", ["f", "C.m"], ["C"]],
    [
      "nested ones",
      "def f():\n    def g():\n        def h(): pass\n",
      ["f", "f.<locals>.g", "f.<locals>.g.<locals>.h"],
      [],
    ],
    [
      "a class in a function",
      "def f():\n    class C:\n        def m(self): pass\n",
      ["f", "f.<locals>.C.m"],
      ["f.<locals>.C"],
    ],
    ["a class in a class", "class A:\n    class B:\n        def m(self): pass\n", ["A.B.m"], ["A", "A.B"]],
    ["twice", "def f(): pass\ndef f(): pass\ndef f(): pass\n", ["f", "f#2", "f#3"], []],
    ["in branches", "if x:\n    def f(): pass\nelse:\n    def f(): pass\n", ["f", "f#2"], []],
    ["a class of a function's name", "def A(): pass\nclass A:\n    def m(self): pass\n", ["A", "A#2.m"], ["A#2"]],
    [
      "a property and its setter",
      "class C:\n    @property\n    def p(self): pass\n    @p.setter\n    def p(self, v): pass\n",
      ["C.p", "C.p#2"],
      ["C"],
    ],
    [
      "a method below an if",
      "class C:\n    if x:\n        def m(self): pass\n    def m(self): pass\n",
      ["C.m", "C.m#2"],
      ["C"],
    ],
    [
      "names of Object's members",
      "def constructor(): pass\nclass toString:\n    def __proto__(self): pass\n",
      ["constructor", "toString.__proto__"],
      ["toString"],
    ],
    ["a lambda is none", "f = lambda: 0\n", [], []],
  ])("%s", (_, text, functions, classes) => {
    const facts = reader.read(text);
    expect(Object.keys(facts.functions)).toEqual(functions);
    expect(Object.keys(facts.classes)).toEqual(classes);
    expect(facts.bodies.map(({ key }) => key)).toEqual([...functions, moduleBody]);
  });
});

describe("functions", () => {
  it("have parameters of all kinds", () => {
    const { parameters } = functionOf("def f(a, /, b: int, c=1, *args: str, d, e: X = None, **kw): pass\n", "f");
    expect(parameters).toEqual([
      { name: "a", kind: "positional-only" },
      { name: "b", kind: "positional", annotation: { kind: "builtin", name: "int" } },
      { name: "c", kind: "positional", hasDefault: true },
      { name: "args", kind: "star", annotation: { kind: "builtin", name: "str" } },
      { name: "d", kind: "keyword-only" },
      { name: "e", kind: "keyword-only", annotation: { kind: "instance", name: "X" }, hasDefault: true },
      { name: "kw", kind: "double-star" },
    ]);
  });

  it("a star alone makes what follows keyword-only", () => {
    expect(functionOf("def f(a, *, b): pass\n", "f").parameters.map(({ kind }) => kind)).toEqual([
      "positional",
      "keyword-only",
    ]);
  });

  it.each<[decorator: string, name: string, kind: string]>([
    ["", "m", "method"],
    ["@staticmethod", "m", "static-method"],
    ["@classmethod", "m", "class-method"],
    ["@property", "m", "property"],
    ["@functools.cached_property", "m", "property"],
    ["@m.setter", "m", "property"],
    ["@app.route('/')", "m", "method"],
    ["", "__new__", "class-method"],
  ])("%s %s is a %s", (decorator, name, kind) => {
    expect(functionOf(`class C:\n    ${decorator}\n    def ${name}(self): pass\n`, `C.${name}`).kind).toBe(kind);
  });

  it("have decorators by their names through imports", () => {
    const text = "from flask import Flask as F\nimport a.b\n@F.x('/')\n@a.b.c\n@f()()\n@local\ndef f(): pass\n";
    expect(functionOf(text, "f").decorators).toEqual(["flask.Flask.x", "a.b.c", "", "local"]);
  });

  it("tell whether they are async or generators", () => {
    const { functions } = reader.read("async def f(): pass\ndef g():\n    yield 1\ndef h():\n    def i(): yield 1\n");
    expect([functions.f?.isAsync, functions.g?.isGenerator, functions.h?.isGenerator]).toEqual([true, true, undefined]);
  });

  it("know the class and the function around them", () => {
    const { functions } = reader.read("class C:\n    def m(self):\n        def f(): pass\n");
    expect([functions["C.m"]?.class, functions["C.m.<locals>.f"]?.parent, functions["C.m"]?.parent]).toEqual([
      "C",
      "C.m",
      undefined,
    ]);
  });
});

describe("what functions return", () => {
  it.each<[name: string, text: string, expected: Readonly<Record<string, string>>]>([
    ["a call", "import a\ndef f():\n    return a.b()\n", { f: "a.b()" }],
    ["each once", "def f(x):\n    if x:\n        return g()\n    return g() or None\n", { f: "g() | None" }],
    ["the annotation counts", "def f() -> X:\n    return g()\n", { f: "X" }],
    ["a local variable", "def f():\n    x = g()\n    x.run()\n    return x\n", { f: "g()" }],
    ["a variable of itself", "def f():\n    x = g()\n    x = x.h()\n    return x\n", { f: "g() | g().h()" }],
    ["a parameter", "def f(a, b: B):\n    if a: return a\n    return b\n", { f: "parameter 0 of f | B" }],
    ["self", "class C:\n    def m(self):\n        return self\n", { "C.m": "self:C" }],
    ["cls", "class C:\n    @classmethod\n    def m(cls):\n        return cls()\n", { "C.m": "C()" }],
    ["a method of self", "class C:\n    def m(self):\n        return self.a.b()\n", { "C.m": "self:C.a.b()" }],
    ["super", "class C(B):\n    def m(self):\n        return super().m()\n", { "C.m": "super:C.m()" }],
    [
      "self in a closure",
      "class C:\n    def m(self):\n        def f():\n            return self.x\n        return f\n",
      { "C.m": "`C.m.<locals>.f`", "C.m.<locals>.f": "self:C.x" },
    ],
    ["a nested class", "def f():\n    class K: pass\n    return K()\n", { f: "f.<locals>.K()" }],
    ["with", "def f():\n    with open(x) as h:\n        return h\n", { f: "open().__enter__()" }],
    ["an item", "def f(x):\n    for y in g():\n        return y\n    return h()[0]\n", { f: "g()[] | h()[]" }],
    ["a slice", "def f():\n    return g()[1:]\n", { f: "g()" }],
    ["a caught exception", "def f():\n    try: g()\n    except (a.E, F) as e:\n        return e\n", { f: "a.E | F" }],
    [
      "containers",
      "def f():\n    return [A(), B()]\ndef g():\n    return {'k': A}\ndef h():\n    return (1, 2)\n",
      { f: "list[A() | B()]", g: "dict[`A`]", h: "tuple" },
    ],
    [
      "a comprehension",
      "def f(xs):\n    return [A(x) for x in xs]\ndef g(A):\n    return [y for y in h()]\n",
      { f: "list[A()]", g: "list[h()[]]" },
    ],
    ["a generator", "def f():\n    yield A()\n", { f: "generator[A()]" }],
    ["awaited", "async def f():\n    return await g()\n", { f: "g()" }],
    ["a condition", "def f(c):\n    return A() if c else b\n", { f: "A() | `b`" }],
    [
      "literals",
      "def f():\n    return 'a' + x\ndef g():\n    return not x\ndef h():\n    return 1.5\n",
      { f: "str", g: "bool", h: "float" },
    ],
    ["nothing", "def f():\n    return\n", { f: "" }],
    ["a local import", "def f():\n    from a import B\n    return B()\n", { f: "a.B()" }],
    [
      "a tuple that is taken apart",
      "def f():\n    a, b = A(), B()\n    c, d = g()\n    return b or c\n",
      { f: "B() | g()[]" },
    ],
    ["a table that is called", "def f():\n    t = {'a': A}\n    return t['a']()\n", { f: "A()" }],
  ])("%s", (_, text, expected) => {
    checkReturns(text, expected);
  });
});

describe("annotations", () => {
  it.each<[annotation: string, expected: string]>([
    ["A", "A"],
    ["m.A", "m.A"],
    ["t.Optional[A]", "A"],
    ["A | None", "A"],
    ["A | B", "A | B"],
    ["Union[A, 'B']", "A | B"],
    ["'A'", "A"],
    ["'q.A'", "q.A"],
    ["'Optional[List[q.A]] | B'", "list[q.A] | B"],
    ["'R.x'", "real.Name.x"],
    ["list[A]", "list[A]"],
    ["t.Dict[str, A]", "dict[A]"],
    ["dict[str, list[A]]", "dict[list[A]]"],
    ["t.Iterator[A]", "generator[A]"],
    ["tuple[A, B]", "tuple[A | B]"],
    ["type[A]", "`A`"],
    ["t.Any", ""],
    ["t.Callable[[A], B]", ""],
    ["t.Annotated[A, 'doc']", "A"],
    ["G[A]", "G"],
    ["str", "str"],
    ["None", "None"],
    ["t.Coroutine[A, B, C]", "C"],
    ["'A['", "A"],
    ["'['", ""],
  ])("%s", (annotation, expected) => {
    const text = `import typing as t\nfrom typing import Optional, Union, List\nfrom real import Name as R\ndef f() -> ${annotation}: pass\n`;
    checkReturns(text, { f: expected });
  });

  it("in a class, Self is the class", () => {
    checkReturns("from typing import Self\nclass C:\n    def m(self) -> Self: pass\n", { "C.m": "self:C" });
  });
});

describe("classes", () => {
  it.each<[name: string, text: string, expected: Readonly<Record<string, string>>]>([
    ["of the body", "class C:\n    a = f()\n    b: B\n    c: int = 0\n", { a: "f()", b: "B", c: "int" }],
    [
      "of self",
      "class C:\n    def __init__(self, db):\n        self.db = db\n        self.x = X()\n",
      { db: "parameter 1 of C.__init__", x: "X()" },
    ],
    ["of both", "class C:\n    a = None\n    def m(this):\n        this.a = A()\n", { a: "None | A()" }],
    ["of cls", "class C:\n    @classmethod\n    def m(cls):\n        cls.a = A()\n", { a: "A()" }],
    [
      "of others they are not",
      "class C:\n    def m(self, other):\n        other.a = 1\n    @staticmethod\n    def s(self):\n        self.b = 1\n",
      {},
    ],
    ["annotated", "class C:\n    def m(self):\n        self.a: A = None\n", { a: "A | None" }],
    ["items that are stored", "class C:\n    def m(self):\n        self.t['k'] = A()\n", { t: "dict[A()]" }],
    ["a nested class", "class C:\n    class D: pass\n", { D: "`C.D`" }],
    ["imports", "class C:\n    from m import x\n", { x: "`m.x`" }],
    [
      "at most eight",
      "class C:\n    x = a() or b() or c() or d() or e()\n    x = f() or g() or h() or i() or j()\n",
      { x: "a() | b() | c() | d() | e() | f() | g() | h()" },
    ],
  ])("have attributes: %s", (_, text, expected) => {
    checkAttributes(text, expected);
  });

  it("have bases, decorators, fields and methods", () => {
    const text =
      "import m\nfrom typing import ClassVar\n@m.d(1)\nclass C(m.B, Generic[T], f(), metaclass=M, *x):\n    a: int\n    b: ClassVar[int]\n    c: str = ''\n    def f(self): pass\n    def f(self): pass\n";
    expect(reader.read(text).classes.C).toMatchObject({
      bases: ["m.B", "Generic", "", ""],
      decorators: ["m.d"],
      fields: ["a", "c"],
      methods: { f: ["C.f", "C.f#2"] },
    });
  });
});

describe("modules", () => {
  it("have imports, the last one of each name", () => {
    const text =
      "try:\n    import json\nexcept E:\n    import simplejson as json\nif TYPE_CHECKING:\n    from .a import B\nfrom x import *\nfrom .y import *\n";
    const { imports, stars } = reader.read(text);
    expect({ ...imports }).toEqual({ json: "simplejson", B: ".a.B" });
    expect(stars).toEqual(["x", ".y"]);
  });

  it("have variables, those that functions declare global too", () => {
    checkVariables(
      "import m\na = m.A()\nif x:\n    a = None\nb, c = B(), 1\nfor d in m.all(): pass\ndef f():\n    global e\n    e = E()\n    l = 1\n",
      {
        a: "m.A() | None",
        b: "B()",
        c: "int",
        d: "m.all()[]",
        e: "E()",
      },
    );
  });
});

describe("bodies", () => {
  it("have the last names of what they call, and words", () => {
    const text =
      "from os import system as run\nimport flask\n@deco.x()\ndef f(a, b=default()):\n    run(flask.request.args['x'])\n    a.execute(g().h)\n    def inner():\n        secret()\n    return lambda: late()\ntop(f)\n";
    const words = Object.fromEntries(reader.read(text).bodies.map(({ key, calls, words }) => [key, [calls, words]]));
    expect(words).toEqual({
      f: [
        ["execute", "g", "late", "run", "system"],
        ["args", "execute", "flask", "h", "request", "system"],
      ],
      "f.<locals>.inner": [["secret"], []],
      "<module>": [["default", "top", "x"], ["x"]],
    });
  });

  const base = "import a\nX = 1\ndef f(p=X):\n    return a.b(X)\ndef g():\n    return 2\n";
  it.each<[name: string, text: string, changed: readonly string[]]>([
    ["nothing", base, []],
    ["a body", base.replace("2", "3"), ["g"]],
    ["lines above", `"""Doc."""\n${base}`, [moduleBody]],
    ["a default", base.replace("p=X", "p=3"), ["f", moduleBody]],
    ["what an import means", base.replace("import a", "import z as a"), ["f", moduleBody]],
    ["a constant of the module", base.replace("X = 1", "X = 2"), ["f", moduleBody]],
  ])("have another hash after a change of %s", (_, text, changed) => {
    const hashes = new Map(reader.read(base).bodies.map(({ key, hash }) => [key, hash]));
    const others = reader.read(text).bodies.filter(({ key, hash }) => hashes.get(key) !== hash);
    expect(others.map(({ key }) => key)).toEqual(changed);
  });
});

describe("edits", () => {
  const start =
    "import os\nfrom .m import *\n\nclass C(os.B):\n    x: 'os.X' = 1\n\n    @property\n    def p(self):\n        self.y = os.f(self.x)\n        return self.y\n\n" +
    "    @p.setter\n    def p(self, v): pass\n\ndef f(a):\n    def g(): return a\n    return g\n\nif os:\n    def f(): return C()\n\nV = f()\n";

  it("leave facts that are the same as those of the text, read afresh", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        let text = start;
        let file: ReadFile | undefined = reader.step(text, undefined, { start: 0, oldEnd: 0, newEnd: text.length });
        for (let step = 0; step < 12; step++) {
          const { range, newText } = randomEdit(text, random);
          text = text.slice(0, range.start) + newText + text.slice(range.end);
          const change = { start: range.start, oldEnd: range.end, newEnd: range.start + newText.length };
          file = reader.step(text, file, change);
          expect(file.file.facts).toEqual(reader.read(text));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of nothing that others can see keep the objects", () => {
    const first = reader.step(start, undefined, { start: 0, oldEnd: 0, newEnd: start.length });
    const at = start.indexOf("return self.y");
    const text = `${start.slice(0, at)}print(1)\n        ${start.slice(at)}`;
    const second = reader.step(text, first, { start: at, oldEnd: at, newEnd: at + 17 });
    const [before, after] = [first.file.facts, second.file.facts];
    expect(after).not.toBe(before);
    expect(after.bodies).not.toBe(before.bodies);
    for (const part of ["imports", "stars", "functions", "classes", "variables"] as const)
      expect(after[part]).toBe(before[part]);
    const comment = `${text}# the end\n`;
    const third = reader.step(comment, second, { start: text.length, oldEnd: text.length, newEnd: comment.length });
    expect(third.file.facts).toBe(after);
  });
});
