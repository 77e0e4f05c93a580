/** Flows through objects and files, and how sure they are, marked as in flow-project.test.ts. */
import { describe, expect, it } from "vitest";
import { createFlowTest } from "../../../../test/support/flow-project.js";
import { smallModels, smallRules } from "../../../../test/support/small-models.js";
import { checkFlows as check, header } from "../../../../test/support/small-flows.js";

type Cases = [name: string, code: string | Record<string, string>][];

describe("through objects", () => {
  const holder = "class Holder:\n  def __init__(self, x, y='ls'):\n    self.x = x\n    self.y = y\n";
  it.each<Cases[number]>([
    [
      "a constructor",
      `${holder}def f():\n  o = Holder(lib.read())  # source\n  os.system(o.y)\n  os.system(o.x)  # sink`,
    ],
    [
      "a method that uses a field",
      "class A:\n  def __init__(self, x):\n    self.x = x\n  def run(self):\n    os.system(self.x)  # sink\ndef f():\n  A(lib.read()).run()  # source",
    ],
    [
      "another object of the class",
      "class A:\n  def __init__(self, x):\n    self.x = x\n  def run(self):\n    os.system(self.x)\ndef f():\n  A('ls').run()\n  print(lib.read())",
    ],
    [
      "a field that one method sets and another uses",
      "class A:\n  def set(self):\n    self.x = lib.read()  # source\n  def run(self):\n    os.system(self.x)  # sink",
    ],
    [
      "a field of a base class",
      "class A:\n  def run(self):\n    os.system(self.x)  # sink\nclass B(A):\n  def set(self):\n    self.x = lib.read()  # source",
    ],
    [
      "inherited methods",
      "class A:\n  def run(self, c):\n    os.system(c)  # sink\nclass B(A):\n  pass\ndef f():\n  B().run(lib.read())  # source",
    ],
    [
      "a subclass's method",
      "class A:\n  def get(self):\n    return 'ls'\n  def run(self):\n    os.system(self.get())  # sink\nclass B(A):\n  def get(self):\n    return lib.read()  # source\ndef f():\n  B().run()",
    ],
    [
      "an object that is known to be of a class that cleans",
      "class A:\n  def clean(self, a):\n    return a\n  def run(self, a):\n    os.system(self.clean(a))\nclass B(A):\n  def clean(self, a):\n    return lib.quote(a)\ndef f():\n  B().run(lib.read())",
    ],
    [
      "super",
      "class A:\n  def run(self, c):\n    os.system(c)  # sink\nclass B(A):\n  def run(self, c):\n    super().run(c)\ndef f():\n  B().run(lib.read())  # source",
    ],
    [
      "fields that super's constructor sets",
      "class A:\n  def __init__(self, x):\n    self.x = x\nclass B(A):\n  def __init__(self, x):\n    super().__init__(x)\n  def run(self):\n    os.system(self.x)  # sink\ndef f():\n  B(lib.read()).run()  # source",
    ],
    [
      "properties",
      "class A:\n  @property\n  def x(self):\n    return lib.read()  # source\ndef f(a: A):\n  os.system(a.x)  # sink",
    ],
    [
      "a property of a field",
      "class A:\n  def __init__(self, x):\n    self._x = x\n  @property\n  def x(self):\n    return self._x\ndef f():\n  os.system(A(lib.read()).x)  # source # sink",
    ],
    [
      "dataclasses",
      "import dataclasses\n@dataclasses.dataclass\nclass A:\n  x: str\n  y: str\ndef f():\n  a = A(lib.read(), 'ls')  # source\n  os.system(a.y)\n  os.system(a.x)  # sink",
    ],
    ["__call__", "class A:\n  def __call__(self, c):\n    os.system(c)  # sink\ndef f():\n  A()(lib.read())  # source"],
    [
      "__str__",
      "class A:\n  def __init__(self, x):\n    self.x = x\n  def __str__(self):\n    return self.x\ndef f():\n  os.system(f'ls {A(lib.read())}')  # source # sink",
    ],
    [
      "__str__ without the field",
      "class A:\n  def __init__(self, x):\n    self.x = x\n  def __str__(self):\n    return 'A'\ndef f():\n  os.system(f'ls {A(lib.read())}')",
    ],
    [
      "__enter__",
      "class A:\n  def __init__(self, x):\n    self.x = x\n  def __enter__(self):\n    return self.x\ndef f():\n  with A(lib.read()) as c:  # source\n    os.system(c)  # sink",
    ],
    [
      "__getitem__",
      "class A:\n  def __getitem__(self, key):\n    return lib.read()  # source\ndef f():\n  os.system(A()['x'])  # sink",
    ],
    [
      "__iter__",
      "class A:\n  def __iter__(self):\n    yield lib.read()  # source\ndef f():\n  for a in A():\n    os.system(a)  # sink",
    ],
    ["class attributes", "class A:\n  x = lib.read()  # source\ndef f():\n  os.system(A.x)  # sink"],
    [
      "objects of a library by their makers",
      "def f():\n  c = lib.connect().cursor()\n  c.execute(lib.read())  # source # sink",
    ],
    ["objects of a library by annotation", "def f(c: 'lib.OtherCursor'):\n  c.execute(lib.read())  # source # sink"],
    ["objects of a library by their name", "def f(cursor):\n  cursor.execute(lib.read())  # source # sink"],
    [
      "objects of a library in a field",
      "class A:\n  def __init__(self):\n    self.c = lib.connect().cursor()\n  def run(self):\n    self.c.execute(lib.read())  # source # sink",
    ],
    [
      "a subclass of a library's class",
      "class A(lib.Cursor):\n  pass\ndef f():\n  A().execute(lib.read())  # source # sink",
    ],
    [
      "a path into what a library gives",
      "def f():\n  a = lib.pack(lib.read())  # source\n  os.system(a.head)\n  os.system(a.body)  # sink",
    ],
    [
      "what a library's method puts into its object",
      "def f():\n  b = lib.Buffer()\n  b.write(lib.read())  # source\n  os.system(b)  # sink",
    ],
    [
      "the only method of a name",
      "class A:\n  def launch_it(self, c):\n    os.system(c)  # sink\ndef f(a):\n  a.launch_it(lib.read())  # source",
    ],
    [
      "isinstance",
      "class A:\n  def go(self, c):\n    os.system(c)  # sink\nclass B:\n  def go(self, c):\n    print(c)\ndef f(a):\n  if isinstance(a, A):\n    a.go(lib.read())  # source",
    ],
  ] satisfies Cases)("%s", (_, code) => {
    check(code);
  });
});

