/** What is wrong in people's rule files and configuration files, shown in those files. */
import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import type { TextRange } from "../base/text-range.js";
import { isFileProblem } from "../review/ports.js";
import type { Delivery } from "./delivery.js";
import { toClientRange } from "./position-encoding.js";
import type { Project } from "./projects.js";
import type { ServerContext } from "./server-context.js";
import { createLinedText } from "./text-lines.js";
import { diagnosticSource } from "./to-diagnostic.js";

interface Problem {
  readonly path: string;
  readonly range: TextRange;
  readonly message: string;
  readonly code: string;
  readonly severity: "error" | "warning";
}

export interface ProblemReports {
  /** Reports the problems of all projects that are known by now, and takes back those that are gone. */
  readonly update: () => Promise<void>;
  /** Reports a file again: what an open document showed in it is gone. */
  readonly repeat: (uri: string) => Promise<void>;
}

export function createProblemReports(context: ServerContext, delivery: Delivery): ProblemReports {
  let reported: ReadonlyMap<string, readonly Problem[]> = new Map();
  const update = async (): Promise<void> => {
    const projects = await context.projects.known();
    const problems = groupByPath(projects.flatMap(problemsOf));
    const before = reported;
    reported = problems;
    for (const path of before.keys()) if (!problems.has(path)) delivery.report(context.runtime.toUri(path), []);
    for (const [path, ofFile] of problems) {
      if (JSON.stringify(before.get(path)) === JSON.stringify(ofFile)) continue;
      for (const { message } of ofFile) context.connection.console.warn(`${path}: ${message}`);
      delivery.report(context.runtime.toUri(path), await toDiagnostics(context, path, ofFile));
    }
  };
  const repeat = async (uri: string): Promise<void> => {
    const path = context.runtime.toPath(uri) ?? uri;
    const problems = reported.get(path);
    delivery.report(uri, problems === undefined ? [] : await toDiagnostics(context, path, problems));
  };
  return { update, repeat };
}

/** Built-in rules have no file that a person could mend. */
function problemsOf(project: Project): Problem[] {
  const ofPeople = project.engine.ruleProblems.filter(({ path }) => /^(?:[\\/]|[A-Za-z]:|\w+:\/\/)/.test(path));
  return [
    ...project.problems.map(({ path, range, message }) => ({
      path,
      range,
      message,
      code: "configuration",
      severity: "error" as const,
    })),
    ...ofPeople.map(({ path, range, message, severity }) => ({ path, range, message, code: "rule", severity })),
  ];
}

/** Projects may share a file. */
function groupByPath(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  const seen = new Set<string>();
  for (const problem of problems) {
    const key = JSON.stringify(problem);
    if (seen.has(key)) continue;
    seen.add(key);
    groups.set(problem.path, [...(groups.get(problem.path) ?? []), problem]);
  }
  return groups;
}

async function toDiagnostics(
  context: ServerContext,
  path: string,
  problems: readonly Problem[],
): Promise<Diagnostic[]> {
  const read = await context.runtime.files.readText(path);
  const text = createLinedText(isFileProblem(read) ? "" : read);
  return problems.map(({ range, message, code, severity }) => ({
    range: toClientRange(text, range, context.features.encoding),
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: diagnosticSource,
    code,
    message,
  }));
}
