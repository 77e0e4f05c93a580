/** What expressions of rules match. The first table was taken from Semgrep 1.182, whose pattern-regex has PCRE2's flags MULTILINE and UTF. */
import { describe, expect, it } from "vitest";
import { makeBoundedRunner } from "./bounded-runner.js";
import { compileRegex, isRegexError, type CompiledRegex } from "./compile-regex.js";
import { parseRegex } from "./parse-regex.js";

function compiled(source: string, flags = {}): CompiledRegex {
  const regex = compileRegex(source, flags);
  if (isRegexError(regex)) throw new Error(`${source}: ${regex.message}`);
  return regex;
}

/** Asserts the ranges of all matches as "0-1 3-4"; "invalid" and "refused" (by us alone) stand for an error. */
function check(source: string, text: string, ranges: string): void {
  const regex = compileRegex(source, { multiline: true });
  if (isRegexError(regex)) expect(["invalid", "refused"]).toContain(ranges);
  else expect(Array.from(regex.all(text), ({ start, end }) => `${start}-${end}`).join(" ")).toBe(ranges);
  const [first] = ranges.split(" ");
  expect(firstOfBounded(source, text) ?? first).toBe(first);
}

/** The first match that the engine with a limit finds, whatever engine the expression would get. */
function firstOfBounded(source: string, text: string): string | undefined {
  const tree = parseRegex(source, { multiline: true });
  if ("message" in tree) return undefined;
  const match = makeBoundedRunner(tree).search(text, 0);
  return match === undefined ? "" : `${match.start}-${match.end}`;
}

