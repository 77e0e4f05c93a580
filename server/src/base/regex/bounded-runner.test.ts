/** Our own engine: PCRE's meaning, the same matches as JavaScript's engine where both mean the same, and an end on any text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backtrackingCost } from "./backtracking-cost.js";
import { makeBoundedRunner } from "./bounded-runner.js";
import { compileRegex, isRegexError } from "./compile-regex.js";
import { differsInJavaScript } from "./differs-in-javascript.js";
import { makeNativeRunner, writeNative } from "./native-runner.js";
import { parseRegex } from "./parse-regex.js";
import type { RegexMatch, RegexRunner } from "./regex-match.js";
import { createRegexBudget, gaveUp, mostRegexSteps } from "./step-budget.js";
import type { RegexTree } from "./syntax.js";

function treeOf(source: string, multiline = false): RegexTree {
  const tree = parseRegex(source, { multiline });
  if ("message" in tree) throw new Error(`${source}: ${tree.message}`);
  return tree;
}

/** The match and its groups, "0-3 1:0-1 2:none". */
function describeMatch(match: RegexMatch | undefined): string {
  if (match === undefined) return "";
  const groups = match.groups
    .slice(1)
    .map((group, index) => `${index + 1}:${group === undefined ? "none" : `${group.start}-${group.end}`}`);
  return [`${match.start}-${match.end}`, ...groups].join(" ");
}

describe("what an expression matches, with its groups, as PCRE has it", () => {
  it.each<[source: string, text: string, expected: string]>([
    ["(?:(a)|b)*", "ab", "0-2 1:0-1"],
    ["(?:(a)|b)*\\1c", "abac", "0-4 1:0-1"],
    ["(?:(a)|(b))+?c", "abc", "0-3 1:0-1 2:1-2"],
    ["(a)?b", "b", "0-1 1:none"],
    ["(a)?\\1b", "b", ""],
    ["(a?)*b", "aab", "0-3 1:2-2"],
    ["(a*)*", "aa", "0-2 1:2-2"],
    ["(a|ab)(c|bcd)(d*)", "abcd", "0-4 1:0-1 2:1-4 3:4-4"],
    ["(?>a+)ab", "aaab", ""],
    ["(?>(a)|ab)c", "abc", ""],
    ["(?>(a)b|a)c", "ac", "0-2 1:none"],
    ["(?:(?>(a)x)|ab)", "ab", "0-2 1:none"],
    ["a++b", "aaab", "0-4"],
    ["(?:a{2}){2}b", "aaaaab", "1-6"],
    ["(?:(?:ab){1,2}c){2}", "ababcabc", "0-8"],
    ["(|a){2}b", "ab", "0-2 1:0-1"],
    ["(?=(a+))a*b\\1", "baaabac", "3-6 1:3-4"],
    ["(?!(a)b)a(.)", "abac", "2-4 1:none 2:3-4"],
    ["(?<=(\\d{2})|x)y", "12y", "2-3 1:0-2"],
    ["(?<=a{1,3})b", "aaab", "3-4"],
    ["(?<!foo|b)bar", "foobar bbar xbar", "13-16"],
    ["(?<=(?<!a)b)c", "abc bc", "5-6"],
    ["(?<=\u{1f600})a", "\u{1f600}a", "2-3"],
    ["(?i)(a\u00e9)\\1", "a\u00e9A\u00c9", "0-4 1:0-2"],
    ["(a)(?-i)\\1", "aA", ""],
    ["(?J)(?:(?<n>a)|(?<n>b))\\k<n>", "abb", "1-3 1:none 2:1-2"],
    ["fo\\Ko(b)", "foob", "2-4 1:3-4"],
    ["\\R{2}x", "\r\n\nx", "0-4"],
    ["^\\w+$", "ab\ncd\n", ""],
    ["\\w+\\Z", "ab\ncd\n", "3-5"],
    ["a{0}b", "ab", "1-2"],
    ["[^a]{2,}?b", "\u{1f600}xb", "0-4"],
    [".{3}", "a\u{1f600}b", "0-4"],
    ["(['\"]).*?\\1", "x = 'a\"b' + 'c'", "4-9 1:4-5"],
    ["(?:a|b)*?c", "abac", "0-4"],
    ["(?s).*(?<=\\n)x", "ab\nx\nx", "0-6"],
    ["((a)|b){2}", "ab", "0-2 1:1-2 2:0-1"],
    ["(a\\1?){3}", "aaaaaa", "0-6 1:3-6"],
  ])("%s on %j", (source, text, expected) => {
    expect(describeMatch(makeBoundedRunner(treeOf(source)).search(text, 0))).toBe(expected);
  });
});

