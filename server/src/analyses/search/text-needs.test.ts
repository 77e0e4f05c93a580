/** Patterns that are only tried in units with certain texts find all that they would find otherwise. */
import { describe, expect, it } from "vitest";
import { createTestEngine, showAll } from "../../../../test/support/engine.js";

/** Asserts on which lines a rule finds something. */
async function check(operators: object, code: string, expected: readonly number[]): Promise<void> {
  const rule = { id: "row", message: "found", severity: "ERROR", languages: ["python"], ...operators };
  const engine = await createTestEngine([{ path: "row.yaml", text: JSON.stringify({ rules: [rule] }) }]);
  expect(engine.ruleProblems).toEqual([]);
  const found = engine.reviewText("row.py", code, showAll).findings;
  expect(found.map(({ range }) => code.slice(0, range.start).split("\n").length)).toEqual(expected);
}

const bound = (pattern: string, metavariable: string, regex: string): object => ({
  patterns: [{ pattern }, { "metavariable-regex": { metavariable, regex } }],
});

describe("strings", () => {
  it.each<[name: string, code: string, expected: readonly number[]]>([
    ["in the unit", 'f("secret")\nf("other")\n', [1]],
    ["through a name of the unit", 'def g():\n    a = "secret"\n    f(a)\n', [3]],
    ["through a name of the module", 'A = "secret"\n\ndef g():\n    f(A)\n', [4]],
    ["through a name that stands for a name", 'A = "secret"\nB = A\n\ndef g():\n    f(B)\n', [5]],
    ["of adjacent literals", 'f("sec" "ret")\n', [1]],
    ["of adjacent literals in a module's name", 'A = "sec" "ret"\n\ndef g():\n    f(A)\n', [4]],
    ["put together", 'f("sec" + "ret")\n', [1]],
    ["put together from the module's", 'A = "sec"\n\ndef g():\n    f(A + "ret")\n', [4]],
    ["put together in steps", 'def g():\n    a = "sec"\n    a += "ret"\n    f(a)\n', [4]],
    ["formatted", 'A = "ret"\n\ndef g():\n    f(f"sec{A}")\n', [4]],
    ["formatted without parts", 'f(f"secret")\n', [1]],
    ["with other letters", 'f("Secret")\n', []],
  ])("%s", (_, code, expected) => check({ pattern: 'f("secret")' }, code, expected));

  it.each<[name: string, pattern: string, code: string, expected: readonly number[]]>([
    ["an expression for strings", '"=~/^secret/"', 'a = "secrets"\nb = "other"\nc = "sec" + "ret"\n', [1, 3]],
    ["one without case", '"=~/(?i)^secret/"', 'a = "SecRets"\nb = "other"\n', [1]],
    ["an escaped quote", `f("it's")`, "f('it\\'s')\n", [1]],
  ])("%s", (_, pattern, code, expected) => check({ pattern }, code, expected));
});

describe("what conditions ask", () => {
  it.each<[name: string, rule: object, code: string, expected: readonly number[]]>([
    ["of a name", bound("$F(...)", "$F", "^(?i)log_it$"), "LOG_it(1)\nother(1)\n", [1]],
    ["of an argument", bound("f(..., $X, ...)", "$X", "^[\"']--host"), 'f(1, "--host=a")\nf(2, "--port")\n', [1]],
    ["of a string's content", bound('f("$X")', "$X", "^host"), 'A = "hosts"\ndef g():\n    f(A)\n    f("b")\n', [3]],
    ["of an attribute", bound("$A.$B", "$B", "^token"), "x = a.token_of\ny = a.other\n", [1]],
    [
      "of an imported module",
      bound("$A.loads(...)", "$A", "^pick(le)$"),
      "from pickle import loads\n\ndef g():\n    loads(1)\n",
      [4],
    ],
    [
      "of a statement",
      bound("def $F(...):\n  ...\n  $S\n  ...", "$S", "^call_me"),
      "def f():\n    x = 1\n    call_me(x)\ndef g():\n    x = 1\n",
      [1],
    ],
    ["of nothing that is known", bound("f($X)", "$X", "^\\w+$"), "f(a)\n", [1]],
    ["with a choice", bound("f($X)", "$X", "^(aa|b[bc]|\\d)$"), "f(bc)\nf(7)\nf(q)\n", [1, 2]],
  ])("%s", (_, rule, code, expected) => check(rule, code, expected));
});
