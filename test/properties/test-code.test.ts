/** Of test code only what rules could find something in is looked into, and data is not followed through it: what is found is the same as if all of it were. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { ReviewEngine, RuleFile } from "../../server/src/review/engine.js";
import { builtInRuleFiles, createTestEngine, filesBelow, repository, showAll } from "../support/engine.js";
import { finishFlows } from "../support/project-review.js";

const everything = ["**"];
const inTests = { ...showAll, testFiles: everything };

/** Rules as they are, but reported in test code as elsewhere. */
const rules = [...builtInRuleFiles(), ...peoplesRules()].map((file) =>
  "text" in file ? { ...file, text: file.text.replace(/in-tests: \w+/g, "in-tests: same") } : file,
);

function peoplesRules(): RuleFile[] {
  return filesBelow(path.join(repository, "test/conformance/rules"), ".yaml").map((file) => ({
    path: file,
    text: readFileSync(file, "utf8"),
  }));
}

const examples = filesBelow(path.join(repository, "rules"), ".py")
  .filter((file) => !file.endsWith(".fixed.py"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** What rules that follow no data between functions find in a text: as test code, and as other code. */
function check(engine: ReviewEngine, file: string, text: string): number {
  const followed = new Set(
    engine.rules.flatMap(({ id, query, options }) =>
      options.interfile || (query.mode === "taint" && query.taint.from !== undefined) ? [id] : [],
    ),
  );
  const own = ({ findings }: ReturnType<ReviewEngine["reviewText"]>): unknown[] =>
    findings.flatMap(({ ruleId, range, message }) => (followed.has(ruleId) ? [] : [{ ruleId, range, message }]));
  const asTest = engine.openProject({ testFiles: everything }).reviewText(file, text, inTests);
  const other = engine.openProject().reviewText(file, text, inTests);
  expect({ file, own: own(asTest) }).toEqual({ file, own: own(other) });
  expect(asTest.syntaxProblems).toEqual(other.syntaxProblems);
  return own(other).length;
}

describe("test code", () => {
  it("is searched with all rules at once as other code is", async () => {
    const engine = await createTestEngine(rules);
    const found = examples.map(({ file, text }) => check(engine, file, text));
    expect(found.reduce((sum, count) => sum + count)).toBeGreaterThan(1000);
  });

  it("is searched with few rules as other code is", async () => {
    let found = 0;
    for (const [index, rule] of rules.entries()) {
      const engine = await createTestEngine([rule]);
      const folder = path.dirname(path.join(repository, rule.path));
      const chosen = examples.filter(({ file }, at) => path.dirname(file) === folder || at % 40 === index % 40);
      for (const { file, text } of chosen) found += check(engine, file, text);
    }
    expect(found).toBeGreaterThan(500);
  });

  const flow =
    "import os\nfrom flask import request\ndef f():\n    run(request.args['a'])\ndef run(x):\n    os.system(x)\n";
  it.each([
    ["app.py", 1],
    ["tests/app.py", 0],
    ["test_app.py", 0],
  ])("lets no data through: %s", async (file, count) => {
    const engine = await createTestEngine();
    const options = { ...showAll, testFiles: ["**/tests/**", "**/test_*.py"] };
    const project = engine.openProject({ testFiles: options.testFiles });
    project.reviewText(file, flow, options);
    expect(finishFlows(project, { [file]: flow }, options)).toHaveLength(count);
    const document = project.openDocument(file, flow);
    expect(document.review(options).findings.filter(({ steps }) => steps.length > 1)).toHaveLength(count);
    document.close();
  });
});
