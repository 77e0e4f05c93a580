/** One client's session: puts the parts together and says who hears what. Reads as the server's table of contents. */
import {
  DidChangeConfigurationNotification,
  type Connection,
  type DidChangeConfigurationParams,
  type DidChangeWatchedFilesParams,
  type WorkspaceFolder,
} from "vscode-languageserver";
import type { ClientFeatures } from "./client-features.js";
import { codeActions, resolveCodeAction } from "./code-actions.js";
import { reviewClosedFile } from "./closed-files.js";
import { completion } from "./completion.js";
import { statusNotification, type ServerStatus } from "./custom-protocol.js";
import type { Delivery } from "./delivery.js";
import { createEnginePool } from "./engines.js";
import { errorText, guardNotification, guardRequest, logFailure } from "./guarded.js";
import { hover } from "./hover.js";
import { loadSettings, settingsSection } from "./load-settings.js";
import { createOpenDocuments } from "./open-documents.js";
import type { OpenDocument } from "./open-document.js";
import { createProblemReports } from "./problem-reports.js";
import { createProjects } from "./projects.js";
import { createPullDelivery } from "./pull-delivery.js";
import { createPushDelivery } from "./push-delivery.js";
import { createReloading } from "./reloading.js";
import { answerRuleRequests } from "./rule-requests.js";
import type { EngineFactory, ServerRuntime } from "./runtime.js";
import { answerScanRequests } from "./scan-requests.js";
import type { ServerContext } from "./server-context.js";
import { createWatching, kindOfFile } from "./watched-files.js";
import { createWorkspaceScan } from "./workspace-scan.js";

export interface Session {
  /** The client is ready to be asked. */
  readonly start: () => void;
  readonly end: () => void;
}

/** VS Code asks about a document a last time when it closes; what is reported before that answer is lost. In milliseconds. */
const closingDelay = 200;

export function createSession(
  connection: Connection,
  runtime: ServerRuntime,
  features: ClientFeatures,
  factory: Promise<EngineFactory>,
  initialFolders: readonly WorkspaceFolder[],
): Session {
  const warn = (message: string): void => {
    connection.console.warn(message);
  };
  const engines = createEnginePool(factory, runtime.files, warn);
  const projects = createProjects(runtime, engines);
  const documents = createOpenDocuments(projects, features.encoding);
  const context: ServerContext = { connection, runtime, features, documents, projects };
  const delivery = createDelivery(context);
  const scan = createWorkspaceScan(context, delivery);
  const problems = createProblemReports(context, delivery);
  const watching = createWatching(connection, features, runtime);
  let folders = initialFolders;
  let toldSettings: unknown;

  const tellStatus = (status: ServerStatus): void => {
    if (features.ownCommands) connection.sendNotification(statusNotification, status).catch(() => undefined);
  };
  const tellReady = async (): Promise<void> => {
    try {
      const first = folders[0];
      const engine = first === undefined ? await engines.get([]) : (await projects.ofUri(`${first.uri}/_`)).engine;
      tellStatus({ state: "ready", rules: engine.rules.length });
    } catch (error) {
      tellStatus({ state: "failed", rules: 0, message: `The rules could not be loaded: ${errorText(error)}` });
    }
  };
  const reloading = createReloading(async () => {
    const loaded = await loadSettings(connection, folders, features.configuration, toldSettings);
    projects.replace(loaded.folders, loaded.fallback);
    await documents.assignAll();
    await tellReady();
    delivery.refresh();
    await problems.update();
    const rulePaths = (await projects.known()).flatMap((project) => project.rulePaths);
    await watching.watch(folders.map(({ uri }) => uri), [...new Set(rulePaths)]);
    if (scan.isWide()) await scan.run(neverCancelled, () => undefined);
  }, (error) => {
    logFailure(connection, "reload", error);
  });

  const documentReady = (document: OpenDocument): void => {
    document.ready.then(
      () => {
        delivery.documentChanged(document);
        problems.update().catch(() => undefined);
      },
      () => undefined,
    );
  };
  connection.onDidOpenTextDocument(
    guardNotification(connection, "didOpen", (params) => {
      documentReady(documents.open(params));
    }),
  );
  connection.onDidChangeTextDocument(
    guardNotification(connection, "didChange", (params) => {
      const document = documents.change(params);
      if (document !== undefined) delivery.documentChanged(document);
    }),
  );
  connection.onDidCloseTextDocument(
    guardNotification(connection, "didClose", ({ textDocument: { uri } }) => {
      documents.close(uri);
      setTimeout(() => {
        if (documents.get(uri) !== undefined) return;
        delivery.documentClosed(uri);
        scan.update(uri).catch(() => undefined);
      }, features.pullsDiagnostics ? closingDelay : 0);
    }),
  );
  connection.onDidChangeConfiguration(
    guardNotification(connection, "didChangeConfiguration", ({ settings }: DidChangeConfigurationParams) => {
      toldSettings = sectionOf(settings);
      reloading.request();
    }),
  );
  connection.onDidChangeWatchedFiles(
    guardNotification(connection, "didChangeWatchedFiles", ({ changes }: DidChangeWatchedFilesParams) => {
      const kinds = new Set(changes.map(({ uri }) => kindOfFile(uri)));
      if (kinds.has("rules")) engines.forget();
      if (kinds.has("rules") || kinds.has("configuration")) reloading.request();
      if (!scan.isWide()) return;
      for (const { uri } of changes) {
        if (kindOfFile(uri) === "python" && documents.get(uri) === undefined) scan.update(uri).catch(() => undefined);
      }
    }),
  );
  connection.onHover(guardRequest(connection, "hover", null, (params) => hover(context, params)));
  connection.onCompletion(guardRequest(connection, "completion", [], (params) => completion(context, params)));
  connection.onCodeAction(guardRequest(connection, "codeAction", [], (params) => codeActions(context, params)));
  connection.onCodeActionResolve(async (action) =>
    guardRequest(connection, "codeAction/resolve", action, () => resolveCodeAction(context, action))(action),
  );
  answerRuleRequests(context);
  answerScanRequests(context, scan, tellStatus, tellReady);

  return {
    start: () => {
      tellStatus({ state: "starting", rules: 0 });
      if (features.registersConfiguration) {
        connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection }).catch(() => undefined);
      }
      if (features.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri));
          folders = [...folders.filter(({ uri }) => !gone.has(uri)), ...added];
          reloading.request();
        });
      }
      reloading.request();
    },
    end: () => {
      delivery.end();
      for (const { uri } of documents.all()) documents.close(uri);
    },
  };
}

function createDelivery(context: ServerContext): Delivery {
  if (!context.features.pullsDiagnostics) return createPushDelivery(context);
  return createPullDelivery(context, async (uri) => (await reviewClosedFile(context, uri)) ?? []);
}

const neverCancelled = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

/** Clients that can't be asked send all settings, ours in their section. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== "object" || settings === null) return undefined;
  return (settings as Record<string, unknown>)[settingsSection] ?? settings;
}
