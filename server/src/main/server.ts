/** The language server on Node: over IPC where VS Code starts it, over stdin and stdout with --stdio. */
import { dirname } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createNodeRuntime } from "./node-runtime.js";
import { startServer } from "../lsp/start-server.js";

startServer(createConnection(ProposedFeatures.all), createNodeRuntime(dirname(__dirname)));
