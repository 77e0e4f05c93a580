/** A bar on stderr that shows how far a scan is; only for people, so only on a terminal. */
import type { OutputStream } from "./host.js";

export interface Progress {
  /** How many files of the present part are done. */
  readonly update: (done: number) => void;
  /** The present part, of that many files, is over. */
  readonly endPart: (files: number) => void;
  readonly stop: () => void;
}

/** Where nobody watches. */
const silence: Progress = { update: ignore, endPart: ignore, stop: ignore };

function ignore(): void {
  // Nothing is shown.
}

/** Starts a bar for that many files. */
export async function startProgress(
  total: number,
  errors: OutputStream,
  format = "Reviewing {bar} {value} of {total} files",
): Promise<Progress> {
  if (!errors.isTerminal || total === 0) return silence;
  // Loaded here, because most scans run where nobody watches.
  const { default: progress } = await import("cli-progress");
  const bar = new progress.SingleBar({
    format,
    barCompleteChar: "\u2588",
    barIncompleteChar: "\u2591",
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream: errors.stream,
  });
  let before = 0;
  bar.start(total, 0);
  return {
    update: (done) => {
      bar.update(before + done);
    },
    endPart: (files) => {
      before += files;
    },
    stop: () => {
      bar.stop();
    },
  };
}
