/** The command "Show Rule": a rule's page, which comes from the server as Markdown, in the editor's own preview. */
import { commands, l10n, Uri, window, workspace, type Disposable, type QuickPickItem } from "vscode";
import { rulePageRequest, rulesRequest } from "./protocol.js";
import type { Supervisor } from "./supervisor.js";

const scheme = "kingsnake-rule";

/** Serves `kingsnake-rule:/<id>.md`, so that the preview, its search and its links work as for a file. */
export function registerRulePages(supervisor: Supervisor): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const client = await supervisor.running();
      const id = uri.path.replace(/^\//u, "").replace(/\.md$/u, "");
      const page = await client.sendRequest(rulePageRequest, { id });
      return page?.markdown ?? l10n.t("There is no rule named {0}.", id);
    },
  });
}

/** Shows the page of the rule that is named, or lets the person choose one. */
export async function showRule(supervisor: Supervisor, id: unknown): Promise<void> {
  const chosen = typeof id === "string" && id !== "" ? id : await chooseRule(supervisor);
  if (chosen === undefined) return;
  await commands.executeCommand("markdown.showPreview", Uri.from({ scheme, path: `/${chosen}.md` }));
}

async function chooseRule(supervisor: Supervisor): Promise<string | undefined> {
  const items = supervisor
    .running()
    .then((client) => client.sendRequest(rulesRequest))
    .then((rules) =>
      rules.map((rule): QuickPickItem => ({
        label: rule.id,
        description: `${rule.topic} · ${rule.severity}`,
        detail: rule.title,
      })),
    );
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Kingsnake: Show Rule"),
    placeHolder: l10n.t("Search by id, title, topic or severity"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}
