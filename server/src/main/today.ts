/** The day, which the core does not look up by itself. */

const secondsOfADay = 86_400;

/** Midnight of the day in UTC, in seconds since 1970. */
export function today(): number {
  return Math.floor(Date.now() / 1000 / secondsOfADay) * secondsOfADay;
}
