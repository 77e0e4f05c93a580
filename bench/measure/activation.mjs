// Activation: from starting the server's process to the first diagnostics of an open file, all rules loaded.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beginSession } from "../harness/diagnostics.mjs";
import { ensureProject } from "../harness/project.mjs";
import { failedRow, inDigits, measuredRow, reasonOf } from "../harness/rows.mjs";
import { floorServer, productServer } from "../harness/servers.mjs";
import { median } from "../harness/statistics.mjs";

/** @param {import("../main.mjs").BenchOptions} options */
export async function measureActivation({ quick, selfTest, mode, progress }) {
  const figure = { name: "activation", figure: "process start to first diagnostics of dhcp.py", limit: 500 };
  const relative = { name: "activation", figure: "the same / floor's" };
  try {
    const product = productServer({ selfTest });
    const times = { product: [], floor: [] };
    const rounds = quick ? 3 : 7;
    for (let round = 1; round <= rounds; round++) {
      progress(`activation, ${round} of ${rounds}`);
      times.floor.push(await activate(floorServer(), mode));
      times.product.push(await activate(product, mode));
    }
    const [ours, floor] = [median(times.product), median(times.floor)];
    return {
      rows: [
        measuredRow(figure, ours, `${inDigits(ours)} ms`, "ms"),
        measuredRow(relative, ours / floor, `${inDigits(ours)} ms / ${inDigits(floor)} ms`),
      ],
    };
  } catch (error) {
    return { rows: [failedRow(figure, reasonOf(error), "ms")] };
  }
}

async function activate(server, mode) {
  const folder = ensureProject("neutron");
  const path = join(folder, "neutron/agent/linux/dhcp.py");
  const text = readFileSync(path, "utf8");
  const startedAt = performance.now();
  const session = await beginSession(server, { folder, mode });
  try {
    const { arrivedAt } = await session.open(pathToFileURL(path).href, text);
    return arrivedAt - startedAt;
  } finally {
    await session.end();
  }
}
