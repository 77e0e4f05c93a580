// Modules of the TypeScript sources, for scripts that run before anything is built, or that need what no bundle exports.
import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** What the source at `path`, relative to the repository, exports. */
export async function importSource(path) {
  const folder = mkdtempSync(join(tmpdir(), "kingsnake-source-"));
  try {
    const outfile = join(folder, "module.cjs");
    await build({
      absWorkingDir: root,
      entryPoints: [path],
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      mainFields: ["module", "main"],
      logLevel: "warning",
    });
    return require(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
