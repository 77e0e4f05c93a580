/** From the paths that somebody named to the projects they belong to and the files to review in each. */
import { dirname, relative, resolve, sep } from "node:path";
import type { ConfigurationProblem } from "../review/configuration-file.js";
import { defaultConfiguration, type ProjectConfiguration } from "../review/configuration.js";
import { createPathPolicies } from "../review/path-policies.js";
import { isFileProblem } from "../review/ports.js";
import { findProjectRoot, type ProjectRoot } from "../review/project-root.js";
import type { ReportedProblem } from "../report/report.js";
import type { CommandLineHost } from "./host.js";
import { toReportedProblem, type FileToReview } from "./review-file.js";

export interface ScanProject {
  /** Absolute. */
  readonly root: string;
  readonly configuration: ProjectConfiguration;
  /** Each once, in no order; sizes in bytes. Those that nobody asked about are there for what they tell the others. */
  readonly files: readonly SizedFile[];
}

type SizedFile = FileToReview & { readonly size: number };

export interface ScanTargets {
  readonly projects: readonly ScanProject[];
  /** Paths in them are absolute. */
  readonly problems: readonly ReportedProblem[];
}

/** What the rules of a project look at: which files, and whether what the rest of the project says matters. */
export type WantedIn = (
  root: string,
  configuration: ProjectConfiguration,
) => { readonly files: "python" | "text"; readonly context: boolean };

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
    else {
      project.isWhole ||= path === root;
      addFolder(project, path, host, problems, wantedIn(root, project.configuration).files);
    }
  }
  for (const project of projects.values())
    if (!project.isWhole && wantedIn(project.root, project.configuration).context) addContext(project, host);
  return {
    projects: [...projects.values()].map(({ root, configuration, files }) => ({
      root,
      configuration,
      files: [...files.values()],
    })),
    problems,
  };
}

interface GrowingProject {
  readonly root: string;
  readonly configuration: ProjectConfiguration;
  /** Whether something marks the root as one; else it is the folder of what was named first. */
  readonly isMarked: boolean;
  /** Whether all of the project was asked for. */
  isWhole: boolean;
  readonly files: Map<string, SizedFile>;
}

function startProject(root: string, found: ProjectRoot | undefined, problems: ReportedProblem[]): GrowingProject {
  for (const problem of found?.parsed.problems ?? []) problems.push(toProblem(problem, found?.configurationPath));
  return {
    root,
    configuration: found?.parsed.configuration ?? defaultConfiguration,
    isMarked: found !== undefined,
    isWhole: false,
    files: new Map(),
  };
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

/**
 * The other files of a project that are followed, so no test code; of a folder that nothing marks as a project only those that stand beside what
 * was named.
 */
function addContext(project: GrowingProject, host: CommandLineHost): void {
  const { isTest } = createPathPolicies();
  const isFollowed = (path: string): boolean => !isTest(projectPathOf(project, path), project.configuration.testFiles);
  for (const step of host.files.walk(project.root, project.root, project.configuration.exclude, "python")) {
    for (const file of step.files)
      if (!project.files.has(file.path) && isFollowed(file.path))
        addFile(project, { ...file, isNamed: false, isContext: true });
    if (!project.isMarked) return;
  }
}

function addFile(
  project: GrowingProject,
  file: { path: string; size: number; isNamed: boolean; isContext?: true },
): void {
  const isNamed = file.isNamed || project.files.get(file.path)?.isNamed === true;
  project.files.set(file.path, { ...file, isNamed, projectPath: projectPathOf(project, file.path) });
}

function projectPathOf({ root }: GrowingProject, path: string): string {
  return withSlashes(relative(root, path));
}

/** Paths as reports and globs have them, on any machine. */
export function withSlashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
