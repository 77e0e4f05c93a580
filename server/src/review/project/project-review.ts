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
  const shownFlows = (path: string, { units }: FileAnalysis, options: ReviewOptions): FlowFindings => {
    const findings = flows.findingsIn(path, units);
    return { findings: findings.filter((each) => isOfThisCode(each, path, options, policies)), isComplete: true };
  };
  return {
    flows,
    reviewText: (path, text, options) => {
      const analysis = analyseFile(context, text, "once");
      if (flowContext.rules.length > 0) flows.addResolved(path, analysis, text);
      const review = placeFindings({ path, text, analysis }, options, policies);
      freeWarmTree(analysis.units.warm);
      return review;
    },
    reviewWithFlows: (path, text, options) => {
      const analysis = analyseFile(context, text, "once");
      flows.addResolved(path, analysis, text);
      const review = placeFindings(
        { path, text, analysis, flows: shownFlows(path, analysis, options) },
        options,
        policies,
      );
      freeWarmTree(analysis.units.warm);
      return review;
    },
    reviewFlows: (path, text, options) => {
      const analysis = analysisOfUnits(createFileUnits(context.python, text, false));
      return placeFindings({ path, text, analysis, flows: shownFlows(path, analysis, options) }, options, policies);
    },
    openDocument: (path, text, when = "at-once") =>
      flowContext.rules.length === 0
        ? openReviewDocument(context, policies, path, text)
        : openProjectDocument({ context, policies, flows, isLater: when === "later" }, path, text),
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
  const flowsInto: FlowsInto = (analysis, current, options, extent) => {
    const isComplete = advance(analysis, current, extent);
    // Until the work is done, what was there before stays as far as its code does.
    last = isComplete
      ? flows.findingsIn(path, analysis.units)
      : last.filter((finding) => stillStands(finding, analysis));
    return { findings: last.filter((finding) => isOfThisCode(finding, path, options, policies)), isComplete };
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

/** What tests put into the code that they test comes from nobody else. */
function isOfThisCode(
  finding: UnitFinding,
  path: string,
  { testFiles }: ReviewOptions,
  policies: PathPolicies,
): boolean {
  const [source] = finding.steps;
  if (source === undefined || !("path" in source)) return true;
  return policies.isTest(path, testFiles) || !policies.isTest(source.path, testFiles);
}
