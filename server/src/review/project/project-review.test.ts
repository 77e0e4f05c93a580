/** Flows through closed files, as they are shown one file after the other. */
import { describe, expect, it } from "vitest";
import { createTestEngine, showAll } from "../../../../test/support/engine.js";
import { finishFlows } from "../../../../test/support/project-review.js";
import { createLineIndex, lineOfOffset } from "../../base/line-index.js";
import type { ProjectReview } from "../engine.js";

const engine = await createTestEngine();

/** What goes to inner.py passes through outer.py, which has a sink of its own. */
const files: Readonly<Record<string, string>> = {
  "inner.py": "import os\ndef run(x):\n    os.system(x)\n",
  "outer.py": "import inner\ndef go(x):\n    eval(x)\n    inner.run(x)\n",
  "main.py":
    "import outer\nfrom flask import Flask, request\napp = Flask('a')\n@app.get('/')\ndef f():\n    outer.go(request.args['a'])\n",
};

function openProject(): ProjectReview {
  const project = engine.openProject();
  for (const [path, text] of Object.entries(files)) project.flows.addText(path, text);
  finishFlows(project, files, showAll);
  return project;
}

/** Checks where the steps of the flows into a file stand that is read again. */
function check(project: ProjectReview, path: string, text: string, ...expected: string[]): void {
  const { findings } = project.reviewWithFlows(path, text, showAll);
  const flows = findings.filter(({ steps }) => steps.length > 0);
  const lines = flows.map(({ steps }) =>
    steps.map((step) => {
      // Steps in other files say their line, because nobody has those at hand.
      const line =
        step.path === path ? lineOfOffset(createLineIndex(text), step.range.start) : step.position?.start.line;
      return `${step.path}:${(line ?? -1) + 1}`;
    }),
  );
  expect([...new Set(lines.map((line) => line.join(" ")))]).toEqual(expected);
}

const intoInner = "main.py:6 main.py:6 outer.py:4 inner.py:3";
const intoOuter = "main.py:6 main.py:6 outer.py:3";

describe("flows into closed files", () => {
  it.each([[["outer.py", "inner.py"]], [["inner.py", "outer.py"]], [["outer.py", "outer.py", "inner.py"]]])(
    "are shown in the order %j",
    (order) => {
      const project = openProject();
      for (const path of order) check(project, path, files[path]!, path === "inner.py" ? intoInner : intoOuter);
    },
  );

  it("go where the code stands now", () => {
    const project = openProject();
    check(project, "outer.py", `# a comment\n${files["outer.py"]}`, intoOuter.replace("outer.py:3", "outer.py:4"));
    check(project, "inner.py", files["inner.py"]!, intoInner.replace("outer.py:4", "outer.py:5"));
  });

  it("are shown when a document on their way was closed", () => {
    const project = openProject();
    const document = project.openDocument("outer.py", `# a comment\n${files["outer.py"]}`);
    document.review(showAll);
    document.close();
    check(project, "inner.py", files["inner.py"]!, intoInner.replace("outer.py:4", "outer.py:5"));
  });
});
