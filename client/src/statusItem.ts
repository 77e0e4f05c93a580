/** The entry in the editor's language status (the {} of the status bar), which says how the server is doing and offers the command that helps. */
import { l10n, languages, LanguageStatusSeverity, type Command } from "vscode";
import { clientName, pythonSelector } from "./clientOptions.js";
import type { ServerStatus } from "./protocol.js";

export interface StatusItem {
  readonly dispose: () => void;
  readonly show: (status: ServerStatus) => void;
}

export function createStatusItem(): StatusItem {
  const item = languages.createLanguageStatusItem("kingsnake.status", pythonSelector);
  item.name = clientName;
  return {
    show(status) {
      const view = describe(status);
      item.text = view.text;
      item.detail = status.message ?? "";
      item.busy = view.busy;
      item.severity = status.state === "failed" ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
      item.command = view.command;
    },
    dispose() {
      item.dispose();
    },
  };
}

interface View {
  readonly text: string;
  readonly busy: boolean;
  readonly command: Command | undefined;
}

function describe(status: ServerStatus): View {
  switch (status.state) {
    case "starting":
      return { text: l10n.t("Kingsnake: starting"), busy: true, command: undefined };
    case "ready":
      return {
        text: l10n.t("Kingsnake: {0} rules", status.rules),
        busy: false,
        command: { command: "kingsnake.scanWorkspace", title: l10n.t("Scan Workspace") },
      };
    case "scanning":
      return { text: l10n.t("Kingsnake: scanning"), busy: true, command: undefined };
    case "failed":
      return {
        text: l10n.t("Kingsnake: stopped"),
        busy: false,
        command: { command: "kingsnake.restart", title: l10n.t("Restart") },
      };
  }
}
