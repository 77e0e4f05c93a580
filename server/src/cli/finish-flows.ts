/** The end of a scan: what flows between the files, once all of them are known. */
import type { ProjectReview } from "../review/engine.js";
import { isFileProblem } from "../review/ports.js";
import { placeReview } from "../report/place-review.js";
import type { SourceFiles } from "./host.js";
import type { FileToReview, ReviewedFile, ReviewSettings } from "./review-file.js";

/** Steps between two looks at what is wanted. */
const stepsAtOnce = 1_000_000;
/** Steps for a whole project; beyond, flows may be missing. */
const maximumSteps = 1_000_000_000;
/** Files that are read at once: their syntax is in memory until their bodies have been asked for. */
const filesAtOnce = 40;

interface FlowWork {
  readonly files: readonly FileToReview[];
  readonly settings: ReviewSettings;
}

/** Finds all flows of a project whose files are known; gives what flows into those that were asked about. */
export function finishFlows(
  project: ProjectReview,
  { files, settings }: FlowWork,
  sources: SourceFiles,
): ReviewedFile[] {
  const { flows } = project;
  const byPath = new Map(files.map((file) => [file.projectPath, file]));
  const textOf = (path: string): string | undefined => {
    const file = byPath.get(path);
    const source = file === undefined ? undefined : sources.readSource(file.path);
    return source === undefined || isFileProblem(source) ? undefined : source.text;
  };
  for (let steps = 0; steps < maximumSteps; steps += stepsAtOnce) {
    const { state, wanted } = flows.advance(stepsAtOnce);
    if (state === "done") break;
    for (const path of wanted.slice(0, filesAtOnce)) flows.provide(path, textOf(path));
  }
  return flows.pathsWithFlows().flatMap((path) => {
    const text = byPath.get(path)?.isContext === true ? undefined : textOf(path);
    if (text === undefined) return [];
    const review = project.reviewFlows(path, text, settings.options);
    const findings = placeReview(review, text, textOf);
    return [{ wasReviewed: true, findings, problems: [], suppressed: review.suppressed.length, fixed: 0 }];
  });
}
