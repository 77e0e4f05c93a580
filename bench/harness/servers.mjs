// The three servers that are driven alike.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensurePeer } from "./peers.mjs";
import { bench, productBundle, shown } from "./paths.mjs";
import { ServerFailure } from "./language-client.mjs";

/** @typedef {import("./language-client.mjs").ServerCommand & { options?: object }} BenchServer */

/** @returns {BenchServer} */
export function floorServer() {
  return { name: "floor", command: process.execPath, args: [join(bench, "floor-server.mjs")] };
}

/**
 * @param {{ selfTest: boolean, nodeArguments?: string[] }} how with `selfTest`, the floor in the product's place
 * @returns {BenchServer}
 */
export function productServer({ selfTest, nodeArguments = [] }) {
  if (selfTest) return { ...floorServer(), name: "product", args: [...nodeArguments, ...floorServer().args] };
  return { name: "product", command: process.execPath, args: [...nodeArguments, builtProduct(), "lsp", "--stdio"] };
}

/** @returns {string} the bundle of the command line */
export function builtProduct() {
  if (!existsSync(productBundle)) throw new ServerFailure(`${shown(productBundle)} is not built`);
  return productBundle;
}

/** Ruff with the rules it took over from Bandit, and no others. @returns {BenchServer} */
export function ruffServer() {
  const executable = ensurePeer("ruff");
  if (executable === undefined) throw new ServerFailure("ruff cannot be installed from PyPI");
  const settings = { configurationPreference: "editorOnly", lint: { enable: true, select: ["S"] } };
  return { name: "ruff", command: executable, args: ["server"], options: { settings, globalSettings: settings } };
}
