/** What people see of `kingsnake validate`, against files in golden/ (`vitest -u` writes them anew). */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/engine.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const rule = (id: string, ...lines: readonly string[]): string =>
  [`  - id: ${id}`, "    message: Not this.", "    severity: ERROR", "    languages: [python]"]
    .concat(lines.map((line) => `    ${line}`))
    .join("\n")
    .concat("\n");

const files: Readonly<Record<string, string>> = {
  "good/one.yaml": `rules:\n${rule("one", "pattern: one()")}${rule("two", "match: {any: [two(), three()]}")}`,
  "good/more/three.yml": `rules:\n${rule("three", "pattern-either: [{pattern: a()}, {pattern: b()}]")}`,
  "odd.yaml": `rules:\n${rule("odd", "pattern: f()", "options: {symbolic_propogation: true}")}`,
  "bad/broken.yaml": `rules:\n${rule("open", "pattern: 'f()")}${rule("fine", "pattern: f()")}`,
  "bad/wrong.yaml": [
    "rules:\n",
    rule("typo", "patterns:", "  - pattern: f($X)", "  - pattern-insde: g()"),
    rule("hyphen", "patterns:", "  - pattern: f($X)", "    pattern-not: f(1)"),
    rule("pattern", "pattern: |", "  if x:", "    f(("),
    rule(
      "label",
      "mode: taint",
      "pattern-sources: [{pattern: a()}]",
      "pattern-sinks: [{pattern: b(), requires: A or}]",
    ),
    rule("fine-too", "pattern: f()", "mesage: m"),
  ].join(""),
  "empty/README": "",
};

/** Runs and compares with golden/NAME. */
async function check(name: string, parameters: readonly string[]): Promise<void> {
  const folder = temporaryFolder(files);
  const run = spawnSync(process.execPath, [join(repository, "dist", "cli.cjs"), ...parameters], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  expect(run.stdout + run.stderr, "no stack trace").not.toMatch(/^\s+at .*:\d+/m);
  const stable = (text: string): string => text.replaceAll(folder, "/project").replaceAll(version, "0.0.0");
  const shown = [
    `$ kingsnake ${parameters.join(" ")}`,
    stable(run.stdout),
    "--- stderr",
    stable(run.stderr),
    `--- exit status ${run.status ?? ""}`,
  ];
  await expect(`${shown.join("\n")}\n`).toMatchFileSnapshot(join(import.meta.dirname, "golden", name));
}

const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };

it.each<[name: string, parameters: readonly string[]]>([
  ["validate.txt", ["validate", "good", "good/one.yaml"]],
  ["validate-one.txt", ["validate", "odd.yaml"]],
  ["validate-problems.txt", ["validate", "bad", "odd.yaml"]],
  ["validate-json.txt", ["validate", "--format", "json", "odd.yaml", "bad/broken.yaml"]],
  ["validate-missing.txt", ["validate", "nowhere.yaml", "empty"]],
  ["validate-nothing.txt", ["validate"]],
  ["help-validate.txt", ["validate", "--help"]],
])("%s", check);
