// Medians and percentiles of samples.

/** @param {number[]} samples @returns {number} */
export const median = (samples) => percentile(samples, 50);

/**
 * The nearest-rank percentile: an observed sample, never one between two.
 * @param {number[]} samples
 * @param {number} percent
 * @returns {number} NaN without samples
 */
export function percentile(samples, percent) {
  const sorted = [...samples].sort((left, right) => left - right);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(0, rank - 1)] ?? Number.NaN;
}
