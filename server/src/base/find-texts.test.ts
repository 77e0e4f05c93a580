import { describe, expect, it } from "vitest";
import { createFoundTexts, createTextFinder, findTexts } from "./find-texts.js";

/** The texts of a list that are found in a text. */
function found(texts: readonly string[], text: string): string[] {
  const finder = createTextFinder(texts);
  const result = createFoundTexts(finder);
  findTexts(finder, text, result);
  expect(result.indices.toSorted((a, b) => a - b)).toEqual(
    texts.flatMap((_, index) => (result.seen[index] === 1 ? index : [])),
  );
  return texts.filter((_, index) => result.seen[index] === 1);
}

describe("texts that stand in a text", () => {
  it.each<[texts: readonly string[], text: string, expected: readonly string[]]>([
    [["he", "she", "his", "hers"], "ushers", ["he", "she", "hers"]],
    [["password"], "my_PassWord = 1", ["password"]],
    [["abcd", "bc"], "xabcx", ["bc"]],
    [["aa"], "aXaa", ["aa"]],
    [["a", "a"], "a", ["a", "a"]],
    [["ab"], "a\u00e9b a\u212ab", []],
    [["task"], "TA\u017f\u212a", ["task"]],
    [["x"], "", []],
    [[], "abc", []],
  ])("%j in %j", (texts, text, expected) => {
    expect(found(texts, text)).toEqual(expected);
  });

  it("agrees with looking for each", () => {
    const letters = "ab-";
    const words = Array.from({ length: 60 }, (_, index) =>
      (index + 5).toString(3).replace(/\d/g, (digit) => letters[Number(digit)] ?? ""),
    );
    const text = words.join("c").slice(0, 90);
    expect(found(words, text)).toEqual(words.filter((word) => text.includes(word)));
  });
});
