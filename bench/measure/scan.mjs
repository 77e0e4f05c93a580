// A cold scan of a whole package: the command line against parsing the same files and nothing else, Bandit and Semgrep.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bench } from "../harness/paths.mjs";
import { ensurePeer, versionOf } from "../harness/peers.mjs";
import { ensureProject, pythonFiles, scratchFolder } from "../harness/project.mjs";
import { failedRow, inDigits, measuredRow, reasonOf, skippedRow } from "../harness/rows.mjs";
import { semgrepRules } from "../harness/semgrep-rules.mjs";
import { builtProduct } from "../harness/servers.mjs";
import { median } from "../harness/statistics.mjs";
import { timedCommand } from "../harness/timed-command.mjs";
import { ServerFailure } from "../harness/language-client.mjs";

const name = "neutron, cold scan";
const figures = {
  cpu: { name, figure: "CPU / parse only", limit: 3.5 },
  again: { name: "neutron, scan after one file changed", figure: "CPU / parse only", limit: 0.4 },
  growth: { name: "nova, cold scan", figure: "CPU a line / neutron's", limit: 1.3 },
  bandit: { name, figure: "wall / Bandit's wall", limit: 1 / 5 },
  semgrep: { name, figure: "wall / Semgrep's wall", limit: 1 / 15 },
};

/** @param {import("../main.mjs").BenchOptions} options */
export async function measureScan({ quick, selfTest, progress }) {
  const project = ensureProject("neutron");
  const target = join(project, "neutron");
  const rounds = quick ? 1 : 3;
  const parseTimes = [];
  const ours = attemptsOf(() => scanOnce(project, target, selfTest));
  for (let round = 1; round <= rounds; round++) {
    progress(`cold scan and parse only, ${round} of ${rounds}`);
    parseTimes.push(parseOnly(target));
    await ours.attempt();
  }
  const parse = { cpu: median(parseTimes.map(({ cpu }) => cpu)), wall: median(parseTimes.map(({ wall }) => wall)) };
  const files = pythonFiles(target).length;
  const parseRow = { name, figure: `parse only, ${files} files` };
  return {
    rows: [
      ours.failure === undefined
        ? measuredRow(figures.cpu, ours.median.cpu / parse.cpu, seconds(ours.median.cpu, parse.cpu))
        : failedRow(figures.cpu, ours.failure),
      measuredRow(parseRow, parse.cpu / parse.wall, `${seconds(parse.cpu)} CPU in ${seconds(parse.wall)}`),
      await rowOf(figures.again, ours, async () => {
        progress("scan after one file changed");
        const again = await scanAgain(project, target, rounds);
        return measuredRow(figures.again, again / parse.cpu, seconds(again, parse.cpu));
      }),
      await rowOf(figures.growth, ours, async () => {
        progress("cold scan of nova");
        return growthRow(ours.median.cpu / linesBelow(target), selfTest);
      }),
      ...(await peerRow("bandit", figures.bandit, ours, quick, () => banditOnce(project, target), progress)),
      ...(await peerRow("semgrep", figures.semgrep, ours, quick, () => semgrepOnce(project, target), progress)),
    ],
  };
}

/** A row that is about the product, if it has not failed before. */
async function rowOf(figure, ours, measure) {
  if (ours.failure !== undefined) return failedRow(figure, ours.failure);
  try {
    return await measure();
  } catch (error) {
    return failedRow(figure, reasonOf(error));
  }
}

/** CPU seconds of a scan that finds all but one file as the scan before left it; the median of some. */
async function scanAgain(project, target, rounds) {
  const env = { KINGSNAKE_CACHE: join(scratchFolder(), "cache") };
  const args = [builtProduct(), "scan", target, "--format", "json", "--output", join(scratchFolder(), "again.json")];
  const scan = () => timedCommand(process.execPath, args, { cwd: project, accepted: [0, 1], patience: 300, env });
  const changed = join(target, "agent", "linux", "utils.py");
  const text = readFileSync(changed, "utf8");
  const times = [];
  try {
    await scan();
    for (let round = 0; round < rounds; round++) {
      writeFileSync(changed, `${text}\n\ndef another_one_${round}(value):\n    return value + ${round}\n`);
      times.push((await scan()).cpu);
    }
  } finally {
    writeFileSync(changed, text);
  }
  return median(times);
}