describe("an expression of pattern-regex", () => {
  it.each<[source: string, text: string, ranges: string]>([
    ["^b", "a\nb\n", "2-3"],
    ["a$", "a\nb\n", "0-1"],
    ["b$", "a\nb\n", "2-3"],
    ["a.b", "a\nb", ""],
    ["\\Ab", "a\nb", ""],
    ["b\\Z", "a\nb\n", "2-3"],
    ["b\\z", "a\nb\n", ""],
    ["a\\Z", "a\nb\n", ""],
    ["\\w+", "caf\u00e9 x", "0-3 5-6"],
    ["\\s", "a\u00a0b\u000bc\u0085d\u2003e", "3-4"],
    ["\\d+", "\u0663 4", "2-3"],
    ["caf.", "caf\u00e9 x", "0-4"],
    ["caf.$", "caf\u00e9\n", "0-4"],
    ["(?i)CAF\\u00c9", "caf\u00e9", "invalid"],
    ["[\\u00e8-\\u00ea]", "caf\u00e9", "invalid"],
    ["\\h+", "a \t\u00a0b", "1-4"],
    ["\\R", "a\r\nb\nc\u000bd\u0085e", "1-3 4-5 6-7 8-9"],
    ["\\N+", "ab\ncd", "0-2 3-5"],
    ["\\bfoo\\b", "foo x\u00e9foo foo\u00e9", "0-3 6-9 10-13"],
    ["(?i)k", "K \u212a k", "0-1 2-3 4-5"],
    ["(?i)s", "s \u017f S", "0-1 2-3 4-5"],
    ["a{,3}", "aaa a{,3}", "4-9"],
    ["a{", "a{ b", "0-2"],
    ["a{2", "aa{2", "1-4"],
    ["]x", "]x", "0-2"],
    ["[]x]+", "]x]", "0-3"],
    ["[^]x]+", "ab]x", "0-2"],
    ["[[:alpha:]_]+", "ab_1", "0-3"],
    ["[[:^alpha:]]+", "ab_1", "2-4"],
    ["[a[b]+", "a[b", "0-3"],
    ["x*", "axxb", "0-0 1-3 3-3 4-4"],
    ["(?=a)", "aa", "0-0 1-1"],
    ["$", "a\nb\n", "1-1 3-3 4-4"],
    ["\\Qa.b\\E+", "a.bbb", "0-5"],
    ["\\x{e9}", "caf\u00e9", "3-4"],
    ["\\xe9", "caf\u00e9", "3-4"],
    ["(?P<N>a)(?P=N)", "aa", "0-2"],
    ["(a)?(?(1)b|c)", "ab c", "refused"],
    ["a(?#x)b", "ab", "0-2"],
    ["(?x)a b # c", "ab", "0-2"],
    ["a++b", "aab", "0-3"],
    ["(?>a+)b", "aab", "0-3"],
    ["foo\\Kbar", "foobar", "3-6"],
    ["(?<=a|bc)d", "ad bcd", "1-2 5-6"],
    ["(?<!\\w)a", "a ba", "0-1"],
    ["\\p{L}+", "ab\u00e9", "0-3"],
    ["\\pL", "\u00e9", "0-1"],
    ["\\X", "e\u0301", "0-2"],
    ["(?|(a)|(b))", "ab", "refused"],
    ["(?R)?a", "aa", "refused"],
    ["(a)\\1", "aa", "0-2"],
    ["(a)\\g{1}", "aa", "0-2"],
    ["(a)\\g1", "aa", "0-2"],
    ["(a)\\g{-1}", "aa", "0-2"],
    ["(?<N>a)\\k<N>\\k{N}\\k'N'", "aaaa", "0-4"],
    ["(?'N'a)b", "ab", "0-2"],
    ["\\e", "\u001b", "0-1"],
    ["\\a", "\u0007", "0-1"],
    ["\\cA", "\u0001", "0-1"],
    ["\\0", "\u0000a", "0-1"],
    ["\\012", "\n", "0-1"],
    ["\\o{12}", "\n", "0-1"],
    ["\\y", "y", "invalid"],
    ["\\_a", "_a", "0-2"],
    ["[\\w-.]+", "a-.b", "invalid"],
    ["[a-\\d]+", "a-1", "invalid"],
    ["[z-a]", "z", "invalid"],
    ["(", "(", "invalid"],
    ["a)", "a)", "invalid"],
    ["*a", "*a", "invalid"],
    ["a**", "a", "invalid"],
    ["a{2}{3}", "aaaaaa", "invalid"],
    ["\\u0041", "A", "invalid"],
    ["\\", "\\", "invalid"],
    ["(?<n>a)(?<n>b)", "ab", "invalid"],
    ["(?J)(?<n>a)|(?<n>b)", "ab", "0-1 1-2"],
    ["(?s)a.b", "a\nb", "0-3"],
    ["(?-s)a.b", "a\nb", ""],
    ["(?-m)^b", "a\nb", ""],
    ["(?i:a)b", "Ab AB", "0-2"],
    ["a(?i)b|c", "aB C c", "0-2 3-4 5-6"],
    ["(a(?i)b)c", "aBc aBC", "0-3"],
    ["\\G", "a", "refused"],
    ["\\v", "a\u000bb\n", "1-2 3-4"],
    ["\\H", "a", "0-1"],
    ["\\V", "a", "0-1"],
    ["(?^i:a)", "A", "0-1"],
    ["(?U)a+", "aaa", "0-1 1-2 2-3"],
    ["(?n)(a)", "a", "0-1"],
    ["(*UTF8)\\w", "\u00e9", ""],
    ["(*UCP)\\w", "\u00e9", "refused"],
    ["[\\b]", "\b", "0-1"],
    ["[^a]", "\na", "0-1"],
    ["a.", "a\r\nb", "0-2"],
    ["a$", "a\r\n", ""],
    ["^", "a\n\nb\n", "0-0 2-2 3-3"],
    ["(?<a1>x)(y)(?<B>z)", "xyz", "0-3"],
    ["\u00e9.", "a\u00e9\u20ac\ud83d\ude00b", "1-3"],
    ["[^x]", "\ud83d\ude00", "0-2"],
    ["\ud83d\ude00+", "\ud83d\ude00\ud83d\ude00", "0-4"],
    ["(?u)a", "a", "invalid"],
    ["(?L)a", "a", "invalid"],
    ["(?a)\\w", "\u00e9a", "invalid"],
    ["[[.a.]]", "a", "invalid"],
    ["[\\Q^]\\E]", "^]", "0-1 1-2"],
    ["(a|ab)(c|bcd)(d*)", "abcd", "0-4"],
    ["(?xx)[a b]", " a", "1-2"],
  ])("%s on %j", check);
});

/** Asserts where the first match from the text's start ends, or that there is none. */
function checkStart(source: string, text: string, end: number | undefined, flags = {}): void {
  expect(compiled(source, flags).matchAtStart(text)?.end).toBe(end);
}

