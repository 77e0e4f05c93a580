/**
 * The indexes of the projects that have open documents: begun in the background when the first one opens, kept current as files
 * change, and the news of flows passed on to the documents and files that they concern.
 */
import { CancellationTokenSource, type WorkDoneProgressServerReporter } from "vscode-languageserver";
import { joinPath } from "../review/paths.js";
import type { Delivery } from "./delivery.js";
import { logFailure } from "./guarded.js";
import type { OpenDocument } from "./open-document.js";
import { createProjectIndex, type ProjectIndex } from "./project-index.js";
import type { Project } from "./projects.js";
import type { ServerContext } from "./server-context.js";

export interface ProjectIndexes {
  /** A document was reviewed: its project is indexed if it is not yet, what the edit left is finished, and others hear of what changed for them. */
  readonly follow: (document: OpenDocument) => void;
  /** A file that is not open has changed, or is not open any more. */
  readonly fileChanged: (uri: string) => Promise<void>;
  /** Resolves when all that is known of a project's flows is worked out. */
  readonly settled: (project: Project) => Promise<void>;
  readonly end: () => void;
}

/** Who hears that findings have changed without an edit. */
export interface FlowNews {
  readonly delivery: Delivery;
  /** Of a file that is not open. */
  readonly closedFileChanged: (uri: string) => void;
}

/** Milliseconds after which work in the background is worth a word. */
const patience = 1000;
const title = "Kingsnake reads the project";

interface Entry {
  readonly index: ProjectIndex;
  readonly run: Promise<void>;
  readonly cancel: () => void;
}

export function createProjectIndexes(context: ServerContext, news: () => FlowNews): ProjectIndexes {
  const { connection, documents, projects, runtime } = context;
  const entries = new Map<Project["review"], Entry>();

  const begin = (project: Project, root: string): Entry => {
    const source = new CancellationTokenSource();
    const isOpen = (path: string): boolean =>
      documents
        .all()
        .some((document) => document.project?.review === project.review && document.pathInProject === path);
    const { cache, build } = runtime;
    const index = createProjectIndex({ context, project, root, cache, build: `${build} ${project.rulesKey}`, isOpen });
    const work = async (): Promise<void> => {
      const progress = showProgress(context, source);
      try {
        await index.run(source.token, progress.tell);
        tellNews(project);
        index.keep();
      } finally {
        progress.end();
      }
    };
    const run = work().catch((error: unknown) => {
      logFailure(connection, `index of ${root}`, error);
    });
    return { index, run, cancel: () => void source.cancel() };
  };
  const indexOf = (project: Project): Entry | undefined => {
    if (project.root === undefined || !project.enabled || !project.engine.followsFlows) return undefined;
    const known = entries.get(project.review);
    if (known !== undefined) return known;
    const entry = begin(project, project.root);
    entries.set(project.review, entry);
    return entry;
  };
  /** Documents and files whose findings are others now. */
  const tellNews = (project: Project, reviewed?: OpenDocument): void => {
    const paths = new Set(project.review.flows.changedPaths());
    if (reviewed?.pathInProject !== undefined) paths.delete(reviewed.pathInProject);
    let concernsOpen = false;
    for (const document of documents.all()) {
      if (document.project?.review !== project.review || document.pathInProject === undefined) continue;
      if (!paths.delete(document.pathInProject)) continue;
      document.last = undefined;
      concernsOpen = true;
    }
    const { delivery, closedFileChanged } = news();
    if (concernsOpen) delivery.refresh();
    for (const path of paths)
      if (project.root !== undefined) closedFileChanged(runtime.toUri(joinPath(project.root, path)));
  };
  const finish = async (project: Project, entry: Entry): Promise<void> => {
    try {
      await entry.index.finish();
      for (const document of documents.all())
        if (document.project?.review === project.review && document.last?.review.flowsArePending === true)
          document.last = undefined;
      tellNews(project);
    } catch (error) {
      logFailure(connection, "flows", error);
    }
  };

  return {
    follow: (document) => {
      const { project, last } = document;
      if (project === undefined || document.language !== "python" || document.isPart) return;
      const entry = indexOf(project);
      if (entry === undefined) return;
      if (last?.review.flowsArePending === true) void finish(project, entry);
      else tellNews(project, document);
    },
    fileChanged: async (uri) => {
      const path = runtime.toPath(uri);
      if (path === undefined || documents.get(uri) !== undefined) return;
      const project = await projects.ofUri(uri);
      const entry = entries.get(project.review);
      if (entry === undefined) return;
      await entry.run;
      await entry.index.update(projects.pathInProject(project, uri));
      tellNews(project);
    },
    settled: async (project) => {
      const entry = indexOf(project);
      await entry?.run;
      await entry?.index.finish();
    },
    end: () => {
      for (const { index, cancel } of entries.values()) {
        cancel();
        index.keep();
      }
      entries.clear();
    },
  };
}

/** Shows progress when it takes long; whoever cancels it keeps what each file says by itself. */
function showProgress(
  { connection, features }: ServerContext,
  source: CancellationTokenSource,
): { readonly tell: (done: number, total: number) => void; readonly end: () => void } {
  const begun = Date.now();
  let reporter: WorkDoneProgressServerReporter | undefined;
  let isAsked = !features.createsProgress;
  let isOver = false;
  let shown = -1;
  const ask = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    created.begin(title, 0, undefined, true);
    created.token.onCancellationRequested(() => {
      source.cancel();
    });
    if (isOver) created.done();
    else reporter = created;
  };
  return {
    tell: (done, total) => {
      if (!isAsked && Date.now() - begun > patience) {
        isAsked = true;
        ask().catch(() => undefined);
      }
      const percentage = total === 0 ? 0 : Math.floor((100 * done) / total);
      if (percentage === shown) return;
      shown = percentage;
      reporter?.report(percentage, `${done} of ${total} files`);
    },
    end: () => {
      isOver = true;
      reporter?.done();
    },
  };
}
