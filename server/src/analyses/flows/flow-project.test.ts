/** Flows through small projects. A comment `# source` is where a path starts, `# sink` where it ends; nothing else may be found. */
import { describe, expect, it } from "vitest";
import { createFlowTest } from "../../../../test/support/flow-project.js";
import { smallModels, smallRules } from "../../../../test/support/small-models.js";

const header = "import lib, os, re\nfrom lib import request\napp = lib.App()\n";

/** Asserts that what is found are the lines marked as sinks, each by a path from a line marked as source. One text is the file main.py. */
function check(code: string | Readonly<Record<string, string>>): void {
  const files = typeof code === "string" ? { "main.py": header + code } : code;
  const test = createFlowTest(smallModels, smallRules);
  for (const [path, text] of Object.entries(files)) test.setText(path, text);
  test.finish();
  const marked = (mark: string): string[] =>
    Object.entries(files).flatMap(([path, text]) =>
      text.split("\n").flatMap((line, index) => (line.includes(`# ${mark}`) ? [`${path}:${index + 1}`] : [])),
    );
  const found = test.flows();
  expect([...new Set(found.map(({ path, line }) => `${path}:${line}`))].sort()).toEqual(marked("sink").sort());
  const sources = marked("source");
  for (const { steps } of found) {
    const [first] = steps;
    expect(sources, JSON.stringify(steps)).toContain(`${first?.path}:${first?.line}`);
    expect(steps.length).toBeLessThanOrEqual(20);
  }
}

type Cases = [name: string, code: string | Record<string, string>][];

describe("in one function", () => {
  it.each<Cases[number]>([
    ["from a read to a call", "def f():\n  a = request.args['x']  # source\n  os.system(a)  # sink"],
    ["from a call", "def f():\n  os.system(lib.read())  # source # sink"],
    ["an argument that is filled", "def f(buffer):\n  lib.fill(buffer)  # source\n  os.system(buffer)  # sink"],
    ["by another name of the source", "from lib import OtherRead\ndef f():\n  os.system(OtherRead())  # source # sink"],
    ["text that is put together", "def f():\n  a = request.args['x']  # source\n  os.system('ls ' + a)  # sink"],
    ["f-strings", "def f():\n  a = lib.read()  # source\n  os.system(f'ls {a}')  # sink"],
    [
      "percent formats",
      "def f():\n  a = lib.read()  # source\n  os.system('ls %s' % a)  # sink\n  os.system('ls %d' % a)",
    ],
    [
      "several values in a percent format",
      "def f():\n  a = lib.read()  # source\n  os.system('%s %d' % ('x', a))\n  os.system('%s %d' % (a, 1))  # sink",
    ],
    [
      "comparisons and lengths give nothing",
      "def f():\n  a = lib.read()\n  os.system(str(len(a)))\n  os.system(str(a == 'x'))",
    ],
    ["methods of text", "def f():\n  a = lib.read()  # source\n  os.system(a.strip().lower())  # sink"],
    ["overwritten", "def f():\n  a = lib.read()\n  a = 'ls'\n  os.system(a)"],
    ["on one branch", "def f(c):\n  a = 'ls'\n  if c:\n    a = lib.read()  # source\n  os.system(a)  # sink"],
    ["a branch that is never taken", "def f():\n  a = 'ls'\n  if False:\n    a = lib.read()\n  os.system(a)"],
    ["a list by index", "def f():\n  a = ['ls', lib.read()]  # source\n  os.system(a[0])\n  os.system(a[1])  # sink"],
    [
      "a dictionary by key",
      "def f():\n  a = {'x': lib.read(), 'y': 'ls'}  # source\n  os.system(a['y'])\n  os.system(a['x'])  # sink",
    ],
    ["items in a loop", "def f():\n  for a in request.args:  # source\n    os.system(a)  # sink"],
    ["a list as text", "def f():\n  a = ['ls', lib.read()]  # source\n  os.system(' '.join(a))  # sink"],
    [
      "a part that a sink names",
      "def f():\n  a = lib.read()  # source\n  lib.start(['ls', a])\n  lib.start([a, 'x'])  # sink",
    ],
    ["a deep sink", "def f(password):  # source\n  lib.log({'x': password})  # sink"],
    [
      "a keyword that decides",
      "def f():\n  a = lib.read()  # source\n  lib.run(a)\n  lib.run(a, shell=False)\n  lib.run(a, shell=True)  # sink",
    ],
    ["fields", "def f(o):\n  o.x = lib.read()  # source\n  os.system(o.y)\n  os.system(o.x)  # sink"],
    ["a written attribute", "def f():\n  p = lib.Page()\n  p.text = lib.read()  # source # sink"],
    ["what a view returns", "@app.route('/')\ndef f():\n  return lib.read()  # source # sink"],
    [
      "an address with a host of its own",
      "def f():\n  a = lib.read()  # source\n  lib.get('https://x/' + a)\n  lib.get('https://' + a)  # sink",
    ],
    ["at the module's level", "a = lib.read()  # source\nos.system(a)  # sink"],
  ] satisfies Cases)("%s", (_, code) => {
    check(code);
  });
});

