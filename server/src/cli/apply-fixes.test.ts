import { expect, it } from "vitest";
import type { Finding, Fix } from "../review/finding.js";
import { applySafeFixes } from "./apply-fixes.js";

/** Edits as [start, end, new text]. */
type EditTuple = readonly [number, number, string];

function check(text: string, fixes: readonly (readonly EditTuple[])[], expected: string, count: number): void {
  const findings = fixes.map((edits) => findingWith("safe", edits));
  expect(applySafeFixes(text, findings)).toEqual({ text: expected, count });
}

function findingWith(safety: Fix["safety"], edits: readonly EditTuple[]): Finding {
  const fix = { title: "", safety, edits: edits.map(([start, end, newText]) => ({ range: { start, end }, newText })) };
  const range = { start: 0, end: 1 };
  return { ruleId: "r", message: "", severity: "error", confidence: "high", range, steps: [], fingerprint: "", fix };
}

it("applies fixes that are apart, with all of their edits", () => {
  check(
    "abcdef",
    [
      [[0, 1, "AA"]],
      [
        [2, 3, ""],
        [5, 6, "FF"],
      ],
    ],
    "AAbdeFF",
    2,
  );
});

it("leaves out what overlaps an earlier fix, as a whole", () => {
  check(
    "abcdef",
    [
      [[0, 3, "x"]],
      [
        [2, 4, "y"],
        [5, 6, "z"],
      ],
    ],
    "xdef",
    1,
  );
});

it("does not insert twice at one place", () => {
  check("ab", [[[0, 0, "import os\n"]], [[0, 0, "import os\n"]]], "import os\nab", 1);
});

it("writes the line breaks of the text", () => {
  check("a\r\nb", [[[0, 1, "x\ny"]]], "x\r\ny\r\nb", 1);
});

it("applies safe fixes only", () => {
  expect(applySafeFixes("ab", [findingWith("unsafe", [[0, 1, "x"]])])).toEqual({ text: "ab", count: 0 });
});
