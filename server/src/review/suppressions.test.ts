/** Which comments silence a finding of `f()`, and what else keeps a finding from being shown. */
import { describe, expect, it } from "vitest";
import { createTestEngine, showAll } from "../../../test/support/engine.js";
import type { ReviewOptions } from "./configuration.js";

/** The rule `danger`, with other keys of its own. */
async function engineWith(keys: Readonly<Record<string, unknown>>): ReturnType<typeof createTestEngine> {
  const rule = { id: "danger", message: "m", severity: "ERROR", languages: ["python"], pattern: "f(...)", ...keys };
  return createTestEngine([{ path: "rule.yaml", text: JSON.stringify({ rules: [rule] }) }]);
}

const engine = await engineWith({ metadata: { kin: ["B602", "S602"] } });

/** Asserts the reasons with which findings in `code` are silenced, and how many are left. */
function check(code: string, reasons: readonly string[], left: number): void {
  const { findings, suppressed } = engine.reviewText("code.py", code, showAll);
  expect(suppressed.map((finding) => finding.suppression?.reason)).toEqual(reasons);
  expect(findings).toHaveLength(left);
}

describe("our own comments", () => {
  it.each<[name: string, code: string, reasons: readonly string[], left: number]>([
    ["for all rules", "f()  # kingsnake: ignore\n", [""], 0],
    ["with an id and a reason", "f()  # kingsnake: ignore[danger] it is tested\n", ["it is tested"], 0],
    ["with several ids", "f()  # kingsnake: ignore[other, danger]\n", [""], 0],
    ["with another id", "f()  # kingsnake: ignore[other]\n", [], 1],
    ["with a reason after a dash", "f()  # kingsnake: ignore - why\n", ["why"], 0],
    ["above the statement", "# kingsnake: ignore\nf()\nf()\n", [""], 1],
    ["above, with another comment between", "# kingsnake: ignore\n# more\nf()\n", [""], 0],
    ["above, with an empty line between", "# kingsnake: ignore\n\nf()\n", [], 1],
    ["behind the statement above", "x = 1  # kingsnake: ignore\nf()\n", [], 1],
    ["on a later line of the statement", "f(\n    1,\n    2,\n)  # kingsnake: ignore\n", [""], 0],
    ["on the head of a compound statement", "if f():  # kingsnake: ignore\n    f()\n", [""], 1],
    ["in the body of a compound statement", "if f():\n    x = 1  # kingsnake: ignore\n", [], 1],
    ["in a string", 'f("# kingsnake: ignore")\n', [], 1],
    ["for a file", "# kingsnake: ignore-file why\nimport os\nf()\nf()\n", ["why", "why"], 0],
    ["for a file, with an id", "# kingsnake: ignore-file[danger]\nx = 1\nf()\n", [""], 0],
    ["for a file, with another id", "# kingsnake: ignore-file[other]\nf()\n", [], 1],
    ["for a file, below its head", "x = 1\ny = 1\n# kingsnake: ignore-file\nf()\n", [], 1],
  ])("%s", (_, code, reasons, left) => {
    check(code, reasons, left);
  });
});

describe("comments of other tools", () => {
  it.each<[comment: string, silences: boolean]>([
    ["# nosemgrep", true],
    ["# nosem", true],
    ["# nosemgrep: danger", true],
    ["# nosemgrep: rules.python.danger", true],
    ["# nosemgrep: other", false],
    ["# nosec", true],
    ["# nosec B602", true],
    ["# nosec: B101, B602", true],
    ["# nosec B101", false],
    ["# noqa: S602", true],
    ["# noqa: E501,S602", true],
    ["# noqa: E501", false],
    ["# noqa", false],
    ["# type: ignore", false],
  ])("%s: %s", (comment, silences) => {
    expect(engine.reviewText("code.py", `f()  ${comment}\n`, showAll).findings).toHaveLength(silences ? 0 : 1);
  });

  it("nosec says nothing of a rule that Bandit does not know", async () => {
    const plain = await engineWith({});
    expect(plain.reviewText("code.py", "f()  # nosec\n", showAll).findings).toHaveLength(1);
  });
});

describe("settings", () => {
  const options = (changes: Partial<ReviewOptions>): ReviewOptions => ({
    ...showAll,
    testFiles: ["**/tests/**"],
    ...changes,
  });

  it.each<
    [name: string, keys: Record<string, unknown>, path: string, changes: Partial<ReviewOptions>, expected: string[]]
  >([
    ["as the rule says", {}, "a.py", {}, ["error"]],
    ["a rule that is off", {}, "a.py", { disabledRules: ["danger"] }, []],
    ["another severity", {}, "a.py", { severities: { danger: "info" } }, ["info"]],
    ["below the minimum severity", { severity: "INFO" }, "a.py", { minimumSeverity: "warning" }, []],
    ["at the minimum severity", { severity: "WARNING" }, "a.py", { minimumSeverity: "warning" }, ["warning"]],
    ["below the minimum confidence", { metadata: { confidence: "LOW" } }, "a.py", { minimumConfidence: "medium" }, []],
    ["at the minimum confidence", {}, "a.py", { minimumConfidence: "medium" }, ["error"]],
    ["test code", {}, "tests/a.py", {}, ["error"]],
    ["test code, where the rule is off", { metadata: { "in-tests": "off" } }, "tests/a.py", {}, []],
    ["other code, where the rule is off in tests", { metadata: { "in-tests": "off" } }, "a.py", {}, ["error"]],
    ["test code, where the rule informs", { metadata: { "in-tests": "info" } }, "tests/a.py", {}, ["info"]],
    ["a path that the rule includes", { paths: { include: ["src"] } }, "src/b/a.py", {}, ["error"]],
    ["a path that the rule does not include", { paths: { include: ["src"] } }, "lib/a.py", {}, []],
    ["a path that the rule excludes", { paths: { exclude: ["*_gen.py"] } }, "src/a_gen.py", {}, []],
  ])("%s", async (_, keys, path, changes, expected) => {
    const { findings } = (await engineWith(keys)).reviewText(path, "f()\n", options(changes));
    expect(findings.map((finding) => finding.severity)).toEqual(expected);
  });
});

describe("fingerprints", () => {
  it("stay when code above changes, and tell equal code apart", () => {
    const of = (code: string): string[] =>
      engine.reviewText("code.py", code, showAll).findings.map((finding) => finding.fingerprint);
    expect(of("x = 1\nf(1)\nf(1)\n")).toEqual(of("f(1)\nf(1)\n"));
    expect(new Set(of("f(1)\nf(1)\nf(2)\n")).size).toBe(3);
  });
});
