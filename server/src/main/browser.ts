/// <reference lib="webworker" />
/** The language server in a Web Worker. Its assets are where the client says (`distUri`), or a folder above the script. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { fetchAssets } from "../host/web/assets.js";
import { noFiles } from "../host/web/project-files.js";
import { yieldToEvents } from "../host/web/yield-to-events.js";
import { optionOf } from "../lsp/client-features.js";
import type { ServerRuntime } from "../lsp/runtime.js";
import { startServer } from "../lsp/start-server.js";
import { createReviewEngine } from "../review/create-engine.js";
import { today } from "./today.js";

const scope = self as unknown as DedicatedWorkerGlobalScope;

const runtime: ServerRuntime = {
  loadEngineFactory: async (initializationOptions) => {
    const given = optionOf(initializationOptions, "distUri");
    const folder = typeof given === "string" ? given : new URL("..", scope.location.href).href;
    const { binaries, ruleFiles, models } = await fetchAssets(folder.replace(/\/$/, ""));
    return (rules, company) =>
      createReviewEngine(binaries, company === "alone" ? rules : [...ruleFiles, ...rules], { today: today(), models });
  },
  files: noFiles,
  cache: { read: () => undefined, write: () => undefined },
  build: "",
  toPath: () => undefined,
  toUri: (path) => path,
  yieldToEvents,
};

startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), runtime);
