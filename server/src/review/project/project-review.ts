/** The review of the files of one project: each by itself, as everywhere, and what flows between them. */
import { freeWarmTree } from "../../syntax/python-parser.js";
import { createFileUnits } from "../../syntax/file-units.js";
import type { ReviewOptions } from "../configuration.js";
import type { ProjectReview, ReviewDocument, ReviewExtent } from "../engine.js";
import { analyseFile, analysisOfUnits, type AnalysisContext, type FileAnalysis } from "../file-analysis.js";
import type { PathPolicies } from "../path-policies.js";
import { placeFindings, type FlowFindings } from "../place-findings.js";
import { openReviewDocument, type FlowsInto } from "../review-document.js";
import type { UnitFinding } from "../unit-findings.js";
import { createRuleChooser } from "../shown-rules.js";
import { createProjectFlows, type ProjectFlows } from "./project-flows.js";
import type { FlowContext } from "./project-state.js";

/** Steps of the flow analysis that an edit may take at once; the rest is done in the background. */
const stepsPerEdit = 20_000;

export function openProjectReview(
  context: AnalysisContext,
  policies: PathPolicies,
  flowContext: FlowContext,
  testFiles: readonly string[],
): ProjectReview {
  const flows = createProjectFlows(flowContext, (path) => policies.isTest(path, testFiles));
  const shownFlows = (path: string, { units }: FileAnalysis): FlowFindings => ({
    findings: flows.findingsIn(path, units),
    isComplete: true,
  });
  const rulesFor = createRuleChooser(context, policies);
  const isFollowed = (path: string): boolean => flowContext.rules.length > 0 && flows.follows(path);
  /** What is made of a file that is not open. */
  const analyse = (path: string, text: string, options: ReviewOptions): FileAnalysis => {
    const analysis = analyseFile(rulesFor(path, options), text, flows.follows(path) ? "once" : "findings");
    if (isFollowed(path)) flows.addResolved(path, analysis, text);
    return analysis;
  };
  return {
    flows,
    reviewText: (path, text, options) => {
      const analysis = analyse(path, text, options);
      const review = placeFindings({ path, text, analysis }, options, policies);
      freeWarmTree(analysis.units.warm);
      return review;
    },
    reviewWithFlows: (path, text, options) => {
      const analysis = analyse(path, text, options);
      const review = placeFindings({ path, text, analysis, flows: shownFlows(path, analysis) }, options, policies);
      freeWarmTree(analysis.units.warm);
      return review;
    },
    reviewFlows: (path, text, options) => {
      const analysis = analysisOfUnits(createFileUnits(context.python, text, false));
      return placeFindings({ path, text, analysis, flows: shownFlows(path, analysis) }, options, policies);
    },
    openDocument: (path, text, when = "at-once") =>
      isFollowed(path)
        ? openProjectDocument({ context, policies, flows, isLater: when === "later" }, path, text)
        : openReviewDocument(context, policies, path, text),
  };
}

interface DocumentContext {
  readonly context: AnalysisContext;
  readonly policies: PathPolicies;
  readonly flows: ProjectFlows;
  /** Whether prompt reviews leave flows to others. */
  readonly isLater: boolean;
}

/** A document whose findings follow what happens in the other files of the project. */
function openProjectDocument(
  { context, policies, flows, isLater }: DocumentContext,
  path: string,
  text: string,
): ReviewDocument {
  let last: readonly UnitFinding[] = [];
  let seen: FileAnalysis | undefined;
  /** Whether the flows of this version are those that are known. */
  const advance = (analysis: FileAnalysis, current: string, extent: ReviewExtent): boolean => {
    const isNew = seen !== analysis;
    seen = analysis;
    const mayWait = isLater && extent === "prompt" && (isNew || flows.isAwaiting(path));
    if (mayWait && last.every((finding) => stillStands(finding, analysis))) {
      if (isNew) flows.addUnitsLater(path, current, analysis);
      return false;
    }
    if (isNew) flows.addUnits(path, current, analysis);
    return flows.advance(stepsPerEdit).state === "done";
  };
  const flowsInto: FlowsInto = (analysis, current, extent) => {
    const isComplete = advance(analysis, current, extent);
    // Until the work is done, what was there before stays as far as its code does.
    last = isComplete
      ? flows.findingsIn(path, analysis.units)
      : last.filter((finding) => stillStands(finding, analysis));
    return { findings: last, isComplete };
  };
  const document = openReviewDocument(context, policies, path, text, flowsInto);
  return {
    ...document,
    get text() {
      return document.text;
    },
    mayBeSink: (offset) => flows.mayBeSink(path, offset),
    explainSink: (offset) => flows.explainSink(path, offset),
    close: () => {
      flows.closeUnits(path);
      document.close();
    },
  };
}

function stillStands({ startUnit, steps }: UnitFinding, { results }: FileAnalysis): boolean {
  return results.has(startUnit) && steps.every((step) => "path" in step || results.has(step.unit));
}
