/** The command `kingsnake`. A server starts without the rest of the command line, which takes as long to load as the server itself. */
import { createRequire } from "node:module";
import { join } from "node:path";

const startsServer = process.argv.slice(2).join(" ") === "lsp --stdio";

createRequire(__filename)(join(__dirname, startsServer ? "server/node.cjs" : "commands.cjs"));
