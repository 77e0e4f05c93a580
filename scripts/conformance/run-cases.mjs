// All cases in our engine, counted by area.

/**
 * @param {object} tests
 * @param {object} engine both are what load-tests.mjs gives
 * @param {{ updateKnown: boolean, explain?: boolean }} how `explain`: also tell why known failures fail
 * @returns {Promise<boolean>} whether what fails is what is known to fail
 */
export async function runCases(tests, engine, { updateKnown, explain = false }) {
  const known = tests.readKnownFailures();
  const areas = new Map();
  const failed = [];
  const unexpected = [];
  for (const entry of tests.readCases()) {
    const complaints = await engine.runCase(entry);
    const count = areas.get(entry.area) ?? { all: 0, failed: 0 };
    areas.set(entry.area, { all: count.all + 1, failed: count.failed + (complaints.length > 0 ? 1 : 0) });
    if (complaints.length > 0) failed.push(entry.name);
    if (complaints.length > 0 !== known.has(entry.name) || (explain && complaints.length > 0))
      unexpected.push({ entry, complaints });
  }
  printAreas(areas);
  if (updateKnown) {
    tests.writeKnownFailures(failed);
    return true;
  }
  for (const { entry, complaints } of unexpected) printUnexpected(entry, complaints);
  return unexpected.length === 0;
}

function printAreas(areas) {
  const rows = [...areas].map(([area, count]) => [area, count]);
  const sum = (key) => rows.reduce((total, [, count]) => total + count[key], 0);
  for (const [area, count] of [...rows, ["all", { all: sum("all"), failed: sum("failed") }]]) {
    const failing = count.failed === 0 ? "" : `, ${count.failed} fail`;
    console.log(`${area.padEnd(28)} ${String(count.all - count.failed).padStart(4)} of ${count.all}${failing}`);
  }
}

function printUnexpected(entry, complaints) {
  if (complaints.length === 0) console.log(`${entry.area}: "${entry.name}" passes: take it out of known-failures.txt`);
  else console.log(`${entry.area}: "${entry.name}" fails\n${complaints.map((line) => `    ${line}`).join("\n")}`);
}
