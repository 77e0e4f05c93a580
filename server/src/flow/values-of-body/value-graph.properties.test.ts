/** What must hold of the graph of any code: it is made, it is whole, and it is the same each time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUnitReader } from "../../../../test/support/flow-units.js";
import { graphsOf } from "../../../../test/support/value-graphs.js";
import type { ValueGraph, ValueId } from "../value-graph.js";
import { operandsOf } from "./same-value.js";
import { baseOf } from "./value-table.js";

const read = await createUnitReader();

/** Values that are versions or parts of themselves, with no merge in between. */
function cycleIn(graph: ValueGraph): readonly ValueId[] {
  const seenFrom = new Array<ValueId | undefined>(graph.values.length).fill(undefined);
  for (const start of graph.values.keys()) {
    const path: ValueId[] = [];
    for (let at: ValueId | undefined = start; at !== undefined; at = baseOf(graph.values[at])) {
      if (seenFrom[at] === start) return path.slice(path.indexOf(at));
      if (seenFrom[at] !== undefined) break;
      seenFrom[at] = start;
      path.push(at);
    }
  }
  return [];
}

function checkWhole(graph: ValueGraph): void {
  const isValue = (id: ValueId): boolean => graph.values[id] !== undefined;
  for (const value of graph.values) {
    expect(operandsOf(value).every(isValue)).toBe(true);
    if (value.kind === "call" || value.kind === "after-call") expect(graph.calls[value.call]).toBeDefined();
  }
  expect(cycleIn(graph)).toEqual([]);
  for (const site of graph.calls) {
    expect([site.callee, site.result, ...site.arguments.map(({ value }) => value)].every(isValue)).toBe(true);
    if (site.method !== undefined) expect(isValue(site.method.object)).toBe(true);
  }
  const ends = [...graph.returns, ...graph.yields, ...graph.parameters, ...graph.captures];
  const named = [...graph.atExit, ...graph.assigned].map(({ value }) => value);
  expect([...ends, ...named].every(isValue)).toBe(true);
}

function withoutUnits(graph: ValueGraph): string {
  return JSON.stringify({ ...graph, units: undefined });
}

/** Statements, with an indentation that grows inside of compound ones. */
const statements = fc.letrec<{ block: readonly string[]; statement: readonly string[] }>((tie) => {
  const name = fc.constantFrom("a", "b", "x", "y", "self.p", "x.q", 'd["k"]', "d[x]", "xs[0]");
  const expression = fc.oneof(
    name,
    fc.constantFrom(
      "1",
      '"s"',
      "[a, x]",
      '{"k": y}',
      "g(x)",
      "x.m(y)",
      "xs.pop()",
      "[i for i in xs if i in a]",
      "lambda: x",
    ),
    fc.tuple(name, fc.constantFrom("+", "and", "or", "in", "=="), name).map((parts) => parts.join(" ")),
    fc.tuple(name, name, name).map(([body, test, otherwise]) => `${body} if ${test} else g(${otherwise})`),
  );
  const simple = fc.oneof(
    fc.tuple(name, expression).map(([target, value]) => [`${target} = ${value}`]),
    expression.map((value) => [value]),
    fc.constantFrom(
      ["xs.append(x)"],
      ["x += y"],
      ["del x"],
      ["return x"],
      ["break"],
      ["continue"],
      ["raise E"],
      ["x, y = y, x"],
    ),
    fc.constantFrom(
      ["d.update(x)"],
      ["global b"],
      ["xs = []"],
      ["d = {}"],
      ["yield x"],
      ["assert x in a"],
      ["xs.sort()"],
    ),
  );
  const indented = tie("block").map((lines) => lines.map((line) => `    ${line}`));
  const head = fc.constantFrom(
    "if x:",
    "while y:",
    "for x in xs:",
    "for x, y in d.items():",
    "with g(x) as y:",
    "def n(x=a):",
    "class C:",
  );
  const compound = fc.oneof(
    fc.tuple(head, indented).map(([line, body]) => [line, ...body]),
    fc.tuple(expression, indented, indented).map(([test, body, other]) => [`if ${test}:`, ...body, "else:", ...other]),
    fc
      .tuple(indented, indented, indented)
      .map(([body, handler, last]) => ["try:", ...body, "except E as x:", ...handler, "finally:", ...last]),
    fc
      .tuple(name, indented, indented)
      .map(([subject, one, two]) => [
        `match ${subject}:`,
        "    case [x, *y]:",
        ...one.map((line) => `    ${line}`),
        '    case {"k": x}:',
        ...two.map((line) => `    ${line}`),
      ]),
  );
  return {
    statement: fc.oneof({ maxDepth: 4, depthSize: "small" }, simple, compound),
    block: fc.array(tie("statement"), { minLength: 1, maxLength: 4 }).map((parts) => parts.flat()),
  };
});

