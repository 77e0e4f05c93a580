/** What patterns match, as one can see from outside: a rule with one pattern, Python code, and the lines it finds. */
import { describe, expect, it } from "vitest";
import { createTestEngine, showAll } from "../../../test/support/engine.js";

/** Asserts on which lines (counted from one) matches of `pattern` start in `code`. */
async function check(pattern: string, code: string, lines: readonly number[]): Promise<void> {
  const rule = { id: "row", message: "found", severity: "ERROR", languages: ["python"], pattern };
  const engine = await createTestEngine([{ path: "row.yaml", text: JSON.stringify({ rules: [rule] }) }]);
  expect(engine.ruleProblems).toEqual([]);
  const { findings } = engine.reviewText("row.py", code, showAll);
  const found = findings.map((finding) => code.slice(0, finding.range.start).split("\n").length);
  expect([...new Set(found)]).toEqual(lines);
}

/** Name of the row, pattern, code, lines. */
type Row = readonly [name: string, pattern: string, code: string, lines: readonly number[]];

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)("%s: %s", (_, pattern, code, lines) => check(pattern, code, lines));
  });
}

table("imports", [
  ["the module's own name", "os.system($X)", "import os\nos.system(a)\nsystem(a)\n", [2]],
  ["a module's alias", "os.system($X)", "import os as o\no.system(a)\no.popen(a)\n", [2]],
  ["a name from a module", "os.system($X)", "from os import system\nsystem(a)\n", [2]],
  ["a renamed name from a module", "os.system($X)", "from os import system as s\ns(a)\nsystem(a)\n", [2]],
  ["a submodule", "os.path.join(...)", "import os.path\nos.path.join(a, b)\n", [2]],
  ["a submodule's alias", "os.path.join(...)", "import os.path as p\np.join(a, b)\n", [2]],
  ["a submodule from its package", "os.path.join(...)", "from os import path\npath.join(a)\n", [2]],
  ["a function's own import", "os.system($X)", "def f():\n    from os import system\n    system(a)\n", [3]],
  [
    "an import in one function does not reach another",
    "os.system($X)",
    "def f():\n    from os import system\ndef g(system):\n    system(a)\n",
    [],
  ],
  ["a parameter hides the import", "os.system($X)", "from os import system\ndef f(system):\n    system(a)\n", []],
  [
    "a local name hides the import",
    "os.system($X)",
    "from os import system\ndef f():\n    system = 1\n    system(a)\n",
    [],
  ],
  ["another module's name", "os.system($X)", "from mine import system\nsystem(a)\n", []],
  ["an import below a try", "yaml.load(...)", "try:\n    from yaml import load\nexcept E:\n    pass\nload(a)\n", [5]],
  ["an import statement", "import pickle", "import pickle\nimport os\n", [1]],
  ["an import statement with a metavariable", "import $M", "import pickle\nx = 1\n", [1]],
  ["a from-import", "from os import system", "from os import system\nfrom sys import exit\n", [1]],
  ["an imported exception", "requests.Timeout", "from requests import Timeout as T\nx = T\n", [2]],
  [
    "a class that is called and used",
    "socket.socket(...).connect(...)",
    "from socket import socket\nsocket().connect(a)\n",
    [2],
  ],
]);

