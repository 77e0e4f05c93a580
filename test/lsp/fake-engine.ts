/** An engine that finds `eval(` and `yaml.load(` by text search, so that the protocol can be tested by itself. */
import { createFakeProject } from "../support/fake-project.js";
import { createLineIndex, lineOfOffset } from "../../server/src/base/line-index.js";
import type { TextEdit } from "../../server/src/base/text-range.js";
import type { ReviewOptions } from "../../server/src/review/configuration.js";
import type { ReviewEngine, RuleFile } from "../../server/src/review/engine.js";
import type { FileReview, Finding, FindingStep } from "../../server/src/review/finding.js";
import { defaultOptions } from "../../server/src/rules/options.js";
import type { Rule } from "../../server/src/rules/rule.js";

interface FakeRule {
  readonly rule: Rule;
  readonly wanted: string;
  readonly replacement: string;
}

function makeRule(id: string, wanted: string, replacement: string, more: Partial<Rule>): FakeRule {
  const rule: Rule = {
    id,
    title: `Use of ${wanted.slice(0, -1)}`,
    topic: "injection",
    message: `${wanted.slice(0, -1)} runs code.`,
    severity: "warning",
    confidence: "high",
    cwe: ["CWE-95"],
    why: "Because it is so.",
    remediation: "Do not.",
    kin: [],
    inTests: "same",
    references: ["https://example.org/"],
    include: [],
    exclude: [],
    language: "python",
    options: defaultOptions,
    query: { mode: "search", formula: { kind: "all", parts: [], conditions: [], focus: [] } },
    source: "fake",
    ...more,
  };
  return { rule, wanted, replacement };
}

const builtIn: readonly FakeRule[] = [
  makeRule("no-eval", "eval(", "literal_eval(", {
    severity: "error",
    confidence: "low",
    cwe: ["CWE-95", "CWE-477"],
    fix: { change: { kind: "template", template: "" }, title: "Use literal_eval", safety: "unsafe" },
  }),
  makeRule("yaml-load", "yaml.load(", "yaml.safe_load(", {
    severity: "info",
    fix: { change: { kind: "template", template: "" }, title: "Use safe_load", safety: "safe" },
  }),
  makeRule("md5", "md5(", "sha256(", {
    fix: { change: { kind: "template", template: "" }, title: "Use sha256", safety: "safe" },
  }),
];

function textOf(file: RuleFile): string {
  return "text" in file ? file.text : "";
}

/** A rule file of the fake's own: its lines are words to be found; a line "broken" is a problem. */
function readRuleFile(file: RuleFile): FakeRule[] {
  return textOf(file)
    .split("\n")
    .filter((line) => line !== "" && line !== "broken")
    .map((word) => makeRule(`word-${word}`, `${word}(`, "", { topic: "custom", source: file.path }));
}

export function createFakeEngine(additional: readonly RuleFile[]): ReviewEngine {
  const rules = [...builtIn, ...additional.flatMap(readRuleFile)];
  const reviewText = (path: string, text: string, options: ReviewOptions): FileReview =>
    review(rules, path, text, options);
  const engine: ReviewEngine = {
    rules: rules.map(({ rule }) => rule),
    followsFlows: false,
    ruleProblems: additional.flatMap((file) => {
      const { path } = file;
      const start = textOf(file).indexOf("broken");
      if (start < 0) return [];
      const place = { range: { start, end: start + 6 }, line: 0, character: 0 };
      return [{ path, ...place, message: "This rule is broken.", severity: "error" as const }];
    }),
    reviewText,
    reviewPlainText: (path, text, options) => review(rules, path, text, options),
    explainText: () => [],
    openDocument: (path, initial) => {
      let text = initial;
      return {
        path,
        get text() {
          return text;
        },
        edit: (edits: readonly TextEdit[]) => {
          if (edits.some(({ newText }) => newText.includes("breaks the edit"))) throw new Error("The edit is broken.");
          for (const { range, newText } of edits) text = text.slice(0, range.start) + newText + text.slice(range.end);
        },
        review: (options) => reviewText(path, text, options),
        mayBeSink: () => false,
        explainSink: () => undefined,
        close: () => undefined,
      };
    },
    openProject: () => createFakeProject(() => engine),
  };
  return engine;
}

const severities = ["info", "warning", "error"];
const confidences = ["low", "medium", "high"];

function review(rules: readonly FakeRule[], path: string, text: string, options: ReviewOptions): FileReview {
  if (text.includes("breaks the review")) throw new Error("The review is broken.");
  const findings = rules.flatMap((fake) => findAll(fake, path, text, options));
  findings.sort((a, b) => a.range.start - b.range.start);
  const lines = createLineIndex(text);
  const isSilenced = ({ ruleId, range }: Finding): boolean => {
    const line = lineOfOffset(lines, range.start);
    return text.slice(lines.starts[line], lines.starts[line + 1]).includes(`kingsnake: ignore[${ruleId}]`);
  };
  return {
    path,
    findings: findings.filter((finding) => !isSilenced(finding)),
    suppressed: findings.filter(isSilenced),
    syntaxProblems: [],
    isComplete: true,
  };
}

function findAll(
  { rule, wanted, replacement }: FakeRule,
  path: string,
  text: string,
  options: ReviewOptions,
): Finding[] {
  const severity = options.severities[rule.id] ?? rule.severity;
  if (options.disabledRules.includes(rule.id)) return [];
  if (severities.indexOf(severity) < severities.indexOf(options.minimumSeverity)) return [];
  if (confidences.indexOf(rule.confidence) < confidences.indexOf(options.minimumConfidence)) return [];
  const findings: Finding[] = [];
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
    const range = { start, end: start + wanted.length };
    findings.push({
      ruleId: rule.id,
      message: rule.message,
      severity,
      confidence: rule.confidence,
      range,
      steps: stepsOf(path, text, range),
      ...(rule.fix === undefined ? {} : { fix: { ...rule.fix, edits: [{ range, newText: replacement }] } }),
      fingerprint: `${rule.id}-${findings.length}`,
    });
  }
  return findings;
}

/** A line "#> PATH LINE:START-END MESSAGE" makes a step, in the order of the text; the finding is the last one then. */
function stepsOf(path: string, text: string, range: Finding["range"]): FindingStep[] {
  const { starts } = createLineIndex(text);
  const steps = [...text.matchAll(/^#> (\S+) (\d+):(\d+)-(\d+) (.+)$/gm)].map((match): FindingStep => {
    const [, stepPath = "", lineText, startText, endText, message = ""] = match;
    const [line, start, end] = [Number(lineText), Number(startText), Number(endText)];
    const base = starts[line] ?? 0;
    if (stepPath === path) return { path, range: { start: base + start, end: base + end }, message };
    const position = { start: { line, character: start }, end: { line, character: end } };
    return { path: stepPath, range: { start: 1000 + start, end: 1000 + end }, position, message };
  });
  if (steps.length === 0) return [{ path, range: { start: 0, end: 1 }, message: "The file begins here." }];
  return [...steps, { path, range, message: "arrives here" }];
}
