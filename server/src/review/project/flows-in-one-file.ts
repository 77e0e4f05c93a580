/** Flows inside of a text that belongs to no project. */
import type { FileAnalysis } from "../file-analysis.js";
import type { FlowFindings } from "../place-findings.js";
import type { ProjectFlows } from "./project-flows.js";

/** Steps for one text; no program that people write comes near. */
const maximumSteps = 5_000_000;

/** The flows of a text by itself. `flows` is empty before and after. */
export function flowsInOneFile(flows: ProjectFlows, path: string, text: string, analysis: FileAnalysis): FlowFindings {
  flows.addUnits(path, text, analysis);
  try {
    const { state } = flows.advance(maximumSteps);
    return { findings: flows.findingsIn(path, analysis.units), isComplete: state === "done" };
  } finally {
    flows.remove(path);
  }
}
