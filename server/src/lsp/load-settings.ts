/** Asks the client for its settings, one answer for each workspace folder and one for everything outside of them. */
import type { Connection, WorkspaceFolder } from "vscode-languageserver";
import { defaultSettings, readEditorSettings, type EditorSettings } from "./editor-settings.js";
import type { Folder } from "./projects.js";

export const settingsSection = "kingsnake";

export interface LoadedSettings {
  readonly folders: readonly Folder[];
  readonly fallback: EditorSettings;
}

/** A client that has not answered by then works with the defaults, in milliseconds. */
const patience = 3000;

/** `told` is what a client said that cannot be asked. */
export async function loadSettings(
  connection: Connection,
  folders: readonly WorkspaceFolder[],
  canAsk: boolean,
  told: unknown,
): Promise<LoadedSettings> {
  const warn = (message: string): void => {
    connection.console.warn(message);
  };
  const answers = canAsk ? await ask(connection, folders) : undefined;
  const read = (answer: unknown): EditorSettings =>
    answer === null || answer === undefined ? defaultSettings : readEditorSettings(answer, warn);
  return {
    folders: folders.map(({ uri }, index) => ({
      uri,
      settings: read(answers === undefined ? told : answers[index + 1]),
    })),
    fallback: read(answers === undefined ? told : answers[0]),
  };
}

async function ask(connection: Connection, folders: readonly WorkspaceFolder[]): Promise<unknown[]> {
  const items = [
    { section: settingsSection },
    ...folders.map(({ uri }) => ({ scopeUri: uri, section: settingsSection })),
  ];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<unknown[]>((resolve) => {
    timer = setTimeout(() => {
      resolve([]);
    }, patience);
  });
  const answer: Promise<unknown> = connection.workspace.getConfiguration(items).catch(() => undefined);
  const answers = await Promise.race([answer, silence]);
  clearTimeout(timer);
  return Array.isArray(answers) ? (answers as unknown[]) : [];
}
