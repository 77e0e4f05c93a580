/** What the syntax form of Python code is: `(Kind value child ...)`, absent slots as `-`. */
import { describe, expect, it } from "vitest";
import { readBinaries } from "../../../test/support/engine.js";
import { createPythonParser, parseUnit } from "./python-parser.js";
import type { SyntaxNode } from "./node.js";
import type { Unit } from "./unit.js";

const python = await createPythonParser(readBinaries());

function lower(text: string): Unit {
  const unit: Unit = {
    kind: "function",
    text,
    indentation: "",
    start: 0,
    statements: [],
    resolution: 0,
    wildcards: [],
    errors: [],
  };
  parseUnit(python, unit);
  return unit;
}

function dump(node: SyntaxNode): string {
  if (node.kind === "Absent") return "-";
  if (["Name", "Identifier", "Number", "Constant"].includes(node.kind)) return node.value;
  return `(${[node.kind, ...(node.value === "" ? [] : [node.value]), ...node.children.map(dump)].join(" ")})`;
}

/** Asserts the syntax form of the statements of `text`, which must parse. */
function check(text: string, expected: string): void {
  const unit = lower(text);
  expect(unit.errors).toEqual([]);
  expect(unit.statements.map(dump).join(" ")).toBe(expected);
}

/** The syntax form of one expression. */
function checkExpression(text: string, expected: string): void {
  check(text, `(ExpressionStatement ${expected})`);
}

describe("expressions", () => {
  it.each([
    ["a", "a"],
    ["1_000", "1_000"],
    ["None", "None"],
    ["a.b.c", "(Attribute c (Attribute b a))"],
    ["f(a, *b, k=c, **d)", "(Call f a (Starred b) (Keyword k c) (DoubleStarred d))"],
    ["f(a for a in b)", "(Call f (ListComprehension a (ForClause a b)))"],
    ["a[b, 1:2]", "(Subscript a b (Slice 1 2 -))"],
    ["a[::2]", "(Subscript a (Slice - - 2))"],
    ["a + b * c", "(Binary + a (Binary * b c))"],
    ["-a", "(Unary - a)"],
    ["not a", "(Unary not a)"],
    ["a and b or c", "(Boolean or (Boolean and a b) c)"],
    ["a < b <= c", "(Compare <,<= a b c)"],
    ["a not in b", "(Compare not in a b)"],
    ["a is not None", "(Compare is not a None)"],
    ["a if b else c", "(Conditional a b c)"],
    ["(a)", "a"],
    ["(a, b)", "(Tuple a b)"],
    ["()", "(Tuple)"],
    ["a, b", "(Tuple a b)"],
    ["a,", "(Tuple a)"],
    ["[a, *b]", "(List a (Starred b))"],
    ["{a, b}", "(Set a b)"],
    ["{a: b, **c}", "(Dict (Pair a b) (DoubleStarred c))"],
    ["{}", "(Dict)"],
    ["[a for a in b if c]", "(ListComprehension a (ForClause a b) (IfClause c))"],
    ["{a for a in b}", "(SetComprehension a (ForClause a b))"],
    ["{a: b for a, b in c}", "(DictComprehension (Pair a b) (ForClause (Tuple a b) c))"],
    ["(y := f(a))", "(NamedExpression y (Call f a))"],
    ["'a'", "(String a)"],
    ["r'\\d'", "(String \\d)"],
    ["b'a'", "(Bytes a)"],
    ["'''a'''", "(String a)"],
    ["f'a{b!r:>{c}}'", "(FormatString (StringPart a) (Interpolation !r:>{c} b (Interpolation c)))"],
    ["...", "(Ellipsis ...)"],
  ])("%s", (text, expected) => {
    checkExpression(text, expected);
  });

  it.each([
    ["lambda a, *b, k=1: a", "(Lambda (Parameters (Parameter a - -) (Parameter * b - -) (Parameter k - 1)) a)"],
    ["lambda: 1", "(Lambda (Parameters) 1)"],
  ])("%s", (text, expected) => {
    checkExpression(text, expected);
  });
});