describe("what makes data harmless", () => {
  it.each<Cases[number]>([
    ["a sanitizer, for its kind", "def f():\n  a = lib.quote(lib.read())  # source\n  os.system(a)\n  open(a)  # sink"],
    [
      "one on one branch only",
      "def f(c):\n  a = lib.read()  # source\n  if c:\n    a = lib.quote(a)\n  os.system(a)  # sink",
    ],
    ["what undoes it", "def f():\n  a = lib.unquote(lib.quote(lib.read()))  # source\n  os.system(a)  # sink"],
    ["numbers", "def f():\n  os.system('ls %s' % int(lib.read()))"],
    ["a check that raises", "def f():\n  a = lib.read()\n  lib.check(a)\n  os.system(a)"],
    ["a check afterwards", "def f():\n  a = lib.read()  # source\n  os.system(a)  # sink\n  lib.check(a)"],
    [
      "a guard",
      "def f():\n  a = lib.read()  # source\n  if lib.is_safe(a):\n    os.system(a)\n  else:\n    os.system(a)  # sink",
    ],
    ["a guard that is false", "def f():\n  a = lib.read()\n  if lib.is_bad(a):\n    return\n  os.system(a)"],
    [
      "a list of what is allowed",
      "ALLOWED = ['x']\ndef f():\n  a = lib.read()\n  if a not in ALLOWED:\n    return\n  os.system(a)",
    ],
    [
      "a list that comes from outside",
      "def f():\n  a = lib.read()  # source\n  if a in request.args:\n    os.system(a)  # sink",
    ],
    ["a part of a text", "def f(text):\n  a = lib.read()  # source\n  if a in str(text):\n    os.system(a)  # sink"],
    ["equality with a constant", "def f():\n  a = lib.read()\n  if a == 'x':\n    os.system(a)"],
    ["inequality", "def f():\n  a = lib.read()  # source\n  if a != 'x':\n    os.system(a)  # sink"],
    [
      "empty text",
      "def f():\n  a = lib.read()  # source\n  if not a:\n    os.system(a)\n  else:\n    os.system(a)  # sink",
    ],
    ["a form of the value", "def f():\n  a = str(lib.read())\n  if a.isdigit():\n    os.system(a)"],
    ["the value in other letters", "def f():\n  a = lib.read()\n  if a.lower() in ('x', 'y'):\n    os.system(a)"],
    [
      "a test of another value",
      "def f(b):\n  a = lib.read()  # source\n  if b in ('x', 'y'):\n    os.system(a)  # sink",
    ],
    [
      "a test of a part says nothing of the whole",
      "def f(o):\n  o.x = lib.read()  # source\n  if o.y in ('x', 'y'):\n    os.system(o.x)  # sink",
    ],
    ["isinstance of a number", "def f():\n  a = lib.read()\n  if isinstance(a, (int, float)):\n    os.system(a)"],
    [
      "a prefix of a path as it came",
      "def f():\n  a = str(lib.read())  # source\n  if a.startswith('/srv/'):\n    open(a)  # sink",
    ],
    [
      "a prefix of the real path",
      "def f():\n  a = str(os.path.realpath(lib.read()))\n  if a.startswith('/srv/'):\n    open(a)",
    ],
    [
      "an expression that is compiled elsewhere",
      "NAME = re.compile('[a-z]+')\ndef f():\n  a = lib.read()\n  if NAME.fullmatch(a):\n    os.system(a)",
    ],
    [
      "an expression that lets anything through",
      "NAME = re.compile('.*')\ndef f():\n  a = lib.read()  # source\n  if NAME.fullmatch(a):\n    os.system(a)  # sink",
    ],
  ] satisfies Cases)("%s", (_, code) => {
    check(code);
  });
});

