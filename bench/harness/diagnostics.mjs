// One editing session with a server: opens documents, changes them, and takes the diagnostics of each version, pulled or
// pushed as the session was begun.
import { pathToFileURL } from "node:url";
import { mayAskAgain, startServer } from "./language-client.mjs";

/** Pushed diagnostics count as the last ones of a version when nothing follows for so long. */
const quiet = 30;
const mostAttempts = 5;

/**
 * @typedef {{ startedAt: number, arrivedAt: number, items: any[] }} Diagnosed
 * @typedef {"pull" | "push"} Mode
 */

/**
 * @param {import("./language-client.mjs").ServerCommand & { options?: object }} server
 * @param {{ folder: string, mode: Mode }} session
 */
export async function beginSession(server, { folder, mode }) {
  const client = startServer(server);
  try {
    const { result } = await client.request("initialize", initialize(folder, mode, server.options));
    client.notify("initialized", {});
    if (mode === "pull" && !result.capabilities.diagnosticProvider)
      throw new Error(`${server.name} offers no pull diagnostics`);
  } catch (error) {
    await client.stop();
    throw error;
  }
  /** @type {Map<string, { resultId?: string, items: any[] }>} */
  const last = new Map();

  const pull = async (notification, uri) => {
    let waiting = [notification];
    const startedAt = performance.now();
    for (let attempt = 1; ; attempt++) {
      const known = last.get(uri);
      const previous = known?.resultId === undefined ? {} : { previousResultId: known.resultId };
      try {
        const params = { textDocument: { uri }, ...previous };
        const { result, arrivedAt } = await client.exchange(waiting, "textDocument/diagnostic", params);
        const items = result.kind === "unchanged" ? (known?.items ?? []) : result.items;
        last.set(uri, { resultId: result.resultId, items });
        return { startedAt, arrivedAt, items };
      } catch (error) {
        if (!mayAskAgain(error) || attempt === mostAttempts) throw error;
        waiting = [];
      }
    }
  };

  const push = async (notification, uri, version) => {
    /** @type {{ items: any[], arrivedAt: number } | undefined} */
    let latest;
    const startedAt = performance.now();
    const first = client.waitFor("textDocument/publishDiagnostics", (params, arrivedAt) => {
      if (params.uri !== uri || params.version !== version) return false;
      latest = { items: params.diagnostics, arrivedAt };
      return true;
    });
    client.notify(notification.method, notification.params);
    await first;
    for (let seen; seen !== latest; await pause(quiet)) seen = latest;
    return { startedAt, ...latest };
  };

  const diagnose = mode === "pull" ? pull : push;
  return {
    client,
    /** @param {string} uri @param {string} text @returns {Promise<Diagnosed>} */
    open: (uri, text, version = 1) =>
      diagnose(
        { method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "python", version, text } } },
        uri,
        version,
      ),
    /** @param {ReturnType<ReturnType<typeof import("../typing/editing.mjs").openDocument>["change"]>} params @returns {Promise<Diagnosed>} */
    change: (params) =>
      diagnose({ method: "textDocument/didChange", params }, params.textDocument.uri, params.textDocument.version),
    /** @param {string} uri */
    close: (uri) => {
      last.delete(uri);
      client.notify("textDocument/didClose", { textDocument: { uri } });
    },
    end: () => client.stop(),
  };
}

/** @typedef {Awaited<ReturnType<typeof beginSession>>} Session */

function initialize(folder, mode, initializationOptions) {
  const uri = pathToFileURL(folder).href;
  return {
    processId: process.pid,
    clientInfo: { name: "kingsnake-bench" },
    rootUri: uri,
    workspaceFolders: [{ uri, name: "project" }],
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      workspace: {
        workspaceFolders: true,
        configuration: true,
        ...(mode === "pull" ? { diagnostics: { refreshSupport: true } } : {}),
      },
      textDocument: {
        synchronization: { dynamicRegistration: false },
        publishDiagnostics: {
          versionSupport: true,
          relatedInformation: true,
          codeDescriptionSupport: true,
          dataSupport: true,
        },
        ...(mode === "pull" ? { diagnostic: { dynamicRegistration: false, relatedInformation: true } } : {}),
      },
    },
  };
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
