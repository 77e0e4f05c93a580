/** The entry of the language server on Node: starts `server.cjs` beside it, with the code that an earlier run has compiled. */
import { join } from "node:path";
import { runBundle } from "../host/node/compiled-bundle.js";
import { limitHeapGrowth } from "../host/node/heap-growth.js";
import { cacheFolder } from "../host/node/project-cache.js";

/** Milliseconds after which the first diagnostics have long been shown. */
const delay = 3_000;

limitHeapGrowth(delay);
runBundle(join(__dirname, "server.cjs"), cacheFolder(process.env, process.platform));
