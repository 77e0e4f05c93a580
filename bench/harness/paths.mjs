// Where things are. Paths that are shown are relative to the root.
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const bench = join(root, "bench");
export const cache = join(root, ".cache");
export const productBundle = join(root, "dist", "cli.cjs");

/** @param {string} path */
export const shown = (path) => relative(root, path);
