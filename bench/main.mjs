// npm run bench [-- --quick] [-- --only keystroke|scan|rules|memory|activation|size]
// Measures the product against floors and peers within this one run, prints a table, and after a complete run writes
// docs/bench.md. bench/README.md says how.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, shown } from "./harness/paths.mjs";
import { removeScratchFolder } from "./harness/project.mjs";
import { consoleReport, markdownReport } from "./harness/reports.mjs";
import { failedRow, reasonOf } from "./harness/rows.mjs";
import { measureActivation } from "./measure/activation.mjs";
import { measureKeystrokes } from "./measure/keystroke.mjs";
import { measureMemory } from "./measure/memory.mjs";
import { measureRules } from "./measure/rules.mjs";
import { measureScan } from "./measure/scan.mjs";
import { measureSize } from "./measure/size.mjs";

/**
 * @typedef {object} BenchOptions
 * @property {boolean} quick fewer rounds, no slow peers
 * @property {boolean} selfTest the floor takes the product's place, to test the bench itself
 * @property {import("./harness/diagnostics.mjs").Mode} mode
 * @property {(what: string) => void} progress
 */

const measurements = {
  keystroke: measureKeystrokes,
  scan: measureScan,
  rules: measureRules,
  memory: measureMemory,
  activation: measureActivation,
  size: measureSize,
};

async function main() {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      push: { type: "boolean", default: false },
      "self-test": { type: "boolean", default: false },
    },
  });
  const names = values.only === undefined ? Object.keys(measurements) : values.only.split(",");
  const unknown = names.find((name) => !(name in measurements));
  if (unknown !== undefined) throw new Error(`--only takes ${Object.keys(measurements).join(", ")}, not ${unknown}`);
  const options = {
    quick: values.quick,
    selfTest: values["self-test"],
    mode: values.push ? "push" : "pull",
    progress: (what) => console.error(`... ${what}`),
  };

  const results = {};
  for (const name of names) results[name] = await measure(name, options);
  console.log(consoleReport(results, options));
  const complete = values.only === undefined && !options.quick && !options.selfTest && !values.push;
  if (complete) {
    const file = join(root, "docs", "bench.md");
    writeFileSync(file, markdownReport(results));
    console.log(`Written to ${shown(file)}.`);
  }
}

async function measure(name, options) {
  try {
    return await measurements[name](options);
  } catch (error) {
    return { rows: [failedRow({ name, figure: "all" }, reasonOf(error))] };
  }
}

try {
  await main();
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 2;
} finally {
  removeScratchFolder();
}
