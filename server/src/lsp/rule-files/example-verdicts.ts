/** Examples judged while they and their rules are being written. */
import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import type { ReviewEngine } from "../../review/engine.js";
import { hasAnnotations } from "../../review/rule-tests/annotations.js";
import { judgeExample, type ExampleFault, type ExampleVerdict } from "../../review/rule-tests/judge-example.js";
import { testOptions } from "../../review/rule-tests/rules-under-test.js";
import type { OpenDocument } from "../open-document.js";
import { toClientRange } from "../position-encoding.js";
import type { ServerContext } from "../server-context.js";
import { diagnosticSource } from "../to-diagnostic.js";
import type { FileText, Neighbours } from "./neighbours.js";
import type { RuleEngines } from "./rule-engines.js";

export interface ExampleVerdicts {
  /** What is not as marked in a document, if it is an example. At once; `onNews` is called where more is known later. */
  readonly diagnosticsOf: (document: OpenDocument, onNews: () => void) => Diagnostic[];
  /** The verdict of each rule of an engine over a text. */
  readonly judgeEach: (engine: ReviewEngine, example: FileText) => (ruleId: string) => ExampleVerdict;
}

export function createExampleVerdicts(
  { features }: ServerContext,
  neighbours: Neighbours,
  engines: RuleEngines,
): ExampleVerdicts {
  return {
    judgeEach: (engine, { path, text }) => {
      const { findings } = engine.reviewText(path, text, testOptions);
      return (ruleId) => judgeExample(text, findings, [ruleId]);
    },
    diagnosticsOf: (document, onNews) => {
      const rules = neighbours.ruleFileOf(document.uri);
      if (rules === null) return [];
      if (rules === undefined) {
        neighbours.look(document.uri).then(
          (isNew) => {
            if (isNew && neighbours.ruleFileOf(document.uri) !== null) onNews();
          },
          () => undefined,
        );
        return [];
      }
      if (!hasAnnotations(document.text.text)) return [];
      const engine = engines.peek(rules.path, rules.text);
      if (engine === undefined) {
        engines.get(rules.path, rules.text).then(onNews, () => undefined);
        return [];
      }
      const { text } = document.text;
      const { findings } = engine.reviewText(rules.path, text, testOptions);
      const ids = engine.rules.map(({ id }) => id);
      const { faults } = judgeExample(text, findings, ids);
      return faults.map((fault) => ({
        range: toClientRange(document.text, fault.range, features.encoding),
        severity: DiagnosticSeverity.Warning,
        source: diagnosticSource,
        code: "example",
        message: wordsFor(fault),
      }));
    },
  };
}

function wordsFor({ kind, ruleId }: ExampleFault): string {
  switch (kind) {
    case "missed":
      return `Expected ${ruleId} here: the line is marked, and the rule does not find it.`;
    case "stacked":
      return `Expected ${ruleId} here, but this line is a mark itself. Name both rules in one mark, as "# ruleid: a, b".`;
    case "unexpected":
      return `${ruleId} found here and not marked. Mark the line with "# ruleid: ${ruleId}" above it, or change the rule.`;
    case "not-ok":
      return `${ruleId} found here, although the line is marked ok.`;
  }
}
