/** Worker threads that share one piece of work: each gets the same data, and gives one result. */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** What became of one thread. */
export type ThreadOutcome<Result> = { readonly result: Result } | { readonly failure: string };

/**
 * Starts a thread that runs the bundle at `file` with `data`. A thread that dies is an outcome too, because what it was
 * doing can still be done by somebody else.
 */
export function startThread<Result>(file: string, data: unknown): Promise<ThreadOutcome<Result>> {
  return new Promise((resolve) => {
    const worker = new Worker(file, {
      workerData: data,
      name: "kingsnake-scan",
      // Most of what a review makes lives as long as the file: with room for several files little of it is ever copied.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    worker.once("message", (result: Result) => {
      resolve({ result });
    });
    worker.once("error", (error: Error) => {
      resolve({ failure: error.message });
    });
    worker.once("exit", () => {
      resolve({ failure: "the thread ended early" });
    });
  });
}

/** In a thread: does the work and hands back its result. */
export async function runInThread(work: (data: unknown) => Promise<unknown>): Promise<void> {
  if (isMainThread || parentPort === null) throw new Error("This file only runs in a worker thread.");
  parentPort.postMessage(await work(workerData));
}
