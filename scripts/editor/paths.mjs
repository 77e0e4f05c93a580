// Where the editor for tests and `npm start` lives, and which one it is: one place, so that the installer, the launcher,
// the test suite and start.mjs agree.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The version of code-server whose VS Code (1.100.3) runs on Node 20 and takes a development extension from the URL. */
export const codeServerVersion = "4.100.3";

/** Everything that an editor needs and that can be deleted at any time. @vscode/test-electron downloads to it too. */
export const editorCache = join(repository, ".vscode-test");

export const codeServerHome = join(editorCache, `code-server-${codeServerVersion}`);

export const codeServerEntry = join(codeServerHome, "node_modules", "code-server", "out", "node", "entry.js");

/** The names that Chromium and its kin go by. Debian's comes first, since it is the one that the installer adds. */
const chromiumCandidates = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that drives the editor: KINGSNAKE_CHROMIUM, else the first one that is installed. */
export function findChromium() {
  const named = process.env.KINGSNAKE_CHROMIUM;
  if (named) return named;
  return chromiumCandidates.find((path) => existsSync(path));
}