describe("any code", () => {
  it("has a graph that is whole, and the same each time", () => {
    fc.assert(
      fc.property(fc.array(statements.statement, { minLength: 1, maxLength: 8 }), (parts) => {
        const code = `def f(self, a, b, x, y, xs, d):\n${parts
          .flat()
          .map((line) => `    ${line}\n`)
          .join("")}`;
        const units = read(code);
        const graphs = graphsOf(code, units);
        for (const [key, graph] of graphs) {
          expect(graph.isCut).toBe(false);
          checkWhole(graph);
          expect(withoutUnits(graphsOf(code, units).get(key)!)).toBe(withoutUnits(graph));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("that is no code has a graph as well", () => {
    const piece = fc.constantFrom(
      "def f(x):\n    ",
      "x = ",
      "if x:\n    ",
      "(",
      ")",
      "[",
      "]",
      "{",
      "lambda ",
      ": ",
      "for i in ",
      "\n",
      "    ",
      "match x:\n",
      "case ",
      "*",
      "**",
      "f'{",
      "}'",
      "'",
      "import ",
      "del ",
      "a.b",
      "1",
      ",",
      "=",
      "await ",
      "not ",
      "@",
      "class A:\n    ",
      "try:\n    ",
      "except ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const code = pieces.join("");
        for (const graph of graphsOf(code, read(code)).values()) checkWhole(graph);
      }),
      { numRuns: 500 },
    );
  });
});

describe("hostile code", () => {
  function repeat(count: number, line: (index: number) => string): string {
    return Array.from({ length: count }, (_, index) => line(index)).join("");
  }

  function nested(depth: number, head: string, body: string): string {
    return `${repeat(depth, (index) => `${" ".repeat(index + 1)}${head}\n`)}${" ".repeat(depth + 1)}${body}\n`;
  }

  it.each<[name: string, body: string]>([
    ["a long function", repeat(3000, (index) => `    x${index % 50} = g(x${(index + 7) % 50}, self.a${index % 20})\n`)],
    ["many branches", repeat(1000, (index) => `    if self.a${index % 9} in x:\n        x = g(x, ${index})\n`)],
    ["branches in branches", nested(90, "if a in b:", "x = g(a)")],
    ["loops in loops", nested(18, "for x in x.y:", "x.y = g(x, self.a)")],
    [
      "a long chain of elif",
      `    if x == 0:\n        pass\n${repeat(180, (index) => `    elif x == ${index}:\n        y = g(${index})\n`)}`,
    ],
    ["a large dictionary", `    d = {${repeat(5000, (index) => `"k${index}": a, `)}}\n    d["x"] = d["k7"]\n`],
    ["many keys", `    d = {}\n${repeat(2000, (index) => `    d["k${index}"] = a\n`)}`],
    ["appends", `    d = []\n${repeat(2000, () => "    d.append(a)\n")}`],
    ["a deep expression", `    x = ${"(".repeat(200)}a${" + b)".repeat(200)}\n`],
    ["a long sum", `    x = ${repeat(700, () => "a + ")}b\n`],
    ["deep attributes", `    x = a${".b".repeat(700)}\n    a${".b".repeat(300)} = x\n`],
    ["deep calls", `    x = ${"g(".repeat(200)}a${")".repeat(200)}\n`],
    [
      "many tries",
      repeat(300, (index) => `    try:\n        x = g(x)\n        y = g(y)\n    except E:\n        x = ${index}\n`),
    ],
    [
      "tries in tries",
      `${nested(30, "try:", "x = g(x)")}${Array.from({ length: 30 }, (_, index) => `${" ".repeat(30 - index)}finally:\n${" ".repeat(31 - index)}y = g(y)\n`).join("")}`,
    ],
    ["strings that double", `    x = "ab"\n${repeat(200, () => "    x = x + x\n")}`],
    ["containers in containers", `    x = []\n${repeat(200, () => "    x = [x, x]\n")}    sink(x)\n`],
    [
      "objects that hold each other",
      repeat(
        60,
        (index) => `    x${index % 8}.f = x${(index + 1) % 8}\n    x${index % 8}.g.append(x${(index + 3) % 8})\n`,
      ),
    ],
    [
      "comprehensions in comprehensions",
      `    x = ${"[".repeat(25)}a${repeat(25, (index) => ` for a in b if c${index}]`)}\n`,
    ],
    ["lambdas in lambdas", `    x = ${"lambda a: ".repeat(100)}a\n`],
    [
      "guards on guards",
      `    while a:\n${repeat(120, (index) => `        if g(a.x, b) == ${index}:\n            continue\n`)}`,
    ],
  ])("%s", (_, body) => {
    const code = `def f(self, a, b, x, y):\n${body}`;
    const units = read(code);
    for (const graph of graphsOf(code, units).values()) {
      checkWhole(graph);
      expect(graph.values.length).toBeLessThanOrEqual(40_000);
    }
  });

  it("is cut where steps run out", () => {
    const code = `def f(a):\n${repeat(100, () => "    g(a)\n")}`;
    const graph = graphsOf(code, read(code), undefined, 50).get("f")!;
    expect(graph.isCut).toBe(true);
    checkWhole(graph);
  });
});
