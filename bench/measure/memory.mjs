// The server's memory, its children included: with 20 files open and the project indexed, and again after many edits.
import { readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { beginSession } from "../harness/diagnostics.mjs";
import { ServerFailure } from "../harness/language-client.mjs";
import { canReadProcesses, residentMegabytes, settle } from "../harness/process-tree.mjs";
import { ensureProject, pythonFiles } from "../harness/project.mjs";
import { createPythonParser } from "../harness/python-parser.mjs";
import { failedRow, inDigits, measuredRow, reasonOf } from "../harness/rows.mjs";
import { productServer } from "../harness/servers.mjs";
import { openDocument } from "../typing/editing.mjs";
import { typeInto } from "../typing/typist.mjs";
import { seed } from "./keystroke.mjs";

const openFiles = 20;
const name = "server memory";

/** @param {import("../main.mjs").BenchOptions} options */
export async function measureMemory({ quick, selfTest, mode, progress }) {
  const count = quick ? 1_000 : 10_000;
  const size = { name, figure: `resident, neutron indexed, ${openFiles} files open`, limit: 300 };
  const growth = { name, figure: `growth over ${count} edits`, limit: 5 };
  const cold = { name, figure: `growth since opening, ${count / 10} edits that warm up included` };
  try {
    if (!canReadProcesses) throw new ServerFailure("needs /proc");
    progress(`memory over ${count} edits`);
    const { opened, warm, edited } = await run(count, { quick, selfTest, mode });
    const grown = (before, after) => (after / before - 1) * 100;
    const change = (before, after) =>
      `${inDigits(grown(before, after))} % (${inDigits(before)} MB to ${inDigits(after)} MB)`;
    return {
      rows: [
        measuredRow(size, Math.max(opened, warm, edited), `${inDigits(Math.max(opened, warm, edited))} MB`, "MB"),
        measuredRow(growth, grown(warm, edited), change(warm, edited), "%"),
        measuredRow(cold, grown(opened, edited), change(opened, edited), "%"),
      ],
    };
  } catch (error) {
    return { rows: [failedRow(size, reasonOf(error), "MB"), failedRow(growth, reasonOf(error), "%")] };
  }
}

/** The code of a server that has only just started is compiled while it runs, which takes memory once: hence a warm-up. */
async function run(count, { quick, selfTest, mode }) {
  const folder = ensureProject("neutron");
  const parser = await createPythonParser();
  const warmUp = count / openFiles / 10;
  const total = warmUp + count / openFiles;
  const typed = largestFiles(folder).map((path) => {
    const text = readFileSync(path, "utf8");
    return {
      document: openDocument(pathToFileURL(path).href, text),
      edits: typeInto(text, { parser, seed, count: total }),
    };
  });
  const session = await beginSession(productServer({ selfTest }), { folder, mode });
  try {
    for (const { document } of typed) await session.open(document.uri, document.text);
    const opened = await restingMegabytes(session.client.pid, quick);
    await perform(session, typed, 0, warmUp);
    const warm = await restingMegabytes(session.client.pid, quick);
    await perform(session, typed, warmUp, total);
    return { opened, warm, edited: await restingMegabytes(session.client.pid, quick) };
  } finally {
    await session.end();
  }
}

/** A person goes from file to file: 25 edits here, 25 there. */
async function perform(session, typed, from, to) {
  for (let start = from; start < to; start += 25) {
    for (const { document, edits } of typed) {
      for (const edit of edits.slice(start, Math.min(start + 25, to))) await session.change(document.change(edit));
    }
  }
}

/** The largest ones that are not tests, where somebody works. */
function largestFiles(folder) {
  return pythonFiles(join(folder, "neutron"))
    .filter((path) => !path.includes(`${sep}tests${sep}`))
    .map((path) => ({ path, size: statSync(path).size }))
    .sort((left, right) => right.size - left.size)
    .slice(0, openFiles)
    .map(({ path }) => path);
}

/** The least that is resident within some seconds of rest, when garbage has been collected as far as Node does it unasked. */
async function restingMegabytes(pid, quick) {
  await settle(pid);
  let least = residentMegabytes(pid);
  for (let second = 0; second < (quick ? 3 : 10); second++) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    least = Math.min(least, residentMegabytes(pid));
  }
  return least;
}
