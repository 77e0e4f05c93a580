/** The command `kingsnake`. A server starts without the rest of the command line, which takes as long to load as the server itself. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { compileForShortRun } from "../host/node/compilation.js";
import { runBundle } from "../host/node/compiled-bundle.js";
import { cacheFolder } from "../host/node/project-cache.js";

const parameters = process.argv.slice(2);
if (parameters.join(" ") === "lsp --stdio") createRequire(__filename)(join(__dirname, "server/node.cjs"));
else {
  compileForShortRun();
  const isKept = !parameters.includes("--no-cache");
  runBundle(join(__dirname, "commands.cjs"), isKept ? cacheFolder(process.env, process.platform) : undefined);
}
