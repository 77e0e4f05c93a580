/** Where steps of flows stand in the files that they pass through, and which of those have to be read to tell. */
import type { FlowStep } from "../../analyses/flows/flow-types.js";
import type { BodyKey } from "../../names/module-facts.js";
import type { FindingStep } from "../finding.js";
import { hasBody, layoutOf, placeInLayout, type FileLayout } from "./file-layout.js";
import { isParsed, unitsOfBodies, want, type ProjectFile, type ProjectState } from "./project-state.js";

/** Where a step stands in the present text of its file. */
export function placeOfStep({ files }: ProjectState, step: FlowStep): FindingStep | undefined {
  const file = files.get(step.path);
  const layout = file === undefined ? undefined : layoutOfFile(file);
  return layout === undefined ? undefined : placeInLayout(layout, step);
}

function layoutOfFile({ text, units, layout }: ProjectFile): FileLayout | undefined {
  return text === undefined || units === undefined ? layout : layoutOf(text, unitsOfBodies(units));
}

/** Files that flows pass through of which it is not known where their bodies stand. */
export function unplacedFiles(state: ProjectState): string[] {
  const { files, flows, unplaced, unreadable } = state;
  const missing = new Set<string>();
  for (const path of unplaced)
    for (const { steps } of flows.flowsInto(path))
      for (const step of steps) {
        const file = files.get(step.path);
        const isKnown = file === undefined || file.text !== undefined || isPlaced(file, step.body);
        if (isKnown || unreadable.has(step.path)) continue;
        missing.add(step.path);
        want(state, step.path, step.body);
      }
  if (missing.size === 0) unplaced.clear();
  return [...missing];
}

/** Notes which files' findings have changed. */
export function noteChanges({ flows, changed, flowing, unplaced }: ProjectState): void {
  for (const path of flows.changedPaths()) {
    changed.add(path);
    unplaced.add(path);
    if (flows.flowsInto(path).length > 0) flowing.add(path);
    else flowing.delete(path);
  }
}

/** Whether it is known where a body stands, or that nobody will know. */
function isPlaced(file: ProjectFile, body: BodyKey): boolean {
  return file.layout !== undefined && (hasBody(file.layout, body) || isParsed(file, body));
}
