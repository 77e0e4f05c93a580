/** What people see of the command line, against files in golden/ (`vitest -u` writes them anew). */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkSarif } from "../support/sarif-schema.js";
import { repository } from "../support/engine.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { createProject, rules } from "./project.js";

interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

function kingsnake(folder: string, parameters: readonly string[], environment: Record<string, string> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, "dist", "cli.cjs"), ...parameters], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, KINGSNAKE_CACHE: join(folder, ".git", "cache"), ...environment },
  });
  // What depends on the machine or on the release.
  const stable = (text: string): string => text.replaceAll(folder, "/project").replaceAll(version, "0.0.0");
  return { status, output: stable(stdout), errors: stable(stderr) };
}

const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };

/** Runs and compares with golden/NAME; NAME's ending says what is looked at. */
async function check(name: string, parameters: readonly string[], environment?: Record<string, string>): Promise<Run> {
  const run = kingsnake(createProject(), parameters, environment);
  expect(run.output + run.errors, "no stack trace").not.toMatch(/^\s+at .*:\d+/m);
  const golden = join(import.meta.dirname, "golden", name);
  const shown = [
    `$ kingsnake ${parameters.join(" ")}`,
    run.output,
    "--- stderr",
    run.errors,
    `--- exit status ${run.status ?? ""}`,
  ];
  await expect(`${shown.join("\n")}\n`).toMatchFileSnapshot(golden);
  return run;
}

const own = ["--rules", "rules/own.yaml"];

const runs: Readonly<Record<string, readonly string[]>> = {
  "text.txt": ["scan", ...own],
  "severity.txt": ["scan", "--severity", "warning", ...own],
  "nothing-found.txt": ["scan", "shop/clean.py", ...own],
  "nothing-there.txt": ["scan", "empty", ...own],
  "named-files.txt": ["scan", "shop/script", "ignored.py", "shop/binary.py", ...own],
  "named-folder.txt": ["scan", "environment", "generated", ...own],
  "missing-path.txt": ["scan", "nowhere.py", "shop/app.py", "circle", ...own],
  "json.txt": ["scan", "--format", "json", ...own],
  "broken-rules.txt": ["scan", "shop/clean.py", "--rules", "rules"],
  "missing-rules.txt": ["scan", "shop/clean.py", "--rules", "nowhere", "--rules", "empty"],
  "unwritable-output.txt": ["scan", "--output", "nowhere/report.txt", ...own],
  "fix.txt": ["scan", "--fix", ...own],
  "rules.txt": ["rules", "--rules", "rules/own.yaml"],
  "debug.txt": ["debug", "shop/clean.py"],
  "help.txt": ["--help"],
  "help-scan.txt": ["scan", "--help"],
  "version.txt": ["--version"],
  "unknown-command.txt": ["scna"],
  "unknown-option.txt": ["scan", "--fixx"],
  "invalid-jobs.txt": ["scan", "--jobs", "0"],
  "invalid-format.txt": ["scan", "--format", "xml"],
};

it.each(Object.entries(runs))("%s", async (name, parameters) => {
  await check(name, parameters);
});

it("colours.txt", async () => {
  const run = await check("colours.txt", ["scan", "shop/app.py", ...own], { FORCE_COLOR: "1" });
  const plain = kingsnake(createProject(), ["scan", "shop/app.py", ...own], { FORCE_COLOR: "1", NO_COLOR: "1" });
  expect(run.output.replace(/\u001b\[[\d;]+m/g, "")).toBe(plain.output);
});

it("sarif.txt, which the official schema accepts", async () => {
  const { output } = await check("sarif.txt", ["scan", "--format", "sarif", ...own]);
  expect(checkSarif(output)).toEqual([]);
});

it("writes the same report with any number of threads", () => {
  // Enough for two threads to be worth it.
  const dull = "def f(a):\n    return a\n\n\n".repeat(2500);
  const modules = Array.from({ length: 22 }, (_, n) => [`m${n}.py`, `${dull}import os\nos.system(x${n})\n`]);
  const folder = temporaryFolder({ ...(Object.fromEntries(modules) as Record<string, string>), "r.yaml": rules });
  const reports = ["1", "2"].map((jobs) => {
    const output = `${jobs}.json`;
    const run = kingsnake(folder, ["scan", "--format", "json", "--jobs", jobs, "-o", output, "--rules", "r.yaml"]);
    expect(run).toEqual({ status: 1, output: "", errors: "" });
    return readFileSync(join(folder, output), "utf8");
  });
  expect(reports[1]).toBe(reports[0]);
  expect(JSON.parse(reports[0] ?? "")).toMatchObject({ summary: { findings: 22, files: 22 } });
});

it("mends files in their encoding and with their line breaks", () => {
  const folder = createProject();
  kingsnake(folder, ["scan", "--fix", ...own]);
  const read = (file: string): Buffer => readFileSync(join(folder, "shop", file));
  expect(read("windows.py").toString()).toBe(
    "\ufeffimport yaml\r\n\r\nsettings = yaml.safe_load('é')\r\nprint(settings)\r\n",
  );
  expect(read("old.py").toString("latin1")).toBe("# coding: latin-1\nimport yaml\nx = 'é', yaml.safe_load(y)\n");
});

it("ends quietly when nobody reads on", () => {
  const command = `"${process.execPath}" "${join(repository, "dist", "cli.cjs")}" scan --format json examples | head -c 1`;
  const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: repository, encoding: "utf8" });
  expect(stdout).toBe("{");
  expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
});
