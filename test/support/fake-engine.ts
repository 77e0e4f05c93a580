/** An engine without a parser: each word "bad" is a finding whose safe fix is "good", each "oops" does not parse. */
import type { ReviewEngine } from "../../server/src/review/engine.js";
import type { FileReview, Finding } from "../../server/src/review/finding.js";
import { createFakeProject } from "./fake-project.js";

export function createFakeEngine(review: (path: string, text: string) => FileReview = reviewWords): ReviewEngine {
  const engine: ReviewEngine = {
    rules: [],
    followsFlows: false,
    ruleProblems: [],
    reviewText: (path, text) => review(path, text),
    reviewPlainText: (path, text) => review(path, text),
    explainText: () => [],
    openDocument: () => {
      throw new Error("The fake engine has no documents.");
    },
    openProject: () => createFakeProject(() => engine),
  };
  return engine;
}

export function reviewWords(path: string, text: string): FileReview {
  const places = (word: string): { start: number; end: number }[] =>
    [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({ start: index, end: index + word.length }));
  const findings = places("bad").map((range, ordinal): Finding => ({
    ruleId: "no-bad",
    message: "This is bad.",
    severity: "warning",
    confidence: "high",
    range,
    steps: [],
    fix: { title: "Say good", safety: "safe", edits: [{ range, newText: "good" }] },
    fingerprint: `bad-${ordinal}`,
  }));
  const syntaxProblems = places("oops").map((range) => ({ range, message: "Not Python." }));
  return { path, findings, suppressed: [], syntaxProblems, isComplete: true };
}
