// Keystroke to diagnostics: the same edits to the floor, the product and Ruff, in turns, and the product's diagnostics
// of some versions against a fresh analysis of them.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { beginSession } from "../harness/diagnostics.mjs";
import { ServerFailure } from "../harness/language-client.mjs";
import { settle } from "../harness/process-tree.mjs";
import { ensureProject } from "../harness/project.mjs";
import { createPythonParser } from "../harness/python-parser.mjs";
import { failedRow, inDigits, measuredRow, reasonOf } from "../harness/rows.mjs";
import { floorServer, productServer, ruffServer } from "../harness/servers.mjs";
import { median, percentile } from "../harness/statistics.mjs";
import { brokenShare } from "../typing/broken-share.mjs";
import { openDocument } from "../typing/editing.mjs";
import { typeInto } from "../typing/typist.mjs";

export const seed = 3;
const checkEvery = 25;

/** `long`: the file on which DESIGN wants analysis to add no more than the floor, and the product to be below Ruff. */
export const typedFiles = [
  { project: "neutron", path: "neutron/agent/linux/dhcp.py" },
  { project: "neutron", path: "neutron/db/l3_db.py" },
  { project: "neutron", path: "neutron/plugins/ml2/drivers/openvswitch/agent/ovs_neutron_agent.py" },
  { project: "nova", path: "nova/virt/libvirt/driver.py", long: true },
];

/** @param {import("../main.mjs").BenchOptions} options */
export async function measureKeystrokes(options) {
  const parser = await createPythonParser();
  const rows = [];
  const typed = [];
  for (const file of typedFiles) {
    options.progress(`keystrokes in ${basename(file.path)}`);
    try {
      const measured = await typeOne(file, parser, options);
      rows.push(...rowsOf(file, measured));
      typed.push(measured.summary);
    } catch (error) {
      rows.push(failedRow({ name: basename(file.path), figure: "keystrokes" }, reasonOf(error)));
    }
  }
  return { rows, typed };
}

async function typeOne(file, parser, { quick, selfTest, mode }) {
  const folder = ensureProject(file.project);
  const path = join(folder, file.path);
  const text = readFileSync(path, "utf8");
  const warmUp = quick ? 30 : 100;
  const edits = typeInto(text, { parser, seed, count: warmUp + (quick ? 60 : 300) });
  const document = openDocument(pathToFileURL(path).href, text);
  const drivers = await Promise.all([
    drive("floor", floorServer, folder, mode),
    drive("product", () => productServer({ selfTest }), folder, mode),
    drive("ruff", ruffServer, folder, mode),
  ]);
  const [, product] = drivers;
  const check = freshCheck(() => productServer({ selfTest }), folder, mode);
  try {
    for (const driver of drivers)
      driver.opened = (await driver.attempt((session) => session.open(document.uri, document.text)))?.items.length;
    for (const driver of drivers) await driver.settle();
    for (const [index, edit] of edits.entries()) {
      const change = document.change(edit);
      for (let turn = 0; turn < drivers.length; turn++) {
        const driver = drivers[(index + turn) % drivers.length];
        const diagnosed = await driver.attempt((session) => session.change(change));
        if (index >= warmUp && diagnosed !== undefined) driver.times.push(diagnosed.arrivedAt - diagnosed.startedAt);
      }
      if (index >= warmUp && index % checkEvery === 0 && product.failure === undefined)
        await check.compare(document, product.items);
    }
  } finally {
    await Promise.all([...drivers.map((driver) => driver.end()), check.end()]);
  }
  const summary = {
    file: `${file.project}: ${basename(file.path)}`,
    lines: text.split("\n").length - 1,
    edits: edits.length - warmUp,
    broken: brokenShare(text, edits, parser),
    productItems: product.opened,
    ruffItems: drivers[2].opened,
  };
  return { drivers, check, summary };
}