table("arguments", [
  ["exactly one", "f($X)", "f()\nf(1)\nf(1, 2)\nf(k=1)\n", [2]],
  ["none", "f()", "f()\nf(1)\n", [1]],
  ["any", "f(...)", "f()\nf(1)\nf(1, k=2, *a, **b)\ng(1)\n", [1, 2, 3]],
  ["one, then any", "f($X, ...)", "f()\nf(1)\nf(1, 2)\n", [2, 3]],
  ["any, then one", "f(..., $X)", "f()\nf(1)\nf(1, 2)\n", [2, 3]],
  ["one anywhere", "f(..., 5, ...)", "f(5)\nf(1, 5, 2)\nf(1)\n", [1, 2]],
  ["two with any between", "f(1, ..., 3)", "f(1, 3)\nf(1, 2, 3)\nf(1, 2)\n", [1, 2]],
  ["keywords in any order", "f(a=1, b=2)", "f(a=1, b=2)\nf(b=2, a=1)\nf(a=1)\n", [1, 2]],
  [
    "a keyword among others",
    "f(..., shell=True, ...)",
    "f(x, shell=True)\nf(shell=True, y=1)\nf(shell=False)\n",
    [1, 2],
  ],
  ["a keyword that follows any", "f(..., shell=True)", "f(shell=True, y=1)\nf(x, y=1, shell=True)\n", [2]],
  ["a keyword with any value", "f(..., k=$V)", "f(k=1)\nf(1, k=g())\nf(1)\n", [1, 2]],
  ["any keyword with a value", "f(..., $K=True, ...)", "f(a=True)\nf(b=1, c=True)\nf(b=1)\n", [1, 2]],
  ["positional ones stay in place", "f(1, k=2)", "f(k=2, *a)\nf(1, k=2)\nf(2, k=2)\n", [2]],
  ["double stars", "f(..., **$KW)", "f(**kw)\nf(1, **kw)\nf(kw)\n", [1, 2]],
  ["stars", "f(*$A)", "f(*a)\nf(a)\n", [1]],
  ["a named run of arguments", "f($...ARGS)", "f()\nf(1, 2)\ng(1)\n", [1, 2]],
  ["a named run, then one", "f($...ARGS, 3)", "f(1, 2, 3)\nf(3)\nf(1)\n", [1, 2]],
  ["a generator argument", "any($X for $Y in $Z)", "any(a for a in b)\nany(a)\n", [1]],
]);

table("metavariables", [
  ["the same name is the same code", "$X == $X", "a == a\na == b\nf(1) == f( 1 )\n", [1, 3]],
  ["other names may be the same code", "$X == $Y", "a == a\na == b\n", [1, 2]],
  ["a method's name", "$X.$METHOD($X)", "a.f(a)\na.f(b)\nf(a)\n", [1]],
  [
    "a function's name and a call of it",
    "def $F($P):\n    return $F($P)",
    "def a(x):\n    return a(x)\ndef b(x):\n    return a(x)\n",
    [1],
  ],
  ["the anonymous one", "$_ == $_", "a == b\n", [1]],
  ["an attempt that failed leaves nothing bound", "f(..., $X, ..., $X)", "f(1, 2, 2)\nf(1, 2, 3)\n", [1]],
  ["a whole statement", "if $C:\n    $S", "if a:\n    return 1\nif b:\n    x = 1\n    y = 1\n", [1, 3]],
  [
    "equal statements",
    "if $C:\n    $S\nelse:\n    $S",
    "if a:\n    x = 1\nelse:\n    x = 1\nif a:\n    x = 1\nelse:\n    x = 2\n",
    [1],
  ],
  ["a string's content", 'f("$X", "$X")', 'f("a", "a")\nf("a", "b")\nf(a, a)\n', [1]],
]);

table("ellipsis between statements", [
  ["two statements in a row", "$X = f()\n...\n$X.g()", "def m():\n    a = f()\n    b = 1\n    a.g()\n", [2]],
  ["directly in a row", "f()\ng()", "def m():\n    f()\n    g()\n    f()\n    h()\n    g()\n", [2]],
  [
    "down into a nested block",
    "f()\n...\ng()",
    "def m():\n    f()\n    if a:\n        for b in c:\n            g()\n",
    [2],
  ],
  [
    "down into a try body",
    "f()\n...\ng()",
    "def m():\n    f()\n    try:\n        g()\n    except E:\n        pass\n",
    [2],
  ],
  ["down into a with body", "f()\n...\ng()", "def m():\n    f()\n    with a:\n        g()\n", [2]],
  ["not backwards", "f()\n...\ng()", "def m():\n    g()\n    f()\n", []],
  ["at module level", "f()\n...\ng()", "f()\nx = 1\ng()\n", [1]],
  ["anything in a body", "def $F(...):\n    ...", "def a():\n    pass\nx = 1\nasync def b(c):\n    return c\n", [1, 4]],
  [
    "a body that has a statement",
    "def $F(...):\n    ...\n    f()\n    ...",
    "def a():\n    x = 1\n    f()\n    y = 1\ndef b():\n    g()\n",
    [1],
  ],
  [
    "a body that ends with a statement",
    "for $X in $Y:\n    ...\n    break",
    "for a in b:\n    f()\n    break\nfor a in b:\n    f()\n",
    [1],
  ],
  ["not from one function to the next", "f()\n...\ng()", "def a():\n    f()\ndef b():\n    g()\n", []],
]);