describe("through calls", () => {
  it.each<Cases[number]>([
    ["to a parameter", "def run(c):\n  os.system(c)  # sink\ndef f():\n  run(lib.read())  # source"],
    [
      "by keyword, past a default",
      "def run(a, b='x', *, c='y'):\n  os.system(c)  # sink\n  os.system(b)\ndef f():\n  run('x', c=lib.read())  # source",
    ],
    [
      "to the rest of the arguments",
      "def run(*args):\n  os.system(args[0])\n  os.system(args[1])  # sink\ndef f():\n  run('ls', lib.read())  # source",
    ],
    [
      "to the rest by keyword",
      "def run(**rest):\n  os.system(rest['y'])\n  os.system(rest['x'])  # sink\ndef f():\n  run(x=lib.read(), y='ls')  # source",
    ],
    [
      "a list as arguments",
      "def run(a, b):\n  os.system(a)\n  os.system(b)  # sink\ndef f():\n  run(*['ls', lib.read()])  # source",
    ],
    ["back", "def same(a):\n  return a\ndef f():\n  os.system(same(lib.read()))  # source # sink"],
    ["not back", "def other(a):\n  return 'ls'\ndef f():\n  os.system(other(lib.read()))"],
    ["a function that cleans", "def clean(a):\n  return lib.quote(a)\ndef f():\n  os.system(clean(lib.read()))"],
    [
      "into an object that was passed",
      "def fill(o, a):\n  o.x = a\ndef f(o):\n  fill(o, lib.read())  # source\n  os.system(o.y)\n  os.system(o.x)  # sink",
    ],
    ["from a source in a callee", "def get():\n  return lib.read()  # source\ndef f():\n  os.system(get())  # sink"],
    [
      "from three calls up to three calls down",
      "def a():\n  return lib.read()  # source\ndef b():\n  return a()\ndef c(x):\n  d(x)\ndef d(x):\n  os.system(x)  # sink\ndef f():\n  c(b())",
    ],
    [
      "recursion",
      "def walk(x, n):\n  if n:\n    walk(x + 'y', n - 1)\n  os.system(x)  # sink\ndef f():\n  walk(lib.read(), 3)  # source",
    ],
    [
      "recursion without a source",
      "def walk(x, n):\n  if n:\n    walk(x, n - 1)\n  os.system(x)\ndef f():\n  walk('ls', 3)\n  print(lib.read())",
    ],
    [
      "a flag that callers pass",
      "def run(c, shell=False):\n  lib.run(c, shell=shell)  # sink\ndef f():\n  run(lib.read(), True)  # source",
    ],
    [
      "a flag that is off",
      "def run(c, shell=False):\n  lib.run(c, shell=shell)\ndef f():\n  run(lib.read())\n  run('ls', True)",
    ],
    [
      "a function that is passed",
      "def apply(f, a):\n  return f(a)\ndef run(c):\n  os.system(c)  # sink\ndef f():\n  apply(run, lib.read())  # source",
    ],
    [
      "a harmless function that is passed",
      "def apply(f, a):\n  return f(a)\ndef f():\n  os.system(apply(lib.quote, lib.read()))",
    ],
    ["a nested function", "def f():\n  a = lib.read()  # source\n  def run():\n    os.system(a)  # sink\n  run()"],
    [
      "a nested function that is returned",
      "def make(a):\n  def run():\n    return a\n  return run\ndef f():\n  g = make(lib.read())  # source\n  os.system(g())  # sink",
    ],
    ["a lambda", "def f():\n  g = lambda a: 'ls ' + a\n  os.system(g(lib.read()))  # source # sink"],
    ["a lambda of the module", "G = lambda a: 'ls ' + a\ndef f():\n  os.system(G(lib.read()))  # source # sink"],
    [
      "a table of functions",
      "def run(c):\n  os.system(c)  # sink\ndef show(c):\n  print(c)\nTABLE = {'run': run, 'show': show}\ndef f():\n  TABLE['run'](lib.read())  # source",
    ],
    [
      "another entry of a table",
      "def run(c):\n  os.system(c)\ndef show(c):\n  print(c)\nTABLE = {'run': run, 'show': show}\ndef f():\n  TABLE['show'](lib.read())",
    ],
    [
      "functools.partial",
      "import functools\ndef run(a, b):\n  os.system(a)\n  os.system(b)  # sink\ndef f():\n  g = functools.partial(run, 'ls')\n  g(lib.read())  # source",
    ],
    [
      "what functools.partial keeps",
      "import functools\ndef run(a, b):\n  os.system(b)\n  os.system(a)  # sink\ndef f():\n  g = functools.partial(run, lib.read())  # source\n  g('ls')",
    ],
    [
      "map",
      "def line(a):\n  return 'ls ' + a\ndef f():\n  for a in map(line, request.args):  # source\n    os.system(a)  # sink",
    ],
    ["map of a function that cleans", "def f():\n  for a in map(lib.quote, request.args):\n    os.system(a)"],
    [
      "a decorator",
      "def twice(g):\n  def inner(*args):\n    return g(*args)\n  return inner\n@twice\ndef run(c):\n  os.system(c)  # sink\ndef f():\n  run(lib.read())  # source",
    ],
    [
      "a decorator that cleans",
      "def quoted(g):\n  def inner(a):\n    return g(lib.quote(a))\n  return inner\n@quoted\ndef run(c):\n  os.system(c)\ndef f():\n  run(lib.read())",
    ],
    [
      "a generator",
      "def lines():\n  yield lib.read()  # source\ndef f():\n  for a in lines():\n    os.system(a)  # sink",
    ],
    [
      "a context manager",
      "import contextlib\n@contextlib.contextmanager\ndef given():\n  yield lib.read()  # source\ndef f():\n  with given() as a:\n    os.system(a)  # sink",
    ],
    ["async", "async def get():\n  return lib.read()  # source\nasync def f():\n  os.system(await get())  # sink"],
    ["a route with a parameter", "@app.route('/<x>')\ndef f(x):  # source\n  os.system(x)  # sink"],
    ["a function that is registered", "def f(x):  # source\n  os.system(x)  # sink\nlib.register(f)"],
  ] satisfies Cases)("%s", (_, code) => {
    check(code);
  });
});

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
