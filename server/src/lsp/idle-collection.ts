/**
 * Gives back memory when nobody has typed for a while. By itself the host does so when it needs more, and an idle server would keep for hours what
 * editing has left behind.
 */
import { logFailure } from "./guarded.js";
import type { ServerContext } from "./server-context.js";

export interface IdleCollection {
  /** Something was done that leaves garbage. */
  readonly watch: () => void;
  readonly end: () => void;
}

/** Milliseconds without a change after which garbage is collected. */
const shortestRest = 5_000;
/** The rest that it takes is so many times what collecting took the last time, since who comes back meanwhile has to wait. */
const restForPause = 8;
const longestRest = 8_000;

export function createIdleCollection(context: ServerContext): IdleCollection {
  const { connection, runtime } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = shortestRest;
  let lastAt = 0;

  const collect = async (): Promise<void> => {
    timer = undefined;
    const startedAt = Date.now();
    const remaining = lastAt + rest - startedAt;
    if (remaining > 0) {
      wait(remaining);
      return;
    }
    if (!context.indexes.trim()) {
      wait(rest);
      return;
    }
    await runtime.collectGarbage?.();
    rest = Math.min(longestRest, Math.max(shortestRest, restForPause * (Date.now() - startedAt)));
  };
  const wait = (milliseconds: number): void => {
    timer = setTimeout(() => {
      collect().catch((error: unknown) => {
        logFailure(connection, "garbage", error);
      });
    }, milliseconds);
  };
  return {
    watch: () => {
      lastAt = Date.now();
      if (timer === undefined && runtime.collectGarbage !== undefined) wait(rest);
    },
    end: () => {
      clearTimeout(timer);
    },
  };
}
