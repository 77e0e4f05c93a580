/** Says what a scan found: the report where it is wanted, what went wrong on stderr, the rest by the exit status. */
import { dirname, join, relative, resolve } from "node:path";
import { formatJson } from "../report/json.js";
import { plainPainter, terminalPainter, type Painter } from "../report/painter.js";
import type { Report } from "../report/report.js";
import { formatSarif } from "../report/sarif.js";
import { formatProblem, formatText } from "../report/text.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost } from "./host.js";
import { makeReport, type ScanOutcome } from "./make-report.js";

export const reportFormats = ["text", "json", "sarif"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportRequest {
  readonly format: ReportFormat;
  /** A file; stdout without it. */
  readonly output?: string;
}

/** Whether the output file can be written; says so if it cannot. */
export function canWriteOutput({ output }: ReportRequest, host: CommandLineHost): boolean {
  if (output === undefined) return true;
  const problem = host.files.tryToWrite(resolve(host.workingDirectory, output));
  if (problem !== undefined) complain(host, `${output}: error: the report cannot be written: ${problem.message}`);
  return problem === undefined;
}

/** Writes the report and gives the status that the program should end with. */
export async function writeReport(
  outcome: ScanOutcome,
  request: ReportRequest,
  host: CommandLineHost,
): Promise<ExitStatus> {
  const base = request.format === "sarif" ? await findSourceRoot(outcome.roots, host) : host.workingDirectory;
  const report = makeReport(outcome, host.version, base);
  for (const problem of report.problems) {
    // The other formats carry warnings themselves.
    if (problem.level === "error" || request.format === "text") complain(host, formatProblem(problem));
  }
  if (!deliver(format(report, request, host), request, host)) return exitStatus.failed;
  return statusOf(report);
}

function statusOf({ problems, findings }: Report): ExitStatus {
  if (problems.some(({ level }) => level === "error")) return exitStatus.failed;
  return findings.length > 0 ? exitStatus.findings : exitStatus.nothingFound;
}

function format(report: Report, request: ReportRequest, host: CommandLineHost): string {
  switch (request.format) {
    case "text":
      return formatText(report, painterFor(request, host));
    case "json":
      return formatJson(report);
    case "sarif":
      return formatSarif(report);
  }
}

/** Colours on a terminal, unless https://no-color.org or https://force-color.org say otherwise. */
export function painterFor({ output }: ReportRequest, { environment, output: stdout }: CommandLineHost): Painter {
  const { FORCE_COLOR: force = "", NO_COLOR: no = "" } = environment;
  if (output !== undefined || no !== "" || force === "0" || environment.TERM === "dumb") return plainPainter;
  return force !== "" || stdout.isTerminal ? terminalPainter : plainPainter;
}

function deliver(text: string, { output }: ReportRequest, host: CommandLineHost): boolean {
  if (output === undefined) {
    host.output.stream.write(text);
    return true;
  }
  const problem = host.files.writeText(resolve(host.workingDirectory, output), text);
  if (problem !== undefined) complain(host, `${output}: error: the report cannot be written: ${problem.message}`);
  return problem === undefined;
}

function complain(host: CommandLineHost, line: string): void {
  host.errors.stream.write(`${line}\n`);
}

/** The folder that holds the repositories of all projects: what paths in SARIF are relative to. */
async function findSourceRoot(roots: readonly string[], host: CommandLineHost): Promise<string> {
  const repositories = await Promise.all(roots.map((root) => findRepository(root, host)));
  return repositories.reduce(commonFolder, repositories[0] ?? host.workingDirectory);
}

/** The nearest folder with .git at or above `folder`; else itself. */
async function findRepository(folder: string, host: CommandLineHost): Promise<string> {
  for (let current = folder; ; current = dirname(current)) {
    if (await host.files.exists(join(current, ".git"))) return current;
    if (dirname(current) === current) return folder;
  }
}

function commonFolder(one: string, other: string): string {
  const isBelow = !relative(one, other).startsWith("..") && dirname(one) !== one;
  return isBelow || dirname(one) === one ? one : commonFolder(dirname(one), other);
}
