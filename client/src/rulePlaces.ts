/** The command behind the lenses of a rule file: shows where the rule matches, or what its example marks. */
import { commands, l10n, Uri, window } from "vscode";
import { rulePlacesRequest } from "./protocol.js";
import type { Supervisor } from "./supervisor.js";

/** Opens the editor's own view of references at the rule. */
export async function showRulePlaces(supervisor: Supervisor, uri: unknown, id: unknown, kind: unknown): Promise<void> {
  if (typeof uri !== "string" || typeof id !== "string") return;
  const client = await supervisor.running();
  const parameters = { uri, id, kind: kind === "example" ? "example" : "matches" } as const;
  const found = await client.sendRequest(rulePlacesRequest, parameters);
  if (found === null || found.places.length === 0) {
    window.setStatusBarMessage(l10n.t("Kingsnake: {0} has no places to show", id), 5000);
    return;
  }
  const converter = client.protocol2CodeConverter;
  const places = found.places.map((place) => converter.asLocation(place));
  await commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(uri),
    converter.asPosition(found.position),
    places,
  );
}
