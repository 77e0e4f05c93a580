// The size of the packed extension, as vsce packs it from what is built.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { cache, root } from "../harness/paths.mjs";
import { failedRow, inDigits, measuredRow } from "../harness/rows.mjs";
import { builtProduct } from "../harness/servers.mjs";

/** @param {import("../main.mjs").BenchOptions} options */
export function measureSize({ progress }) {
  const figure = { name: "packed extension", figure: "size of the .vsix", limit: 5, strict: true };
  progress("packing the extension");
  builtProduct();
  const packed = join(cache, "bench.vsix");
  mkdirSync(cache, { recursive: true });
  rmSync(packed, { force: true });
  const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
  const { stderr } = spawnSync(
    process.execPath,
    [vsce, "package", "--no-dependencies", "--no-rewrite-relative-links", "-o", packed],
    {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 180_000,
    },
  );
  if (!existsSync(packed))
    return { rows: [failedRow(figure, `vsce: ${stderr?.trim().split("\n").at(-1) ?? "silent"}`, "MB")] };
  const megabytes = statSync(packed).size / 1e6;
  rmSync(packed);
  return { rows: [measuredRow(figure, megabytes, `${inDigits(megabytes)} MB`, "MB")] };
}
