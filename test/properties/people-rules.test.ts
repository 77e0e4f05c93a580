/** What must hold for people's own rules of all kinds: text, taint, flows of patterns, followed values, wide patterns. Incremental equals fresh, and prompt becomes complete. */
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { patternRules } from "../flow/pattern-cases.js";
import { createTestEngine, filesBelow, repository, showAll } from "../support/engine.js";
import { createRandom, randomEdit } from "../support/random-edits.js";

const rules = filesBelow(path.join(repository, "test/conformance/rules"), ".yaml").map((file) => ({
  path: file,
  text: readFileSync(file, "utf8"),
}));
const engine = await createTestEngine([...rules, { path: "flows.yaml", text: patternRules }]);

const subject = `import os, subprocess
from flask import request
LIMIT = 10
NAME = "a" + "b"
CONNECTION = connect(NAME)
# TODO: remove the password = "hunter2"

@task
def handler(a, b=[], *c):
    data = request.args.get("x")
    eval(b)
    session.run_query(bus.poll(), data)
    send(fetch_job(), store(a.inbox))
    other = data
    if a:
        other = clean(data)
    query = "select %s" % other
    CONNECTION.execute(query)
    with open(NAME) as f:
        f.read(LIMIT)
    try:
        os.system(data)
    except Exception:
        pass
    return other

def send(job, *rest):
    if is_known(job):
        return launch(rest, job)
    launch(rest, job)

class Service(Base):
    field = None
    url = "http://example.org"

    @property
    def value(self):
        self.total = self.total + 1
        return lambda x: (x, self.total)

    async def run(self, items):
        for item in items:
            result = [i for i in item if i == LIMIT]
            yield result
        else:
            raise ValueError("none") from None

value = request.form["y"]
subprocess.call(value, shell=True)
`;

it("gives the same findings incrementally and fresh, over random edits", () => {
  expect(engine.ruleProblems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(engine.reviewText("subject.py", subject, showAll).findings.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = createRandom(seed);
      const document = engine.openDocument("subject.py", subject);
      try {
        for (let step = 0; step < 25; step++) {
          document.edit([randomEdit(document.text, random)]);
          const prompt = document.review(showAll, "prompt");
          for (const { range } of prompt.findings) expect(range.end).toBeLessThanOrEqual(document.text.length);
          if (step % 2 === 0) continue;
          expect(document.review(showAll)).toEqual(engine.reviewText("subject.py", document.text, showAll));
        }
      } finally {
        document.close();
      }
    }),
    { numRuns: 25 },
  );
});
