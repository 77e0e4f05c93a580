import { describe, expect, it } from "vitest";
import { compileRegex, isRegexError, regexOfFacts, type CompiledRegex, type RegexFlags } from "./compile-regex.js";

/** The expression, and the same as made from its facts after they have been through JSON. */
function both(source: string, flags: RegexFlags): { read: CompiledRegex; known: CompiledRegex; isNative: boolean } {
  const read = compileRegex(source, flags);
  if (isRegexError(read)) throw new Error(read.message);
  const facts = read.facts();
  const known = regexOfFacts(source, flags, JSON.parse(JSON.stringify(facts)) as typeof facts);
  return { read, known, isNative: facts.native !== undefined };
}

const texts = ["", "password = 'abc'", "PASSWORD: x\ntoken=1", "aab", "key-12 key-13", "foo(bar)\n"];

describe("an expression from its facts", () => {
  it.each<[source: string, flags: RegexFlags, isNative: boolean]>([
    ["password\\s*=\\s*(?<value>\\S+)", {}, true],
    ["(?i)^(pass(word)?|token)\\b", { multiline: true }, true],
    ["a{1,2}(?=b)", {}, true],
    ["key-(\\d+)\\K", {}, true],
    ["^\\w+\\((.*)\\)$", { multiline: true }, true],
    ["(?>fo+)\\(", {}, true],
    ["(?:a|b*)*c", {}, false],
    ["(a+)+$", {}, false],
  ])("%s", (source, flags, isNative) => {
    const { read, known, ...facts } = both(source, flags);
    const seen = (regex: CompiledRegex): unknown =>
      texts.map((text) => [
        regex.test(text),
        regex.testAtStart(text),
        regex.matchAtStart(text),
        [...regex.all(text)],
        regex.mayMatch(text),
        regex.tierFor(text),
      ]);
    expect(seen(known)).toEqual(seen(read));
    expect([known.tier, known.isHopeless, known.foldedLiterals()]).toEqual([
      read.tier,
      read.isHopeless,
      read.foldedLiterals(),
    ]);
    expect(facts.isNative).toBe(isNative);
  });
});
