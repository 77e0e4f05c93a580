// The cases and our engine, which are TypeScript, bundled for Node.
import { build } from "esbuild";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { cache, root } from "../../bench/harness/paths.mjs";

/** Reads and compares cases. Does not need the engine, which may be in pieces while somebody works on it. */
export const loadCases = () => loadTypeScript("script-interface.ts");

/** Runs cases. */
export const loadEngine = () => loadTypeScript("run-case.ts");

/**
 * @param {string} name a file of test/conformance/
 * @returns {Promise<object>} what it exports
 */
async function loadTypeScript(name) {
  const outfile = join(cache, "conformance", `${basename(name, ".ts")}-${process.pid}.mjs`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`test/conformance/${name}`],
    bundle: true,
    write: false,
    outfile,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    // Files find their neighbours by where they lie: both folders that ask are two below the root.
    define: { "import.meta.dirname": JSON.stringify(join(root, "test", "conformance")) },
  });
  mkdirSync(join(cache, "conformance"), { recursive: true });
  writeFileSync(outfile, outputFiles[0].contents);
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
