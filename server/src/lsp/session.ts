/** One client's session: puts the parts together and says who hears what. Reads as the server's table of contents. */
import type { Connection, WorkspaceFolder } from "vscode-languageserver";
import type { ClientFeatures } from "./client-features.js";
import { reviewClosedFile } from "./closed-files.js";
import type { Delivery } from "./delivery.js";
import { followDocuments } from "./document-sync.js";
import { createEnginePool, type EnginePool } from "./engines.js";
import { answerFlowRequests } from "./flow-requests.js";
import { logFailure } from "./guarded.js";
import { createIdleCollection } from "./idle-collection.js";
import { answerLanguageRequests } from "./language-features.js";
import { loadSettings } from "./load-settings.js";
import { createOpenDocuments } from "./open-documents.js";
import { createProblemReports, type ProblemReports } from "./problem-reports.js";
import { createProjectIndexes } from "./project-indexes.js";
import { createProjects } from "./projects.js";
import { createPullDelivery } from "./pull-delivery.js";
import { createPushDelivery } from "./push-delivery.js";
import { createReloading } from "./reloading.js";
import { createDocumentNews, createLensNews } from "./rule-files/news.js";
import { createOpenRules } from "./rule-files/open-rules.js";
import { createRuleEngines } from "./rule-files/rule-engines.js";
import { answerRuleFileRequests, registerRuleFileRequests } from "./rule-files/rule-file-requests.js";
import { createRuleFiles } from "./rule-files/rule-files.js";
import { answerRuleRequests } from "./rule-requests.js";
import type { EngineFactory, ServerRuntime } from "./runtime.js";
import { answerScanRequests } from "./scan-requests.js";
import type { ServerContext } from "./server-context.js";
import { createSinks } from "./sinks.js";
import { createStatusTeller, type StatusTeller } from "./status.js";
import { createWatching } from "./watched-files.js";
import { followWorkspace, subscribeToWorkspace, type WorkspaceListener } from "./workspace-changes.js";
import { createWorkspaceScan, type WorkspaceScan } from "./workspace-scan.js";

export interface Session {
  /** The client is ready to be asked. */
  readonly start: () => void;
  readonly end: () => void;
}

export function createSession(
  connection: Connection,
  runtime: ServerRuntime,
  features: ClientFeatures,
  factory: Promise<EngineFactory>,
  initialFolders: readonly WorkspaceFolder[],
): Session {
  const openRules = createOpenRules(runtime.files);
  const engines = createEnginePool(factory, openRules.files, (message) => {
    connection.console.warn(message);
  });
  // While the client reads the answer to `initialize`, the engine that most projects want can be made.
  engines.get([]).catch(() => undefined);
  const projects = createProjects(runtime, engines);
  const documents = createOpenDocuments(projects, features.encoding);
  const context: ServerContext = {
    ...{ connection, runtime, features, documents, projects },
    ruleFiles: () => ruleFiles,
    sinks: createSinks(() => indexes),
    get indexes() {
      return indexes;
    },
  };
  const indexes = createProjectIndexes(context, () => ({ delivery, closedFileChanged: scan.refresh }));
  const delivery = createDelivery(context);
  const scan = createWorkspaceScan(context, delivery);
  const problems = createProblemReports(context, delivery);
  const status = createStatusTeller(context, engines);
  const parts: SessionParts = { context, engines, delivery, scan, problems, status };
  const listener = createWorkspaceListener(parts, initialFolders);
  const ruleFiles = createRuleFiles(context, createRuleEngines(factory), openRules, {
    documentNews: createDocumentNews(delivery, features),
    rulesChanged: listener.rulesChanged,
    lensesChanged: createLensNews(connection, features),
  });

  const collection = createIdleCollection(context);
  followDocuments(context, delivery, scan, problems, collection);
  followWorkspace(context, listener);
  answerLanguageRequests(context);
  answerRuleRequests(context);
  answerFlowRequests(context);
  answerScanRequests(context, scan, status);
  answerRuleFileRequests(context, ruleFiles);
  return {
    start: () => {
      status.tell({ state: "starting", rules: 0 });
      subscribeToWorkspace(context, listener);
      registerRuleFileRequests(context);
      listener.configurationChanged();
    },
    end: () => {
      delivery.end();
      collection.end();
      ruleFiles.end();
      indexes.end();
      for (const { uri } of documents.all()) documents.close(uri);
    },
  };
}

interface SessionParts {
  readonly context: ServerContext;
  readonly engines: EnginePool;
  readonly delivery: Delivery;
  readonly scan: WorkspaceScan;
  readonly problems: ProblemReports;
  readonly status: StatusTeller;
}

/** Loads everything again that may have changed; what is shown stays until it is done. */
function createWorkspaceListener(parts: SessionParts, initialFolders: readonly WorkspaceFolder[]): WorkspaceListener {
  const { context, engines, delivery, scan, problems, status } = parts;
  const { connection, features, projects, documents } = context;
  const watching = createWatching(connection, features, context.runtime);
  let folders = initialFolders;
  let toldSettings: unknown;
  let isStarted = false;

  const reload = async (): Promise<void> => {
    const loaded = await loadSettings(connection, folders, features.configuration, toldSettings);
    projects.replace(loaded.folders, loaded.fallback);
    await documents.assignAll();
    await status.tellReady();
    if (isStarted) delivery.refresh();
    isStarted = true;
    await problems.update();
    const rulePaths = (await projects.known()).flatMap((project) => project.rulePaths);
    await watching.watch(
      folders.map(({ uri }) => uri),
      [...new Set(rulePaths)],
    );
    if (scan.isWide()) scan.repeat();
  };
  const reloading = createReloading(reload, (error) => {
    logFailure(connection, "reload", error);
  });
  return {
    settingsChanged: (told) => {
      toldSettings = told;
      reloading.request();
    },
    foldersChanged: (added, removed) => {
      folders = [...folders.filter(({ uri }) => !removed.has(uri)), ...added];
      reloading.request();
    },
    configurationChanged: reloading.request,
    rulesChanged: () => {
      engines.forget();
      reloading.request();
    },
    filesChanged: (uris) => {
      context.ruleFiles().filesChanged(uris);
    },
    pythonFileChanged: (uri) => {
      if (documents.get(uri) !== undefined) return;
      if (scan.isWide()) void scan.update(uri);
      context.indexes.fileChanged(uri).catch(() => undefined);
    },
  };
}

function createDelivery(context: ServerContext): Delivery {
  if (!context.features.pullsDiagnostics) return createPushDelivery(context);
  return createPullDelivery(context, (uri) => reviewClosedFile(context, uri));
}
