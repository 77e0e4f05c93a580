/** Changes around the documents: folders, settings and files on disk. */
import {
  DidChangeConfigurationNotification,
  type DidChangeConfigurationParams,
  type DidChangeWatchedFilesParams,
  type WorkspaceFolder,
} from "vscode-languageserver";
import { guardNotification } from "./guarded.js";
import { settingsSection } from "./load-settings.js";
import type { ServerContext } from "./server-context.js";
import { kindOfFile } from "./watched-files.js";

export interface WorkspaceListener {
  /** The settings that came with the news, from clients that can't be asked. */
  readonly settingsChanged: (told: unknown) => void;
  readonly foldersChanged: (added: readonly WorkspaceFolder[], removed: ReadonlySet<string>) => void;
  readonly configurationChanged: () => void;
  readonly rulesChanged: () => void;
  readonly pythonFileChanged: (uri: string) => void;
  /** Of any kind. */
  readonly filesChanged: (uris: readonly string[]) => void;
}

export function followWorkspace({ connection }: ServerContext, listener: WorkspaceListener): void {
  connection.onDidChangeConfiguration(
    guardNotification(connection, "didChangeConfiguration", ({ settings }: DidChangeConfigurationParams) => {
      listener.settingsChanged(sectionOf(settings));
    }),
  );
  connection.onDidChangeWatchedFiles(
    guardNotification(connection, "didChangeWatchedFiles", ({ changes }: DidChangeWatchedFilesParams) => {
      listener.filesChanged(changes.map(({ uri }) => uri));
      const kinds = new Set(changes.map(({ uri }) => kindOfFile(uri)));
      if (kinds.has("rules")) listener.rulesChanged();
      else if (kinds.has("configuration")) listener.configurationChanged();
      for (const { uri } of changes) if (kindOfFile(uri) === "python") listener.pythonFileChanged(uri);
    }),
  );
}

/** What a client can only be asked for once it is ready. */
export function subscribeToWorkspace({ connection, features }: ServerContext, listener: WorkspaceListener): void {
  if (features.registersConfiguration) {
    const options = { section: settingsSection };
    connection.client.register(DidChangeConfigurationNotification.type, options).catch(() => undefined);
  }
  if (features.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      listener.foldersChanged(added, new Set(removed.map(({ uri }) => uri)));
    });
  }
}

/** All settings may come, ours in their section, or ours alone. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== "object" || settings === null) return undefined;
  return (settings as Record<string, unknown>)[settingsSection] ?? settings;
}
