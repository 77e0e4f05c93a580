/** What flows through a small project, as the product says it: texts in, findings with their ways out. */
import { createLineIndex, lineOfOffset } from "../../server/src/base/line-index.js";
import type { ReviewOptions } from "../../server/src/review/configuration.js";
import type { ProjectReview, ReviewEngine } from "../../server/src/review/engine.js";
import type { Finding } from "../../server/src/review/finding.js";
import { createTestEngine, showAll } from "./engine.js";

export interface FoundFlow {
  readonly path: string;
  readonly ruleId: string;
  /** One-based. */
  readonly line: number;
  readonly steps: readonly { readonly path: string; readonly line: number }[];
  readonly confidence: string;
  /** What the rule says of all its findings. */
  readonly ruleConfidence?: string;
  readonly message: string;
}

let engine: Promise<ReviewEngine> | undefined;

/** All flow findings of built-in rules in a project of these files, sorted by path and line. */
export async function reviewProjectTexts(
  files: Readonly<Record<string, string>>,
  options: ReviewOptions = showAll,
): Promise<readonly FoundFlow[]> {
  engine ??= createTestEngine();
  const { rules } = await engine;
  const confidences = new Map(rules.map(({ id, confidence }) => [id, confidence]));
  return flowsBetween(await engine, files, options).map((flow) => {
    const ruleConfidence = confidences.get(flow.ruleId);
    return { ...flow, ...(ruleConfidence && { ruleConfidence }) };
  });
}

/** The same with rules of another engine. */
export function flowsBetween(
  engineOfRules: ReviewEngine,
  files: Readonly<Record<string, string>>,
  options: ReviewOptions = showAll,
): readonly FoundFlow[] {
  const project = engineOfRules.openProject();
  for (const [path, text] of Object.entries(files)) project.flows.addText(path, text);
  return finishFlows(project, files, options);
}

/** Does all the work that a project has left, and says what flows. */
export function finishFlows(
  project: ProjectReview,
  files: Readonly<Record<string, string>>,
  options: ReviewOptions,
): readonly FoundFlow[] {
  for (;;) {
    const { state, wanted } = project.flows.advance(1_000_000);
    if (state === "done") break;
    for (const path of wanted) project.flows.provide(path, files[path]);
  }
  return project.flows
    .pathsWithFlows()
    .flatMap((path) => {
      const { findings } = project.reviewFlows(path, files[path] ?? "", options);
      return findings.map((finding) => toFound(files, path, finding));
    })
    .sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

function toFound(files: Readonly<Record<string, string>>, path: string, finding: Finding): FoundFlow {
  const lineIn = (file: string, offset: number): number => lineOfOffset(createLineIndex(files[file] ?? ""), offset) + 1;
  return {
    path,
    ruleId: finding.ruleId,
    line: lineIn(path, finding.range.start),
    steps: finding.steps.map((step) => ({ path: step.path, line: lineIn(step.path, step.range.start) })),
    confidence: finding.confidence,
    message: finding.message,
  };
}
