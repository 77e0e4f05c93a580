// The rows of the table: one figure each, with its limit where it has one. What could not be measured says why, and
// never counts as zero.

/**
 * @typedef {{ name: string, figure: string, measured: string, ratio: string, limit: string, holds: string }} Row
 * @typedef {{ name: string, figure: string, limit?: number, strict?: boolean }} Figure `strict`: below, not at most
 */

/**
 * @param {Figure} figure
 * @param {number} value what the limit is about, a ratio unless `unit` is given
 * @param {string} measured
 * @param {string} [unit] of the value and the limit; with one, the value is not a ratio
 * @returns {Row}
 */
export function measuredRow(figure, value, measured, unit) {
  const holds = figure.limit === undefined ? "" : verdict(figure, value);
  const { name, figure: what } = figure;
  return {
    name,
    figure: what,
    measured,
    ratio: unit === undefined ? inDigits(value) : "",
    limit: limitOf(figure, unit),
    holds,
  };
}

/** @param {Figure} figure @param {string} why @param {string} [unit] @returns {Row} */
export function failedRow(figure, why, unit) {
  const { name, figure: what } = figure;
  return { name, figure: what, measured: "", ratio: "", limit: limitOf(figure, unit), holds: `failed: ${why}` };
}

/** For what was left out on purpose. @param {Figure} figure @param {string} why @returns {Row} */
export function skippedRow(figure, why) {
  const { name, figure: what } = figure;
  return { name, figure: what, measured: "", ratio: "", limit: limitOf(figure), holds: `not measured: ${why}` };
}

/** @param {unknown} error @returns {string} on one line, with no path of this machine */
export function reasonOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/\s+/g, " ")
    .replace(/(?<![\w.])\/(?:[\w.@-]+\/)+/g, ".../")
    .replaceAll("|", "/")
    .slice(0, 200);
}

/** Three significant digits. @param {number} value */
export function inDigits(value) {
  return Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
}

function verdict({ limit, strict }, value) {
  return (strict ? value < limit : value <= limit) ? "yes" : "no";
}

function limitOf({ limit, strict }, unit) {
  if (limit === undefined) return "";
  return `${strict ? "<" : "≤"} ${inDigits(limit)}${unit === undefined ? "" : ` ${unit}`}`;
}
