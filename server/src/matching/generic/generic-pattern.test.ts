/** What generic patterns match. Ranges are those of Semgrep 1.182 for the pattern alone on the text. */
import { describe, expect, it } from "vitest";
import { compileGenericPattern, findGenericMatches, openGenericText, type GenericMatch } from "./generic-pattern.js";

const defaults = { genericEllipsisMaximumSpan: 10, genericComments: "none" } as const;

function find(pattern: string, text: string, options = {}): readonly GenericMatch[] | undefined {
  const compiled = compileGenericPattern(pattern, { ...defaults, ...options });
  return "message" in compiled ? undefined : findGenericMatches(compiled, text);
}

/** Asserts the ranges as "0-3 5-8", or "invalid" for a pattern with an error. */
function check(pattern: string, text: string, ranges: string, options = {}): void {
  const matches = find(pattern, text, options);
  expect(matches?.map(({ start, end }) => `${start}-${end}`).join(" ") ?? "invalid").toBe(ranges);
}

describe("a generic pattern", () => {
  it.each<[pattern: string, text: string, ranges: string, options: object]>([
    ["foo", "foo foobar foo_bar foo-bar FOO\nfoo.x\n", "0-3 19-22 31-34", {}],
    ["foo bar", "foo bar\nfoo  bar\nfoo\nbar\nfoo, bar\nfoobar\n", "0-7 8-16 17-24", {}],
    ["f(1)", "f(1)\nf (1)\nf( 1 )\nf(\n1)\n", "0-4 5-10 11-17 18-23", {}],
    [
      "x = $X",
      'x = 1\nx = abc\nx = a.b\nx = "s"\nx = -1\nx = _a1\nx = \u00e9\nx = (1)\nx = 1.5\n',
      "0-5 6-13 14-19 37-44 59-64",
      {},
    ],
    ["$X = $X", "a = a\na = b\na = aa\n", "0-5", {}],
    ["a $...X b", "a b\na 1 b\na 1 2 b\na 1\n2 b\na a b b\n", "0-3 4-9 10-17 18-25 28-31", {}],
    ["a $...X", "a 1 2 3\nb\na\nc\n", "0-13", {}],
    ["a ... b", "a b\na 1 b\na 1\n2 b\na ( b ) b\na ( b )\nc\n", "0-3 4-9 10-17 18-23 28-33", {}],
    ["a ...", "a 1 2\nb c\n\nd\n", "0-12", {}],
    ["... a", "x y a\nz\n", "0-5", {}],
    ["a ... b", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\nb\n", "0-21", {}],
    ["a ... b", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n0\nb\n", "", {}],
    ["a ... b", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n0\n1\nb\n", "", {}],
    ["a ...\n... b", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n0\n1\nb\n", "0-25", {}],
    ["a ... ... b", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n0\n1\nb\n", "0-25", {}],
    ["a ... b", "a 1 b\na 1\nb\n", "0-5", { genericEllipsisMaximumSpan: 0 }],
    ["a ... b", "a 1 b\na 1\nb\na\n\nb\na\n1\nb\n", "0-5 6-11", { genericEllipsisMaximumSpan: 1 }],
    ["f(...)", "f()\nf(1)\nf(1, (2), 3)\nf(1\n,2)\nf(\n", "0-3 4-8 9-17 22-29", {}],
    ["f(... 2 ...)", "f(1, 2, 3)\nf(1, (2), 3)\nf(2)\n", "0-10 11-19 24-28", {}],
    ["( ... )", "(a (b) c)\n(x]\n", "3-6", {}],
    ["a { ... b ... }", "a { b }\na { { b } }\na {\n 1\n b\n 2 }\n", "0-7 8-17 20-34", {}],
    ["[ $X ]", "[1] [ab] [1 2] [[1]]\n", "0-3 4-8 16-19", {}],
    ["a\n  b", "a\n  b\na\nb\na b\na\n    b\n", "0-5 14-21", {}],
    ["a:\n  ...\n  c", "a:\n  b\n  c\na:\n  b\nc\na:\n  b:\n    c\n", "0-10 20-33", {}],
    ["a:\n  b\nc", "a:\n  b\nc\n\na:\n  b\n  c\n", "0-8", {}],
    ["a\n...\nb", "a\n  b\na\n  1\nb\n", "0-5 6-13", {}],
    ['"foo"', '"foo" \'foo\' "foo bar" foo\n', "0-5", {}],
    ['x = "..."', 'x = "abc"\nx = "a b c"\nx = \'\'\nx = ""\n', "0-9 10-21 29-35", {}],
    ['x = "$X"', 'x = "abc"\nx = "a b c"\nx = ""\n', "0-9", {}],
    ['x = "$...X"', 'x = "abc"\nx = "a b c"\nx = ""\n', "0-9 10-21 22-28", {}],
    ["foo(", "foo(1)\nfoo(\n", "0-4 7-11", {}],
    ["foo)", "foo)\n(foo)\n", "0-4", {}],
    ["a ) b", "a ) b\n(a ) b\n", "0-5", {}],
    ['<a href="...">', '<a href="x">\n<a  href = "x y" >\n', "0-12 13-31", {}],
    ["a....b", "a.b\na...b\n", "", {}],
    ["a...b", "a b\na 1 b\na...b\n", "0-3 4-9 10-15", {}],
    ["$x", "$x\nx\n$ x\n", "0-2 5-8", {}],
    ["$X1_B y", "q y\n", "0-3", {}],
    ["$_ = $_", "a = b\na = a\n", "", {}],
    ["ALLCAPS", "ALLCAPS\n", "0-7", {}],
    ["bar", "foo-bar foo.bar foo/bar foobar bar2 _bar bar_ 2bar\n", "4-7 12-15 20-23", {}],
    ["a b", "a # x\nb\n", "", {}],
    ["a b", 'a # x\nb\n# a b\n"# " a b\n', "0-7", { genericComments: "shell" }],
    ["a b", "a /* x */ b\n// a b\n/* a b */\na //\nb\n", "0-11 15-18", { genericComments: "c" }],
    ["a b", "a /* x */ b\n// a b\n/* a b */\na //\nb\n", "0-11 29-35", { genericComments: "cpp" }],
    ["a <... b ...> c", "a 1 b 2 c\na (b) c\n", "", {}],
    ["a\n\nb", "a\nb\na\n\nb\n", "0-3 4-8", {}],
    ["a ... b", "a a b b\n", "2-5", {}],
    ["x x", "x x x x\n", "0-3 2-5 4-7", {}],
    ["\u00e9 b", "\u00e9 b\nx\u00e9 b\n", "0-3 5-8", {}],
    ["1.5", "1.5 1 . 5 11.5 1.55\n", "0-3 4-9", {}],
    ["a==b", "a==b a == b a = = b\n", "0-4 5-11 12-19", {}],
    ["a b\nc", "a b\r\nc\r\n", "0-6", {}],
    ["a\n  b", "a\n\tb\n", "0-4", {}],
    ["  a\n    b", "a\n  b\n", "", {}],
    ["$X-$Y", "foo-bar\na - b\n", "0-7 8-13", {}],
    ["port: $X", "port: 8080\nport: 80:90\n", "0-10 11-19", {}],
    ["$X", "a_b c\n", "0-3 4-5", {}],
    ["a ... $X", "a 1 2 3\n", "0-3", {}],
    ["$X ... c", "a b c\n", "2-5", {}],
    ["a $...X b $...Y c", "a 1 b 2 b 3 c\n", "0-13", {}],
    ["a $...X b $...X c", "a 1 2 b 1 2 c\na 1 b 2 c\n", "0-13", {}],
    ["a ... d", "a\n  b\n  c\nd\n", "0-11", {}],
    ["a ... d", "  a\n  b\nd\n", "", {}],
    ["b ... d", "a\n  b\nc\n  d\n", "", {}],
    ["b\n...\nd", "a\n  b\nc\n  d\n", "", {}],
    ["b c", "a\n  b\nc\n", "", {}],
    ["a b", "a\n  b\nc\n", "0-5", {}],
    ["a b c", "a\n  b\nc\n", "0-7", {}],
    ["a\n...", "a\n 1\nb\nc\n", "0-8", {}],
    ["a \\ b", "a \\ b\n", "0-5", {}],
    ["a: b", "a: b\na : b\na:\n  b\n", "0-4 5-10 11-17", {}],
    ['"k": ...', '{"k": 1, "l": 2}\n', "1-15", {}],
    ['"k": $V', '{"k": 1, "l": "x"}\n', "1-7", {}],
    ["... b", "b\n", "0-1", {}],
    ["...", "a b\nc\n", "0-5", {}],
    ["$...X", "a b\nc\n", "0-5", {}],
    ["a b", "a\u0001b\n", "", {}],
    ["b c", "a (b) c\n", "", {}],
    ["b c", "a (\nb\n) c\n", "", {}],
    ["b ) c", "a (\nb\n) c\n", "4-9", {}],
    ["b ) c", "a (b) c\n", "", {}],
    ["k ...", "{k 1\nl 2}\nm\n", "1-11", {}],
    ["a\n  b\nc", "a\n  b 1\nc\n", "", {}],
    ["a\n  b\nc", "a\n  b\n  d\nc\n", "", {}],
    ["a\n  b\n  ...\nc", "a\n  b\n  d\nc\n", "0-11", {}],
    ["a\n  b\nc", "a\n    b\n  c\n", "0-11", {}],
    ["a\n  b\nc", "  a\n    b\n c\n", "", {}],
    ["a ...", "a\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n", "0-21", {}],
    ["a $...X", "a\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n", "0-21", {}],
    ["a\n...", "a\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n", "0-5", { genericEllipsisMaximumSpan: 2 }],
    ["... z", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\nz\n", "", {}],
    ["$...X z", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\nz\n", "", {}],
    ["a ...", "q\n  a\n  b\nc\n", "4-9", {}],
    ["a ...", "q (a b) c\n", "3-6", {}],
    ["a (\n  b\n)", "a ( b )\na (\n  b\n)\na (\nb\n)\na (\n    b)\n", "0-7 8-17", {}],
    ["a\n  b", "a (b)\n", "", {}],
    ["( b )", "(\n  b\n)\n( b\n)\n", "0-7 8-13", {}],
    ["$_X", "a\n", "", {}],
    ["$1", "$1\n1\n", "0-2", {}],
    ["a....b", "a....b\na....c\na b\n", "0-6", {}],
    ["a .... b", "a 1 b\na .... b\n", "6-14", {}],
    ["$...X b $...X", "1 2 b 1  2\n", "", {}],
    ["a ( ... ) b", "a ( 1 ) b\na ( 1 ( 2 ) 3 ) b\n", "0-9 10-27", {}],
    ["{ ... }", "{\n  {\n  }\n}\n", "4-9", {}],
    ["a ... b", "a {\n 1\n} b\n", "0-10", {}],
    ["a ... b", "a { b }\n", "0-5", {}],
    ["a ... b", "{ a } b\n", "", {}],
    ["x = $...V;", "x = f(1, 2);\ny = 3;\n", "0-12", {}],
    ["x = $...V", "x = f(1, 2)\ny = 3\n", "0-17", {}],
    ["x $A $B", "x (1) 2\nx 1 2\n", "8-13", {}],
    ["$...A = 1", "a b = 1\nc = 1\n", "0-7", {}],
    ["... = 1", "a b = 1\nc = 1\n", "0-7", {}],
    ["a\n...\nc\n", "a\n  b\n  c\n", "0-9", {}],
    ["a:\n  $X\nb:", "a:\n  1\nb:\na:\n  1 2\nb:\n", "0-9", {}],
    ["a\n    b\n  c", "a\n    b\n  c\n", "0-11", {}],
    ["  a\n  b", "a\nb\n  a\n  b\n", "", {}],
    ["  a\nb", "  a\nb\n", "", {}],
    ["a\n\tb", "a\n  b\n", "0-5", {}],
    ["a\n  b", "\ta\n        b\n", "", {}],
    ["a\n  b", "    a\n\tb\n", "4-8", {}],
    ["(a", "(a\n(a)\n( (a) )\n", "0-2 3-5 9-11", {}],
    ["a)", "(a)\na)\n", "4-6", {}],
    ["( a ]", "( a ]\n", "0-5", {}],
    ["b", "( a ] b\n(b\n", "6-7 9-10", {}],
    ["a b", "( a ] b\n( a [ ) b\n", "", {}],
    ["a b", "( a\nb )\n", "2-5", {}],
    ["a b", "a ) b\n", "", {}],
    ["a b", "a [ b\n", "", {}],
    ["a [ b", "a [ b\n( a [ b )\n", "0-5 8-13", {}],
    ["a ... b c", "a b b c\na b 1 b c\n", "0-7 8-17", {}],
    ["$X $X", "a b b a a\n", "2-5 6-9", {}],
    ["a $...X $Y c", "a 1 2 3 c\n", "0-9", {}],
    ["a ... $...X c", "a 1 2 3 c\n", "invalid", {}],
    ["a $X ... $X c", "a 1 2 1 c\na 1 2 3 c\n", "0-9", {}],
    ["'...'", "'a b' 'c'\n", "0-5 4-7 6-9", {}],
    ["a ... ... b ...", "a 1 b 2\n3\n", "0-9", {}],
    ["a b", "a /* x\n y */ b\na\n/* */ b\n", "0-14 15-24", { genericComments: "c" }],
    ["a\n  b", "a\n/* */b\n", "0-8", { genericComments: "c" }],
    [
      "...",
      "a\n  b\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n",
      "0-23 4-5",
      {},
    ],
    ["a # b", "a # b\n", "", { genericComments: "shell" }],
    ['x: "$Y"', 'x: "a-b"\nx: "ab"\n', "9-16", {}],
    ["x: $...Y\n", "x: a b\n  c\nd\n", "0-12", {}],
    ["x: $...Y\nd", "x: a b\n  c\nd\n", "0-12", {}],
    ["a ... b", "a\n  1\n    2\n b\n", "0-14", {}],
    ["a ( ...", "a ( 1 2 ) 3\n", "0-11", {}],
    ["a ( ... 2", "a ( 1 ) 2\n", "0-9", {}],
    ["a ...b", "a\n\n\n\n\n\nx\n\n\n\nb\n", "0-13", {}],
    ["a $...X b", "a 1\nb\na 1 b\n", "6-11", { genericEllipsisMaximumSpan: 0 }],
    ["x\n  $...A\ny", "x\n  1 2\n  3\ny\n", "0-13", {}],
    ["x\n  ...\ny", "x\n  1 2\n  3\ny\nx\ny\n", "0-13 14-17", {}],
    ["x\n  ...", "x\n  1 2\n  3\ny\n", "0-11", {}],
    ["x ... 2\ny", "x\n  1 2\n  3\ny\n", "", {}],
    ["2 3", "x\n  1 2\n  3\ny\n", "6-11", {}],
    ["a\n  b", "a\n  b 1\n  c\nd\n", "", {}],
    ["a\n  ...", "a\nb\n", "0-1", {}],
    ["a ...", "a x\na y\n", "0-7", {}],
    ["... a", "q (x a) b\n a\n", "3-6 11-12", {}],
    ["$Xa", "$Xa\nb\nba\n", "1-3 4-5 6-8", {}],
    ["a\n  b\n    c\n", "a\n  b\n    c 1\n  d\n", "", {}],
    ["a\n  b\nc", "a\n  b\n\n\nc\n", "0-9", {}],
    ["a\n  $...X\nb", "a\nb\na\n  1\n  2\nb\n", "0-3 4-15", {}],
    ["x $...A y", "x\n  1\n  2\ny\n", "0-11", {}],
    ["a ... b", "a 1 b 2 b\n", "0-5", {}],
    ["a $X ... b", "a 1 a 2 b\n", "4-9", {}],
    ["( $...X )", "( a ( b ) c )\n", "4-9", {}],
    ["f($...X)", "f(1, (2), 3) + g(4)\n", "0-8", {}],
    ["f($...X);", "f(1, (2), 3);\n", "0-13", {}],
    ["a\n  b ... d\ne", "a\n  b\n  c\n  d\ne\n", "0-15", {}],
    ["$X: $Y", "a: b: c\n", "0-4 3-7", {}],
    ["a - b", "a -\n  b\n", "0-7", {}],
    ['"$...X" ... b', '"q r" 1 b\n', "0-9", {}],
    ["a\n\n\n\nb", "a b\n", "0-3", {}],
    ["$FOO-bar", "x-bar y-bar\n", "0-5 6-11", {}],
    ["a ... $X ... b", "a 1 2 b\n", "0-7", {}],
    ["a ... b\n... c", "a\n1\nb\n2\nc\n", "0-9", {}],
    ["'", "it's\n", "2-3", {}],
    ["...\nb\n...", "a\nb\nc\n", "0-5", {}],
    ["a\r\n  b", "a\r\n  b\r\n", "0-6", {}],
    ["\ufeffa", "a\n", "", {}],
    ["a", "\ufeffa\n", "1-2", {}],
    ["a b", "a\u00a0b\n", "", {}],
    ["a\u00a0b", "a b\na\u00a0b\n", "4-7", {}],
    ["\u4e2d\u6587", "\u4e2d\u6587 \u4e2d\n", "0-2", {}],
    ["a b", "a\fb\n", "", {}],
    ["{{ $X }}", "{{ x }} {{x}} { { x } }\n", "0-7 8-13 14-23", {}],
    ["{{ ... }}", "{{ x | y }} {{\n z\n}}\n", "0-11 12-20", {}],
    ["{% ... %}", "{% a %} {% b\n c %}\n", "0-7 8-18", {}],
    ['<$A ... href="$U" ...>', '<a x=1 href="u" y>\n<b href="v">\n', "0-18 19-31", {}],
    ["a ...", "a\n0\n1\n2\n3\n4\na\n0\n1\n2\n3\n4\n0\n1\n2\n3\n4\n0\n1\n2\n3\n4\n", "0-21 12-33", {}],
    ["a ... b ...", "a 1 a 2 b 3\n", "0-11", {}],
    ["a ... b ...", "a 1 b 2 a 3 b 4\n", "0-15", {}],
    ["$X ...", "a b c\n", "0-5", {}],
    ["a ... b", "a 1 b a 2 b\n", "0-5 6-11", {}],
    ["$...X ... a", "a\n", "0-1", {}],
    ["$...X $...Y a", "a\n", "invalid", {}],
    ["$X $Y", "a b c d\n", "0-3 2-5 4-7", {}],
    ["$X ... $Y", "a b c d\n", "0-3 2-5 4-7", {}],
    ["a $...X", "a 1 a 2\n", "0-7", {}],
    ["a\n  ...", "a\n  x\na\n  y\n", "0-5 6-11", {}],
    ["a\n...", "a\n  x\na\n  y\n", "0-11", {}],
    ["x $X\n  ...", "q\n  x 1\n    y\n  x 2\nz\n", "4-13 16-19", {}],
    ["a b", "a a b\n", "2-5", {}],
    ["$X $X b", "a a a b\n", "2-7", {}],
    ["( ... ) ...", "(a) (b)\n", "0-7", {}],
  ])("%j on %j", check);
});

/** Asserts what the first match binds, as "$X=a $...Y= b". */
function checkBindings(pattern: string, text: string, bindings: string): void {
  const [match] = find(pattern, text) ?? [];
  expect(
    Array.from(match?.bindings ?? [], ([name, { text: bound }]) => `${name}=${bound}`)
      .sort()
      .join(" "),
  ).toBe(bindings);
}

describe("a metavariable of a generic pattern", () => {
  it.each<[pattern: string, text: string, bindings: string]>([
    ["a $...X $Y c", "a 1 2 3 c", "$...X= 1 2 $Y=3"],
    ["f($...X)", "f(1, (2), 3)", "$...X=1, (2"],
    ["f($...X);", "f(1, (2), 3);", "$...X=1, (2), 3"],
    ["x: $...Y\nd", "x: a b\n  c\nd\n", "$...Y= a b\n  c"],
    ['x: "$Y"', 'x: "ab"', "$Y=ab"],
    ["$X $X", "a b b", "$X=b"],
  ])("%j on %j", checkBindings);
});

it("reads a text once for all patterns that look at it in the same way", () => {
  const text = openGenericText("a b # c\n");
  expect(text.entriesWith("none")).toBe(text.entriesWith("none"));
  expect([text.entriesWith("none").length, text.entriesWith("shell").length]).toEqual([4, 2]);
});

describe("bad generic patterns and texts", () => {
  it("says what is wrong", () => {
    expect(compileGenericPattern("a ... $...X", defaults)).toEqual({
      message: 'Nothing tells where "$...X" starts and what stands before it ends.',
      offset: 6,
    });
    expect(compileGenericPattern(" ", defaults)).toEqual({ message: "The pattern is empty.", offset: 0 });
  });

  it("ends within its steps", () => {
    expect(find("a ... b ... c ... d ... e", "a b c d ".repeat(50_000))).toEqual([]);
    expect(find("x", `${" ".repeat(9)}x\n`.repeat(3))?.length).toBe(3);
    const stairs = Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}(`).join("\n");
    expect(find("( ... )", stairs)).toEqual([]);
    expect(find("]", "(".repeat(50_000) + "]")?.length).toBe(1);
  });
});
