/** The test of one rule file: its rules over its examples. */
import { createLineIndex, lineOfOffset, type LineIndex } from "../base/line-index.js";
import { nearestWord } from "../base/nearest-word.js";
import { applySortedEdits, combineFixes } from "../review/combine-fixes.js";
import type { ReviewEngine } from "../review/engine.js";
import type { FileReview } from "../review/finding.js";
import { isFileProblem } from "../review/ports.js";
import { readAnnotations } from "../review/rule-tests/annotations.js";
import { describeFault, judgeExample } from "../review/rule-tests/judge-example.js";
import { ruleFileForTests, testOptions } from "../review/rule-tests/rules-under-test.js";
import {
  examplePassed,
  type FixedExample,
  type TestedExample,
  type TestedRuleFile,
  type TestFault,
} from "../report/rule-test-report.js";
import { unifiedDiff } from "../report/unified-diff.js";
import type { RuleTest } from "./find-rule-tests.js";
import type { CommandLineHost } from "./host.js";

/** Runs it. `known` are the ids of all rules that share one of the examples. */
export async function runRuleTest(
  test: RuleTest,
  known: ReadonlySet<string>,
  host: CommandLineHost,
): Promise<TestedRuleFile> {
  const engine = await host.createEngine({ withBuiltIn: false, files: [ruleFileForTests(test.path, test.text)] });
  const problems = engine.ruleProblems.map(({ path, line, character, message, severity }) => ({
    level: severity,
    path,
    place: { line: line + 1, column: character + 1 },
    message,
  }));
  const rules = engine.rules.map(({ id }) => id);
  const names = new Set([...known, ...rules]);
  const texts = test.examples.map((example) => runExample(example, { engine, rules, known: names, host }));
  const examples = texts.map(({ tested }) => tested);
  const marked = new Set(texts.flatMap(({ found }) => found));
  const isBroken = problems.some(({ level }) => level === "error");
  const isPassed = examples.every(examplePassed);
  const hasFixed = examples.some(({ fixed }) => fixed !== undefined);
  return {
    path: test.path,
    status: isBroken ? "broken" : examples.length === 0 ? "untested" : isPassed ? "passed" : "failed",
    rules,
    unmarkedRules: rules.filter((id) => !marked.has(id)),
    unfixedRules: hasFixed ? [] : engine.rules.filter(({ fix }) => fix !== undefined).map(({ id }) => id),
    examples,
    problems,
  };
}

interface ExampleContext {
  readonly engine: ReviewEngine;
  readonly rules: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly host: CommandLineHost;
}

interface RunExample {
  readonly tested: TestedExample;
  /** The rules that are marked as found in it. */
  readonly found: readonly string[];
}

function runExample({ path, fixedPath }: RuleTest["examples"][number], context: ExampleContext): RunExample {
  const source = context.host.files.readSource(path);
  if (isFileProblem(source)) {
    const fault = { kind: "unreadable", ruleId: "", line: 1, message: source.message, source: "" } as const;
    return { tested: { path, marked: 0, asMarked: 0, faults: [fault], done: [] }, found: [] };
  }
  const { text } = source;
  const review = context.engine.reviewText(path, text, testOptions);
  const verdict = judgeExample(text, review.findings, context.rules);
  const lines = createLineIndex(text);
  const place = (line: number) => ({ line: line + 1, source: lineText(text, lines, line) });
  const faults: TestFault[] = [
    ...verdict.faults.map((fault) => ({
      kind: fault.kind,
      ruleId: fault.ruleId,
      ...place(fault.line),
      message: describeFault(fault),
    })),
    ...verdict.foreign
      .filter(({ ruleId }) => !context.known.has(ruleId))
      .map(({ ruleId, line }) => ({
        kind: "unknown-rule" as const,
        ruleId,
        ...place(line - 1),
        message: unknownRule(ruleId, [...context.known]),
      })),
    ...unparsable(review, text, lines),
  ];
  const fixed = fixedPath === undefined ? undefined : compareFixed(fixedPath, text, review, context.host);
  return {
    tested: {
      path,
      marked: verdict.marked,
      asMarked: verdict.asMarked,
      faults: faults.sort((a, b) => a.line - b.line),
      done: verdict.done.map(({ ruleId, line }) => ({ ruleId, line: line + 1 })),
      ...(fixed === undefined ? {} : { fixed }),
    },
    found: readAnnotations(text).flatMap(({ kind, ruleId }) => (kind === "ruleid" ? [ruleId] : [])),
  };
}

/** Code that is not read is not searched, so that an `ok` there would mean nothing. */
function unparsable({ syntaxProblems }: FileReview, text: string, lines: LineIndex): TestFault[] {
  return syntaxProblems.map(({ range }) => {
    const line = lineOfOffset(lines, range.start);
    const source = lineText(text, lines, line);
    return { kind: "unreadable", ruleId: "", line: line + 1, message: "the example cannot be parsed here", source };
  });
}

function compareFixed(path: string, text: string, review: FileReview, host: CommandLineHost): FixedExample {
  const expected = host.files.readSource(path);
  if (isFileProblem(expected)) return { path, diff: [`cannot be read: ${expected.message}`] };
  const lineBreaks = (content: string): string => content.replaceAll("\r\n", "\n");
  const fixed = applySortedEdits(text, combineFixes(review.findings));
  return { path, diff: unifiedDiff(lineBreaks(expected.text), lineBreaks(fixed)) };
}

function unknownRule(ruleId: string, known: readonly string[]): string {
  const near = nearestWord(ruleId, known);
  return `there is no rule ${ruleId} here${near === undefined ? "" : `; did you mean ${near}?`}`;
}

function lineText(text: string, { starts }: LineIndex, line: number): string {
  return text.slice(starts[line] ?? text.length, starts[line + 1] ?? text.length).trim();
}
