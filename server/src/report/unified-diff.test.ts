/** Unified diffs, as `diff -u` gives them. */
import { expect, it } from "vitest";
import { unifiedDiff } from "./unified-diff.js";

function check(before: string, after: string, expected: readonly string[]): void {
  expect(unifiedDiff(before, after)).toEqual(expected);
}

const numbers = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}\n`).join("");

it.each<[before: string, after: string, expected: readonly string[]]>([
  ["a\n", "a\n", []],
  ["a\nb\nc\n", "a\nx\nc\n", ["@@ -1,3 +1,3 @@", " a", "-b", "+x", " c"]],
  ["", "a\n", ["@@ -0,0 +1 @@", "+a"]],
  ["a\n", "", ["@@ -1 +0,0 @@", "-a"]],
  ["a", "a\n", ["@@ -1,2 +1 @@", " a", "-\\ No newline at end of file"]],
  ["a\nb\nc\n", "b\nc\nd\n", ["@@ -1,3 +1,3 @@", "-a", " b", " c", "+d"]],
  [
    numbers(1, 20),
    numbers(1, 20).replace("2\n", "x\n").replace("19\n", "y\n"),
    [
      "@@ -1,5 +1,5 @@",
      " 1",
      "-2",
      "+x",
      " 3",
      " 4",
      " 5",
      "@@ -16,5 +16,5 @@",
      " 16",
      " 17",
      " 18",
      "-19",
      "+y",
      " 20",
    ],
  ],
])("%j to %j", (before, after, expected) => {
  check(before, after, expected);
});

it("gives up on a middle that is too large to compare", () => {
  const lines = unifiedDiff(`a\n${"b\n".repeat(3000)}c\n`, `a\n${"d\n".repeat(3000)}c\n`);
  expect(lines).toHaveLength(6003);
});
