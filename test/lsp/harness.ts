/** A client and a server in one process, over a pair of streams. */
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentClientCapabilities,
  type WorkspaceDiagnosticReportPartialResult,
} from "vscode-languageserver-protocol/node";
import { startServer } from "../../server/src/lsp/start-server.js";
import type { EngineFactory, ServerRuntime } from "../../server/src/lsp/runtime.js";
import type { ProjectFiles } from "../../server/src/review/ports.js";
import { createFakeEngine } from "./fake-engine.js";

export interface TestSetup {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Paths of the workspace's files to their texts; may be changed while the server runs. */
  readonly files?: Record<string, string>;
  readonly folders?: readonly string[];
  /** The answer to `workspace/configuration` for each folder's URI, and for "" outside of them. */
  readonly settings?: Record<string, unknown>;
  readonly loadEngineFactory?: () => Promise<EngineFactory>;
}

/** What every test's client can do, unless it says otherwise. */
export const pulling: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    hover: { contentFormat: ["markdown"] },
    codeAction: {
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
  },
};

export const pushing: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...withoutPull(pulling.textDocument),
    publishDiagnostics: { ...pulling.textDocument?.diagnostic, versionSupport: true },
  },
};

function withoutPull(capabilities: TextDocumentClientCapabilities = {}): TextDocumentClientCapabilities {
  return Object.fromEntries(Object.entries(capabilities).filter(([name]) => name !== "diagnostic"));
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly published: PublishDiagnosticsParams[];
  readonly streamed: WorkspaceDiagnosticReportPartialResult[];
  readonly log: string[];
  readonly registrations: { method: string; registerOptions?: unknown }[];
  readonly refreshes: () => number;
  readonly lensRefreshes: () => number;
  open(uri: string, text: string, version?: number, languageId?: string): void;
  change(
    uri: string,
    version: number,
    ...changes: readonly ({ text: string } | { range: Range; text: string })[]
  ): void;
  close(uri: string): void;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** Of a full report. */
  pullItems(uri: string): Promise<Diagnostic[]>;
  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  stop(): Promise<void>;
}

const partialResultToken = "workspace-diagnostics";

export async function startTestClient(setup: TestSetup = {}): Promise<TestClient> {
  const up = new PassThrough();
  const down = new PassThrough();
  startServer(createConnection(ProposedFeatures.all, up, down), testRuntime(setup));
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const published: PublishDiagnosticsParams[] = [];
  const streamed: WorkspaceDiagnosticReportPartialResult[] = [];
  const log: string[] = [];
  const registrations: { method: string; registerOptions?: unknown }[] = [];
  let refreshes = 0;
  let lensRefreshes = 0;
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onNotification("kingsnake/status", () => undefined);
  connection.onNotification("$/progress", ({ token, value }: { token: unknown; value: never }) => {
    if (token === partialResultToken) streamed.push(value);
  });
  connection.onRequest("client/registerCapability", (params: { registrations: typeof registrations }) => {
    registrations.push(...params.registrations);
  });
  connection.onRequest("client/unregisterCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => {
    refreshes++;
    return null;
  });
  connection.onRequest("workspace/codeLens/refresh", () => {
    lensRefreshes++;
    return null;
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => setup.settings?.[scopeUri ?? ""] ?? null),
  );
  connection.listen();
  const initialized = await connection.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: setup.capabilities ?? pulling,
    initializationOptions: setup.initializationOptions,
    workspaceFolders: (setup.folders ?? ["file:///w"]).map((uri) => ({ uri, name: uri })),
  });
  await connection.sendNotification("initialized", {});

  const send = (method: string, params: object): void => {
    connection.sendNotification(method, params).catch(() => undefined);
  };
  const pull: TestClient["pull"] = (uri, previousResultId) =>
    connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  return {
    connection,
    initialized: initialized as InitializeResult,
    published,
    streamed,
    log,
    registrations,
    refreshes: () => refreshes,
    lensRefreshes: () => lensRefreshes,
    open: (uri, text, version = 1, languageId = uri.endsWith(".yaml") ? "yaml" : "python") => {
      send("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
    },
    change: (uri, version, ...contentChanges) => {
      send("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    },
    close: (uri) => {
      send("textDocument/didClose", { textDocument: { uri } });
    },
    pull,
    pullItems: async (uri) => {
      const report = await pull(uri);
      return report.kind === "full" ? report.items : [];
    },
    actions: (uri, range, only) =>
      connection.sendRequest("textDocument/codeAction", {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      }),
    stop: async () => {
      await connection.sendRequest("shutdown");
      connection.dispose();
    },
  };
}

/** Holds the request for workspace diagnostics open; ended by the returned function. */
export function holdWorkspaceDiagnostics(client: TestClient): Promise<{ items: unknown[] }> {
  return client.connection.sendRequest("workspace/diagnostic", { previousResultIds: [], partialResultToken });
}

/** Waits until a question has an answer other than undefined and false. */
export async function waitFor<T>(what: string, ask: () => T | undefined | false): Promise<T> {
  const end = Date.now() + 5000;
  for (;;) {
    const answer = ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function testRuntime(setup: TestSetup): ServerRuntime {
  return {
    loadEngineFactory:
      setup.loadEngineFactory ?? (() => Promise.resolve((additional) => Promise.resolve(createFakeEngine(additional)))),
    files: memoryFiles(setup.files ?? {}),
    cache: { read: () => undefined, write: () => undefined },
    build: "test",
    toPath: (uri) => (uri.startsWith("file://") ? decodeURIComponent(uri.slice("file://".length)) : undefined),
    toUri: (path) => `file://${path}`,
    yieldToEvents: () => setImmediate(),
  };
}

function memoryFiles(files: Record<string, string>): ProjectFiles {
  return {
    async *findPythonFiles(root, exclude, isCancelled) {
      for (const path of Object.keys(files).sort()) {
        await setImmediate();
        if (isCancelled()) return;
        const isLeftOut = exclude.some((part) => path.includes(part));
        if (path.startsWith(`${root}/`) && path.endsWith(".py") && !isLeftOut) yield path;
      }
    },
    readText: (path) => {
      const text = files[path];
      return Promise.resolve(text ?? { path, kind: "missing" as const, message: "There is no such file." });
    },
    findRuleFiles: (path) => {
      const found = Object.keys(files).filter((file) => file.startsWith(path) && file.endsWith(".yaml"));
      if (found.length === 0)
        return Promise.resolve({ path, kind: "missing" as const, message: "There is no such file." });
      return Promise.resolve(found.map((file) => ({ path: file, text: files[file] ?? "" })));
    },
    exists: (path) => Promise.resolve(Object.keys(files).some((file) => file.startsWith(`${path}/`))),
  };
}
