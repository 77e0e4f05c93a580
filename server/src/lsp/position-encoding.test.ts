import { describe, expect, it } from "vitest";
import { chooseEncoding, toOffset, toPosition, toTextRange, type PositionEncoding } from "./position-encoding.js";
import { createLinedText } from "./text-lines.js";

/** One line with characters of one, two, three and four bytes; the last takes two code units. */
const line = "aé中🐍b";
const text = createLinedText(`x\r\n${line}\r\nlast`);

/** Columns of a, é, 中, 🐍, b and the line's end. */
const columns: Readonly<Record<PositionEncoding, readonly number[]>> = {
  "utf-8": [0, 1, 3, 6, 10, 11],
  "utf-16": [0, 1, 2, 3, 5, 6],
  "utf-32": [0, 1, 2, 3, 4, 5],
};
const offsets = [3, 4, 5, 6, 8, 9];

function check(position: unknown, encoding: PositionEncoding, expected: number): void {
  expect(toOffset(text, position as { line: number; character: number }, encoding)).toBe(expected);
}

describe("position encodings", () => {
  it.each(["utf-8", "utf-16", "utf-32"] as const)("%s goes there and back", (encoding) => {
    offsets.forEach((offset, index) => {
      const position = { line: 1, character: columns[encoding][index] ?? -1 };
      expect(toPosition(text, offset, encoding)).toEqual(position);
      check(position, encoding, offset);
    });
  });

  it("brings positions inside their line and the text", () => {
    for (const encoding of ["utf-8", "utf-16", "utf-32"] as const) {
      check({ line: 0, character: 99 }, encoding, 1);
      check({ line: 1, character: 99 }, encoding, 9);
      check({ line: 99, character: 0 }, encoding, text.text.length);
      check({ line: -1, character: 5 }, encoding, 0);
      check({ line: 1, character: -5 }, encoding, 3);
      check({ line: Number.NaN, character: "x" }, encoding, 0);
      check({}, encoding, 0);
    }
    // Inside of a character: its start.
    check({ line: 1, character: 8 }, "utf-8", 6);
  });

  it("turns a range that runs backwards round", () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 1, character: 0 } };
    expect(toTextRange(text, range, "utf-16")).toEqual({ start: 3, end: 11 });
  });

  it("agrees on UTF-16 where it can", () => {
    expect(chooseEncoding(undefined)).toBe("utf-16");
    expect(chooseEncoding(["utf-8", "utf-16"])).toBe("utf-16");
    expect(chooseEncoding(["utf-32", "utf-8"])).toBe("utf-32");
    expect(chooseEncoding(["ebcdic"])).toBe("utf-16");
  });
});
