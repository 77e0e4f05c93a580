import { describe, expect, it } from "vitest";
import { createTestEngine, filesBelow, repository, showAll } from "../../../test/support/engine.js";
import { readFileSync } from "node:fs";
import { applySortedEdits } from "./combine-fixes.js";
import { ignoreFileEdit, ignoreStatementEdit } from "./ignore-edits.js";

/** The finding starts at `eval`. */
function checkStatement(text: string, expected: string): void {
  const start = text.indexOf("eval");
  expect(applySortedEdits(text, [ignoreStatementEdit(text, { start, end: start + 4 }, "r")])).toBe(expected);
}

function checkFile(text: string, expected: string): void {
  expect(applySortedEdits(text, [ignoreFileEdit(text, "r")])).toBe(expected);
}

describe("ignoreStatementEdit", () => {
  it("writes at the end of the line", () => {
    checkStatement("x = eval(y)\n", "x = eval(y)  # kingsnake: ignore[r]\n");
    checkStatement("x = eval(y)", "x = eval(y)  # kingsnake: ignore[r]");
    checkStatement("x = eval(y)   \r\ny\r\n", "x = eval(y)  # kingsnake: ignore[r]\r\ny\r\n");
    checkStatement("f(\n    eval(y),\n    2)\n", "f(\n    eval(y),  # kingsnake: ignore[r]\n    2)\n");
    checkStatement("if eval(y):\n    pass\n", "if eval(y):  # kingsnake: ignore[r]\n    pass\n");
    checkStatement("x = eval('#')\n", "x = eval('#')  # kingsnake: ignore[r]\n");
    checkStatement("x = eval('''a\nb''') + eval(2)\n", "# kingsnake: ignore[r]\nx = eval('''a\nb''') + eval(2)\n");
  });

  it("goes behind other comments", () => {
    checkStatement("x = eval(y)  # noqa\n", "x = eval(y)  # noqa  # kingsnake: ignore[r]\n");
  });

  it("adds to a comment of its own", () => {
    checkStatement("x = eval(y)  # kingsnake: ignore[a] why\n", "x = eval(y)  # kingsnake: ignore[a, r] why\n");
    checkStatement("x = eval(y)  # kingsnake: ignore[]\n", "x = eval(y)  # kingsnake: ignore[r]\n");
    checkStatement("x = eval(y)  # kingsnake: ignore[r]\n", "x = eval(y)  # kingsnake: ignore[r]\n");
    checkStatement("# kingsnake: ignore[a]\nx = eval(y)\n", "# kingsnake: ignore[a, r]\nx = eval(y)\n");
    checkStatement(
      "a = 1  # kingsnake: ignore[a]\nx = eval(y)\n",
      "a = 1  # kingsnake: ignore[a]\nx = eval(y)  # kingsnake: ignore[r]\n",
    );
  });

  it("writes a line above where the line's end is no place for a comment", () => {
    checkStatement(
      "if a:\n    x = eval(y) + \\\n        1\n",
      "if a:\n    # kingsnake: ignore[r]\n    x = eval(y) + \\\n        1\n",
    );
    checkStatement("\tx = eval('''\n''')\n", "\t# kingsnake: ignore[r]\n\tx = eval('''\n''')\n");
    checkStatement('x = f"""\n{eval(y)}\n"""\n', '# kingsnake: ignore[r]\nx = f"""\n{eval(y)}\n"""\n');
  });

  it("is understood by the engine, for every finding in every rule's examples", async () => {
    const engine = await createTestEngine();
    const failures: string[] = [];
    let count = 0;
    for (const file of filesBelow(`${repository}/rules`, ".py").filter((name) => !name.endsWith(".fixed.py"))) {
      const text = readFileSync(file, "utf8");
      for (const { ruleId, range } of engine.reviewText("example.py", text, showAll).findings.slice(0, 4)) {
        count++;
        for (const edit of [ignoreStatementEdit(text, range, ruleId), ignoreFileEdit(text, ruleId)]) {
          const after = engine.reviewText("example.py", applySortedEdits(text, [edit]), showAll);
          const shift = edit.range.start <= range.start ? edit.newText.length : 0;
          const isStillThere = after.findings.some(
            (other) => other.ruleId === ruleId && other.range.start === range.start + shift,
          );
          if (isStillThere) failures.push(`${file}: ${ruleId} at ${range.start}: ${edit.newText}`);
        }
      }
    }
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(50);
  });
});

describe("ignoreFileEdit", () => {
  it("writes above everything but what has to be first", () => {
    checkFile("x = 1\n", "# kingsnake: ignore-file[r]\nx = 1\n");
    checkFile('"""Doc."""\n', '# kingsnake: ignore-file[r]\n"""Doc."""\n');
    checkFile(
      "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nx\n",
      "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n# kingsnake: ignore-file[r]\nx\n",
    );
    checkFile("#!/usr/bin/env python", "#!/usr/bin/env python\n# kingsnake: ignore-file[r]\n");
    checkFile("\ufeffx\r\ny\r\n", "\ufeff# kingsnake: ignore-file[r]\r\nx\r\ny\r\n");
    checkFile("%%time\nx\n", "%%time\n# kingsnake: ignore-file[r]\nx\n");
    checkFile("", "# kingsnake: ignore-file[r]\n");
  });

  it("adds to a comment of its own", () => {
    checkFile(
      "# Copyright\n\n# kingsnake: ignore-file[a] why\nx\n",
      "# Copyright\n\n# kingsnake: ignore-file[a, r] why\nx\n",
    );
  });
});
