// node bench/profile.mjs [--file dhcp|l3_db|ovs|driver] [--edits 400] [--top 30] [--self-test]
// Replays the bench's keystrokes against the product's server under Node's profiler, and prints where the time went: only
// from the first measured keystroke on, start and warm-up left out. For tuning; it measures no figure.
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { beginSession } from "./harness/diagnostics.mjs";
import { cache, shown } from "./harness/paths.mjs";
import { settle } from "./harness/process-tree.mjs";
import { functionTimes } from "./harness/cpu-profile.mjs";
import { ensureProject, removeScratchFolder } from "./harness/project.mjs";
import { createPythonParser } from "./harness/python-parser.mjs";
import { reasonOf } from "./harness/rows.mjs";
import { productServer } from "./harness/servers.mjs";
import { median, percentile } from "./harness/statistics.mjs";
import { seed, typedFiles } from "./measure/keystroke.mjs";
import { openDocument } from "./typing/editing.mjs";
import { typeInto } from "./typing/typist.mjs";

const warmUp = 100;

async function main() {
  const { values } = parseArgs({
    options: {
      file: { type: "string", default: "dhcp" },
      edits: { type: "string", default: "400" },
      top: { type: "string", default: "30" },
      "self-test": { type: "boolean", default: false },
    },
  });
  const file = typedFiles.find(({ path }) => basename(path).startsWith(values.file));
  if (file === undefined)
    throw new Error(`--file takes the beginning of ${typedFiles.map(({ path }) => basename(path)).join(", ")}`);
  const folder = join(cache, "profile");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const server = productServer({
    selfTest: values["self-test"],
    nodeArguments: ["--cpu-prof", `--cpu-prof-dir=${folder}`],
  });
  const { times, startedAt } = await replay(file, server, Number(values.edits));
  const inMilliseconds = (percent) => percentile(times, percent).toFixed(2);
  console.log(
    `${basename(file.path)}: ${times.length} keystrokes, p50 ${median(times).toFixed(2)} ms, p99 ${inMilliseconds(99)} ms\n`,
  );
  const profiles = readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"));
  if (profiles.length === 0)
    throw new Error("the server has written no profile: it has to end by itself when it is told to exit");
  for (const name of profiles) report(join(folder, name), startedAt, times.length, Number(values.top));
}

/** The times of all keystrokes after the warm-up, and the clock at the first of them, in microseconds. */
async function replay(file, server, count) {
  const folder = ensureProject(file.project);
  const path = join(folder, file.path);
  const text = readFileSync(path, "utf8");
  const edits = typeInto(text, { parser: await createPythonParser(), seed, count: warmUp + count });
  const document = openDocument(pathToFileURL(path).href, text);
  const session = await beginSession(server, { folder, mode: "pull" });
  const times = [];
  let startedAt = 0;
  try {
    await session.open(document.uri, document.text);
    await settle(session.client.pid);
    for (const [index, edit] of edits.entries()) {
      if (index === warmUp) startedAt = Number(process.hrtime.bigint() / 1000n);
      const diagnosed = await session.change(document.change(edit));
      if (index >= warmUp) times.push(diagnosed.arrivedAt - diagnosed.startedAt);
    }
  } finally {
    await session.end();
  }
  return { times, startedAt };
}

/** One profile a thread: the main one and each worker. */
function report(path, startedAt, keystrokes, top) {
  const { functions, busy } = functionTimes(JSON.parse(readFileSync(path, "utf8")), startedAt);
  if (busy === 0) return;
  console.log(
    `${shown(path)}: ${(busy / 1000).toFixed(0)} ms busy, ${(busy / 1000 / keystrokes).toFixed(2)} ms a keystroke`,
  );
  console.log("   self    total  function");
  const share = (time) => `${((time / busy) * 100).toFixed(1)} %`.padStart(7);
  for (const { name, self, total } of functions.slice(0, top)) console.log(`${share(self)}  ${share(total)}  ${name}`);
  console.log("");
}

try {
  await main();
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 2;
} finally {
  removeScratchFolder();
}