table("ellipsis in values", [
  ["any string", 'f("...")', 'f("a")\nf("")\nf(a)\nf(f"{a}")\nf(b"x")\n', [1, 2, 5]],
  ["an f-string without values is a string", 'f("...")', 'f(f"a")\n', [1]],
  ["any f-string", 'f(f"...")', 'f(f"{a} b")\nf(f"{a}")\nf(a)\n', [1, 2]],
  ["an f-string with a value", 'f(f"...{$X}...")', 'f(f"a {b} c")\nf(f"{b}")\nf("a")\n', [1, 2]],
  [
    "a dictionary with a key",
    'f({..., "k": $V, ...})',
    'f({"k": 1})\nf({"a": 1, "k": 2, "b": 3})\nf({"a": 1})\n',
    [1, 2],
  ],
  ["any dictionary or set", "f({...})", 'f({})\nf({"a": 1})\nf({1, 2})\nf([1])\n', [1, 2, 3]],
  ["any list", "f([...])", "f([])\nf([1, 2])\nf((1,))\n", [1, 2]],
  ["any list comprehension too", "f([...])", "f([a for a in b])\n", [1]],
  ["a list with an element", "f([..., 1, ...])", "f([1])\nf([0, 1, 2])\nf([0])\n", [1, 2]],
  ["a tuple", "(1, ...)", "x = (1, 2)\ny = (2, 1)\n", [1]],
  ["return of anything or nothing", "return ...", "def f():\n    return\ndef g():\n    return 1\n", [2, 4]],
  ["return of something", "return $X", "def f():\n    return\ndef g():\n    return 1\n", [4]],
  ["a chain of calls", "$X. ... .execute(...)", "a.execute()\na.b().c.execute(1)\na.b()\nexecute()\n", [1, 2]],
  ["a chain with its start", "q. ... .all()", "q.filter(a).order(b).all()\nq.all()\nr.filter(a).all()\n", [1, 2]],
]);

table("deep expressions", [
  [
    "in a condition",
    "if <... f() ...>:\n    ...",
    "if f():\n    pass\nif a and not f():\n    pass\nif g(b[f()]):\n    pass\nif a:\n    pass\n",
    [1, 3, 5],
  ],
  ["in an argument", "g(<... $X + 1 ...>)", "g(a + 1)\ng([h(a + 1)])\ng(a)\n", [1, 2]],
  ["in a return", 'return <... f"..." ...>', 'def f():\n    return g(f"{a}")\n', [2]],
]);

table("strings", [
  ["the same content, whatever the quotes", 'f("a")', 'f(\'a\')\nf("""a""")\nf(\'b\')\n', [1, 2]],
  ["a regular expression", 'f("=~/^ab/")', 'f("abc")\nf("cab")\nf(a)\n', [1]],
  ["a regular expression anywhere in the text", 'f("=~/b+/")', 'f("abbc")\nf("ac")\n', [1]],
  ["a regular expression that ignores case", 'f("=~/(?i)md5/")', 'f("MD5")\nf("sha")\n', [1]],
  ["adjacent strings are one", 'f("ab")', 'f("a" "b")\nf("a" "c")\n', [1]],
  ["added strings are one", 'f("ab")', 'f("a" + "b")\n', [1]],
  ["bytes are strings for a pattern", 'f("a")', 'f(b"a")\n', [1]],
  ["bytes", 'f(b"a")', 'f(b"a")\nf("a")\n', [1]],
]);

