/** What is kept between scans changes how long they take, and nothing else. */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/engine.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const view = `from flask import Flask, request
from shop.tools import run

app = Flask(__name__)


@app.route("/")
def index():
    return run(request.args["command"])
`;

const tools = `import os


def run(command):
    return os.system("echo " + command)
`;

const files = {
  "kingsnake.toml": "",
  "shop/__init__.py": "",
  "shop/views.py": view,
  "shop/tools.py": tools,
  "shop/broken.py": "def f(:\n    pass\n",
};

interface Project {
  readonly folder: string;
  readonly cache: string;
}

function createProject(): Project {
  return { folder: temporaryFolder(files), cache: join(temporaryFolder(), "cache") };
}

/** The report of a scan as JSON, and whether it was as asked. */
function scan({ folder, cache }: Project, ...parameters: readonly string[]): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, "dist", "cli.cjs"), "scan", "--format", "json", ...parameters],
    { cwd: folder, encoding: "utf8", env: { PATH: process.env.PATH, KINGSNAKE_CACHE: cache } },
  );
  expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
  return stdout;
}

/** The rules that report something in a file. */
function rulesIn(report: string, path: string): string[] {
  const { findings } = JSON.parse(report) as { findings: { ruleId: string; path: string }[] };
  return findings.filter((finding) => finding.path === path).map(({ ruleId }) => ruleId);
}

/** A scan with what was kept says what one without says. */
function check(project: Project, ...parameters: readonly string[]): string {
  const kept = scan(project, ...parameters);
  expect(kept).toBe(scan(project, "--no-cache", ...parameters));
  return kept;
}

it("says the same when nothing has changed", () => {
  const project = createProject();
  const first = scan(project);
  expect(rulesIn(first, "shop/tools.py")).toContain("command-injection");
  expect(check(project)).toBe(first);
});

it("sees a change in the file that the data comes from, and in the one where it arrives", () => {
  const project = createProject();
  scan(project);
  writeFileSync(join(project.folder, "shop/views.py"), view.replace('request.args["command"]', '"date"'));
  expect(rulesIn(check(project), "shop/tools.py")).not.toContain("command-injection");
  writeFileSync(join(project.folder, "shop/views.py"), view);
  writeFileSync(join(project.folder, "shop/tools.py"), `# moved\n${tools}`);
  expect(rulesIn(check(project), "shop/tools.py")).toContain("command-injection");
});

it("forgets files that are gone", () => {
  const project = createProject();
  scan(project);
  rmSync(join(project.folder, "shop/views.py"));
  expect(rulesIn(check(project), "shop/tools.py")).not.toContain("command-injection");
});

it("reports what was asked about, with the rest of the project in view", () => {
  const project = createProject();
  expect(rulesIn(check(project, "shop/tools.py"), "shop/tools.py")).toContain("command-injection");
  expect(rulesIn(check(project, "shop/views.py"), "shop/tools.py")).toEqual([]);
  expect(rulesIn(check(project), "shop/tools.py")).toContain("command-injection");
});

it("heeds settings that have changed", () => {
  const project = createProject();
  scan(project);
  writeFileSync(join(project.folder, "kingsnake.toml"), 'disable = ["command-injection"]\n');
  expect(rulesIn(check(project), "shop/tools.py")).not.toContain("command-injection");
});

it("heeds patterns of one's own rules that have changed, which data is followed to", () => {
  const project = createProject();
  const rules = (sink: string): string =>
    `rules: [{id: own, message: $X is run, severity: ERROR, languages: [python], mode: taint, pattern-sources: [{from: http-request}], pattern-sinks: [{pattern: "${sink}"}]}]\n`;
  const found = (sink: string): string[] => {
    writeFileSync(join(project.folder, "own.yaml"), rules(sink));
    return rulesIn(check(project, "--rules", "own.yaml"), "shop/tools.py");
  };
  expect(found("os.system($X)")).toEqual(["own"]);
  expect(found("os.popen($X)")).toEqual([]);
  expect(found("$M.system($X)")).toEqual(["own"]);
});

it.each([
  ["cut off", (text: string) => text.slice(0, text.length / 2)],
  ["of another version", (text: string) => text.replace(/"build":"/, '"build":"older ')],
  ["empty", () => ""],
  ["nonsense", () => "{}\n[1, 2\n\u0000"],
])("is not harmed by a cache that is %s", (_, damage) => {
  const project = createProject();
  const first = scan(project);
  for (const name of readdirSync(project.cache)) {
    const file = join(project.cache, name);
    writeFileSync(file, damage(readFileSync(file, "utf8")));
  }
  expect(check(project)).toBe(first);
});

it("is not harmed by a cache that cannot be written", () => {
  const project = createProject();
  mkdirSync(join(project.cache, ".."), { recursive: true });
  appendFileSync(project.cache, "a file where a folder should be");
  expect(check(project)).toBe(scan(project));
});

it("leaves nothing behind under --no-cache", () => {
  const project = createProject();
  scan(project, "--no-cache");
  expect(() => readdirSync(project.cache)).toThrow();
});
