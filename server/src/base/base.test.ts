/** Lines, words, hashes and regular expressions: the small things that all else stands on. */
import { describe, expect, it } from "vitest";
import { hashText } from "./hash.js";
import { createLineIndex, offsetOfPosition, positionOfOffset } from "./line-index.js";
import { nearestWord } from "./nearest-word.js";
import { rangesOverlap } from "./text-range.js";

describe("line index", () => {
  it.each([
    ["", [0]],
    ["a\nb\n", [0, 2, 4]],
    ["a\r\nb\rc", [0, 3, 5]],
    ["a\fb", [0]],
  ])("of %j", (text, starts) => {
    expect(createLineIndex(text).starts).toEqual(starts);
  });

  it("turns every offset into a position and back", () => {
    const text = "a\n\r\n😀b\r";
    const index = createLineIndex(text);
    for (let offset = 0; offset <= text.length; offset++)
      expect(offsetOfPosition(index, positionOfOffset(index, offset))).toBe(offset);
  });

  it("brings positions outside of the text inside", () => {
    const index = createLineIndex("ab\ncd");
    expect(offsetOfPosition(index, { line: 9, character: 0 })).toBe(5);
    expect(offsetOfPosition(index, { line: -1, character: 4 })).toBe(0);
    expect(positionOfOffset(index, 99)).toEqual({ line: 1, character: 2 });
  });
});

describe("nearest word", () => {
  it.each([
    ["patern", "pattern"],
    ["mesage", "message"],
    ["nothing-like-it", undefined],
  ])("to %s", (word, expected) => {
    expect(nearestWord(word, ["pattern", "message", "id-of-a-rule"])).toBe(expected);
  });
});

describe("hash", () => {
  it("is sixteen digits, the same for the same text only", () => {
    expect(hashText("a")).toMatch(/^[0-9a-f]{16}$/);
    expect(hashText("a")).toBe(hashText("a"));
    expect(hashText("a")).not.toBe(hashText("b"));
  });
});

describe("overlap", () => {
  it.each([
    [0, 2, 1, 3, true],
    [0, 2, 2, 3, false],
    [0, 2, 2, 2, true],
    [0, 2, 3, 3, false],
  ])("of %i-%i and %i-%i", (start, end, otherStart, otherEnd, expected) => {
    expect(rangesOverlap({ start, end }, { start: otherStart, end: otherEnd })).toBe(expected);
  });
});
