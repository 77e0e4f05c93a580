/** What must hold after any edits: the incremental review says what a fresh one says, and its places lie in the text. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileReview } from "../../server/src/review/finding.js";
import { builtInRuleFiles, createTestEngine, filesBelow, repository, showAll } from "../support/engine.js";
import { createRandom, randomEdit } from "../support/random-edits.js";

const engine = await createTestEngine();

/** Examples of all rules, and real files where the corpora have been fetched. */
function subjects(): { name: string; text: string }[] {
  const examples = builtInRuleFiles().map((file) => file.path.replace(/\.yaml$/, ".py"));
  const joined = examples.map((file) => readFileSync(path.join(repository, file), "utf8")).join("\n\n");
  const real = [".corpora/neutron/neutron/agent/linux/dhcp.py", ".corpora/neutron/neutron/db/l3_db.py"].filter((file) =>
    existsSync(path.join(repository, file)),
  );
  return [
    { name: "the examples", text: joined },
    ...real.map((file) => ({ name: file, text: readFileSync(path.join(repository, file), "utf8") })),
  ];
}

function checkPlaces(review: FileReview, text: string): void {
  for (const finding of [...review.findings, ...review.suppressed]) {
    expect(finding.range.start).toBeGreaterThanOrEqual(0);
    expect(finding.range.end).toBeLessThanOrEqual(text.length);
    expect(finding.range.start).toBeLessThanOrEqual(finding.range.end);
    for (const edit of finding.fix?.edits ?? []) expect(edit.range.end).toBeLessThanOrEqual(text.length);
  }
}

describe.each(subjects())("$name", ({ text }) => {
  it("gives the same findings incrementally and fresh, over random edits", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const document = engine.openDocument("subject.py", text);
        try {
          for (let step = 0; step < 25; step++) {
            document.edit([randomEdit(document.text, random)]);
            const incremental = document.review(showAll);
            checkPlaces(incremental, document.text);
            if (step % 8 === 0) expect(incremental).toEqual(engine.reviewText("subject.py", document.text, showAll));
          }
        } finally {
          document.close();
        }
      }),
      { numRuns: 4 },
    );
  });
});

describe("any text at all", () => {
  it("is reviewed without an exception", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        checkPlaces(engine.reviewText("any.py", text, showAll), text);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["nested brackets", "(".repeat(5000)],
    ["nested lists that close", `x = ${"[".repeat(3000)}${"]".repeat(3000)}`],
    ["a long sum", `x = ${Array.from({ length: 5000 }, () => '"a"').join(" + ")}`],
    ["a long chain of calls", `x${".f()".repeat(5000)}`],
    ["a long elif chain", `if a:\n    pass\n${"elif a:\n    pass\n".repeat(3000)}`],
    ["deep blocks", Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}if x:`).join("\n")],
    ["only a quote", '"""'],
    ["a byte order mark", "\ufeffimport os\n"],
    ["carriage returns", "import os\rimport sys\r"],
    ["lone surrogates", 'x = "\ud800"\neval(y)\n'],
  ])("%s", (_, text) => {
    checkPlaces(engine.reviewText("hard.py", text, showAll), text);
  });
});

describe("an applied fix", () => {
  const files = builtInRuleFiles().map((file) => path.join(repository, file.path.replace(/\.yaml$/, ".py")));
  it.each(
    files
      .filter((file) => existsSync(file.replace(/\.py$/, ".fixed.py")))
      .map((file) => [path.basename(file, ".py"), file] as const),
  )("of %s removes its finding, and the file still parses", (id, file) => {
    const text = readFileSync(file, "utf8");
    const before = engine.reviewText("example.py", text, showAll);
    expect(before.syntaxProblems).toEqual([]);
    for (const finding of before.findings) {
      const [edit] = finding.fix?.edits ?? [];
      if (finding.ruleId !== id || edit === undefined) continue;
      const after = text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
      const review = engine.reviewText("example.py", after, showAll);
      expect(review.syntaxProblems).toEqual([]);
      const count = (review: FileReview): number => review.findings.filter((other) => other.ruleId === id).length;
      expect(count(review)).toBeLessThan(count(before));
    }
  });
});

describe("the cut into units", () => {
  const folder = path.join(repository, ".corpora/neutron/neutron/agent");
  const files = existsSync(folder) ? filesBelow(folder, ".py") : [];
  it("leaves nothing of real files unread", () => {
    for (const file of files) {
      const review = engine.reviewText(file, readFileSync(file, "utf8"), showAll);
      expect({ file, problems: review.syntaxProblems }).toEqual({ file, problems: [] });
    }
  });
});
