/** What is kept between runs, as one file a project in the user's cache folder. Whoever deletes it loses time and nothing else. */
import { createHash } from "node:crypto";
import { isAscii } from "node:buffer";
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ProjectCache } from "../../review/ports.js";

/** All files together may have so many bytes, and there may be so many; the ones that were not used for longest go first. */
const maximumBytes = 1_000_000_000;
const maximumFiles = 50;
const ending = ".cache";

/** The folder that the platform has for caches; `environment` may name another one in KINGSNAKE_CACHE. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>, platform: string): string {
  const own = environment["KINGSNAKE_CACHE"];
  if (own !== undefined && own !== "") return own;
  if (platform === "win32")
    return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "kingsnake");
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "kingsnake");
  return join(environment["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "kingsnake");
}

/** A cache in a folder, which is made when something is kept. */
export function createProjectCache(folder: string): ProjectCache {
  const fileOf = (root: string): string =>
    join(folder, `${createHash("sha256").update(root).digest("hex").slice(0, 32)}${ending}`);
  return {
    read: (root) => {
      const file = fileOf(root);
      try {
        const bytes = readFileSync(file);
        // The time of use, by which old ones are known.
        const now = new Date();
        utimesSync(file, now, now);
        const text = bytes.subarray(digestLength);
        return bytes.toString("latin1", 0, digestLength) === digestOf(text) ? decode(text) : undefined;
      } catch {
        return undefined;
      }
    },
    write: (root, text) => {
      const file = fileOf(root);
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        // What is kept tells of the project's code: it is the user's alone.
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const bytes = Buffer.from(text);
        writeFileSync(temporary, digestOf(bytes), { mode: 0o600 });
        appendFileSync(temporary, bytes);
        renameSync(temporary, file);
        removeOldest(folder, file);
      } catch {
        removeIfPossible(temporary);
      }
    },
  };
}

/** Characters of the digest in front of what is kept: whoever reads it need not look for damage any more. */
const digestLength = 40;

function digestOf(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

/** Most code is ASCII, which takes half the time and memory to read. */
function decode(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder itself can't be used.
  }
}

/** Makes room, but not at the cost of `written`. */
function removeOldest(folder: string, written: string): void {
  const others = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .filter((path) => path !== written)
    .map((path) => ({ path, size: statSync(path).size, mtimeMs: statSync(path).mtimeMs }))
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = statSync(written).size;
  others.forEach(({ path, size }, index) => {
    bytes += size;
    if (index + 1 >= maximumFiles || bytes > maximumBytes) rmSync(path, { force: true });
  });
}