describe("through files", () => {
  it.each<Cases[number]>([
    [
      "imports",
      {
        "a.py": "import os\ndef run(c):\n  os.system(c)  # sink\n",
        "b.py": "import lib\nfrom a import run\ndef f():\n  run(lib.read())  # source\n",
      },
    ],
    [
      "re-exports of a package",
      {
        "p/__init__.py": "from .a import run\n",
        "p/a.py": "import os\ndef run(c):\n  os.system(c)  # sink\n",
        "b.py": "import lib, p\ndef f():\n  p.run(lib.read())  # source\n",
      },
    ],
    [
      "variables of a module",
      {
        "a.py": "import lib\nNAME = lib.read()  # source\n",
        "b.py": "import os\nfrom a import NAME\ndef f():\n  os.system(NAME)  # sink\n",
      },
    ],
    [
      "variables by their module",
      {
        "a.py": "import lib\nNAME = lib.read()  # source\n",
        "b.py": "import os, a\ndef f():\n  os.system(a.NAME)  # sink\n",
      },
    ],
    [
      "a variable that a function sets",
      "name = 'ls'\ndef set():\n  global name\n  name = lib.read()  # source\ndef f():\n  os.system(name)  # sink",
    ],
    [
      "a source up, a sink down",
      {
        "a.py": "import lib\ndef get():\n  return lib.read()  # source\n",
        "b.py": "from a import get\nfrom c import run\ndef f():\n  run(get())\n",
        "c.py": "import os\ndef run(c):\n  os.system(c)  # sink\n",
      },
    ],
    [
      "classes of other files",
      {
        "a.py":
          "import os\nclass A:\n  def __init__(self, x):\n    self.x = x\n  def run(self):\n    os.system(self.x)  # sink\n",
        "b.py": "import a, lib\ndef f():\n  a.A(lib.read()).run()  # source\n",
      },
    ],
  ] satisfies Cases)("%s", (_, code) => {
    check(code);
  });
});

describe("other sources", () => {
  it.each<Cases[number]>([
    ["variables of the environment", "def f():\n  os.system(os.environ['X'])  # source # sink"],
    [
      "parameters by name",
      "def f(password, show_password):  # source\n  lib.log(password)  # sink\n  lib.log(show_password)",
    ],
    ["fields by name", "def f(o):\n  lib.log(o.password)  # source # sink"],
    [
      "exceptions",
      "def f(password):  # source\n  try:\n    g()\n  except Exception as e:  # source\n    lib.log(e)  # sink",
    ],
    ["kinds that no rule connects", "def f():\n  lib.log(lib.read())\n  open(os.environ['X'])"],
  ] satisfies Cases)("%s", (_, code) => {
    check(code);
  });
});

describe("how sure it is", () => {
  it.each<[name: string, code: string, confidence: string]>([
    ["high", "def f():\n  os.system(lib.read())", "high"],
    [
      "a method by its name alone",
      "class A:\n  def launch_it(self, c):\n    os.system(c)\ndef f(a):\n  a.launch_it(lib.read())",
      "medium",
    ],
    ["data of who runs the program", "def f():\n  os.system(os.environ['X'])", "medium"],
    ["an object that is known by its name", "def f(cursor):\n  cursor.execute(lib.read())", "medium"],
  ])("%s", (_, code, confidence) => {
    const test = createFlowTest(smallModels, smallRules);
    test.setText("main.py", header + code);
    test.finish();
    expect(test.flows().map((flow) => flow.confidence)).toEqual([confidence]);
  });

  it("is not told at all behind a call of which nobody knows anything", () => {
    check("import other\ndef f():\n  os.system(other.thing(lib.read()))");
  });
});
