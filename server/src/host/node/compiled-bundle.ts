/**
 * Starts a bundle with the machine code that an earlier run has made of it, which is a third of the time that a start takes. Node does the same by
 * itself from version 22 on (`module.enableCompileCache`), but only for what is compiled while it is loaded.
 */
import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { constants, Script } from "node:vm";

const ending = ".code";
/** A few versions of the extension and of Node, each with its two bundles. */
const maximumFiles = 8;
/** Characters of the digest in front of the code: V8 does not look for damage. */
const digestLength = 40;

/** Has `import()` in a bundle work as elsewhere; the first releases of Node 20 do not know it. */
const loader = (constants as typeof constants | undefined)?.USE_MAIN_CONTEXT_DEFAULT_LOADER;

/** Runs the CommonJS bundle at `path`. Its code is kept in `folder` when the process ends; undefined: nothing is kept or used. */
export function runBundle(path: string, folder: string | undefined): void {
  const bytes = readFileSync(path);
  const source = bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
  // V8 compares no more than the length of the text.
  const identity = [path, process.version, process.arch, process.execArgv.join(" "), digestOf(bytes)].join("\n");
  const file = folder === undefined ? undefined : join(folder, `${digestOf(identity)}${ending}`);
  const cachedData = file === undefined ? undefined : readCode(file);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: path,
    ...(cachedData && { cachedData }),
    ...(loader !== undefined && { importModuleDynamically: loader }),
  });
  const start = script.runInThisContext() as (...parameters: readonly unknown[]) => void;
  const module = { exports: {} };
  start(module.exports, createRequire(path), module, path, dirname(path));
  if (file === undefined || (cachedData !== undefined && script.cachedDataRejected !== true)) return;
  // Then what was needed is known, functions that were called later among it.
  process.once("exit", () => {
    writeCode(file, script.createCachedData());
  });
}

function digestOf(data: string | Uint8Array): string {
  return createHash("sha1").update(data).digest("hex");
}

function readCode(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(digestLength);
    return bytes.toString("latin1", 0, digestLength) === digestOf(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** In one step, or not at all. */
function writeCode(file: string, code: Buffer): void {
  const folder = dirname(file);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat([Buffer.from(digestOf(code), "latin1"), code]), { mode: 0o600 });
    renameSync(temporary, file);
    removeOldest(folder);
  } catch {
    removeIfPossible(temporary);
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder itself can't be used.
  }
}

function removeOldest(folder: string): void {
  const byAge = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of byAge.slice(maximumFiles)) rmSync(path, { force: true });
}