describe("statements", () => {
  it.each([
    ["a = b = c", "(Assign a (Assign b c))"],
    ["a, b = c", "(Assign (Tuple a b) c)"],
    ["a: int = 1", "(AnnotatedAssign a int 1)"],
    ["a: int", "(AnnotatedAssign a int -)"],
    ["a += 1", "(AugmentedAssign += a 1)"],
    ["return", "(Return -)"],
    ["return a, b", "(Return (Tuple a b))"],
    ["raise A from b", "(Raise A b)"],
    ["raise", "(Raise - -)"],
    ["del a, b[c]", "(Delete a (Subscript b c))"],
    ["assert a, b", "(Assert a b)"],
    ["pass; break; continue", "(Pass) (Break) (Continue)"],
    ["global a, b", "(Global a b)"],
    ["import a.b, c as d", "(Import (ImportName a.b -) (ImportName c d))"],
    ["from a.b import c as d, e", "(ImportFrom a.b (ImportName c d) (ImportName e -))"],
    ["from . import a", "(ImportFrom . (ImportName a -))"],
    ["from __future__ import a", "(ImportFrom __future__ (ImportName a -))"],
    ["if a: pass\nelif b: pass\nelse: pass", "(If a (Block (Pass)) (Block (If b (Block (Pass)) (Block (Pass)))))"],
    ["for a in b: pass\nelse: pass", "(For a b (Block (Pass)) (Block (Pass)))"],
    ["while a: pass", "(While a (Block (Pass)) -)"],
    ["with a as b, c: pass", "(With (WithItem a b) (Block (With (WithItem c -) (Block (Pass)))))"],
    ["with (a as b, c as d): pass", "(With (WithItem a b) (Block (With (WithItem c d) (Block (Pass)))))"],
    [
      "try: pass\nexcept A as e: pass\nelse: pass\nfinally: pass",
      "(Try (Block (Pass)) (Except A e (Block (Pass))) (Else (Block (Pass))) (Finally (Block (Pass))))",
    ],
    ["try: pass\nexcept: pass", "(Try (Block (Pass)) (Except - - (Block (Pass))))"],
    ["try: pass\nexcept* A: pass", "(Try (Block (Pass)) (Except * A - (Block (Pass))))"],
    [
      "@d\nasync def f(a: int = 1, /, *b, c, **d) -> str: pass",
      "(FunctionDef async (Decorators d) f (Parameters (Parameter a int 1) (Parameter / - - -) (Parameter * b - -) " +
        "(Parameter c - -) (Parameter ** d - -)) str (Block (Pass)))",
    ],
    [
      "async def f():\n    async with a: await b",
      "(FunctionDef async (Decorators) f (Parameters) - (Block (With async (WithItem a -) " +
        "(Block (ExpressionStatement (Await b))))))",
    ],
    [
      "def f():\n    yield a\n    yield from b",
      "(FunctionDef (Decorators) f (Parameters) - (Block (ExpressionStatement (Yield a)) " +
        "(ExpressionStatement (YieldFrom b))))",
    ],
    ["class A(B, metaclass=C): pass", "(ClassDef (Decorators) A (Arguments B (Keyword metaclass C)) (Block (Pass)))"],
  ])("%s", (text, expected) => {
    check(text, expected);
  });
});

describe("newer and older Python", () => {
  it.each([
    ["def f[T](a: T): pass", "(FunctionDef (Decorators) f (Parameters (Parameter a T -)) - (Block (Pass)))"],
    ["class A[T]: pass", "(ClassDef (Decorators) A (Arguments) (Block (Pass)))"],
    ["match a:\n    case 1 if b: pass", "(Match a (Case 1 b (Block (Pass))))"],
    ["try: pass\nexcept A, e: pass", "(Try (Block (Pass)) (Except A e (Block (Pass))))"],
    ["try: pass\nexcept A, B: pass", "(Try (Block (Pass)) (Except (Tuple A B) - (Block (Pass))))"],
  ])("%s", (text, expected) => {
    check(text, expected);
  });

  it.each(["print a", "print >>f, a", "exec a", "type A = int", "x = f'{a['b']}'", "match = 1", "raise A, b"])(
    "%s parses",
    (text) => {
      expect(lower(text).errors).toEqual([]);
    },
  );
});

describe("code that does not parse", () => {
  it.each(["f(1,", "x = [", "def f(:", "class", "if a\n    b()", "x = = 1", 'f"{a'])("%s is marked", (text) => {
    expect(lower(text).errors).not.toEqual([]);
  });

  it("is read around the error", () => {
    const text = lower("def f():\n    a(1)\n    b(\n").statements.map(dump).join(" ");
    expect(text).toContain("(Call a 1)");
  });
});

describe("the parser's memory", () => {
  it("is laid out as raw-tree.ts reads it", () => {
    expect(python.trusted).toBe(true);
  });
});
