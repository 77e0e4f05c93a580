/** `kingsnake scan`: finds the files, reviews them, writes the report. */
import { join } from "node:path";
import type { RuleProblem } from "../rules/rule.js";
import type { Rule, Severity } from "../rules/rule.js";
import type { ReportedFinding, ReportedProblem } from "../report/report.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost, RuleChoice } from "./host.js";
import type { ScanOutcome } from "./make-report.js";
import { startProgress } from "./progress.js";
import { chooseRules, noRuleFiles } from "./read-rules.js";
import type { ReviewedFile } from "./review-file.js";
import { reviewProject } from "./review-project.js";
import { findRepository, findTargets, type ScanProject } from "./scan-targets.js";
import { explainOutput, writeReport, type ReportRequest } from "./write-report.js";

export interface ScanRequest extends ReportRequest {
  readonly paths: readonly string[];
  /** Rule files and folders; where there are some, only their rules run. */
  readonly rules: readonly string[];
  /** In place of the configuration's. */
  readonly severity?: Severity;
  readonly fix: boolean;
  /** The most threads that may run at once. */
  readonly jobs: number;
}

/** Does the scan and writes its report. */
export async function scan(request: ScanRequest, host: CommandLineHost): Promise<ExitStatus> {
  // Said before the work, not after it.
  if (!explainOutput(request, host)) return exitStatus.failed;
  return writeReport(await reviewTargets(request, host), request, host);
}

async function reviewTargets(request: ScanRequest, host: CommandLineHost): Promise<ScanOutcome> {
  const targets = await findTargets(request.paths, host);
  const named = request.rules.length === 0 ? undefined : chooseRules(request.rules, host.workingDirectory, host);
  const outcomes: ScanOutcome[] = [];
  const progress = await startProgress(targets.projects.reduce((sum, { files }) => sum + files.length, 0), host);
  let done = 0;
  for (const project of targets.projects) {
    const { rules, problems } = named ?? chooseRules(project.configuration.rulePaths, project.root, host);
    const choice = { ...rules, withBuiltIn: named === undefined };
    const outcome = await scanProject(project, request, choice, host, (inProject) => {
      progress.update(done + inProject);
    });
    outcomes.push(named === undefined ? { ...outcome, problems: [...problems, ...outcome.problems] } : outcome);
    done += project.files.length;
  }
  progress.stop();
  const empty = targets.projects.length > 0 && done === 0 ? [noFiles] : [];
  return joinOutcomes(outcomes, [...targets.problems, ...(named?.problems ?? []), ...empty]);
}

const noFiles: ReportedProblem = { level: "warning", message: "there are no Python files to scan" };
