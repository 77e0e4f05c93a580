/** How work in the background lets those who wait go first. */
import type { ServerContext } from "./server-context.js";

/** Lets messages that have arrived have their turn: a change and the question about it are two of them. */
export async function giveWay({ documents, runtime }: ServerContext): Promise<void> {
  let seen: number;
  do {
    seen = documents.changeCount();
    await runtime.yieldToEvents();
    await runtime.yieldToEvents();
  } while (seen !== documents.changeCount());
}

/** Milliseconds without a change after which what nobody waits for is begun. */
const pause = 100;

/** Waits until nobody types, for work that each edit makes anew. */
export async function waitForPause({ documents }: ServerContext): Promise<void> {
  let seen: number;
  do {
    seen = documents.changeCount();
    await new Promise((resolve) => setTimeout(resolve, pause));
  } while (seen !== documents.changeCount());
}
