/** The end of a scan: what flows between the files, once all of them are known. */
import type { ProjectReview } from "../review/engine.js";
import { isFileProblem } from "../review/ports.js";
import { placeReview } from "../report/place-review.js";
import type { SourceFiles } from "./host.js";
import type { FileToReview, ReviewedFile, ReviewSettings } from "./review-file.js";

/** Steps between two looks at the budget: a tenth of a second, about. */
const stepsAtOnce = 50_000;
/** Steps that any project may take, and those for each of its bytes; beyond, flows are left out, and the user is told. Most projects need a tenth. */
const commonBudget = 4_000_000;
const budgetOfByte = 0.5;
/** Files that are read at once: their syntax is in memory until their bodies have been asked for. */
const filesAtOnce = 40;

interface FlowWork {
  readonly files: readonly (FileToReview & { readonly size: number })[];
  readonly settings: ReviewSettings;
}

/** What flows into the files that were asked about. */
export interface FoundFlows {
  readonly reviewed: readonly ReviewedFile[];
  /** Whether nothing was left undone. */
  readonly isComplete: boolean;
}

/** Finds the flows of a project whose files are known. */
export function finishFlows(project: ProjectReview, { files, settings }: FlowWork, sources: SourceFiles): FoundFlows {
  const { flows } = project;
  const byPath = new Map(files.map((file) => [file.projectPath, file]));
  const textOf = (path: string): string | undefined => {
    const file = byPath.get(path);
    const source = file === undefined ? undefined : sources.readSource(file.path);
    return source === undefined || isFileProblem(source) ? undefined : source.text;
  };
  let left = commonBudget + budgetOfByte * files.reduce((sum, { size }) => sum + size, 0);
  let isComplete = false;
  while (!isComplete && left > 0) {
    const { state, wanted, steps } = flows.advance(stepsAtOnce);
    isComplete = state === "done";
    left -= steps;
    for (const path of wanted.slice(0, filesAtOnce)) flows.provide(path, textOf(path));
  }
  const reviewed = flows.pathsWithFlows().flatMap((path) => {
    const text = byPath.get(path)?.isContext === true ? undefined : textOf(path);
    if (text === undefined) return [];
    const review = project.reviewFlows(path, text, settings.options);
    const findings = placeReview(review, text, textOf);
    return [{ wasReviewed: true, findings, problems: [], suppressed: review.suppressed.length, fixed: 0 }];
  });
  return { reviewed: isComplete ? reviewed : [...reviewed, unfinished], isComplete };
}

/** Says that flows may be missing. */
const unfinished: ReviewedFile = {
  wasReviewed: true,
  findings: [],
  problems: [
    {
      level: "warning",
      message:
        "what flows between the functions of this project was not followed to the end, because they call each other in too many ways: flows may be missing",
    },
  ],
  suppressed: 0,
  fixed: 0,
};
