/** Every built-in rule against its annotated example: what it must find, what it must not, and what its fix makes of it. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { ReviewEngine } from "../../server/src/review/engine.js";
import type { Finding } from "../../server/src/review/finding.js";
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

/** One-based lines that follow a comment with this mark and the rule's id. */
function annotatedLines(example: Example, mark: "ruleid" | "ok"): number[] {
  const comment = new RegExp(`#\\s*${mark}:.*(?<![\\w-])${example.id}(?![\\w-])`);
  return example.text.split("\n").flatMap((line, index) => (comment.test(line) ? [index + 2] : []));
}

function findingsOf(id: string, text: string): readonly Finding[] {
  return engine.reviewText("example.py", text, showAll).findings.filter((finding) => finding.ruleId === id);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** All fixes, the first of those that overlap, applied from the end. */
function applyFixes(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap((finding) => finding.fix?.edits ?? []);
  const kept = edits.filter((edit, index) => edits.findIndex((other) => other.range.end > edit.range.start && other.range.start < edit.range.end) === index);
  return [...kept]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end), text);
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

  it.each(engine.rules.map((rule) => [rule.id, rule] as const))("%s says what is wrong, why, and what to do", (_, rule) => {
    expect(rule.title.length).toBeLessThanOrEqual(60);
    expect(rule.source.split("/").slice(-3)).toEqual([rule.topic, rule.id, `${rule.id}.yaml`]);
    expect(rule.message).not.toBe("");
    expect(rule.why).not.toBe("");
    expect(rule.remediation).not.toBe("");
    expect(rule.cwe.length).toBeGreaterThan(0);
  });
});

describe.each(builtInRuleFiles().map((file) => readExample(file.path)))("$id", (example) => {
  const found = findingsOf(example.id, example.text);
  const lines = new Set(found.map((finding) => lineOf(example.text, finding.range.start)));

  it("finds what its example marks, and nothing else", () => {
    const expected = annotatedLines(example, "ruleid");
    expect(expected.length).toBeGreaterThan(0);
    expect([...lines].sort((a, b) => a - b)).toEqual(expected);
  });

  it("leaves the look-alikes alone", () => {
    const harmless = annotatedLines(example, "ok");
    expect(harmless.length).toBeGreaterThan(0);
    expect(harmless.filter((line) => lines.has(line))).toEqual([]);
  });

  if (example.fixed === undefined) return;
  it("mends its example, and then finds nothing where it mended", () => {
    const fixed = applyFixes(example.text, found);
    expect(fixed).toBe(example.fixed);
    const left = findingsOf(example.id, fixed);
    expect(left.length).toBeLessThanOrEqual(found.filter((finding) => finding.fix === undefined).length);
  });
});