describe("an expression that must match at the start", () => {
  it.each<[source: string, text: string, end: number | undefined]>([
    ["foo", '"foo"', undefined],
    ["foo", "fooa", 3],
    ["|b", "b", 0],
    ["b|c", "ac", undefined],
    ["[0-9]+$", "123", 3],
    ["(?<=a)b", "ab", undefined],
    ["(?m)^b", '"a\nb"', undefined],
    ["(a|ab)(c|bcd)$", "abcd", 4],
    ["(?:a+)+b", "aab", 3],
    ["(?:a+)+$", "aa\n", 2],
    ["(?:a+)+\\z", "aa\n", undefined],
  ])("%s on %j", (source, text, end) => {
    checkStart(source, text, end);
  });

  it("has its groups by number and name, with places", () => {
    const match = compiled("(?P<key>\\w+)(x)?=(?:(?<value>a+)+)").search("-- k=aa");
    expect(match?.groups.map((group) => (group === undefined ? "none" : `${group.text}@${group.start}`))).toEqual([
      "k=aa@3",
      "k@3",
      "none",
      "aa@5",
    ]);
    expect(Array.from(match?.named ?? [], ([name, { text }]) => `${name}=${text}`)).toEqual(["key=k", "value=aa"]);
  });

  it("leaves the groups that emulate atomic ones uncounted", () => {
    const match = compiled("(?>(a)b)(c)\\2").matchAtStart("abcc");
    expect(match?.groups.map((group) => group?.text)).toEqual(["abcc", "a", "c"]);
  });

  it("says where an expression is wrong", () => {
    expect(compileRegex("ab(?P<n>c")).toEqual({ message: "The group is not closed.", offset: 2 });
    expect(compileRegex("a{3,1}")).toEqual({ message: "The numbers are in the wrong order.", offset: 1 });
    expect(compileRegex("a\\k<n>")).toEqual({ message: "There is no group n.", offset: 6 });
  });
});

describe("the engine of an expression", () => {
  const native = [
    "^(?!ALLOWED_)",
    ".*foo.*",
    "(a|b|c)$",
    "(?i)password",
    "^[\\w\\-]+$",
    "^foo",
    ".*",
    ".+password.*",
    "^(?!.*foo).*$",
    "^((?!foo).)*$",
    "(?i)(password|passwd|pwd|secret|token)\\s*[=:]\\s*[\"'][^\"']+[\"']",
    "(['\"])(.*?)\\1",
    "(?:\\w+\\.)*\\w+",
    "^https?://[^/]+(/[^?#]*)?(\\?[^#]*)?$",
    "[A-Za-z0-9+/]{40}",
    "AKIA[0-9A-Z]{16}",
    "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}",
    "^\\s*(#.*)?$",
    "(?<!self\\.)\\bassert\\b",
    "-----BEGIN (RSA |EC )?PRIVATE KEY-----",
    "^(a|b|ab)c$",
    "[a-z]+@[a-z]+\\.(com|org)",
    "(?s)<script>.*</script>",
    "TODO|FIXME|XXX",
    "(?i)^(get|set)_\\w*_?url$",
    "(?:foo|bar)+",
    "\\(([^()]*)\\)",
  ];
  const linear = [
    "(a+)+$",
    "(a*)*b",
    "(a|a)*b",
    "(a|aa)+$",
    "^(\\w+\\s?)*$",
    "([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(.*a){12}$",
    "(?:a?){30}a{30}",
    "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaaaaaa",
    "(x+x+)+y",
    "(.*)*x",
    "(a?b?)*c",
    "(?:(?:a|b)*|c)*d",
    ".*.*.*.*x",
    "^(.*?,){11}P",
    "(a{1,30}){1,30}b",
    "(\\s*\\s*)*x",
    "(?:x(?:a?|b?)y)*z",
    "a(?:(?:b|b)*c)?",
  ];
  const unbounded = [
    "(?=(a+)+$)a",
    "(a+)+\\1$",
    "(?!(x+x+)+y)z",
    "(a|a)*+b",
    "(?>(a+)+)b",
    "^(?:a|a)*(?<=b)$",
    "(?=x)(.*)*y",
    ".*.*.*(?=x)",
  ];
  it.each([
    ...native.map((source) => [source, "native"]),
    ...linear.map((source) => [source, "linear"]),
    ...unbounded.map((source) => [source, "unbounded"]),
  ])("of %s is %s", (source, tier) => {
    expect(compiled(source).tier).toBe(tier);
  });

  it("depends on the text where a bound grows with it", () => {
    const regex = compiled(".*foo.*");
    const lines = "some code of a common length, foo = bar\n".repeat(3000);
    expect(regex.tierFor(lines)).toBe("native");
    expect(regex.tierFor(lines.replaceAll("\n", " "))).toBe("linear");
    expect(compiled("(?<!x).*foo").tierFor("a".repeat(100_000))).toBe("unbounded");
    expect(compiled("password").tierFor("a".repeat(10_000_000))).toBe("native");
  });
});
