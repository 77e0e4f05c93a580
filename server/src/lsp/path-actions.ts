/** The code actions of our own client that show where data comes from, and why none arrives. */
import type { Command, Position } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import type { Finding } from "../review/finding.js";
import type { PlannedAction } from "./action-plan.js";
import { countSteps, hasPath } from "./finding-path.js";
import type { OpenDocument } from "./open-document.js";
import { lineAt } from "./position-encoding.js";

/** The command of our own client that walks along the path of a finding. */
export const followDataCommand = "kingsnake.followData";

/** The command of our own client that shows why there is no finding at a call. */
export const whyNotCommand = "kingsnake.whyNot";

/** Not a fix, and not only where there is a diagnostic: editors show it among the rest. */
export const whyNotKind = "kingsnake.whyNot";

/** One action for each path; where there are several, the titles tell them apart. */
export function planFollowData(document: OpenDocument, here: readonly Finding[]): PlannedAction[] {
  const withPath = here.filter(hasPath);
  return withPath.map((finding) => {
    const which = withPath.length > 1 ? ` from ${startOf(document, finding)} (${finding.ruleId})` : "";
    const title = `Follow the data${which}: ${countSteps(finding)}`;
    const command: Command = { title, command: followDataCommand, arguments: [document.uri, finding.fingerprint] };
    return { title, kind: CodeActionKind.QuickFix, findings: [finding], command };
  });
}

export function planWhyNot(document: OpenDocument, position: Position): PlannedAction {
  const title = "Why is there no finding here?";
  const command: Command = { title, command: whyNotCommand, arguments: [document.uri, position] };
  return { title, kind: whyNotKind, findings: [], command };
}

/** As "line 12" or "views.py, line 12". */
function startOf({ text, pathInProject }: OpenDocument, { steps }: Finding): string {
  const [first] = steps;
  if (first === undefined) return "here";
  const isElsewhere = first.path !== pathInProject;
  const line = first.position?.start.line ?? (isElsewhere ? undefined : lineAt(text, first.range.start));
  const parts = [
    ...(isElsewhere ? [first.path.slice(first.path.lastIndexOf("/") + 1)] : []),
    ...(line === undefined ? [] : [`line ${line + 1}`]),
  ];
  return parts.join(", ");
}
