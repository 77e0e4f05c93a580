/** What is kept while a rule file is read: its lines, and the problems that were found. */
import { createLineIndex, positionOfOffset, type LineIndex } from "../base/line-index.js";
import type { TextRange } from "../base/text-range.js";
import { maximumAliasedValues, type YamlReader } from "../base/yaml/yaml-values.js";
import type { RuleProblem } from "./rule.js";

export interface RuleReader extends YamlReader {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly problems: RuleProblem[];
  /** Names the rule that problems belong to, while one is being read. */
  ruleId: string | undefined;
  /** Problems so far because of which a rule does not run. */
  errors: number;
}

export function createReader(path: string, text: string): RuleReader {
  const reader: RuleReader = {
    path,
    text,
    lines: createLineIndex(text),
    problems: [],
    ruleId: undefined,
    errors: 0,
    aliasedValuesLeft: maximumAliasedValues,
    complain: (range, message) => {
      report(reader, range, message);
    },
  };
  return reader;
}

/** Notes what is wrong. With an error the rule does not run; with a warning it runs, without what the warning is about. */
export function report(
  reader: RuleReader,
  range: TextRange,
  message: string,
  severity: RuleProblem["severity"] = "error",
): void {
  const { line, character } = positionOfOffset(reader.lines, range.start);
  const { path, ruleId } = reader;
  reader.problems.push({
    path,
    range,
    line,
    character,
    message,
    severity,
    ...(ruleId === undefined ? {} : { ruleId }),
  });
  if (severity === "error") reader.errors++;
}
