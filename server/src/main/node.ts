/** The language server on Node: over IPC where VS Code starts it, over stdin and stdout with --stdio. */
import { dirname } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { limitHeapGrowth } from "../host/node/heap-growth.js";
import { createNodeRuntime } from "./node-runtime.js";
import { startServer } from "../lsp/start-server.js";

limitHeapGrowth();
startServer(createConnection(ProposedFeatures.all), createNodeRuntime(dirname(__dirname)));
