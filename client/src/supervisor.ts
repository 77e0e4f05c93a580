/**
 * The life of the server: starts it, starts it again when it dies, and replaces it on request. Every start is a new
 * LanguageClient, so that nothing of a dead connection is carried over and there is one way to come up, not two.
 */
import { l10n, window, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { createRestartPolicy } from "./restartPolicy.js";
import { errorText, startRun, stopRun, type CreateClient, type Run } from "./run.js";
import type { StatusItem } from "./statusItem.js";

export interface Supervisor {
  /** Starts the server, unless it was started before. */
  readonly start: () => void;
  /** The running server; starts it or waits for it while it starts, and fails when it is down. */
  readonly running: () => Promise<BaseLanguageClient>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Looks after a server from its first start until `stop`. */
export function superviseServer(createClient: CreateClient, status: StatusItem, log: LogOutputChannel): Supervisor {
  const policy = createRestartPolicy();
  let current: Run | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** Restarts run one after another; a second click on the button must not start a second server. */
  let queue: Promise<void> = Promise.resolve();

  let wasStarted = false;

  function start(): Run {
    wasStarted = true;
    clearTimeout(pause);
    status.show({ state: "starting", rules: 0 });
    current = startRun(createClient, {
      status: (run, news) => {
        if (run === current) status.show(news);
      },
      died: (run, reason) => {
        if (run === current) onDeath(reason);
      },
    });
    return current;
  }

  function onDeath(reason: string): void {
    const decision = policy.died(Date.now());
    const inARow = `${reason} Death ${String(decision.deaths)} in a row`;
    current = undefined;
    if (decision.action === "restart") {
      log.warn(`${inARow}; starting it again in ${String(decision.after)} ms.`);
      status.show({ state: "starting", rules: 0, message: reason });
      pause = setTimeout(start, decision.after);
    } else {
      log.error(`${inARow}; not starting it again.`);
      status.show({ state: "failed", rules: 0, message: reason });
      void offerRestart(restart, log);
    }
  }

  async function stop(): Promise<void> {
    clearTimeout(pause);
    const run = current;
    current = undefined;
    if (run !== undefined) await stopCleanly(run, log);
  }

  function restart(): Promise<void> {
    queue = queue.then(async () => {
      policy.reset();
      await stop();
      await start().started.catch(() => undefined);
    });
    return queue;
  }

  function startFirst(): void {
    if (!wasStarted) start();
  }

  async function running(): Promise<BaseLanguageClient> {
    startFirst();
    if (current === undefined) throw new Error(l10n.t("Kingsnake's server is not running."));
    const run = current;
    await run.started;
    return run.client;
  }

  return { start: startFirst, running, restart, stop };
}

async function stopCleanly(run: Run, log: LogOutputChannel): Promise<void> {
  await stopRun(run).catch((error: unknown) => {
    log.warn(`The server did not stop cleanly: ${errorText(error)}`);
  });
}

async function offerRestart(restart: () => Promise<void>, log: LogOutputChannel): Promise<void> {
  const restartLabel = l10n.t("Restart");
  const logLabel = l10n.t("Show Log");
  const answer = await window.showErrorMessage(
    l10n.t("Kingsnake's server stopped several times in a row and was not started again."),
    restartLabel,
    logLabel,
  );
  if (answer === restartLabel) await restart();
  if (answer === logLabel) log.show();
}
