/**
 * The indexes of the projects that have open documents: begun in the background when the first one opens, kept current as files
 * change, and the news of flows passed on to the documents and files that they concern.
 */
import { CancellationTokenSource } from "vscode-languageserver";
import { joinPath } from "../review/paths.js";
import type { Delivery } from "./delivery.js";
import { waitForPause } from "./give-way.js";
import { logFailure } from "./guarded.js";
import { showLateProgress } from "./late-progress.js";
import type { OpenDocument } from "./open-document.js";
import {
  createProjectIndex,
  finishFlows,
  keepIndex,
  runIndex,
  updateIndex,
  type ProjectIndex,
} from "./project-index.js";
import type { Project } from "./projects.js";
import type { ServerContext } from "./server-context.js";

export interface ProjectIndexes {
  /** A document was reviewed: its project is indexed if it is not yet, what the edit left is finished, and others hear of what changed for them. */
  readonly follow: (document: OpenDocument) => void;
  /** A file that is not open has changed, or is not open any more. */
  readonly fileChanged: (uri: string) => Promise<void>;
  /** Resolves when all that is known of a project's flows is worked out. */
  readonly settled: (project: Project) => Promise<void>;
  /** Forgets what can be made again, where nobody is likely to ask for it soon; false if there is work that does. */
  readonly trim: () => boolean;
  readonly end: () => void;
}

/** Who hears that findings have changed without an edit. */
export interface FlowNews {
  readonly delivery: Delivery;
  /** Of a file that is not open. */
  readonly closedFileChanged: (uri: string) => void;
}

interface Entry {
  readonly index: ProjectIndex;
  /** Resolves when all files are known, or somebody cancelled. */
  readonly run: Promise<void>;
  readonly source: CancellationTokenSource;
  isRunning: boolean;
  /** Whether what edits left is being finished, or will be at the next pause. */
  isFinishing: boolean;
}

export function createProjectIndexes(context: ServerContext, news: () => FlowNews): ProjectIndexes {
  const { documents, projects, runtime } = context;
  const entries = new Map<Project["review"], Entry>();

  const entryOf = (project: Project): Entry | undefined => {
    const { root, review } = project;
    if (root === undefined || !project.enabled || !project.engine.followsFlows) return undefined;
    const known = entries.get(review);
    if (known !== undefined) return known;
    const entry = begin(context, project, root, () => {
      tellNews(context, news(), project);
    });
    entries.set(review, entry);
    return entry;
  };
  return {
    follow: (document) => {
      const { project, last } = document;
      const entry = project === undefined || document.isPart ? undefined : entryOf(project);
      if (project === undefined || entry === undefined) return;
      if (last?.review.flowsArePending === true) void finish(context, news(), project, entry);
      else tellNews(context, news(), project, document.pathInProject);
    },
    fileChanged: async (uri) => {
      if (runtime.toPath(uri) === undefined || documents.get(uri) !== undefined) return;
      const project = await projects.ofUri(uri);
      const entry = entries.get(project.review);
      if (entry === undefined) return;
      await entry.run;
      await updateIndex(entry.index, projects.pathInProject(project, uri));
      tellNews(context, news(), project);
    },
    settled: async (project) => {
      const entry = entryOf(project);
      if (entry === undefined) return;
      await entry.run;
      await finishFlows(entry.index);
    },
    trim: () => {
      const all = [...entries.values()];
      if (all.some(({ index, isRunning }) => isRunning || index.finishing !== undefined)) return false;
      for (const { index } of all) index.project.review.flows.trim();
      return true;
    },
    end: () => {
      for (const { index, source } of entries.values()) {
        source.cancel();
        keepIndex(index);
      }
      entries.clear();
    },
  };
}

/** Finishes what edits left, at the next pause; then documents that wait for it can be told all. */
async function finish(context: ServerContext, news: FlowNews, project: Project, entry: Entry): Promise<void> {
  if (entry.isFinishing) return;
  entry.isFinishing = true;
  try {
    await waitForPause(context);
    await finishFlows(entry.index);
    for (const document of documentsOf(context, project))
      if (document.last?.review.flowsArePending === true) document.last = undefined;
    tellNews(context, news, project);
  } catch (error) {
    logFailure(context.connection, "flows", error);
  } finally {
    entry.isFinishing = false;
  }
}

function begin(context: ServerContext, project: Project, root: string, done: () => void): Entry {
  const source = new CancellationTokenSource();
  const build = `${context.runtime.build} ${project.rulesKey}`;
  const isOpen = (path: string): boolean =>
    documentsOf(context, project).some(({ pathInProject }) => pathInProject === path);
  const index = createProjectIndex({ context, project, root, build, isOpen });
  const work = async (): Promise<void> => {
    const progress = showLateProgress(context, "Kingsnake reads the project", source);
    try {
      // What was asked before is answered first.
      await waitForPause(context);
      await finishFlows(index);
      await runIndex(index, source.token, progress.tell);
      done();
      keepIndex(index);
      await waitForPause(context);
      project.review.flows.trim();
      await context.runtime.collectGarbage?.();
    } catch (error) {
      logFailure(context.connection, `index of ${root}`, error);
    } finally {
      progress.end();
    }
  };
  const run = work().finally(() => {
    entry.isRunning = false;
  });
  const entry: Entry = { index, run, source, isRunning: true, isFinishing: false };
  return entry;
}

/** The open documents that are modules of a project. */
function documentsOf({ documents }: ServerContext, { review }: Project): OpenDocument[] {
  return documents.all().filter(({ project, isPart }) => project?.review === review && !isPart);
}

/** Tells the documents and files whose findings are others now, but for the one that was just reviewed. */
function tellNews(
  context: ServerContext,
  { delivery, closedFileChanged }: FlowNews,
  project: Project,
  reviewed?: string,
): void {
  const paths = new Set(project.review.flows.changedPaths());
  if (reviewed !== undefined) paths.delete(reviewed);
  if (paths.size === 0) return;
  const concerned: OpenDocument[] = [];
  for (const document of documentsOf(context, project)) {
    if (document.pathInProject === undefined || !paths.delete(document.pathInProject)) continue;
    document.last = undefined;
    concerned.push(document);
  }
  if (concerned.length > 0) delivery.findingsChanged(concerned);
  for (const path of paths)
    if (project.root !== undefined) closedFileChanged(context.runtime.toUri(joinPath(project.root, path)));
}
