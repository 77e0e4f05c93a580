/**
 * Which project a document or file belongs to, and with what rules and options it is reviewed: the workspace folder's settings
 * in the editor, and the nearest kingsnake.toml or pyproject.toml. Answers are remembered until `forget`.
 */
import type { ReviewOptions } from "../review/configuration.js";
import type { ConfigurationProblem } from "../review/configuration-file.js";
import type { ProjectReview, ReviewEngine } from "../review/engine.js";
import { joinPath, parentFolder, relativePath } from "../review/paths.js";
import { findProjectRoot, type ProjectRoot } from "../review/project-root.js";
import type { ProjectFiles } from "../review/ports.js";
import type { EditorSettings } from "./editor-settings.js";
import type { EnginePool } from "./engines.js";
import { mergeOptions } from "./merge-options.js";
import type { ServerRuntime } from "./runtime.js";

export interface Project {
  /** Paths of the project's files are relative to it; undefined for what is not on a disk. */
  readonly root: string | undefined;
  readonly engine: ReviewEngine;
  /** Its files, and what flows between them: one for each engine and root. */
  readonly review: ProjectReview;
  /** Tells apart which rules there are besides the built-in ones. */
  readonly rulesKey: string;
  readonly options: ReviewOptions;
  readonly enabled: boolean;
  /** Globs that a scan leaves out. */
  readonly exclude: readonly string[];
  /** Where rules were read from besides the built-in ones. */
  readonly rulePaths: readonly string[];
  readonly problems: readonly ConfigurationProblem[];
}

export interface Folder {
  readonly uri: string;
  readonly settings: EditorSettings;
}

export interface Projects {
  readonly ofUri: (uri: string) => Promise<Project>;
  /** A file's path as the engine is to know it: from the project's root on. */
  readonly pathInProject: (project: Project, uri: string) => string;
  /** The folders of the workspace, once their settings are known. */
  readonly folders: () => Promise<readonly Folder[]>;
  /** Takes other folders or settings, and forgets what was read from files. */
  readonly replace: (folders: readonly Folder[], fallback: EditorSettings) => void;
  /** All projects that were asked for since the last change. */
  readonly known: () => Promise<readonly Project[]>;
}

export function createProjects(runtime: ServerRuntime, engines: EnginePool): Projects {
  let folders: readonly Folder[] = [];
  let fallback: EditorSettings | undefined;
  let settle: () => void = () => undefined;
  /** Nothing is reviewed before the settings are known: findings that go again would flicker. */
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const roots = new Map<string, Promise<ProjectRoot | undefined>>();
  const projects = new Map<string, Promise<Project>>();

  const rootOf = (directory: string): Promise<ProjectRoot | undefined> =>
    remember(roots, directory, () => findProjectRootOnce(runtime.files, directory));

  const ofUri = async (uri: string): Promise<Project> => {
    await settled;
    const folder = folderOf(folders, uri);
    const path = runtime.toPath(uri);
    const directory = path === undefined ? undefined : parentFolder(path);
    const root = directory === undefined ? undefined : await rootOf(directory);
    const folderPath = folder === undefined ? undefined : runtime.toPath(folder.uri);
    const key = `${folder?.uri ?? ""}\n${root?.folder ?? ""}`;
    return remember(projects, key, () => makeProject(engines, folderPath, folder?.settings ?? fallback, root));
  };

  return {
    ofUri,
    pathInProject: (project, uri) => {
      const path = runtime.toPath(uri);
      if (path === undefined) return uri.slice(uri.lastIndexOf("/") + 1);
      return (project.root === undefined ? undefined : relativePath(project.root, path)) ?? path;
    },
    folders: async () => {
      await settled;
      return folders;
    },
    replace: (newFolders, newFallback) => {
      folders = newFolders;
      fallback = newFallback;
      roots.clear();
      projects.clear();
      settle();
    },
    known: async () => {
      const settled = await Promise.allSettled(projects.values());
      return settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    },
  };
}

/** A folder that can't be looked at belongs to no project. */
function findProjectRootOnce(files: ProjectFiles, directory: string): Promise<ProjectRoot | undefined> {
  return findProjectRoot(files, directory).catch(() => undefined);
}

async function makeProject(
  engines: EnginePool,
  folderPath: string | undefined,
  settings: EditorSettings | undefined,
  root: ProjectRoot | undefined,
): Promise<Project> {
  const configuration = root?.parsed.configuration;
  const fromProject = (configuration?.rulePaths ?? []).map((path) => joinPath(root?.folder ?? "", path));
  const fromEditor = (settings?.rulePaths ?? []).flatMap((path) => absolutePath(folderPath, path));
  const rulePaths = [...new Set([...fromProject, ...fromEditor])];
  const engine = await engines.get(rulePaths);
  const folder = root?.folder ?? folderPath;
  const options = mergeOptions(configuration, settings);
  return {
    root: folder,
    engine,
    review: reviewOf(engine, folder, options),
    rulesKey: rulePaths.join(" "),
    options,
    enabled: settings?.enable ?? true,
    exclude: [...(configuration?.exclude ?? []), ...(settings?.exclude ?? [])],
    rulePaths,
    problems: root?.parsed.problems ?? [],
  };
}

const reviews = new WeakMap<ReviewEngine, Map<string, ProjectReview>>();

/** What is known of a project outlives its settings. */
function reviewOf(engine: ReviewEngine, root: string | undefined, options: ReviewOptions): ProjectReview {
  const { testFiles, minimumFlowConfidence } = options;
  const ofEngine = reviews.get(engine) ?? new Map<string, ProjectReview>();
  reviews.set(engine, ofEngine);
  const key = [root ?? "", minimumFlowConfidence, ...testFiles].join("\n");
  const review = ofEngine.get(key) ?? engine.openProject(options);
  ofEngine.set(key, review);
  return review;
}

function absolutePath(folder: string | undefined, path: string): string[] {
  const joined = joinPath(folder ?? "", path);
  return folder === undefined && joined !== path ? [] : [joined];
}

/** The innermost workspace folder that holds a document. */
export function folderOf(folders: readonly Folder[], uri: string): Folder | undefined {
  let best: Folder | undefined;
  for (const folder of folders) {
    const inside = uri === folder.uri || uri.startsWith(folder.uri.endsWith("/") ? folder.uri : `${folder.uri}/`);
    if (inside && (best === undefined || folder.uri.length > best.uri.length)) best = folder;
  }
  return best;
}

function remember<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  made.catch(() => memory.delete(key));
  return made;
}
