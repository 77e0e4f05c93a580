/** From the paths that somebody named to the projects they belong to and the files to review in each. */
import { dirname, relative, resolve, sep } from "node:path";
import type { ConfigurationProblem } from "../review/configuration-file.js";
import { defaultConfiguration, type ProjectConfiguration } from "../review/configuration.js";
import { isFileProblem } from "../review/ports.js";
import { findProjectRoot, type ProjectRoot } from "../review/project-root.js";
import type { ReportedProblem } from "../report/report.js";
import type { CommandLineHost } from "./host.js";
import { toReportedProblem, type FileToReview } from "./review-file.js";

export interface ScanProject {
  /** Absolute. */
  readonly root: string;
  readonly configuration: ProjectConfiguration;
  /** Each once, in no order; sizes in bytes. */
  readonly files: readonly (FileToReview & { readonly size: number })[];
}

export interface ScanTargets {
  readonly projects: readonly ScanProject[];
  /** Paths in them are absolute. */
  readonly problems: readonly ReportedProblem[];
}

/** Which files the rules of a project look at. */
export type WantedIn = (root: string, configuration: ProjectConfiguration) => "python" | "text";

/** Finds everything below `paths`, which may be relative to the working directory. */
export async function findTargets(
  paths: readonly string[],
  host: CommandLineHost,
  wantedIn: WantedIn,
): Promise<ScanTargets> {
  const problems: ReportedProblem[] = [];
  const projects = new Map<string, GrowingProject>();
  for (const path of paths.map((given) => resolve(host.workingDirectory, given))) {
    const kind = host.files.kindOf(path);
    if (isFileProblem(kind)) {
      problems.push(toReportedProblem("error", kind));
      continue;
    }
    const folder = kind === "folder" ? path : dirname(path);
    const found = await findProjectRoot(host.files, folder);
    const root = found?.folder ?? folder;
    const project = projects.get(root) ?? startProject(root, found, problems);
    projects.set(root, project);
    if (kind === "file") addFile(project, { path, size: host.files.sizeOf(path), isNamed: true });
    else addFolder(project, path, host, problems, wantedIn(root, project.configuration));
  }
  return {
    projects: [...projects.values()].map((project) => ({ ...project, files: [...project.files.values()] })),
    problems,
  };
}

interface GrowingProject {
  readonly root: string;
  readonly configuration: ProjectConfiguration;
  readonly files: Map<string, ScanProject["files"][number]>;
}

function startProject(root: string, found: ProjectRoot | undefined, problems: ReportedProblem[]): GrowingProject {
  for (const problem of found?.parsed.problems ?? []) problems.push(toProblem(problem, found?.configurationPath));
  return { root, configuration: found?.parsed.configuration ?? defaultConfiguration, files: new Map() };
}

function toProblem({ line, character, message }: ConfigurationProblem, path = "kingsnake.toml"): ReportedProblem {
  return { level: "error", path, place: { line: line + 1, column: character + 1 }, message };
}

function addFolder(
  project: GrowingProject,
  folder: string,
  host: CommandLineHost,
  problems: ReportedProblem[],
  wanted: "python" | "text",
): void {
  for (const step of host.files.walk(folder, project.root, project.configuration.exclude, wanted)) {
    problems.push(
      ...step.problems.map((problem) => toReportedProblem(problem.path === folder ? "error" : "warning", problem)),
    );
    for (const file of step.files) addFile(project, { ...file, isNamed: false });
  }
}

function addFile(project: GrowingProject, file: { path: string; size: number; isNamed: boolean }): void {
  const isNamed = file.isNamed || project.files.get(file.path)?.isNamed === true;
  project.files.set(file.path, { ...file, isNamed, projectPath: withSlashes(relative(project.root, file.path)) });
}

/** Paths as reports and globs have them, on any machine. */
export function withSlashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
