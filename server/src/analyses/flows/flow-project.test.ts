/** Flows through small projects. A comment `# source` is where a path starts, `# sink` where it ends; nothing else may be found. */
import { describe, it } from "vitest";
import { checkFlows as check } from "../../../../test/support/small-flows.js";

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
    [
      "a function that says no by None too",
      "OK = ('a', 'b')\ndef bad(x):\n  if x in OK:\n    return False\ndef f():\n  a = lib.read()  # source\n  if not bad(a):\n    os.system(a)  # sink",
    ],
    [
      "a function that says what is wrong, or nothing",
      "OK = ('a', 'b')\ndef error(x):\n  if x not in OK:\n    return 'wrong'\ndef f():\n  a = lib.read()\n  if error(a):\n    return\n  os.system(a)",
    ],
    [
      "one that says nothing of other things as well",
      "OK = ('a', 'b')\ndef error(x):\n  if x == '':\n    return 'wrong'\ndef f():\n  a = lib.read()  # source\n  if error(a):\n    return\n  os.system(a)  # sink",
    ],
    [
      "a `return` that may raise is no way past the end",
      "OK = ('a', 'b')\ndef bad(x):\n  try:\n    return x not in OK or lib.log(x)\n  except ValueError:\n    return True\ndef f():\n  a = lib.read()\n  if not bad(a):\n    os.system(a)",
    ],
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
