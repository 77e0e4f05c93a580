// What ten times as many rules cost: neutron scanned with 40 and with 400 generated rules, in turn.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { ensureProject, scratchFolder } from "../harness/project.mjs";
import { failedRow, inDigits, measuredRow, reasonOf } from "../harness/rows.mjs";
import { builtProduct } from "../harness/servers.mjs";
import { median } from "../harness/statistics.mjs";
import { timedCommand } from "../harness/timed-command.mjs";
import { generateRules } from "../rules/generate-rules.mjs";

const figure = { name: "neutron, 400 generated rules", figure: "CPU / that of 40", limit: 2, strict: true };

/** @param {import("../main.mjs").BenchOptions} options */
export async function measureRules({ quick, progress }) {
  const project = ensureProject("neutron");
  const few = writeRules(40);
  const many = writeRules(400);
  const times = { few: [], many: [] };
  try {
    for (let round = 1; round <= (quick ? 1 : 3); round++) {
      progress(`40 and 400 rules, ${round}`);
      times.few.push(await scan(project, few));
      times.many.push(await scan(project, many));
    }
  } catch (error) {
    return { rows: [failedRow(figure, reasonOf(error))] };
  }
  const fewer = median(times.few.map(({ cpu }) => cpu));
  const more = median(times.many.map(({ cpu }) => cpu));
  return { rows: [measuredRow(figure, more / fewer, `${inDigits(more)} s / ${inDigits(fewer)} s`)] };
}

function writeRules(count) {
  const path = join(scratchFolder(), `generated-${count}.yaml`);
  writeFileSync(path, stringify(generateRules(count)));
  return path;
}

function scan(project, rules) {
  const output = join(scratchFolder(), "generated.json");
  const args = [
    builtProduct(),
    "scan",
    join(project, "neutron"),
    "--rules",
    rules,
    "--no-cache",
    "--format",
    "json",
    "--output",
    output,
  ];
  return timedCommand(process.execPath, args, { cwd: project, accepted: [0, 1], patience: 300 });
}