table("constants", [
  ["through a local name", 'f("a")', 'def g():\n    x = "a"\n    f(x)\n', [3]],
  ["through a module's name", 'f("a")', 'X = "a"\ndef g():\n    f(X)\n', [3]],
  ["through names and additions", 'f("ab")', 'def g():\n    x = "a"\n    y = x + "b"\n    f(y)\n', [4]],
  ["a number", "f(0)", "def g():\n    x = 0\n    f(x)\n", [3]],
  ["any string", 'f("...")', 'def g():\n    x = "a"\n    f(x)\n', [3]],
  ["not where a name is bound twice", 'f("a")', 'def g(c):\n    x = "a"\n    if c:\n        x = h()\n    f(x)\n', []],
  ["not through a parameter of the same name", 'f("a")', 'x = "a"\ndef g(x):\n    f(x)\n', []],
  ["not where a loop binds it", 'f("a")', 'def g(c):\n    x = "a"\n    for x in c:\n        f(x)\n', []],
  ["the use, not the target", '$F("a")', 'x = "a"\nf(x)\n', [2]],
  ["at module level through names", 'f("a")', 'X = "a"\nf(X)\n', [2]],
]);

table("definitions", [
  [
    "a decorator among others",
    "@d\ndef $F(...):\n    ...",
    "@a\n@d\n@b\ndef f():\n    pass\n@a\ndef g():\n    pass\n",
    [1],
  ],
  [
    "two decorators in any order",
    "@a\n@b\ndef $F(...):\n    ...",
    "@b\n@a\ndef f():\n    pass\n@b\ndef g():\n    pass\n",
    [1],
  ],
  ["a decorator without its call", "@d\ndef $F(...):\n    ...", "@d()\ndef f():\n    pass\n", [1]],
  [
    "a decorator's arguments",
    "@app.route($P, ...)\ndef $F(...):\n    ...",
    '@app.route("/", methods=m)\ndef f():\n    pass\n',
    [1],
  ],
  ["decorated code without a decorator in the pattern", "def $F(...):\n    ...", "@a\ndef f():\n    pass\n", [1]],
  ["an async function needs no async", "def $F(...):\n    ...", "async def f():\n    pass\n", [1]],
  ["async asks for async", "async def $F(...):\n    ...", "async def f():\n    pass\ndef g():\n    pass\n", [1]],
  [
    "a parameter among others",
    "def $F(..., request, ...):\n    ...",
    "def f(self, request, a=1):\n    pass\ndef g(self):\n    pass\n",
    [1],
  ],
  ["a default", "def $F(..., $P=[], ...):\n    ...", "def f(a, b=[]):\n    pass\ndef g(a, b=1):\n    pass\n", [1]],
  ["a type hint that the pattern does not ask for", "def $F($P):\n    ...", "def f(a: int) -> str:\n    pass\n", [1]],
  [
    "a type hint that the pattern asks for",
    "def $F($P: int):\n    ...",
    "def f(a: int):\n    pass\ndef g(a: str):\n    pass\ndef h(a):\n    pass\n",
    [1],
  ],
  ["an annotated assignment", "$X = f()", "x: int = f()\ny = f()\nz = g()\n", [1, 2]],
  [
    "a base class",
    "class $C(Base):\n    ...",
    "class A(Base):\n    pass\nclass B(Base, Other):\n    pass\nclass C(Other, Base):\n    pass\nclass D:\n    pass\n",
    [1],
  ],
  ["any class", "class $C:\n    ...", "class A(Base):\n    pass\nclass B:\n    pass\n", [1, 3]],
  ["a class with any bases", "class $C(...):\n    ...", "class A(Base):\n    pass\nclass B:\n    pass\n", [1, 3]],
  [
    "a class with a method",
    "class $C:\n    ...\n    def run(self):\n        ...\n    ...",
    "class A:\n    x = 1\n    def run(self):\n        pass\nclass B:\n    def go(self):\n        pass\n",
    [1],
  ],
]);

