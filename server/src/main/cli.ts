/** Entry of the command line: gives it this process and this machine. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../../package.json";
import { runCommandLine } from "../cli/command-line.js";
import type { CommandLineHost } from "../cli/host.js";
import type { ShareResult } from "../cli/review-share.js";
import { buildOf, loadAssets, type Assets } from "../host/node/assets.js";
import { cacheFolder, createProjectCache } from "../host/node/project-cache.js";
import { createScanFiles } from "../host/node/scan-files.js";
import { startThread } from "../host/node/threads.js";
import { createNodeEngine } from "./node-engine.js";

/** The folder of the bundles. */
const directory = __dirname;
/** Read once: some commands make an engine for each rule file. */
let assets: Assets | undefined;

const host: CommandLineHost = {
  version,
  workingDirectory: process.cwd(),
  // One core is left to the engine's own threads, which compile and collect garbage while ours work.
  cores: Math.max(1, availableParallelism() - 1),
  environment: process.env,
  output: { isTerminal: process.stdout.isTTY, stream: process.stdout },
  errors: { isTerminal: process.stderr.isTTY, stream: process.stderr },
  files: createScanFiles(),
  cache: createProjectCache(cacheFolder(process.env, process.platform)),
  build: buildOf(directory, version),
  createEngine: (rules) => createNodeEngine((assets ??= loadAssets(directory)), rules),
  startShare: (request) => startThread<ShareResult>(join(directory, "worker.cjs"), request),
  startLanguageServer: async () => {
    // It finds --stdio among the parameters of the process, and serves as soon as it is loaded.
    await import(pathToFileURL(join(directory, "server", "node.cjs")).href);
  },
};

// Whoever reads the report may have read enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`kingsnake: the report cannot be written: ${error.message}\n`);
});

runCommandLine(process.argv.slice(2), host).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`kingsnake: internal error: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
