/** A case in our engine. */
import { createLineIndex, positionOfOffset } from "../../server/src/base/line-index.js";
import { applySortedEdits, combineFixes } from "../../server/src/review/combine-fixes.js";
import type { ReviewEngine } from "../../server/src/review/engine.js";
import { createTestEngine, showAll } from "../support/engine.js";
import { disagreements, type Outcome } from "./outcome.js";
import { ruleText, type ConformanceCase } from "./read-cases.js";

/** One line for each expectation that our engine does not meet; an exception is one of them. */
export async function runCase(entry: ConformanceCase): Promise<string[]> {
  try {
    const engine = await createTestEngine([{ path: `${entry.id}.yaml`, text: ruleText(entry) }]);
    return disagreements(entry, outcomeOf(engine, entry));
  } catch (error) {
    return [`the engine failed: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function outcomeOf(engine: ReviewEngine, entry: ConformanceCase): Outcome {
  const { findings } = engine.reviewText(entry.file, entry.code, showAll);
  const index = createLineIndex(entry.code);
  const place = (offset: number): string => {
    const { line, character } = positionOfOffset(index, offset);
    return `${line + 1}:${character + 1}`;
  };
  return {
    found: findings.map(({ range, message }) => ({
      line: positionOfOffset(index, range.start).line + 1,
      range: `${place(range.start)}-${place(range.end)}`,
      message,
    })),
    fixed: applySortedEdits(entry.code, combineFixes(findings)),
    problems: engine.ruleProblems.flatMap(({ severity, message }) => (severity === "error" ? [message] : [])),
  };
}
