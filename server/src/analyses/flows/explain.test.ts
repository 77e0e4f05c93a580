/** Why nothing arrives at a call. */
import { describe, expect, it } from "vitest";
import { createFlowTest } from "../../../../test/support/flow-project.js";
import { header } from "../../../../test/support/small-flows.js";
import { smallModels, smallRules } from "../../../../test/support/small-models.js";

/** What the last call of the last function of a text is made of: "what: stopped by". */
function explain(code: string, body = "f"): { readonly sink: string | undefined; readonly origins: string[] } {
  const test = createFlowTest(smallModels, smallRules);
  test.setText("main.py", header + code);
  test.finish();
  const graph = test.lookup("main.py", body);
  if (graph === undefined || graph === "later") throw new Error("There is no such body.");
  const { sink, origins } = test.project.explain("main.py", graph, graph.calls.length - 1);
  return { sink, origins: origins.map(({ what, stoppedBy }) => `${what}: ${stoppedBy}`) };
}

describe("an explanation", () => {
  it.each<[name: string, code: string, origins: readonly string[]]>([
    ["constants", "def f():\n  os.system('ls')", ["the constant 'ls': constant"]],
    ["parameters that nobody taints", "def f(x):\n  os.system(x)", ["the parameter `x` of f(): no-tainted-caller"]],
    [
      "parameters that somebody taints",
      "def g():\n  f(lib.read())\ndef f(x):\n  os.system(x)",
      ["the parameter `x` of f(): nothing"],
    ],
    ["sources", "def f():\n  os.system(lib.read())", ["data from a source: nothing"]],
    ["sanitizers", "def f():\n  os.system(lib.quote(lib.read()))", ["the result of quote(): sanitizer"]],
    [
      "guards",
      "def f():\n  a = lib.read()\n  if lib.is_safe(a):\n    os.system(a)",
      ["data from a source: nothing", "a value that was tested: guard"],
    ],
    [
      "functions that bring nothing",
      "def g():\n  return 'ls'\ndef f():\n  os.system(g())",
      ["the result of g(): not-a-source"],
    ],
    [
      "functions that bring something",
      "def g():\n  return lib.read()\ndef f():\n  os.system(g())",
      ["the result of g(): nothing"],
    ],
    [
      "unknown calls",
      "import other\ndef f():\n  a = lib.read()\n  os.system(other.thing(a))",
      ["data from a source: nothing", "the result of thing(): unknown-call"],
    ],
    [
      "what is no source",
      "def f(o):\n  os.system(o.x + 'y')",
      ["the parameter `o` of f(): no-tainted-caller", "the attribute `.x`: not-a-source", "the constant 'y': constant"],
    ],
  ])("of %s", (_, code, origins) => {
    expect(explain(code)).toEqual({ sink: "used here as a command", origins });
  });

  it("says of other calls that they are none", () => {
    expect(explain("def f():\n  print('x')")).toEqual({ sink: undefined, origins: [] });
  });

  it("says when a call is never reached", () => {
    const { origins } = explain("def f():\n  a = lib.read()\n  if False:\n    os.system(a)");
    expect(origins.every((origin) => origin === "this call: unreachable")).toBe(true);
  });

  it("says why in a sentence, and where", () => {
    const test = createFlowTest(smallModels, smallRules);
    test.setText("main.py", `${header}def f(x):\n  os.system(x)`);
    test.finish();
    const graph = test.lookup("main.py", "f");
    if (graph === undefined || graph === "later") throw new Error("There is no such body.");
    const [origin] = test.project.explain("main.py", graph, 0).origins;
    expect(origin?.why).toMatch(/^[A-Z].*\.$/);
    expect(origin?.step).toMatchObject({ path: "main.py", body: "f", unit: 0 });
  });
});