const atom = fc.constantFrom(
  "a",
  "b",
  "ab",
  ".",
  "[ab]",
  "[^a]",
  "\\w",
  "\\s",
  "\\n",
  "\\b",
  "\\B",
  "^",
  "$",
  "\\z",
  "(?i:B)",
  "\u00e9",
);
const quantifier = fc.constantFrom("", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{1,}?", "++", "?+");
const backReferences = fc.constantFrom("", "", "(a|b)(?:c|\\1)*", "(['\"a]).*?\\1", "(?=(.))(?:a|\\1)+");
const group = fc.constantFrom("(", "(?:", "(?=", "(?!", "(?>", "(?<=", "(?<!");
const { regex } = fc.letrec<{ regex: string; item: string }>((tie) => ({
  regex: fc.oneof(
    { depthSize: "small" },
    tie("item"),
    fc.tuple(tie("item"), tie("item"), tie("item")).map((items) => items.join("")),
    fc.tuple(tie("item"), tie("regex")).map(([left, right]) => `${left}|${right}`),
  ),
  item: fc.oneof(
    { depthSize: "small" },
    fc
      .tuple(atom, quantifier)
      .map(([text, count]) => (/^(?:[\^$]|\\[bBz])$/.test(text) ? text : `(?:${text})${count}`)),
    fc
      .tuple(group, tie("regex"), quantifier)
      .map(([open, text, count]) => `${open}${text})${open.length > 2 ? "" : count}`),
  ),
}));
const text = fc.string({ unit: fc.constantFrom("a", "b", "B", " ", "\n", "\u00e9", "\u{1f600}"), maxLength: 12 });

function ranges(runner: RegexRunner | string, subject: string): string {
  if (typeof runner === "string") return runner;
  const match = runner.search(subject, 0);
  return `${match?.start}-${match?.end} ${runner.matchAtStart(subject)?.end} ${runner.test(subject)}`;
}

it("finds what JavaScript's engine finds", () => {
  let compared = 0;
  fc.assert(
    fc.property(backReferences, regex, text, fc.boolean(), (start, source, subject, multiline) => {
      const tree = treeOf(`${start}(?:${source})`, multiline);
      if (backtrackingCost(tree).exponent > 6 || differsInJavaScript(tree)) return;
      compared += 1;
      expect(ranges(makeBoundedRunner(tree), subject)).toBe(ranges(makeNativeRunner(writeNative(tree)), subject));
    }),
    { numRuns: 5000 },
  );
  expect(compared).toBeGreaterThan(1000);
});

describe("an expression that takes for ever elsewhere", () => {
  const many = "a".repeat(40);
  it.each<[source: string, text: string]>([
    ["(?=(a+)+$)a", `${many}!`],
    ["^(?!(?:x|a|a)*$)b|(?=z)(a|a)*c", `z${many}`],
    ["(a+)+\\1$", `${many}!`],
    ["^(?:(?=a)(?:a|a?)+)+$", `${many}!`],
    ["(?<=(?:a|aa|aaa){1,60})b(?:a*)*c", `${many}b${many}`],
    ["^(([a-z])+.)+[A-Z]([a-z])+(?!x)$", many],
    ["(.*?,){11}P(?<!x)", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26"],
  ])("%s is given up or done within its budget", (source, subject) => {
    const budget = createRegexBudget(subject);
    const before = budget.steps;
    makeBoundedRunner(treeOf(source)).search(subject, 0, budget);
    expect(before - budget.steps).toBeLessThan(before + 10_000);
  });

  it("says that it gave up, and finds nothing then", () => {
    const regex = compileRegex("(?=(a+)+$)a");
    if (isRegexError(regex)) throw new Error(regex.message);
    expect(regex.isHopeless).toBe(true);
    const budget = createRegexBudget(`${many}!`);
    expect(regex.search(`${many}!`, 0, budget)).toBeUndefined();
    expect(gaveUp(budget)).toBe(true);
    expect(regex.test(`${many}!`)).toBe(false);
    expect(Array.from(regex.all(`${many}!`))).toEqual([]);
    const small = createRegexBudget("aaa");
    expect(regex.search("aaa", 0, small)?.end).toBe(1);
    expect(gaveUp(small)).toBe(false);
  });
});

describe("a long text", () => {
  const length = 100_000;
  it.each<[source: string, text: string, end: number | undefined]>([
    ["(?=a)(?:a|b)*c", `${"ab".repeat(length / 2)}c`, length + 1],
    ["(?=a)(?:a|b)*c", "ab".repeat(length / 2), undefined],
    ["(?=a)(?:a|b)*+c", `${"ab".repeat(length / 2)}c`, length + 1],
    ["(?=a)((?:a|b)c?)*?d", `${"ab".repeat(length / 2)}d`, length + 1],
    ["(?<!x)(\\w)(?:\\w|\\s)*\\1$", `a${"b ".repeat(length / 2)}a`, length + 2],
    ["(?s)(?=.).*(?<=z)", `${"a\n".repeat(length / 2)}z`, length + 1],
    ["(?:(?=a)a)*", "a".repeat(length), length],
  ])("%s does not overflow the stack", (source, subject, end) => {
    const budget = { steps: mostRegexSteps };
    expect(makeBoundedRunner(treeOf(source)).matchAtStart(subject, budget)?.end).toBe(end);
  });

  it("is given up where it would need too much memory", () => {
    const budget = { steps: mostRegexSteps };
    const subject = "ab".repeat(1_500_000);
    expect(makeBoundedRunner(treeOf("(?:a|b)*c")).matchAtStart(subject, budget)).toBeUndefined();
    expect(gaveUp(budget)).toBe(true);
  });
});
