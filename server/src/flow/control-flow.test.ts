/** Control-flow graphs: their shape on examples, and what must hold of them for any code. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUnitReader } from "../../../test/support/flow-units.js";
import { nodeText, type SyntaxNode } from "../syntax/node.js";
import { bodyOf, buildGraph } from "./build-graph.js";
import {
  blockCount,
  elementsOf,
  entryBlock,
  exitBlock,
  realEdges,
  semgrepEdges,
  type ControlFlowGraph,
} from "./control-flow-graph.js";
import { reversePostorder } from "./reverse-postorder.js";
import { solveDataflow } from "./solve-dataflow.js";
import { constantOf, symbolicValueOf } from "./constants.js";

const read = await createUnitReader();

function definitionOf(body: string): SyntaxNode {
  const code = `def f(c):\n    ${body.replaceAll("\n", "\n    ")}\n`;
  return read(code)[0]!.statements[0]!;
}

function head(node: SyntaxNode): string {
  return nodeText(node).split("\n", 1)[0]!;
}

/** What can come right after an element whose first line is `from`, by first lines; `exit` where the body ends. */
function after(graph: ControlFlowGraph, from: string, edges: number): string[] {
  const found = new Set<string>();
  const enter = (block: number, seen: Set<number>): void => {
    if (seen.has(block)) return;
    seen.add(block);
    const [first] = elementsOf(graph, block);
    if (block === exitBlock) found.add("exit");
    else if (first !== undefined) found.add(head(first));
    else leave(block, seen);
  };
  const leave = (block: number, seen: Set<number>): void => {
    graph.successors[block]!.forEach((next, index) => {
      if ((graph.successorKinds[block]![index]! & edges) !== 0) enter(next, seen);
    });
  };
  for (let block = 0; block < blockCount(graph); block++) {
    const elements = elementsOf(graph, block);
    elements.forEach((element, at) => {
      if (head(element) !== from) return;
      const next = elements[at + 1];
      if (next === undefined) leave(block, new Set());
      else found.add(head(next));
    });
  }
  return [...found].sort();
}

describe("control-flow graph", () => {
  it.each<[name: string, body: string, from: string, real: string, semgrep?: string]>([
    ["if without else", "if c:\n    a\nb", "c", "a b"],
    ["elif", "if c:\n    a\nelif d:\n    e\nb", "c", "a d"],
    ["while", "while c:\n    a\nb", "a", "c"],
    ["while with else", "while c:\n    a\nelse:\n    e\nb", "c", "a e"],
    ["break passes the else", "while c:\n    break\nelse:\n    e\nb", "break", "b"],
    ["continue", "while c:\n    continue\nb", "continue", "c"],
    ["for", "for i in c:\n    a\nb", "c", "b for i in c:"],
    ["return", "return c\nb", "return c", "exit"],
    ["return in try with finally", "try:\n    return c\nfinally:\n    e\nb", "return c", "e", "exit"],
    ["after such a finally", "try:\n    return c\nfinally:\n    e\nb", "e", "b exit", "b"],
    ["raise to its handler", "try:\n    raise c\nexcept E:\n    e\nb", "raise c", "except E: exit", "except E:"],
    ["a call to the handlers", "try:\n    f()\n    a\nexcept E:\n    e\nb", "f()", "a except E: exit", "a except E:"],
    ["no call, no way to the handlers", "try:\n    c.d\nexcept E:\n    e\nb", "c.d", "b"],
    ["match", "match c:\n    case 1:\n        a\nb", "c", "b case 1:"],
    ["an irrefutable case", "match c:\n    case _:\n        a\nb", "c", "case _:", "b case _:"],
    ["short circuit", "a and f()\nb", "a", "a and f() f()"],
    ["no short circuit without effects", "a and d\nb", "a and d", "b"],
    ["conditional", "x = f() if c else g()", "c", "f() g()"],
    ["comprehension", "[f(i) for i in c if d]", "d", "[f(i) for i in c if d] f(i) for i in c"],
    ["yield", "yield c\nb", "yield c", "b exit", "exit"],
  ])("%s", (_, body, from, real, semgrep = real) => {
    const graph = buildGraph(bodyOf(definitionOf(body)));
    expect(after(graph, from, realEdges).join(" ")).toBe(real);
    expect(after(graph, from, semgrepEdges).join(" ")).toBe(semgrep);
  });
});

