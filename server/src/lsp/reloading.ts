/** Work that must not run twice at once: requests that come meanwhile are one more run after it. */

export interface Reloading {
  readonly request: () => void;
}

export function createReloading(run: () => Promise<void>, failed: (error: unknown) => void): Reloading {
  let isRunning = false;
  let isWanted = false;
  const work = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await run().catch(failed);
    }
    isRunning = false;
  };
  return {
    request: () => {
      isWanted = true;
      if (!isRunning) void work();
    },
  };
}
