/** What the editor asks about a place in a document. */
import { codeActions, resolveCodeAction } from "./code-actions.js";
import { completion } from "./completion.js";
import { guardRequest } from "./guarded.js";
import { hover } from "./hover.js";
import type { ServerContext } from "./server-context.js";

export function answerLanguageRequests(context: ServerContext): void {
  const { connection } = context;
  connection.onHover(guardRequest(connection, "hover", null, (params) => hover(context, params)));
  connection.onCompletion(guardRequest(connection, "completion", [], (params) => completion(context, params)));
  connection.onCodeAction(guardRequest(connection, "codeAction", [], (params) => codeActions(context, params)));
  connection.onCodeActionResolve((action) => {
    const resolve = guardRequest(connection, "codeAction/resolve", action, () => resolveCodeAction(context, action));
    return resolve(action);
  });
}
