import { describe, expect, it } from "vitest";
import { compileRegex, isRegexError } from "./compile-regex.js";
import { parseRegex } from "./parse-regex.js";
import { requiredFoldedLiterals, requiredLiterals } from "./required-literals.js";

describe("what each match of an expression contains", () => {
  it.each<[source: string, literals: readonly string[]]>([
    ["password\\s*=", ["password"]],
    ["\\w+_secret[0-9]key", ["_secret"]],
    ["(foo)bar", ["foobar"]],
    ["(?:foo|quux)\\d", ["foo", "quux"]],
    ["(?:foo|\\d)x", ["x"]],
    ["(?i)foo", []],
    ["(?i:foo)bar", ["bar"]],
    ["a{3}b", ["aaab"]],
    ["(?:abc)+x", ["abc"]],
    ["(?:abc)*x", ["x"]],
    ["(?:abc)?", []],
    ["(?!abc)de", ["de"]],
    ["(?=.*abcd)de", ["abcd"]],
    ["foo\\bbar", ["foobar"]],
    ["(?<=abc)\\d", ["abc"]],
    ["^$", []],
    ["|a", []],
    ["(a)\\1", ["a"]],
    ["AKIA[0-9A-Z]{16}", ["AKIA"]],
    ["[ab]c\\Kd", ["cd"]],
  ])("%s", (source, literals) => {
    const tree = parseRegex(source, {});
    if ("message" in tree) throw new Error(tree.message);
    expect(requiredLiterals(tree.root)).toEqual(literals);
  });

  it("is looked for before the expression runs", () => {
    const regex = compileRegex("token=\\w+");
    if (isRegexError(regex)) throw new Error(regex.message);
    expect([regex.mayMatch("my token=1"), regex.mayMatch("my Token=1")]).toEqual([true, false]);
  });

  it.each<[source: string, literals: readonly string[]]>([
    ["(?i)PassWord", ["password"]],
    ["(?i)sk", ["sk"]],
    ["KEY", ["key"]],
    ["gh[pos]_\\w+", ["gho_", "ghp_", "ghs_"]],
    ["(?i)[a-d]x", ["ax", "bx", "cx", "dx"]],
    ["[a-z]x", ["x"]],
    ["[^a]x", ["x"]],
    ["(?:foo|quux)bar\\d", ["foobar", "quuxbar"]],
    ["(?:a|)\\d", []],
    ["[\u00e9]x", ["\u00e9x"]],
    ["(?i)^[a-z]+:\\/\\/(?!x)[^@]+@", ["://"]],
  ])("with folded case: %s", (source, literals) => {
    const tree = parseRegex(source, {});
    if ("message" in tree) throw new Error(tree.message);
    expect(requiredFoldedLiterals(tree.root)).toEqual(literals);
  });
});
