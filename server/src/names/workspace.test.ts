/** What files of a project are to each other. */
import { describe, expect, it } from "vitest";
import { createFactReader } from "../../../test/support/file-facts.js";
import {
  createWorkspace,
  type Ancestor,
  type LibraryTypes,
  type Resolved,
  type Type,
  type Workspace,
} from "./workspace.js";

const reader = await createFactReader();

type Files = Readonly<Record<string, string>>;

const types: Readonly<Record<string, string>> = {
  "sqlite3.connect()": "sqlite3.Connection",
  "sqlite3.Connection.cursor()": "sqlite3.Cursor",
  "flask.request": "flask.Request",
  "werkzeug.Request.args": "werkzeug.MultiDict",
  "werkzeug.MultiDict.get()": "str",
  "werkzeug.MultiDict[*]": "str",
  "re.finditer()[*]": "re.Match",
  "db.Query.all()[*]": "db.Row",
};
const bases: Readonly<Record<string, readonly string[]>> = { "flask.Request": ["werkzeug.Request"] };

const library: LibraryTypes = {
  typeOf: (name) => types[name],
  basesOf: (name) => bases[name] ?? [],
  canonicalName: (name) => (name === "flask.wrappers.Request" ? "flask.Request" : name),
};

function workspaceOf(files: Files): Workspace {
  const workspace = createWorkspace(library);
  for (const [path, text] of Object.entries(files)) workspace.setFile(path, reader.read(text));
  return workspace;
}

function ignore(): void {
  // What answers rest on is the property tests' business.
}

/** "function a.py:f", with what is left of the name behind a plus. */
function showResolved(found: Resolved): string {
  if (found.kind === "external") return found.name;
  const rest = found.rest.length === 0 ? "" : ` + ${found.rest.join(".")}`;
  switch (found.kind) {
    case "function":
    case "class":
      return `${found.kind} ${found.path}:${found.key}${rest}`;
    case "variable":
      return `variable ${found.path}:${found.name}${rest}`;
    case "module":
      return `module ${found.path}${rest}`;
  }
}

function showType(type: Type): string {
  switch (type.kind) {
    case "instance":
      return `${type.class.path}:${type.class.key}`;
    case "library":
      return type.name;
    case "builtin":
      return type.elements.length === 0 ? type.name : `${type.name}[${type.elements.map(showType).join(" | ")}]`;
    case "class":
      return `class ${type.class.path}:${type.class.key}`;
    case "function":
      return `function ${type.function.path}:${type.function.key}`;
    case "module":
      return `module ${type.path}`;
    case "external":
      return `\`${type.name}\``;
  }
}

function showAncestor(ancestor: Ancestor): string {
  return ancestor.kind === "library" ? ancestor.name : ancestor.key;
}

/** Asserts what a name in main.py means. */
function checkName(files: Files, name: string, expected: string, from = "main.py"): void {
  expect(showResolved(workspaceOf({ "main.py": "", ...files }).resolve(from, name, ignore))).toBe(expected);
}