/** What a line of a larger project costs. */
async function growthRow(neutron, selfTest) {
  const project = ensureProject("nova");
  const target = join(project, "nova");
  const { cpu } = await scanOnce(project, target, selfTest);
  const lines = linesBelow(target);
  const microseconds = (value) => `${inDigits(value * 1e6)} µs`;
  const nova = cpu / lines;
  return measuredRow(
    figures.growth,
    nova / neutron,
    `${microseconds(nova)} / ${microseconds(neutron)}, ${lines} lines`,
  );
}

function linesBelow(folder) {
  return pythonFiles(folder).reduce((sum, path) => sum + readFileSync(path, "utf8").split("\n").length, 0);
}

/** Runs that are repeated until one fails. */
function attemptsOf(run) {
  const times = [];
  return {
    /** @type {string | undefined} */
    failure: undefined,
    async attempt() {
      if (this.failure !== undefined) return;
      try {
        times.push(await run());
      } catch (error) {
        this.failure = reasonOf(error);
      }
    },
    get median() {
      return { cpu: median(times.map(({ cpu }) => cpu)), wall: median(times.map(({ wall }) => wall)) };
    },
  };
}

/** One row for the ratio, and one for what the peer itself took, which holds also while the product fails. */
async function peerRow(peer, figure, ours, quick, run, progress) {
  if (quick) return [skippedRow(figure, "left out by --quick")];
  progress(`${peer}, once`);
  try {
    const { cpu, wall, what } = await run();
    const own = { name, figure: what };
    return [
      ours.failure === undefined
        ? measuredRow(figure, ours.median.wall / wall, seconds(ours.median.wall, wall))
        : failedRow(figure, ours.failure),
      measuredRow(own, cpu / wall, `${seconds(cpu)} CPU in ${seconds(wall)}`),
    ];
  } catch (error) {
    return [failedRow(figure, reasonOf(error))];
  }
}

function parseOnly(target) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(bench, "parse-only.mjs"), target], {
    encoding: "utf8",
  });
  if (status !== 0) throw new ServerFailure(`parse only: ${stderr.trim().split("\n").at(-1)}`);
  return JSON.parse(stdout);
}

function scanOnce(project, target, selfTest) {
  const args = selfTest
    ? [join(bench, "parse-only.mjs"), target]
    : [
        builtProduct(),
        "scan",
        target,
        "--no-cache",
        "--format",
        "json",
        "--output",
        join(scratchFolder(), "ours.json"),
      ];
  return timedCommand(process.execPath, args, { cwd: project, accepted: [0, 1], patience: 300 });
}

async function banditOnce(project, target) {
  const executable = requirePeer("bandit");
  const report = join(scratchFolder(), "bandit.json");
  const args = ["-r", target, "-q", "-f", "json", "-o", report];
  const times = await timedCommand(executable, args, { cwd: project, accepted: [0, 1], patience: 300 });
  return {
    ...times,
    what: `Bandit ${versionOf(executable)}, ${Object.keys(readJson(report).metrics).length - 1} files`,
  };
}

async function semgrepOnce(project, target) {
  const executable = requirePeer("semgrep");
  const { folder, taken, all } = semgrepRules();
  if (taken === 0) throw new ServerFailure("there are no built-in rules that Semgrep could run");
  const home = join(scratchFolder(), "semgrep-home");
  mkdirSync(home, { recursive: true });
  const args = ["scan", "--config", folder, "--metrics", "off", "--disable-version-check", "--json", "--jobs", "2"];
  const report = join(scratchFolder(), "semgrep.json");
  const output = ["--no-git-ignore", "--project-root", project, "--output", report, target];
  const times = await timedCommand(executable, [...args, ...output], {
    cwd: project,
    accepted: [0, 1],
    patience: 600,
    env: { SEMGREP_SETTINGS_FILE: join(home, "settings.yml") },
  });
  return {
    ...times,
    what: `Semgrep ${versionOf(executable)}, ${taken} of our ${all} rules, ${readJson(report).paths.scanned.length} files`,
  };
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function requirePeer(peer) {
  const executable = ensurePeer(peer);
  if (executable === undefined) throw new ServerFailure(`${peer} cannot be installed from PyPI`);
  return executable;
}

function seconds(...values) {
  return values.map((value) => `${inDigits(value)} s`).join(" / ");
}
