/** What may start in a unit, by its text and by what its names mean. */
import { describe, expect, it } from "vitest";
import { readBinaries } from "../../../../test/support/engine.js";
import { mergeNames, namesOfUnit } from "../../names/file-names.js";
import { loadRules } from "../../rules/load-rules.js";
import { createFileUnits } from "../../syntax/file-units.js";
import { createPythonParser } from "../../syntax/python-parser.js";
import { compileRules } from "./compile-rules.js";
import { buildLeafIndex } from "./leaf-index.js";
import { mayStart, meaningsOf, startNeedsOf } from "./start-needs.js";

const python = await createPythonParser(readBinaries());

/** What a rule with some pattern may do in a function `f` below the head of a file. */
function start(query: string, head: string, body: string): string {
  const text = `rules:\n  - {id: r, languages: [python], severity: INFO, message: m, ${query}}\n`;
  const { rules, problems } = loadRules("r.yaml", text);
  expect(problems).toEqual([]);
  const compiled = compileRules(python, rules, new Map()).rules;
  const needs = startNeedsOf(buildLeafIndex(compiled), compiled);
  if (needs === undefined) return "anywhere";
  const file = createFileUnits(python, head, false);
  const meanings = meaningsOf(mergeNames(file.units.map(namesOfUnit)));
  return mayStart(needs, `def f(x):\n    ${body}\n`, meanings);
}

describe("a unit", () => {
  it.each([
    ["has the words", 'pattern: "os.system(...)"', "import os", "os.system(x)", "here"],
    ["lacks the word", 'pattern: "os.system(...)"', "import os", "os.systematic = x", "no"],
    ["has a name for it", 'pattern: "os.system(...)"', "from os import system as run", "run(x)", "here"],
    ["may have it from a wildcard", 'pattern: "os.system(...)"', "from os import *", "system(x)", "here"],
    ["imports it by itself", 'pattern: "os.system(...)"', "", "from os import system as run; run(x)", "here"],
    ["has the keyword", 'pattern: "assert $X"', "", "assert x", "here"],
    ["lacks the keyword", 'pattern: "assert $X"', "", "asserted = x", "no"],
    ["has the operator", 'pattern: "$X is $Y"', "", "x is None", "here"],
    ["lacks the operator", 'pattern: "$X is $Y"', "", "x == None", "no"],
    ["has the text", "pattern: '$F(\"secret\")'", "", 'g("secret")', "here"],
    ["lacks the text", "pattern: '$F(\"secret\")'", "", 'g("other")', "no"],
    ["has a name for the text", "pattern: '$F(\"secret\")'", 'A = "secret"', "g(A)", "here"],
    ["may make the text", "pattern: '$F(\"secret\")'", "", 'g("sec" + "ret")', "here"],
    ["joins the text", "pattern: '$F(\"secret\")'", "", 'g("sec" "ret")', "here"],
    ["joins it without space", "pattern: '$F(\"secret\")'", "", 'g("sec""ret")', "here"],
    ["formats the text", "pattern: '$F(\"secret\")'", "", 'g(f"sec{x}")', "here"],
    ["has letters beyond ASCII", 'pattern: "größe(...)"', "", "größe(x)", "here"],
    ["is asked for anything", 'pattern: "$F(...)"', "", "pass", "anywhere"],
    [
      "is asked for what names stand for",
      'pattern: "a(...)", options: {symbolic_propagation: true}',
      "",
      "",
      "anywhere",
    ],
    ["is of a rule about more than a unit", 'pattern: "class $C(Base): ..."', "", "class D(Base): pass", "wide"],
  ])("that %s", (_, query, head, body, expected) => {
    expect(start(query, head, body)).toBe(expected);
  });
});