describe("modules", () => {
  it.each<[name: string, files: Files, asked: string, expected: string, from?: string]>([
    ["a file", { "a.py": "def f(): pass" }, "a.f", "function a.py:f"],
    ["a module itself", { "a/b.py": "" }, "a.b", "module a/b.py"],
    ["a package", { "a/__init__.py": "def f(): pass" }, "a.f", "function a/__init__.py:f"],
    ["a module of a package", { "a/__init__.py": "", "a/b.py": "x = 1" }, "a.b.x", "variable a/b.py:x"],
    ["a package without __init__", { "a/b/c.py": "def f(): pass" }, "a.b.c.f", "function a/b/c.py:f"],
    ["src", { "src/a/__init__.py": "", "src/a/b.py": "def f(): pass" }, "a.b.f", "function src/a/b.py:f"],
    ["src, from its side", { "src/a.py": "def f(): pass", "test/t.py": "" }, "a.f", "function src/a.py:f", "test/t.py"],
    ["the nearest root", { "p/lib/a.py": "", "q/lib/a.py": "", "q/m.py": "" }, "lib.a", "module q/lib/a.py", "q/m.py"],
    ["a neighbour of a script", { "tools/a.py": "", "tools/b.py": "" }, "a", "module tools/a.py", "tools/b.py"],
    [
      "a neighbour in a package, which scripts may import",
      { "p/__init__.py": "", "p/a.py": "", "p/b.py": "" },
      "a",
      "module p/a.py",
      "p/b.py",
    ],
    ["not what lies in another package", { "p/__init__.py": "", "p/a.py": "" }, "a", "a"],
    ["not what lies far away", { "x/y/z/requests.py": "" }, "requests", "requests"],
    ["not what the standard library has", { "src/json.py": "" }, "json.dumps", "json.dumps"],
    ["what hides the standard library", { "json.py": "def dumps(): pass" }, "json.dumps", "function json.py:dumps"],
    ["not itself", { "p/requests.py": "" }, "requests.get", "requests.get", "p/requests.py"],
    ["a module of what is missing", { "a.py": "" }, "a.b.c", "module a.py + b.c"],
    ["a stub is none", { "a.pyi": "def f(): ..." }, "a.f", "a.f"],
    ["the file itself", { "p/__init__.py": "", "p/m.py": "def f(): pass" }, "f", "function p/m.py:f", "p/m.py"],
    ["relative", { "p/a.py": "def f(): pass", "p/b.py": "" }, ".a.f", "function p/a.py:f", "p/b.py"],
    [
      "relative to a package",
      { "p/a.py": "def f(): pass", "p/__init__.py": "" },
      ".a.f",
      "function p/a.py:f",
      "p/__init__.py",
    ],
    ["relative, up", { "p/a.py": "def f(): pass", "p/q/b.py": "" }, "..a.f", "function p/a.py:f", "p/q/b.py"],
    ["relative, too far up", { "a.py": "", "p/b.py": "" }, "...a.f", "...a.f", "p/b.py"],
    ["the package", { "p/__init__.py": "x = 1", "p/b.py": "" }, ".x", "variable p/__init__.py:x", "p/b.py"],
    ["a package before a module", { "a.py": "", "a/__init__.py": "def f(): pass" }, "a.f", "function a/__init__.py:f"],
    ["__main__", { "p/__init__.py": "", "p/__main__.py": "def f(): pass" }, "p.__main__.f", "function p/__main__.py:f"],
  ])("%s", (_, files, asked, expected, from) => {
    checkName(files, asked, expected, from);
  });
});