table("other statements", [
  [
    "one of several with items",
    "with open(...) as $F:\n    ...",
    "with a as b, open(c) as d:\n    pass\nwith open(a) as b:\n    pass\nwith a as b:\n    pass\n",
    [1, 3],
  ],
  [
    "async with needs no async",
    "with f() as $F:\n    ...",
    "async def g():\n    async with f() as a:\n        pass\n",
    [2],
  ],
  [
    "an except clause",
    "try:\n    ...\nexcept $E:\n    pass",
    "try:\n    f()\nexcept A:\n    pass\ntry:\n    f()\nexcept A:\n    g()\n",
    [1],
  ],
  [
    "a bare except",
    "try:\n    ...\nexcept:\n    ...",
    "try:\n    f()\nexcept:\n    pass\ntry:\n    f()\nexcept A:\n    pass\n",
    [1],
  ],
  [
    "an except clause among others",
    "try:\n    ...\nexcept B:\n    ...",
    "try:\n    f()\nexcept A:\n    pass\nexcept B:\n    pass\n",
    [1],
  ],
  [
    "a named exception",
    "try:\n    ...\nexcept $T as $E:\n    ...\n    g($E)\n    ...",
    "try:\n    f()\nexcept A as e:\n    g(e)\n",
    [1],
  ],
  [
    "finally",
    "try:\n    ...\nfinally:\n    ...",
    "try:\n    f()\nfinally:\n    g()\ntry:\n    f()\nexcept A:\n    pass\n",
    [1],
  ],
  [
    "an else that the pattern asks for",
    "if $C:\n    ...\nelse:\n    ...",
    "if a:\n    pass\nelse:\n    pass\nif b:\n    pass\n",
    [1],
  ],
  ["raise", "raise $E(...)", "def f():\n    raise A(1)\n    raise\n", [2]],
  ["assert", "assert $X", "assert a\nassert a, b\n", [1]],
  ["an augmented assignment", "$X += $Y", "a += 1\na -= 1\na = a + 1\n", [1]],
  ["delete", "del $X[$K]", "del a[b]\ndel a\n", [1]],
  ["global", "global $X", "def f():\n    global a\n", [2]],
]);

table("operators", [
  ["or of bits, either way round", "A | B", "x = A | B\nx = B | A\nx = A & B\n", [1, 2]],
  ["and of bits, either way round", "A & B", "x = B & A\n", [1]],
  ["and in order", "a and b", "x = a and b\nx = b and a\n", [1]],
  ["and with anything between", "a and ... and c", "x = a and b and c\nx = a and c\nx = c and a\n", [1, 2]],
  ["plus in order", "a + b", "x = a + b\nx = b + a\n", [1]],
  ["comparison", "$X is not None", "x = a is not None\nx = a is None\n", [1]],
  ["not", "not $X", "x = not a\nx = a\n", [1]],
  ["a subscript", '$X["k"]', 'a["k"]\na["l"]\na.k\n', [1]],
  ["a slice", "$X[1:]", "a[1:]\na[:1]\n", [1]],
  ["a conditional", "$A if $B else $A", "x = a if b else a\nx = a if b else c\n", [1]],
  ["a lambda", "lambda $X: $X", "f = lambda a: a\nf = lambda a: b\n", [1]],
  ["await", "await f()", "async def g():\n    await f()\n    f()\n", [2]],
  ["percent formatting", '"..." % $X', 'x = "a %s" % b\nx = a % b\n', [1]],
  ["parentheses do not count", "a + b", "x = ((a) + (b))\n", [1]],
]);
