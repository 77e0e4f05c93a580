// Random numbers that are the same on every run (mulberry32).

/** @param {number} seed @returns {() => number} numbers between 0 and 1 */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} seed */
export function seededRandom(seed) {
  const next = randomNumbers(seed);
  return {
    /** @param {number} share */
    happens: (share) => next() < share,
    /** @template T @param {readonly T[]} choices @returns {T} */
    pick: (choices) => choices[Math.floor(next() * choices.length)],
    /** @template T @param {readonly (readonly [number, T])[]} choices with their weights @returns {T} */
    pickWeighted(choices) {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, choice] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return choices[choices.length - 1][1];
    },
  };
}
