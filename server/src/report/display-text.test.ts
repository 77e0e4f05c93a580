import { expect, it } from "vitest";
import { displayLine, harmless } from "./display-text.js";

/** Marks the range in `line` with « and », and expects the shown text with carets below it. */
function check(line: string, expected: readonly [string, string], room = 200): void {
  const start = line.indexOf("«");
  const end = line.indexOf("»") - 1;
  const shown = displayLine(line.replace(/[«»]/g, ""), start, end, room);
  const carets = " ".repeat(shown.start) + "^".repeat(shown.end - shown.start);
  expect([shown.text, carets]).toEqual(expected);
}

it("puts carets below plain text", () => {
  check("call(«value») ", ["call(value)", "     ^^^^^"]);
});

it("widens tabs to the next stop", () => {
  check("\tif x:\t«y»", ["    if x:   y", "            ^"]);
});

it("counts wide characters twice, and combined ones once", () => {
  check("名前 = «x»", ["名前 = x", "       ^"]);
  check("e\u0301 = «'👩‍👩‍👧' + 名»", ["e\u0301 = '👩‍👩‍👧' + 名", "    ^^^^^^^^^"]);
});

it("shows the part around the range of a long line", () => {
  check(`${"a".repeat(50)}«bcd»${"e".repeat(50)}`, ["…aaaaabcdeeeeeeeeee…", "      ^^^"], 20);
  check(`«bcd»${"e".repeat(50)}`, ["bcdeeeeeeeeeeeeeeee…", "^^^"], 20);
});

it("shows nothing that a terminal obeys", () => {
  check("x = '\u001b[31m«y»'", ["x = '\ufffd[31my'", "          ^"]);
  expect(harmless("a\u202eb\rc\u0007")).toBe("a\ufffdb\ufffdc\ufffd");
});
