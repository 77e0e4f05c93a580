/** How V8 spends memory in a process that lives for a day. */
import { getHeapStatistics, setFlagsFromString } from "node:v8";

/** How much the heap may grow, in percent of what is in use, before garbage is collected. */
const mostGrowth = 30;

/**
 * Has garbage collected before it is several times as much as what is in use, which V8 would let it become where memory is plenty:
 * nothing collects what editing left behind while nobody edits. V8 reads the flag whenever it has collected. It does so after a delay in
 * milliseconds, because a start is all growth.
 */
export function limitHeapGrowth(delay: number): void {
  setTimeout(() => {
    setFlagsFromString(`--heap-growing-percent=${mostGrowth}`);
  }, delay).unref();
  // Before the bundle's own listener: code that is kept under other flags than those of the next start would not be used there.
  process.once("exit", () => {
    setFlagsFromString("--heap-growing-percent=0");
  });
}

/** Bytes by which the heap has to have grown for it to be worth the time. */
const worthIt = 15_000_000;

/**
 * Collects garbage when it is asked to and there may be some: an idle server does not by itself, and much work has left much. What the
 * inspector calls so also moves what is left together and gives the rest back to the system, which is half of what there is to gain
 * and which `gc()` does not do.
 */
export function createGarbageCollector(): () => Promise<void> {
  let least = 0;
  return async () => {
    // What is in use may be little again, and the memory still ours.
    if (getHeapStatistics().total_heap_size - least < worthIt) return;
    await collectAll();
    least = getHeapStatistics().total_heap_size;
  };
}

/** Does nothing where Node was built without its inspector. */
async function collectAll(): Promise<void> {
  const inspector = await import("node:inspector").catch(() => undefined);
  if (inspector === undefined) return;
  const session = new inspector.Session();
  session.connect();
  await new Promise<void>((resolve) => {
    session.post("HeapProfiler.collectGarbage", () => {
      resolve();
    });
  });
  session.disconnect();
}
