// npm run check [-- NAME...]: everything that must hold before a change goes in, or only the named checks.
// Checks run two at a time; the output of those that fail is printed, the others get a line.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** From a check's name to the program in node_modules and its arguments, the slowest first. */
const checks = {
  tests: tool("vitest", "vitest.mjs", "run"),
  lint: tool("eslint", "bin/eslint.js", ".", "--cache", "--cache-location", ".cache/eslint/", "--max-warnings", "0"),
  types: tool("typescript", "bin/tsc", "--pretty"),
  format: tool("prettier", "bin/prettier.cjs", "--check", "--log-level", "warn", "."),
  layers: tool("dependency-cruiser", "bin/dependency-cruise.mjs", "server/src", "client/src"),
  "dead code": tool("knip", "bin/knip.js"),
  ...(existsSync(join(root, "scripts", "generate.mjs")) && {
    "generated files": [join(root, "scripts", "generate.mjs"), "--check"],
  }),
};

function tool(name, path, ...parameters) {
  return [join(root, "node_modules", name, path), ...parameters];
}

/** Resolves to what the check said if it failed, else to undefined. */
function runCheck(parameters) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, { cwd: root, env: { ...process.env, FORCE_COLOR: colour() } });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (status) => resolve(status === 0 ? undefined : output.trimEnd()));
  });
}

function colour() {
  return process.stdout.isTTY && !process.env.NO_COLOR ? "1" : "0";
}

async function runNext(waiting, failed) {
  const next = waiting.shift();
  if (next === undefined) return;
  const [name, parameters] = next;
  const start = performance.now();
  const complaint = await runCheck(parameters);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${complaint === undefined ? "ok    " : "FAILED"} ${name.padEnd(16)} ${seconds.padStart(5)} s`);
  if (complaint !== undefined) {
    console.log(complaint.replace(/^/gm, "  "));
    failed.push(name);
  }
  await runNext(waiting, failed);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(", ")}; there are ${Object.keys(checks).join(", ")}.`);
  process.exit(2);
}
const waiting = Object.entries(checks).filter(([name]) => asked.length === 0 || asked.includes(name));
const failed = [];
await Promise.all([runNext(waiting, failed), runNext(waiting, failed)]);
if (failed.length > 0) console.log(`${failed.length} of the checks failed: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
