// Wall and processor time of both tools on neutron with the same rules, nothing taken from a cache.
import { join } from "node:path";
import { productBundle } from "../../bench/harness/paths.mjs";
import { ensureProject, scratchFolder } from "../../bench/harness/project.mjs";
import { timedCommand } from "../../bench/harness/timed-command.mjs";
import { writeRules } from "./rule-set.mjs";
import { semgrepArguments, semgrepExecutable } from "./semgrep.mjs";

const patience = 3600;

/** @param {import("./rule-set.mjs").SharedRule[]} rules */
export async function measureBoth(rules) {
  const cwd = ensureProject("neutron");
  const file = join(scratchFolder(), "timing.yaml");
  writeRules(rules, file);
  const how = { cwd, accepted: [0, 1, 2, 7], patience };
  const scan = ["scan", "--rules", file, "--format", "json", "--output", join(scratchFolder(), "timing.json"), "."];
  const ours = await timedCommand(process.execPath, [productBundle, ...scan], how);
  const theirs = await timedCommand(semgrepExecutable(), [...semgrepArguments, "--config", file, "."], how);
  const row = (name, { wall, cpu }) => `${name.padEnd(10)} wall ${wall.toFixed(1)} s, processor ${cpu.toFixed(1)} s`;
  console.log(`neutron with ${rules.length} rules\n${row("Kingsnake", ours)}\n${row("Semgrep", theirs)}`);
  const ratio = (key) => (theirs[key] / ours[key]).toFixed(1);
  console.log(`Semgrep / Kingsnake: wall ${ratio("wall")}, processor ${ratio("cpu")}`);
}
