import { describe, expect, it } from "vitest";
import { compileRegex, isRegexError, regexOfFacts, type CompiledRegex, type RegexFlags } from "./compile-regex.js";

/** The expression, and the same as made from its facts after they have been through JSON. */
function both(source: string, flags: RegexFlags): { read: CompiledRegex; known: CompiledRegex | undefined } {
  const read = compileRegex(source, flags);
  if (isRegexError(read)) throw new Error(read.message);
  const facts = read.facts();
  if (facts === undefined) return { read, known: undefined };
  return { read, known: regexOfFacts(source, flags, JSON.parse(JSON.stringify(facts)) as typeof facts) };
}

const texts = ["", "password = 'abc'", "PASSWORD: x\ntoken=1", "aab", "key-12 key-13", "foo(bar)\n"];

describe("an expression from its facts", () => {
  it.each<[source: string, flags: RegexFlags]>([
    ["password\\s*=\\s*(?<value>\\S+)", {}],
    ["(?i)^(pass(word)?|token)\\b", { multiline: true }],
    ["a{1,2}(?=b)", {}],
    ["key-(\\d+)\\K", {}],
    ["^\\w+\\((.*)\\)$", { multiline: true }],
    ["(?>fo+)\\(", {}],
  ])("%s", (source, flags) => {
    const { read, known } = both(source, flags);
    const seen = (regex: CompiledRegex): unknown =>
      texts.map((text) => [
        regex.test(text),
        regex.testAtStart(text),
        regex.matchAtStart(text),
        [...regex.all(text)],
        regex.mayMatch(text),
        regex.tierFor(text),
      ]);
    expect(known && seen(known)).toEqual(seen(read));
    expect([known?.tier, known?.isHopeless, known?.foldedLiterals()]).toEqual([
      read.tier,
      read.isHopeless,
      read.foldedLiterals(),
    ]);
  });

  it.each(["(a+)+$", "(?:a|b*)*c"])("none where another engine runs it: %s", (source) => {
    expect(both(source, {}).known).toBeUndefined();
  });
});