describe("names", () => {
  it.each<[name: string, files: Files, asked: string, expected: string]>([
    ["a re-export", { "p/__init__.py": "from .m import f", "p/m.py": "def f(): pass" }, "p.f", "function p/m.py:f"],
    [
      "a renamed one",
      { "p/__init__.py": "from .m import f as g", "p/m.py": "def f(): pass" },
      "p.g",
      "function p/m.py:f",
    ],
    [
      "by a star",
      { "p/__init__.py": "from .m import *", "p/m.py": "def f(): pass\ndef _g(): pass" },
      "p.f",
      "function p/m.py:f",
    ],
    [
      "not private by a star",
      { "p/__init__.py": "from .m import *", "p/m.py": "def _g(): pass" },
      "p._g",
      "module p/__init__.py + _g",
    ],
    [
      "by two stars",
      { "a.py": "from b import *", "b.py": "from c import *", "c.py": "x = 1" },
      "a.x",
      "variable c.py:x",
    ],
    ["stars in a circle", { "a.py": "from b import *", "b.py": "from a import *\nx = 1" }, "a.x", "variable b.py:x"],
    [
      "stars in a circle with an import",
      { "p/__init__.py": "from .b import *\nfrom .c import *", "p/b.py": "def f(): pass", "p/c.py": "from p import f" },
      "p.f",
      "function p/b.py:f",
    ],
    ["a library's re-export", { "a.py": "from sqlite3 import connect" }, "a.connect", "sqlite3.connect"],
    ["a re-export in a circle", { "a.py": "from b import x", "b.py": "from a import x" }, "a.x", "module a.py + x"],
    [
      "a module by its package's import",
      { "p/__init__.py": "from . import m", "p/m.py": "def f(): pass" },
      "p.m.f",
      "function p/m.py:f",
    ],
    ["an alias of a module", { "a.py": "import p.m as z", "p/m.py": "def f(): pass" }, "a.z.f", "function p/m.py:f"],
    [
      "a fallback",
      { "a.py": "try:\n    from b import f\nexcept ImportError:\n    f = None", "b.py": "def f(): pass" },
      "a.f",
      "function b.py:f",
    ],
    ["the last definition", { "a.py": "def f(): pass\ndef f(): pass" }, "a.f", "function a.py:f#2"],
    ["a nested class", { "a.py": "class C:\n    class D: pass" }, "a.C.D", "class a.py:C.D"],
    ["a method", { "a.py": "class C:\n    def m(self): pass" }, "a.C.m", "function a.py:C.m"],
    [
      "an inherited method",
      { "a.py": "class B:\n    def m(self): pass\nclass C(B): pass" },
      "a.C.m",
      "function a.py:B.m",
    ],
    [
      "a method of a library's class",
      { "a.py": "import flask\nclass C(flask.Flask): pass" },
      "a.C.route",
      "flask.Flask.route",
    ],
    ["an attribute that is a function", { "a.py": "def f(): pass\nclass C:\n    g = f" }, "a.C.g", "function a.py:f"],
    ["an attribute", { "a.py": "class C:\n    g = 1" }, "a.C.g", "class a.py:C + g"],
    ["a method of a variable", { "a.py": "class C:\n    def m(self): pass\nc = C()" }, "a.c.m", "function a.py:C.m"],
    [
      "of a library's object",
      { "a.py": "import sqlite3\nc = sqlite3.connect()" },
      "a.c.cursor",
      "sqlite3.Connection.cursor",
    ],
    [
      "of an object that something makes",
      { "a.py": "import flask\napp = flask.Flask(__name__)" },
      "a.app.route",
      "flask.Flask.route",
    ],
    ["a function by another name", { "a.py": "def f(): pass\ng = f" }, "a.g", "variable a.py:g"],
    ["what libraries call it", { "a.py": "" }, "flask.wrappers.Request.args", "flask.wrappers.Request.args"],
    ["a canonical name", { "a.py": "from flask.wrappers import Request" }, "a.Request", "flask.Request"],
    ["a builtin", { "a.py": "" }, "open", "open"],
    ["a module's builtin", { "a.py": "" }, "builtins.open", "open"],
    ["names of Object's members", { "a.py": "def constructor(): pass" }, "a.toString", "module a.py + toString"],
  ])("%s", (_, files, asked, expected) => {
    checkName(files, asked, expected);
  });

  it.each<[name: string, main: string, asked: string, expected: string]>([
    ["its own function", "def f(): pass", "f", "function main.py:f"],
    ["a nested function", "def f():\n    def g(): pass", "f.<locals>.g", "function main.py:f.<locals>.g"],
    [
      "a member of a nested class",
      "def f():\n    class C:\n        def m(self): pass",
      "f.<locals>.C.m",
      "function main.py:f.<locals>.C.m",
    ],
    ["an import of its own name is not looked up again", "from a import a", "a.a", "class a.py:a"],
    [
      "nor is one of a library",
      "from datetime import datetime\ndef f(): datetime.now()",
      "datetime.datetime.now",
      "datetime.datetime.now",
    ],
    ["a definition hides an import", "import a\ndef a(): pass", "a", "module a.py"],
    ["a star of a library", "from flask import *", "request", "flask.request"],
    ["not for builtins", "from flask import *", "open", "open"],
    ["a star of the project", "from a import *", "a", "class a.py:a"],
  ])("in a file: %s", (_, main, asked, expected) => {
    checkName({ "main.py": main, "a.py": "class a: pass" }, asked, expected);
  });
});

/** Asserts what the class C of a.py is derived from. */
function checkAncestors(files: Files, expected: readonly string[]): void {
  const order = workspaceOf(files).ancestors({ path: "a.py", key: "C" }, ignore);
  expect(order.map(showAncestor)).toEqual(["C", ...expected]);
}

