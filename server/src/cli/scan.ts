/** `kingsnake scan`: finds the files, reviews them, writes the report. */
import { join } from "node:path";
import type { ProjectConfiguration } from "../review/configuration.js";
import type { Rule, RuleProblem, Severity } from "../rules/rule.js";
import type { ReportedProblem } from "../report/report.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost, RuleChoice } from "./host.js";
import type { ScanOutcome } from "./make-report.js";
import { startProgress } from "./progress.js";
import { mayFollowFlows, readNamedRules, readsPlainText, type NamedRules } from "./read-rules.js";
import type { ReviewedFile } from "./review-file.js";
import { reviewProject } from "./review-project.js";
import { findTargets, type ScanProject, type WantedIn } from "./scan-targets.js";
import { canWriteOutput, writeReport, type ReportRequest } from "./write-report.js";

export interface ScanRequest extends ReportRequest {
  readonly paths: readonly string[];
  /** Rule files and folders; where there are some, only their rules run. */
  readonly rules: readonly string[];
  /** In place of the configuration's. */
  readonly severity?: Severity;
  readonly fix: boolean;
  /** The most threads that may run at once. */
  readonly jobs: number;
  /** Whether what a scan learns is kept for the next one. */
  readonly cache: boolean;
}

/** Does the scan and writes its report. */
export async function scan(request: ScanRequest, host: CommandLineHost): Promise<ExitStatus> {
  // Said before the work, not after it.
  if (!canWriteOutput(request, host)) return exitStatus.failed;
  return writeReport(await reviewTargets(request, host), request, host);
}

async function reviewTargets(request: ScanRequest, host: CommandLineHost): Promise<ScanOutcome> {
  const named = readNamedRules(request.rules, host.workingDirectory, host);
  const ownRules = (root: string, { rulePaths }: ProjectConfiguration): NamedRules =>
    request.rules.length > 0 ? named : readNamedRules(rulePaths, root, host);
  const targets = await findTargets(request.paths, host, (root, configuration) =>
    wantedBy(ownRules(root, configuration), request),
  );
  const problems = [...targets.problems, ...named.problems];
  const isAskedFor = ({ isContext }: { isContext?: true }): boolean => isContext !== true;
  const total = targets.projects.reduce((sum, { files }) => sum + files.filter(isAskedFor).length, 0);
  if (targets.projects.length > 0 && total === 0) problems.push(nothingToScan);
  const work = targets.projects.reduce((sum, { files }) => sum + files.length, 0);
  const progress = await startProgress(work, host.errors);
  const reviewed: ReviewedFile[] = [];
  const rules = new Map<string, Rule>();
  for (const project of targets.projects) {
    const own = ownRules(project.root, project.configuration);
    if (own !== named) problems.push(...own.problems);
    const choice = { withBuiltIn: request.rules.length === 0, files: own.files };
    const result = await reviewProject(workOf(project, choice, request), host, progress.update);
    for (const rule of result.engine.rules) rules.set(rule.id, rule);
    problems.push(...result.engine.ruleProblems.map(toProblem));
    reviewed.push(...result.reviewed.map((file) => withAbsolutePaths(file, project.root)));
    progress.endPart(project.files.length);
  }
  progress.stop();
  return {
    roots: targets.projects.map(({ root }) => root),
    fileCount: total,
    rules: [...rules.values()],
    reviewed,
    problems,
  };
}

function wantedBy(rules: NamedRules, request: ScanRequest): ReturnType<WantedIn> {
  const context = request.rules.length === 0 || mayFollowFlows(rules);
  return { files: readsPlainText(rules) ? "text" : "python", context };
}

const nothingToScan: ReportedProblem = { level: "warning", message: "there are no Python files to scan" };

function workOf(
  project: ScanProject,
  rules: RuleChoice,
  { fix, jobs, severity, cache }: ScanRequest,
): Parameters<typeof reviewProject>[0] {
  const options = { ...project.configuration, ...(severity && { minimumSeverity: severity }) };
  return {
    root: project.root,
    files: project.files,
    settings: { options, fix, isKept: cache && !fix },
    rules,
    jobs,
    cache,
  };
}

/** Rule files are named as they were given to the engine: built-in ones by their place in our repository. */
function toProblem({ path, line, character, message, severity }: RuleProblem): ReportedProblem {
  return { level: severity, path, place: { line: line + 1, column: character + 1 }, message };
}

function withAbsolutePaths(file: ReviewedFile, root: string): ReviewedFile {
  const absolute = <Item extends { readonly path?: string }>(item: Item): Item =>
    item.path === undefined ? item : { ...item, path: join(root, item.path) };
  return {
    ...file,
    findings: file.findings.map((finding) => ({ ...absolute(finding), steps: finding.steps.map(absolute) })),
    problems: file.problems.map(absolute),
  };
}
