/** Progress that is shown when work in the background takes long, with a way to cancel it. */
import type { CancellationTokenSource, WorkDoneProgressServerReporter } from "vscode-languageserver";
import type { ServerContext } from "./server-context.js";

export interface LateProgress {
  readonly tell: (done: number, total: number) => void;
  readonly end: () => void;
}

/** Milliseconds after which work in the background is worth a word. */
const patience = 1000;

/** Progress on so many files, under a title. */
export function showLateProgress(
  { connection, features }: ServerContext,
  title: string,
  source: CancellationTokenSource,
): LateProgress {
  const begun = Date.now();
  let reporter: WorkDoneProgressServerReporter | undefined;
  let isAsked = !features.createsProgress;
  let isOver = false;
  let shown = -1;
  const ask = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    created.begin(title, 0, undefined, true);
    created.token.onCancellationRequested(() => {
      source.cancel();
    });
    if (isOver) created.done();
    else reporter = created;
  };
  return {
    tell: (done, total) => {
      if (!isAsked && Date.now() - begun > patience) {
        isAsked = true;
        ask().catch(() => undefined);
      }
      const percentage = total === 0 ? 0 : Math.floor((100 * done) / total);
      if (percentage === shown) return;
      shown = percentage;
      reporter?.report(percentage, `${done} of ${total} files`);
    },
    end: () => {
      isOver = true;
      reporter?.done();
    },
  };
}