describe("classes", () => {
  it.each<[name: string, files: Files, expected: readonly string[]]>([
    ["none", { "a.py": "class C(object): pass" }, []],
    [
      "a diamond",
      { "a.py": "class R: pass\nclass A(R): pass\nclass B(R): pass\nclass C(A, B): pass" },
      ["A", "B", "R"],
    ],
    [
      "across files",
      { "a.py": "from b import B\nclass C(B): pass", "b.py": "import c\nclass B(c.D): pass", "c.py": "class D: pass" },
      ["B", "D"],
    ],
    ["of libraries", { "a.py": "import flask\nclass C(flask.Request): pass" }, ["flask.Request", "werkzeug.Request"]],
    ["without an order", { "a.py": "class A: pass\nclass B(A): pass\nclass C(A, B): pass" }, ["A", "B"]],
    ["in a circle", { "a.py": "class C(B): pass\nclass B(C): pass" }, ["B"]],
    ["of itself", { "a.py": "class C(C): pass" }, []],
    ["an alias", { "a.py": "from b import Base\nclass C(Base): pass", "b.py": "class B: pass\nBase = B" }, ["B"]],
    [
      "a factory",
      { "a.py": "class C(Base): pass\nBase = make()\ndef make():\n    class B: pass\n    return B" },
      ["make.<locals>.B"],
    ],
    ["a factory of a library", { "a.py": "import orm\nBase = orm.make()\nclass C(Base): pass" }, ["orm.make()"]],
    ["with a metaclass", { "a.py": "import six\nclass B: pass\nclass C(six.with_metaclass(M, B)): pass" }, ["B"]],
    ["generic", { "a.py": "class B: pass\nclass C(B[int]): pass" }, ["B"]],
  ])("are derived from: %s", (_, files, expected) => {
    checkAncestors(files, expected);
  });

  const hierarchy: Files = {
    "b.py": "class B:\n    def m(self): pass\n    def n(self): pass\n    x = 1",
    "p/__init__.py": "from b import B as Base",
    "c.py": "from p import Base\nclass C(Base):\n    def m(self): pass",
    "d.py":
      "import c\nclass D(c.C):\n    def m(self): pass\n    def __init__(self):\n        self.x = 2\nAlias = c.C\nclass E(Alias): pass",
  };
  const base = { path: "b.py", key: "B" };
  const derived = { path: "d.py", key: "D" };

  it("are found from their bases", () => {
    const workspace = workspaceOf(hierarchy);
    expect(workspace.subclasses(base, ignore)).toEqual([{ path: "c.py", key: "C" }]);
    expect(workspace.descendants(base, ignore).map(({ key }) => key)).toEqual(["C", "D", "E"]);
    expect(workspace.overrides(base, "m", ignore).map(({ key }) => key)).toEqual(["C.m", "D.m"]);
    expect(workspace.overrides(base, "n", ignore)).toEqual([]);
  });

  it.each<[name: string, after: { path: string; key: string } | undefined, expected: string | undefined]>([
    ["m", undefined, "d.py:D"],
    ["n", undefined, "b.py:B"],
    ["x", undefined, "d.py:D"],
    ["m", derived, "c.py:C"],
    ["m", { path: "c.py", key: "C" }, "b.py:B"],
    ["m", base, undefined],
    ["missing", undefined, undefined],
  ])("have the member %s after %o", (name, after, expected) => {
    const member = workspaceOf(hierarchy).member(derived, name, ignore, after);
    expect(member && `${member.class.path}:${member.class.key}`).toBe(expected);
  });
});

/** Asserts what `value` of main.py holds. */
function checkType(main: string, expected: readonly string[], files: Files = {}): void {
  const workspace = workspaceOf({ "main.py": main, ...files });
  const found = workspace.typesOf({ kind: "name", name: "value" }, "main.py", ignore);
  expect(found.map(showType)).toEqual(expected);
}

