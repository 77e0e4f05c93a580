/** One run of the server, from its start to its end: a client, whether it came up, and the one report of its death. */
import { l10n } from "vscode";
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type ErrorHandler } from "vscode-languageclient";
import { statusNotification, type ServerStatus } from "./protocol.js";

/** Makes a client that is not started yet; the only thing in which desktop and browser differ. */
export type CreateClient = (errorHandler: ErrorHandler) => BaseLanguageClient;

export interface Run {
  readonly client: BaseLanguageClient;
  /** Settled when the server has answered `initialize` or has failed to. */
  readonly started: Promise<void>;
}

export interface RunListener {
  readonly status: (run: Run, status: ServerStatus) => void;
  /** Called once, whether the server died while it started or later. */
  readonly died: (run: Run, reason: string) => void;
}

/** How long a start may take before a stop no longer waits for it, in milliseconds. */
const startPatience = 5000;

export function startRun(createClient: CreateClient, listener: RunListener): Run {
  let dead = false;
  const died = (reason: string) => {
    // The connection's end and the start's failure both report the same death.
    if (!dead) listener.died(run, reason);
    dead = true;
  };
  const client = createClient({
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      died(l10n.t("The server stopped unexpectedly."));
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  });
  client.onNotification(statusNotification, (status) => {
    listener.status(run, status);
  });
  const started = client.start();
  started.catch((error: unknown) => {
    died(errorText(error));
  });
  const run: Run = { client, started };
  return run;
}

/** Ends a run; fails when the server had to be left to its own end, or was killed. */
export async function stopRun(run: Run): Promise<void> {
  await settledWithin(startPatience, run.started);
  if (run.client.state === State.Running) await run.client.dispose();
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
