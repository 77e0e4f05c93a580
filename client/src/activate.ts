/** What desktop and browser have in common: the log, the status, the server's life and the commands. No analysis. */
import { commands, l10n, window, type CancellationToken, type ExtensionContext, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient, ErrorHandler } from "vscode-languageclient";
import { clientName } from "./clientOptions.js";
import { watchDataFlows } from "./dataFlowContext.js";
import { createDataFlowWalk } from "./dataFlowWalk.js";
import { openExample } from "./example.js";
import { registerRulePages, showRule } from "./rulePages.js";
import { showRulePlaces } from "./rulePlaces.js";
import { errorText } from "./run.js";
import { scanWorkspace } from "./scanWorkspace.js";
import { createStatusItem } from "./statusItem.js";
import { superviseServer, type Supervisor } from "./supervisor.js";
import { whenNeeded } from "./whenNeeded.js";
import { createWhyNot, showLinkedPlace } from "./whyNot.js";

/** Makes a client for the place in which the extension runs: a process of its own, or a Web Worker. */
export type ClientFactory = (
  context: ExtensionContext,
  log: LogOutputChannel,
  errorHandler: ErrorHandler,
) => BaseLanguageClient;

/** Returns when the server has been started, not when it is ready: activation delays nothing. */
export function activateWith(context: ExtensionContext, createClient: ClientFactory): Supervisor {
  const log = window.createOutputChannel(clientName, { log: true });
  const status = createStatusItem();
  const supervisor = superviseServer((errorHandler) => createClient(context, log, errorHandler), status, log);
  const walk = createDataFlowWalk(supervisor);
  const whyNot = createWhyNot(supervisor);
  context.subscriptions.push(log, status, registerRulePages(supervisor), whenNeeded(supervisor.start));
  context.subscriptions.push(walk, whyNot, watchDataFlows());

  const register = (name: string, run: (...parameters: unknown[]) => unknown) => {
    const guarded = async (...parameters: unknown[]) => {
      try {
        return await run(...parameters);
      } catch (error) {
        log.error(`${name}: ${errorText(error)}`);
        void reportFailure(errorText(error), log);
        return undefined;
      }
    };
    context.subscriptions.push(commands.registerCommand(name, guarded));
  };
  register("kingsnake.scanWorkspace", (argument) => scanWorkspace(supervisor, asToken(argument)));
  register("kingsnake.restart", () => supervisor.restart());
  register("kingsnake.showRule", (argument) => showRule(supervisor, argument));
  register("kingsnake.showRulePlaces", (uri, id, kind) => showRulePlaces(supervisor, uri, id, kind));
  register("kingsnake.followData", (uri, fingerprint) => walk.start(uri, fingerprint));
  register("kingsnake.goToNextStep", () => walk.go(1));
  register("kingsnake.goToPreviousStep", () => walk.go(-1));
  register("kingsnake.leaveDataFlow", walk.leave);
  register("kingsnake.whyNot", (uri, position) => whyNot.show(uri, position));
  register("kingsnake.showPlace", showLinkedPlace);
  register("kingsnake.showOutput", () => {
    log.show();
  });
  register("kingsnake.openExample", () => openExample(context));
  return supervisor;
}

async function reportFailure(reason: string, log: LogOutputChannel): Promise<void> {
  const showLog = l10n.t("Show Log");
  const answer = await window.showErrorMessage(l10n.t("Kingsnake: {0}", reason), showLog);
  if (answer === showLog) log.show();
}

/** The argument of a command may come from anywhere: a keybinding, a menu (which passes what was clicked), code. */
function asToken(argument: unknown): CancellationToken | undefined {
  const isToken = typeof argument === "object" && argument !== null && "onCancellationRequested" in argument;
  return isToken ? (argument as CancellationToken) : undefined;
}
