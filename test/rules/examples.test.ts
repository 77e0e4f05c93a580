/** Every built-in rule against its annotated example: what it must find, what it must not, and what its fix makes of it. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { applySortedEdits, combineFixes } from "../../server/src/review/combine-fixes.js";
import type { ReviewEngine } from "../../server/src/review/engine.js";
import type { Finding } from "../../server/src/review/finding.js";
import { readAnnotations } from "../../server/src/review/rule-tests/annotations.js";
import { describeFault, judgeExample } from "../../server/src/review/rule-tests/judge-example.js";
import { builtInRuleFiles, createTestEngine, repository, showAll } from "../support/engine.js";

const engine: ReviewEngine = await createTestEngine();

interface Example {
  readonly id: string;
  readonly text: string;
  /** The example after all fixes, if the rule has one. */
  readonly fixed: string | undefined;
}

function readExample(rulePath: string): Example {
  const base = path.join(repository, rulePath.slice(0, -".yaml".length));
  const fixedPath = `${base}.fixed.py`;
  return {
    id: path.basename(base),
    text: readFileSync(`${base}.py`, "utf8"),
    fixed: existsSync(fixedPath) ? readFileSync(fixedPath, "utf8") : undefined,
  };
}

function findingsOf(id: string, text: string): readonly Finding[] {
  return engine.reviewText("example.py", text, showAll).findings.filter((finding) => finding.ruleId === id);
}

describe("the built-in rules", () => {
  it("have no problems", () => {
    expect(engine.ruleProblems).toEqual([]);
  });

  it("are many, over many topics, and many can fix what they find", () => {
    expect(engine.rules.length).toBeGreaterThanOrEqual(40);
    expect(new Set(engine.rules.map((rule) => rule.topic)).size).toBeGreaterThanOrEqual(10);
    expect(engine.rules.filter((rule) => rule.fix !== undefined).length).toBeGreaterThanOrEqual(15);
  });

  it.each(engine.rules.map((rule) => [rule.id, rule] as const))(
    "%s says what is wrong, why, and what to do",
    (_, rule) => {
      expect(rule.title.length).toBeLessThanOrEqual(60);
      expect(rule.source.split("/").slice(-3)).toEqual([rule.topic, rule.id, `${rule.id}.yaml`]);
      expect(rule.message).not.toBe("");
      expect(rule.why).not.toBe("");
      expect(rule.remediation).not.toBe("");
      expect(rule.cwe.length).toBeGreaterThan(0);
    },
  );
});

describe.each(builtInRuleFiles().map((file) => readExample(file.path)))("$id", (example) => {
  const found = findingsOf(example.id, example.text);
  const verdict = judgeExample(example.text, found, [example.id]);

  it("finds what its example marks, leaves the look-alikes alone, and finds nothing else", () => {
    expect(verdict.faults.map((fault) => `${fault.line + 1} ${describeFault(fault)}`)).toEqual([]);
    const kinds = new Set(readAnnotations(example.text).map(({ kind }) => kind));
    expect([...kinds], "it shows both").toEqual(expect.arrayContaining(["ruleid", "ok"]));
  });

  if (example.fixed === undefined) return;
  it("mends its example, and then finds nothing where it mended", () => {
    const fixed = applySortedEdits(example.text, combineFixes(found));
    expect(fixed).toBe(example.fixed);
    const left = findingsOf(example.id, fixed);
    expect(left.length).toBeLessThanOrEqual(found.filter((finding) => finding.fix === undefined).length);
  });
});
