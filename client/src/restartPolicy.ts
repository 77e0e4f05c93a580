/**
 * Decides what happens when the server dies: another start after a pause that grows, or, after several deaths in a
 * short time, none. A file that kills the server must not turn the editor into a heater.
 */

/** The pause before each start in a row, in milliseconds. One death more than there are pauses, and it stays down. */
const pauses = [250, 1000, 4000, 10_000];

/** Deaths that are further back than this no longer count, in milliseconds. */
const memory = 3 * 60 * 1000;

export type RestartDecision =
  | { readonly action: "restart"; readonly after: number; readonly deaths: number }
  | { readonly action: "giveUp"; readonly deaths: number };

export interface RestartPolicy {
  /** Takes note of a death at a time in milliseconds and decides what follows. */
  readonly died: (now: number) => RestartDecision;
  /** Forgets all deaths; a person who asks for a restart gets all the tries again. */
  readonly reset: () => void;
}

export function createRestartPolicy(): RestartPolicy {
  let deaths: number[] = [];
  return {
    died(now) {
      deaths = [...deaths.filter((death) => now - death < memory), now];
      const after = pauses[deaths.length - 1];
      if (after === undefined) return { action: "giveUp", deaths: deaths.length };
      return { action: "restart", after, deaths: deaths.length };
    },
    reset() {
      deaths = [];
    },
  };
}
