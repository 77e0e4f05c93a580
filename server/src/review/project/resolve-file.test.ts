/** Of a file of which parts are wanted, those and no other functions are parsed. */
import { describe, expect, it } from "vitest";
import { readBinaries } from "../../../../test/support/engine.js";
import type { SyntaxNode } from "../../syntax/node.js";
import { createPythonParser } from "../../syntax/python-parser.js";
import { resolveFile, resolveMore } from "./resolve-file.js";

const python = await createPythonParser(readBinaries());

function firstName(node: SyntaxNode): SyntaxNode | undefined {
  return node.kind === "Name" ? node : node.children.map(firstName).find((found) => found !== undefined);
}

/** Checks which functions of a text have been parsed, by where their text begins. */
function check(text: string, wanted: string, ...expected: string[]): void {
  const { units } = resolveFile(python, text, false, new Set([wanted]));
  const parsed = units.units.filter(({ kind, statements }) => kind === "function" && statements.length > 0);
  expect(parsed.map((unit) => unit.text.split("\n", 1)[0])).toEqual(expected);
}

describe("functions that are wanted later", () => {
  const text = "import os\ndef a():\n  os.a\ndef b():\n  os.b\ndef c():\n  os.c\n";

  it("are parsed beside those that were", () => {
    const first = resolveFile(python, text, false, new Set(["a"])).units;
    const second = resolveMore(python, first, new Set(["a", "b"])).units;
    const fresh = resolveFile(python, text, false, new Set(["a", "b"])).units;
    const told = (units: typeof first): unknown =>
      units.units.slice(1).map(({ statements }) => statements.map((node) => firstName(node)?.qualifiedName));
    expect(second.units).toEqual(first.units);
    expect(second.roots).not.toBe(first.roots);
    expect(told(second)).toEqual([["os"], ["os"], []]);
    expect(told(second)).toEqual(told(fresh));
  });
});

describe("functions that are wanted", () => {
  it.each<[name: string, text: string, wanted: string, ...expected: string[]]>([
    ["by name", "def a():\n  pass\ndef b():\n  pass\n", "b", "def b():"],
    ["async", "async def a():\n  pass\nasync  def b():\n  pass\n", "b", "async  def b():"],
    ["of classes", "class C:\n  def a(self):\n    pass\n  def b(self):\n    pass\n", "b", "def b(self):"],
    ["with a definition in a decorator", '@x("def foo(): pass")\ndef b():\n  pass\n', "b", '@x("def foo(): pass")'],
    ["with a comment between decorators", "@x\n# def old(a):\n@y\ndef b():\n  pass\n", "b", "@x"],
    ["and others that only seem to be", '@x("def b(): pass")\ndef a():\n  pass\n', "b"],
    ["and those that declare globals", "def a():\n  global x\n", "b", "def a():"],
    ["and those of which the name is not known", "def a(def b(\n  pass\n", "b", "def a(def b("],
  ])("%s", (_, text, wanted, ...expected) => {
    check(text, wanted, ...expected);
  });
});
