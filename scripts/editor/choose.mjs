// Which VS Code runs the tests: KINGSNAKE_VSCODE says ("download", "code-server" or an executable's path); without it, the
// desktop one is downloaded where that works, and code-server's stands in where it does not.
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { join } from "node:path";
import { installChromium, installCodeServer } from "./install.mjs";
import { editorCache, repository } from "./paths.mjs";

const downloadPatience = 15_000;

/** Returns the path of an executable that takes the flags of VS Code. */
export async function chooseEditor() {
  const wish = process.env.KINGSNAKE_VSCODE;
  if (wish === "code-server") return prepareCodeServer();
  if (wish === "download") return downloadDesktop();
  if (wish) return wish;
  if (!canShowWindows()) return prepareCodeServer();
  return (await tryDownload()) ?? prepareCodeServer();
}

/** The desktop VS Code, or undefined when it could not be fetched: without internet it is refused or never comes. */
export async function tryDownload() {
  const quiet = { report: () => undefined, error: () => undefined };
  try {
    return await downloadDesktop(quiet);
  } catch {
    return undefined;
  }
}

function downloadDesktop(reporter) {
  return downloadAndUnzipVSCode({
    cachePath: editorCache,
    // For the silence between two packets, not for the whole download.
    timeout: downloadPatience,
    ...(reporter && { reporter }),
  });
}

async function prepareCodeServer() {
  await installCodeServer();
  await installChromium();
  return join(repository, "scripts", "editor", "launcher.mjs");
}

/** The desktop VS Code needs a display on Linux; CI has one only under xvfb-run. */
export function canShowWindows() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