const simple = fc.constantFrom(
  "x = 'a'",
  "x += 'b'",
  "y = x",
  "f(x)",
  "x.f()",
  "return x",
  "raise x",
  "break",
  "continue",
  "yield x",
  "del x",
  "x, y = y, x",
  "z = [x for x in y if f(x)]",
  "z = f(x) if y else [a for b in c for a in b]",
  "if (x := f(y)) and g(x): pass",
  "def g(): return x",
  "lambda x: f(x)",
  "x = (",
);

/** Lines of a block, without indentation of their own. */
const block: fc.Memo<string[]> = fc.memo((depth) =>
  fc
    .array(depth <= 1 ? simple.map((line) => [line]) : compound(depth - 1), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.flat()),
);

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function compound(depth: number): fc.Arbitrary<string[]> {
  const inner = block(depth);
  return fc.oneof(
    simple.map((line) => [line]),
    fc.tuple(inner, inner).map(([a, b]) => ["if f(x):", ...indent(a), "else:", ...indent(b)]),
    fc.tuple(inner, inner).map(([a, b]) => ["while x:", ...indent(a), "else:", ...indent(b)]),
    fc.tuple(inner, inner).map(([a, b]) => ["for x in f(y):", ...indent(a), "else:", ...indent(b)]),
    inner.map((a) => ["with f(x) as x:", ...indent(a)]),
    inner.map((a) => ["match x:", "  case [x, 1] if f(x):", ...indent(indent(a)), "  case _:", "    pass"]),
    fc
      .tuple(inner, inner, inner)
      .map(([a, b, c]) => ["try:", ...indent(a), "except E as x:", ...indent(b), "finally:", ...indent(c)]),
  );
}

const bodies = block(4).map((lines) => lines.join("\n"));

describe("for any code", () => {
  it("each element stands in one block, and edges are seen from both ends", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const graph = buildGraph(bodyOf(definitionOf(body)));
        expect(new Set(graph.elements).size).toBe(graph.elements.length);
        graph.successors.forEach((targets, from) => {
          targets.forEach((to, index) => {
            const back = graph.predecessors[to]!.indexOf(from);
            expect(graph.predecessorKinds[to]![back]).toBe(graph.successorKinds[from]![index]);
          });
        });
        expect(graph.successors.flat()).toHaveLength(graph.predecessors.flat().length);
        expect(graph.successors[exitBlock]).toEqual([]);
        expect(graph.predecessors[entryBlock]).toEqual([]);
        expect(graph.firstElement.at(-1)).toBe(graph.elements.length);
      }),
    );
  });

  it("each block is visited a few times at most, and the order does not matter for what is reached", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const graph = buildGraph(bodyOf(definitionOf(body)));
        for (const direction of ["forward", "backward"] as const) {
          // The set of blocks on the way here.
          const solution = solveDataflow<ReadonlySet<number>>(
            graph,
            {
              direction,
              edges: realEdges,
              boundary: new Set(),
              unvisited: undefined,
              join: (left, right) => new Set([...left, ...right]),
              equal: (left, right) => left.size === right.size,
              transfer: (at, state) => new Set([...state, at]),
            },
            30 * blockCount(graph),
          );
          expect(solution.complete).toBe(true);
          const reached = solution.states.flatMap((state, at) => (state === undefined ? [] : [at]));
          expect(reached).toEqual(reversePostorder(graph, direction, realEdges).sort((a, b) => a - b));
        }
      }),
    );
  });

  it("values are found or not, and nothing fails", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const visit = (node: SyntaxNode): void => {
          constantOf(node);
          symbolicValueOf(node);
          node.children.forEach(visit);
        };
        visit(definitionOf(body));
      }),
    );
  });
});
