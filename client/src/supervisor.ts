/**
 * The life of the server: starts it, starts it again when it dies, and replaces it on request. Every start is a new
 * LanguageClient, so that nothing of a dead connection is carried over and there is one way to come up, not two.
 */
import { l10n, window, type LogOutputChannel } from "vscode";
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type ErrorHandler } from "vscode-languageclient";
import { statusNotification } from "./protocol.js";
import { createRestartPolicy } from "./restartPolicy.js";
import type { StatusItem } from "./statusItem.js";

/** Makes a client that is not started yet; the only thing in which desktop and browser differ. */
export type CreateClient = (errorHandler: ErrorHandler) => BaseLanguageClient;

export interface Supervisor {
  /** The running server; waits for it while it starts, and fails when it is down. */
  readonly running: () => Promise<BaseLanguageClient>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Run {
  readonly client: BaseLanguageClient;
  /** Settled when the server has answered `initialize` or has failed to. */
  readonly started: Promise<void>;
}

/** How long a start may take before Restart no longer waits for it, in milliseconds. */
const startPatience = 5000;

export function superviseServer(createClient: CreateClient, status: StatusItem, log: LogOutputChannel): Supervisor {
  const policy = createRestartPolicy();
  let current: Run | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** Restarts run one after another; a second click on the button must not start a second server. */
  let queue: Promise<void> = Promise.resolve();

  function start(): Run {
    clearTimeout(pause);
    status.show({ state: "starting", rules: 0 });
    let dead = false;
    const died = (reason: string) => {
      // The connection's end and the start's failure both report the same death.
      if (dead || current !== run) return;
      dead = true;
      onDeath(reason);
    };
    const client = createClient({
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        died(l10n.t("The server stopped unexpectedly."));
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    });
    client.onNotification(statusNotification, (news) => {
      if (current === run) status.show(news);
    });
    const started = client.start();
    started.catch((error: unknown) => {
      died(errorText(error));
    });
    const run: Run = { client, started };
    current = run;
    return run;
  }

  function onDeath(reason: string): void {
    const decision = policy.died(Date.now());
    current = undefined;
    if (decision.action === "restart") {
      log.warn(`${reason} Death ${String(decision.deaths)} in a row; starting it again in ${String(decision.after)} ms.`);
      status.show({ state: "starting", rules: 0, message: reason });
      pause = setTimeout(start, decision.after);
      return;
    }
    log.error(`${reason} Death ${String(decision.deaths)} in a row; not starting it again.`);
    status.show({ state: "failed", rules: 0, message: reason });
    void offerRestart();
  }

  async function offerRestart(): Promise<void> {
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

  async function stopCurrent(): Promise<void> {
    clearTimeout(pause);
    const run = current;
    current = undefined;
    if (run === undefined) return;
    await settledWithin(startPatience, run.started);
    if (run.client.state !== State.Running) return;
    await run.client.dispose().catch((error: unknown) => {
      log.warn(`The server did not stop cleanly: ${errorText(error)}`);
    });
  }

  function restart(): Promise<void> {
    queue = queue.then(async () => {
      policy.reset();
      await stopCurrent();
      await start().started.catch(() => undefined);
    });
    return queue;
  }

  start();
  return {
    async running() {
      if (current === undefined) throw new Error(l10n.t("Kingsnake's server is not running."));
      const run = current;
      await run.started;
      return run.client;
    },
    restart,
    stop: stopCurrent,
  };
}

/** Waits for the end of something, whichever it is, but not for ever: a server may hang while it starts. */
async function settledWithin(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work.catch(() => undefined), patience]);
  clearTimeout(timer);
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
