/** Which files the client is asked to watch, and what a change of one means. */
import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from "vscode-languageserver";
import { parentFolder } from "../review/paths.js";
import type { ClientFeatures } from "./client-features.js";
import type { ServerRuntime } from "./runtime.js";

const inFolders = ["**/{kingsnake,pyproject}.toml", "**/*.{py,pyi,pyw}"];
const ruleFiles = "**/*.{yaml,yml}";

export type WatchedFile = "configuration" | "rules" | "python" | "other";

export function kindOfFile(uri: string): WatchedFile {
  const path = uri.replace(/[?#].*$/, "");
  if (/\/(?:kingsnake|pyproject)\.toml$/.test(path)) return "configuration";
  if (/\.ya?ml$/.test(path)) return "rules";
  return /\.py[iw]?$/.test(path) ? "python" : "other";
}

/** Patterns for the folders of the workspace and for the rules of people, wherever they are. */
function watchersFor(
  features: ClientFeatures,
  runtime: ServerRuntime,
  folders: readonly string[],
  rulePaths: readonly string[],
): FileSystemWatcher[] {
  if (!features.relativePatterns) {
    return [...inFolders, ...(rulePaths.length > 0 ? [ruleFiles] : [])].map((globPattern) => ({ globPattern }));
  }
  const relative = (baseUri: string, pattern: string): FileSystemWatcher => ({ globPattern: { baseUri, pattern } });
  return [
    ...folders.flatMap((folder) => inFolders.map((pattern) => relative(folder, pattern))),
    ...rulePaths.flatMap((path) => {
      const isFile = /\.ya?ml$/.test(path);
      const base = isFile ? parentFolder(path) : path;
      return base === undefined
        ? []
        : [relative(runtime.toUri(base), isFile ? path.slice(base.length).replace(/^[\\/]/, "") : ruleFiles)];
    }),
  ];
}

export interface Watching {
  /** Asks for these, in place of what was asked for before. */
  readonly watch: (folders: readonly string[], rulePaths: readonly string[]) => Promise<void>;
}

export function createWatching(connection: Connection, features: ClientFeatures, runtime: ServerRuntime): Watching {
  let present = "";
  let registration: Disposable | undefined;
  return {
    watch: async (folders, rulePaths) => {
      if (!features.registersWatchers) return;
      const watchers = watchersFor(features, runtime, folders, rulePaths);
      const wanted = JSON.stringify(watchers);
      if (wanted === present) return;
      present = wanted;
      const old = registration;
      registration = undefined;
      // Without a folder there is nothing to watch.
      if (watchers.length > 0)
        registration = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      old?.dispose();
    },
  };
}
