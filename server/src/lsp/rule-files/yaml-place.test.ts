/** What a place in a rule file is for, also where the YAML is unfinished. */
import { describe, expect, it } from "vitest";
import { boundMetavariables, ruleEntries } from "./rule-entries.js";
import { placeAt } from "./yaml-place.js";

describe("the place of the cursor", () => {
  /** `|` in the text is the cursor. */
  function check(marked: string, expected: string): void {
    const offset = marked.indexOf("^");
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const place = placeAt(text, offset);
    if (place === undefined) expect("none").toBe(expected);
    else if (place.kind === "key") {
      const dash = place.needsDash ? " new" : place.hasDash ? " dash" : "";
      expect(
        `key /${place.path.join("/")} ${text.slice(place.range.start, place.range.end)}${dash} has ${place.present.join()}`,
      ).toBe(expected);
    } else {
      expect(`value /${place.path.join("/")}/${place.key} ${text.slice(place.range.start, place.range.end)}`).toBe(
        expected,
      );
    }
  }

  it.each<[marked: string, expected: string]>([
    ["ru^", "key / ru new has "],
    ["rules:\n  ^", "key /rules  new has "],
    ["rules:\n  - ^", "key /rules  dash has "],
    ["rules:\n- i^", "key /rules i dash has "],
    ["rules:\n  - id: x\n    ^", "key /rules  has id"],
    ["rules:\n  - id: x\n    sev^\n    message: m", "key /rules sev has id,message"],
    ["rules:\n  - id: x\n  - ^", "key /rules  dash has "],
    ["rules:\n  - id: x\n    patterns:\n      ^", "key /rules/patterns  new has "],
    ["rules:\n  - id: x\n    patterns:\n      - pat^", "key /rules/patterns pat dash has "],
    ["rules:\n  - id: x\n    patterns:\n    - pattern: a\n    - ^", "key /rules/patterns  dash has "],
    [
      "rules:\n  - id: x\n    patterns:\n      - metavariable-regex:\n          met^",
      "key /rules/patterns/metavariable-regex met new has ",
    ],
    [
      "rules:\n  - id: x\n    patterns:\n      - metavariable-regex: {metavariable: $X, ^",
      "key /rules/patterns/metavariable-regex  has metavariable",
    ],
    [
      "rules:\n  - id: x\n    patterns:\n      - metavariable-regex: {metavariable: $^",
      "value /rules/patterns/metavariable-regex/metavariable $",
    ],
    ["rules:\n  - id: x\n    severity: ^", "value /rules/severity "],
    ["rules:\n  - id: x\n    severity: ERR^", "value /rules/severity ERR"],
    ["rules:\n  - id: x\n    languages: [py^]", "value /rules/languages py"],
    ["rules:\n  - id: x\n    message: use $^", "value /rules/message $"],
    ["rules:\n  - id: x\n    pattern: |\n      f($^)\n", "value /rules/pattern $"],
    ["rules:\n  - id: x\n    pattern: |\n      f()\n\n    sev^", "key /rules sev has id,pattern"],
    ["rules:\n  - id: x\n    pattern: |\n      f()\n    ^", "key /rules  has id,pattern"],
    ["rules:\n  - id: x # no^", "none"],
    ["rules:\n  - id: x\n    metadata:\n      cwe: [CWE-1]\n    opt^", "key /rules opt has id,metadata"],
    ["rules:\n  - id^: x\n", "key /rules id dash has "],
  ])("%j", (marked, expected) => {
    check(marked, expected);
  });
});

describe("the rules of a text", () => {
  const text = [
    "# mine",
    "rules:",
    "  - id: one",
    "    pattern-either:",
    "      - pattern: f($X, $...REST)",
    "    message: $Y",
    "",
    "  - message: two",
    '    id: "b.two"',
    "    pattern-regex: (?<NAME>a)",
    "    patterns: [",
    "other: 1",
  ].join("\n");

  it("are found with their ids and ends", () => {
    const entries = ruleEntries(text);
    expect(entries.map(({ id, idRange }) => [id, text.slice(idRange.start, idRange.end)])).toEqual([
      ["one", "one"],
      ["b.two", "b.two"],
    ]);
    expect(entries.map(({ range }) => text.slice(range.start, range.end).split("\n").length)).toEqual([4, 4]);
  });

  it("bind metavariables", () => {
    expect(ruleEntries(text).map((entry) => boundMetavariables(text, entry).join())).toEqual(["$...REST,$X", "$NAME"]);
  });
});
