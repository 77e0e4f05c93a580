// node scripts/sample-flows.mjs [--count 60] [--seed 5] [--all] [CORPUS...]: draws findings of rules about flows from what a scan of the corpora shows by
// default (--all: unlikely ones too), and prints each with its way and the code around, for somebody to judge. docs/precision.md says how, and keeps the verdicts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { randomNumbers } from "../bench/typing/random.mjs";
import { ensureCorpus } from "./corpora.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "60" },
    seed: { type: "string", default: "5" },
    all: { type: "boolean", default: false },
  },
});
const corpora = positionals.length > 0 ? positionals : ["neutron", "nova", "django", "sqlalchemy"];
const linesAround = 2;

/** Ids of the rules that follow flows between functions. */
function flowRules() {
  const files = JSON.parse(readFileSync(join(root, "dist", "rules.json"), "utf8"));
  const rules = files.flatMap(({ loaded }) => loaded.rules);
  return new Set(rules.filter(({ query }) => query.taint?.from !== undefined).map(({ id }) => id));
}

/** What a scan of a corpus shows by default, in its stable order. */
function findingsIn(name, ids) {
  const folder = ensureCorpus(name);
  if (folder === undefined) return [];
  const project = mkdtempSync(join(tmpdir(), "kingsnake-sample-"));
  try {
    writeFileSync(join(project, "kingsnake.toml"), values.all ? 'minimum-flow-confidence = "low"\n' : "");
    const copied = spawnSync("cp", ["-r", join(folder, name), project]);
    if (copied.status !== 0) symlinkSync(join(folder, name), join(project, name));
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, "dist", "cli.cjs"), "scan", name, "--format", "json", "--no-cache"],
      { cwd: project, encoding: "utf8", maxBuffer: 1e9 },
    );
    return JSON.parse(stdout)
      .findings.filter(({ ruleId }) => ids.has(ruleId))
      .map((finding) => ({ ...finding, corpus: name, folder }));
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** Draws without putting back. */
function draw(all, count, random) {
  const left = [...all];
  const drawn = [];
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

function show(finding, number) {
  const head = `## ${number}. ${finding.ruleId} (${finding.confidence}): ${finding.corpus}: ${finding.path}:${finding.start.line}`;
  return [head, finding.message, ...finding.steps.map((step, index) => showStep(finding, step, index))].join("\n\n");
}

function showStep({ folder }, { path, start, message }, index) {
  const lines = readFileSync(join(folder, path), "utf8").split("\n");
  const first = Math.max(0, start.line - 1 - linesAround);
  const code = lines
    .slice(first, start.line + linesAround)
    .map((line, at) => `${first + at + 1 === start.line ? ">" : " "} ${first + at + 1}: ${line}`);
  return `${index + 1}. ${path}:${start.line}: ${message}\n\`\`\`\n${code.join("\n")}\n\`\`\``;
}

const ids = flowRules();
const all = corpora.flatMap((name) => findingsIn(name, ids));
const counts = new Map();
for (const { corpus, ruleId } of all) counts.set(`${corpus} ${ruleId}`, (counts.get(`${corpus} ${ruleId}`) ?? 0) + 1);
console.log(
  `# ${all.length} findings, of which ${Math.min(all.length, Number(values.count))} are drawn with seed ${values.seed}\n`,
);
for (const [key, count] of [...counts].sort()) console.log(`- ${key}: ${count}`);
console.log("");
draw(all, Number(values.count), randomNumbers(Number(values.seed))).forEach((finding, index) => {
  console.log(`${show(finding, index + 1)}\n`);
});
