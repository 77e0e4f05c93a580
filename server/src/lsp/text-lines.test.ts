import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLinedText, editLinedText } from "./text-lines.js";

const piece = fc
  .array(fc.constantFrom("a", "\n", "\r", "\r\n", "🐍", "\f"), { maxLength: 6 })
  .map((parts) => parts.join(""));

describe("editLinedText", () => {
  it("knows the same lines as the text looked at afresh, whatever was edited", () => {
    const edits = fc.array(fc.record({ start: fc.nat(30), length: fc.nat(8), newText: piece }), { maxLength: 8 });
    fc.assert(
      fc.property(piece, edits, (text, changes) => {
        let current = createLinedText(text);
        for (const { start, length, newText } of changes) {
          const from = Math.min(start, current.text.length);
          const range = { start: from, end: Math.min(from + length, current.text.length) };
          current = editLinedText(current, { range, newText });
          expect(current.starts).toEqual(createLinedText(current.text).starts);
        }
      }),
      { numRuns: 500 },
    );
  });
});
