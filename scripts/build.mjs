// node scripts/build.mjs [--production] [--watch]: everything that runs goes to dist/: bundles, wasm files, rules.
// Entries that are not written yet are named and skipped. --production minifies; --watch builds again on changes.
import { build, context } from "esbuild";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const require = createRequire(import.meta.url);
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/**
 * The protocol's library as one ES module. It is CommonJS, of which esbuild makes an object with hundreds of getters for each file that imports
 * it, at each start.
 */
const protocolAsModule = {
  name: "protocol-as-module",
  setup(build) {
    const name = "vscode-languageserver";
    build.onResolve({ filter: /^vscode-languageserver$/ }, ({ namespace, kind }) =>
      namespace === "file" && kind === "import-statement" ? { path: name, namespace: "protocol" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "protocol" }, () => ({
      contents: [
        `const all = require("${name}");`,
        ...Object.keys(require(name)).map((key) => `export const ${key} = all.${key};`),
      ].join("\n"),
      resolveDir: root,
    }));
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  // Sources are not part of the package, so that its maps would lead nowhere.
  sourcemap: production ? false : "linked",
  sourcesContent: false,
  target: "es2022",
  // Libraries' "main" is often UMD, whose requires esbuild cannot follow.
  mainFields: ["module", "main"],
  logLevel: "warning",
  legalComments: production ? "linked" : "none",
  plugins: [protocolAsModule],
};

const forNode = {
  ...shared,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  // Its ES module looks for itself through import.meta, which a CommonJS bundle does not have.
  alias: { "web-tree-sitter": require.resolve("web-tree-sitter") },
};

const forBrowser = {
  ...shared,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  // web-tree-sitter asks where it is; the wasm files are handed to it as bytes, so that any address does.
  define: { "import.meta.url": "self.location.href", global: "globalThis" },
};

/** From a bundle's path in dist/ to how it is made. */
const bundles = {
  "client/node.cjs": { ...forNode, entryPoints: ["client/src/node.ts"] },
  "client/browser.js": { ...forBrowser, entryPoints: ["client/src/browser.ts"], format: "cjs", external: ["vscode"] },
  "server/node.cjs": { ...forNode, entryPoints: ["server/src/main/node.ts"] },
  "server/server.cjs": { ...forNode, entryPoints: ["server/src/main/server.ts"] },
  "server/browser.js": { ...forBrowser, entryPoints: ["server/src/main/browser.ts"], format: "iife" },
  "cli.cjs": { ...forNode, entryPoints: ["server/src/main/kingsnake.ts"], banner: { js: "#!/usr/bin/env node" } },
  "commands.cjs": { ...forNode, entryPoints: ["server/src/main/cli.ts"] },
  "worker.cjs": { ...forNode, entryPoints: ["server/src/main/worker.ts"] },
};

async function main() {
  mkdirSync(dist, { recursive: true });
  copyWasm();
  await Promise.all([
    writeRules(),
    writeModels(),
    ...Object.entries(bundles).map(([path, options]) => makeBundle(path, options)),
  ]);
}

async function makeBundle(path, options) {
  const entry = options.entryPoints[0];
  if (!existsSync(join(root, entry))) {
    console.log(`dist/${path} is skipped: there is no ${entry} yet`);
    return;
  }
  const outfile = join(dist, path);
  if (watch) return (await context({ ...options, outfile, logLevel: "info" })).watch();
  await build({ ...options, outfile });
  if (options.banner !== undefined) chmodSync(outfile, 0o755);
}

function wasmFiles() {
  return {
    runtime: join(dirname(require.resolve("web-tree-sitter")), "web-tree-sitter.wasm"),
    python: join(dirname(require.resolve("tree-sitter-python/package.json")), "tree-sitter-python.wasm"),
  };
}

function copyWasm() {
  const { runtime, python } = wasmFiles();
  copyFileSync(runtime, join(dist, "web-tree-sitter.wasm"));
  copyFileSync(python, join(dist, "tree-sitter-python.wasm"));
}

/**
 * dist/rules.json: all built-in rules, read from their YAML and compiled by the product's own code, so that nobody waits for it
 * at start. rules/models describes libraries and is not among them.
 */
async function writeRules() {
  const folder = join(root, "rules");
  if (!existsSync(folder)) return;
  const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join("/"), text: readFileSync(file, "utf8") }))
    .filter(({ path }) => !path.startsWith("rules/models/"))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const { precompileRules } = await importForNode("server/src/review/precompile-rules.ts");
  const binaries = { runtime: readFileSync(wasmFiles().runtime), python: readFileSync(wasmFiles().python) };
  const { files, problems } = await precompileRules(binaries, sources);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  writeFileSync(join(dist, "rules.json"), JSON.stringify(files));
}

/** dist/models.json: what rules/models says of libraries, in one piece. */
async function writeModels() {
  const folder = join(root, "rules/models");
  const { readModels, mergeModels } = await importForNode("server/src/models/read-models.ts");
  const loaded = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => readModels(`rules/models/${name}`, readFileSync(join(folder, name), "utf8")));
  const problems = loaded.flatMap((file) => file.problems);
  if (problems.length > 0) {
    throw new Error(problems.map(({ path, line, message }) => `${path}:${line + 1}: ${message}`).join("\n"));
  }
  writeFileSync(join(dist, "models.json"), JSON.stringify(mergeModels(loaded.map(({ models }) => models))));
}

/** What a source exports, bundled as for the product. */
async function importForNode(path) {
  const folder = mkdtempSync(join(tmpdir(), "kingsnake-build-"));
  try {
    const outfile = join(folder, "module.cjs");
    await build({ ...forNode, entryPoints: [path], outfile, minify: false });
    return require(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  // esbuild has already said what is wrong, at its place.
  if (!Array.isArray(error?.errors)) console.error(error);
  process.exitCode = 1;
}
