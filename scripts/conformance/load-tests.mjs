// The cases and our engine, which are TypeScript, bundled for Node.
import { build } from "esbuild";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cache, root } from "../../bench/harness/paths.mjs";

/** @returns {Promise<object>} what test/conformance/script-interface.ts exports */
export async function loadTests() {
  const folder = join(cache, "conformance");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `tests-${process.pid}.mjs`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["test/conformance/script-interface.ts"],
    bundle: true,
    write: false,
    outfile,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    // The support files find the repository by where they lie.
    define: { "import.meta.dirname": JSON.stringify(join(root, "test", "support")) },
  });
  const { writeFileSync, rmSync } = await import("node:fs");
  writeFileSync(outfile, outputFiles[0].contents);
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