/** A server in the rotation. Once it has failed it is left out, and the failure is kept for the table. */
async function drive(name, command, folder, mode) {
  /** @type {{ times: number[], items: any[], opened: number | undefined, failure: string | undefined }} */
  const state = { times: [], items: [], opened: undefined, failure: undefined };
  /** @type {import("../harness/diagnostics.mjs").Session | undefined} */
  let session;
  const guarded = async (action) => {
    if (state.failure !== undefined) return undefined;
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof ServerFailure)) throw error;
      state.failure = reasonOf(error);
      return undefined;
    }
  };
  await guarded(async () => (session = await beginSession(command(), { folder, mode })));
  return Object.assign(state, {
    name,
    attempt: (action) =>
      guarded(async () => {
        const diagnosed = await action(session);
        state.items = diagnosed.items;
        return diagnosed;
      }),
    settle: () => guarded(() => settle(session.client.pid)),
    end: () => session?.end(),
  });
}

/** A second instance of the product to which checked versions are opened anew, never changed. */
function freshCheck(command, folder, mode) {
  /** @type {import("../harness/diagnostics.mjs").Session | undefined} */
  let session;
  const state = { checked: 0, different: 0, failure: /** @type {string | undefined} */ (undefined) };
  return Object.assign(state, {
    compare: async (document, items) => {
      if (state.failure !== undefined) return;
      try {
        session ??= await beginSession(command(), { folder, mode });
        const fresh = await session.open(document.uri, document.text, document.version);
        session.close(document.uri);
        state.checked++;
        if (comparable(items) !== comparable(fresh.items)) state.different++;
      } catch (error) {
        state.failure = reasonOf(error);
      }
    },
    end: () => session?.end(),
  });
}

/** Order does not matter, everything else in a diagnostic does. */
function comparable(items) {
  return items
    .map((item) => JSON.stringify(item))
    .sort()
    .join("\n");
}

function rowsOf({ path, long }, { drivers: [floor, product, ruff], check }) {
  const name = basename(path);
  const of = (figure, limit, strict) => ({ name, figure, limit, strict });
  const milliseconds = (value) => `${inDigits(value)} ms`;
  const against = (figure, servers, value, measured) => {
    const failure = servers.map((server) => server.failure).find((why) => why !== undefined);
    return failure === undefined ? measuredRow(figure, value(), measured()) : failedRow(figure, failure);
  };
  const p50 = (server) => median(server.times);
  const both = (left, right) => () => `${milliseconds(p50(left))} / ${milliseconds(p50(right))}`;
  return [
    against(of("p50 / floor's p50", 3), [product, floor], () => p50(product) / p50(floor), both(product, floor)),
    against(
      of("p99 / floor's p50", long ? undefined : 15),
      [product, floor],
      () => percentile(product.times, 99) / p50(floor),
      () => `${milliseconds(percentile(product.times, 99))} / ${milliseconds(p50(floor))}`,
    ),
    against(
      of("what analysis adds / floor's p50", long ? 1 : undefined),
      [product, floor],
      () => p50(product) / p50(floor) - 1,
      () => milliseconds(p50(product) - p50(floor)),
    ),
    against(
      of("p50 / Ruff's p50", long ? 1 : undefined, true),
      [product, ruff],
      () => p50(product) / p50(ruff),
      both(product, ruff),
    ),
    against(
      of("floor's p99 / its p50"),
      [floor],
      () => percentile(floor.times, 99) / p50(floor),
      () => `${milliseconds(percentile(floor.times, 99))} / ${milliseconds(p50(floor))}`,
    ),
    against(of("Ruff's p50 / floor's p50"), [ruff, floor], () => p50(ruff) / p50(floor), both(ruff, floor)),
    freshnessRow(of("versions that differ from a fresh analysis", 0), product.failure ?? check.failure, check),
  ];
}

function freshnessRow(figure, failure, { checked, different }) {
  if (failure !== undefined) return failedRow(figure, failure, "versions");
  return measuredRow(figure, different, `${different} of ${checked}`, "versions");
}