describe("types", () => {
  const store: Files = {
    "store.py":
      "import sqlite3\nclass Store:\n    kind = 'x'\n    def __init__(self):\n        self.db = sqlite3.connect('x')\n    def open(self):\n        return self.db.cursor()\n    def me(self):\n        return self\n" +
      "    @property\n    def p(self):\n        return self.db\n    @classmethod\n    def make(cls):\n        return cls()\n    @staticmethod\n    def s() -> 'Store': pass\n    def __call__(self):\n        return [self]\n    def __getitem__(self, i):\n        return self.db\n" +
      "class Sub(Store):\n    def me(self):\n        return super().me()\nstore = Store()\ndef get(): return store\n",
  };
  it.each<[name: string, main: string, expected: readonly string[]]>([
    ["an object", "from store import Store\nvalue = Store()", ["store.py:Store"]],
    ["a variable", "import store\nvalue = store.store", ["store.py:Store"]],
    ["what a function returns", "from store import get\nvalue = get()", ["store.py:Store"]],
    ["an attribute", "from store import Store\nvalue = Store().db", ["sqlite3.Connection"]],
    ["of a class", "from store import Store\nvalue = Store.kind", ["str"]],
    ["a method's result", "from store import Store\nvalue = Store().open()", ["sqlite3.Cursor"]],
    ["a method", "from store import Store\nvalue = Store().open", ["function store.py:Store.open"]],
    ["self, of the subclass", "from store import Sub\nvalue = Sub().me()", ["store.py:Sub"]],
    ["a property", "from store import Sub\nvalue = Sub().p", ["sqlite3.Connection"]],
    ["a property's method", "from store import Sub\nvalue = Sub().p.cursor()", ["sqlite3.Cursor"]],
    ["a class method", "from store import Store\nvalue = Store.make()", ["store.py:Store"]],
    ["a string annotation", "from store import Store\nvalue = Store.s()", ["store.py:Store"]],
    ["a call of an object", "from store import store\nvalue = store()", ["list[store.py:Store]"]],
    ["an item of a call", "from store import store\nvalue = store()[0]", ["store.py:Store"]],
    ["__getitem__", "from store import store\nvalue = store['a']", ["sqlite3.Connection"]],
    ["a library's variable", "import flask\nvalue = flask.request", ["flask.Request"]],
    ["its base's attribute", "from flask import request\nvalue = request.args", ["werkzeug.MultiDict"]],
    ["an item of it", "from flask import request\nvalue = request.args['x']", ["str"]],
    ["a result's item", "import re\nfor value in re.finditer('x', y): pass", ["re.Match"]],
    ["a library function itself", "from os import system\nvalue = system", ["`os.system`"]],
    ["an unknown function's result", "import requests\nvalue = requests.get()", []],
    ["what looks like a class", "import requests\nvalue = requests.Session()", ["requests.Session"]],
    ["with", "import sqlite3\nwith sqlite3.connect() as value: pass", ["sqlite3.Connection"]],
    [
      "a context manager's generator",
      "from store import Store\ndef g():\n    yield Store()\nwith g() as value: pass",
      ["store.py:Store"],
    ],
    ["a table of classes", "from store import Store\nvalue = {'a': Store}['a']()", ["store.py:Store"]],
    ["a table's get", "from store import Store\nt = {'a': Store()}\nvalue = t.get('a')", ["store.py:Store"]],
    [
      "values of a table",
      "from store import Store\nt = {'a': Store()}\nfor value in t.values(): pass",
      ["store.py:Store"],
    ],
    ["text", "value = 'a'.upper().strip()", ["str"]],
    ["a builtin class", "value = int('1')", ["int"]],
    ["several", "from store import Store\nvalue = Store() if x else None", ["store.py:Store", "None"]],
    [
      "an annotated parameter's attribute",
      "from store import Store\ndef f(s: Store):\n    return s.db\nvalue = f(1)",
      ["sqlite3.Connection"],
    ],
    ["a class as a value", "from store import Store\nvalue = Store", ["class store.py:Store"]],
    ["a module", "import store\nvalue = store", ["module store.py"]],
    ["itself", "value = value", []],
    ["a circle", "def f(): return g()\ndef g(): return f()\nvalue = f()", []],
    [
      "a subclass of a library's class",
      "import flask\nclass R(flask.Request): pass\nvalue = R().args.get('x')",
      ["str"],
    ],
    [
      "an alias in an annotation",
      "import flask\nR = flask.Request\ndef f() -> R: pass\nvalue = f()",
      ["flask.Request"],
    ],
  ])("of %s", (_, main, expected) => {
    checkType(main, expected, store);
  });
});

describe("bodies", () => {
  const files: Files = { "a.py": "def f():\n    run(x.args)\ndef g(): run()", "b.py": "run()" };

  it("are found by what they call and their words", () => {
    const workspace = workspaceOf(files);
    expect(workspace.bodiesThatCall("run", ignore)).toEqual([
      { path: "a.py", key: "f" },
      { path: "a.py", key: "g" },
      { path: "b.py", key: "<module>" },
    ]);
    expect(workspace.bodiesWithWord("args", ignore)).toEqual([{ path: "a.py", key: "f" }]);
    workspace.setFile("a.py", undefined);
    expect(workspace.bodiesThatCall("run", ignore)).toEqual([{ path: "b.py", key: "<module>" }]);
    expect(workspace.bodiesWithWord("args", ignore)).toEqual([]);
  });
});
