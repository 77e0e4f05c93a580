/** What people see of `kingsnake test` and `kingsnake rules`, against files in golden/ (`vitest -u` writes them anew). */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/engine.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const rule = (id: string, pattern: string, more = ""): string =>
  `rules:\n  - id: ${id}\n    message: Not this.\n    severity: ERROR\n    languages: [python]\n    pattern: ${pattern}\n${more}`;

const described = `    options: { symbolic_propagation: true }
    paths: { exclude: [vendor/] }
    metadata:
      title: Load of any object
      cwe: ["CWE-502: Deserialization"]
      why: It makes objects.
      remediation: Load plain data.
      references: ["https://example.org/load"]
      kin: [S506]
`;

/** Files of every kind of outcome. */
const files: Readonly<Record<string, string>> = {
  "rules/good.yaml": rule("good", "good($X)", "    fix: better($X)\n"),
  "rules/good.py": "# ruleid: good\ngood(1)\n# ok: good\nfine(good)\n# todoruleid: good\nlater(1)\n",
  "rules/good.fixed.py": "# ruleid: good\nbetter(1)\n# ok: good\nfine(good)\n# todoruleid: good\nlater(1)\n",
  "rules/bad.yaml": rule("bad", "bad($X)", "    fix: best($X)\n"),
  "rules/bad.py":
    "# ruleid: bad\ngood(1)\n# ok: bad\nbad(2)\nif x:\n    bad(3)\n# ruleid: bda\n# ruleid: bad\nbad(4)\n# todoruleid: bad\nbad(5)\n",
  "rules/bad.fixed.py":
    "# ruleid: bad\ngood(1)\n# ok: bad\nbad(2)\nif x:\n    best(3)\n# ruleid: bda\n# ruleid: bad\nbest(4)\n# todoruleid: bad\nbest(5)\n",
  "rules/alone.yaml": rule("alone", "alone()"),
  "rules/many/one.yaml": rule("one", "one()", described),
  "rules/many/one/first.py": "# ruleid: one\none()\n",
  "rules/many/one/second.py": "one()\n",
  "broken/broken.yaml": "rules:\n  - id: broken\n    mesage: Wrong.\n",
  "broken/broken.py": "x\n",
  "broken/compose.yaml": "services: {}\n",
  "apart/tests/good.py": "# ruleid: good\ngood(1)\n",
  "apart/rules/good.yaml": rule("good", "good($X)"),
  "apart/rules/good.py": "good(1)\n",
  "empty/README": "",
  "unparsable/good.yaml": rule("good", "good($X)"),
  "unparsable/good.py": "# ruleid: good\ngood(1)\ndef f(:\n",
};

interface Run {
  readonly status: number | null;
  readonly output: string;
}

async function check(name: string, parameters: readonly string[]): Promise<Run> {
  const folder = temporaryFolder(files);
  const command = [join(repository, "dist", "cli.cjs"), ...parameters];
  const run = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8", env: { PATH: process.env.PATH } });
  const stable = (text: string): string =>
    text.replaceAll(folder, "/project").replace(/"version": "[^"]+"/, '"version": "0.0.0"');
  const shown = [
    `$ kingsnake ${parameters.join(" ")}`,
    stable(run.stdout),
    "--- stderr",
    stable(run.stderr),
    `--- exit status ${run.status ?? ""}`,
  ];
  await expect(`${shown.join("\n")}\n`).toMatchFileSnapshot(join(import.meta.dirname, "golden", name));
  return { status: run.status, output: run.stdout };
}

it.each<[name: string, status: number, parameters: readonly string[]]>([
  ["test.txt", 1, ["test", "rules"]],
  ["test-one.txt", 0, ["test", "rules/good.yaml"]],
  ["test-example.txt", 1, ["test", "rules/many/one/second.py", "--rules", "rules/many/one.yaml"]],
  ["test-apart.txt", 0, ["test", "apart/tests", "--rules", "apart/rules"]],
  ["test-broken.txt", 2, ["test", "broken"]],
  ["test-unparsable.txt", 1, ["test", "unparsable"]],
  ["test-empty.txt", 2, ["test", "empty"]],
  ["test-missing.txt", 2, ["test", "nowhere"]],
  ["test-json.txt", 1, ["test", "rules/bad.yaml", "--format", "json"]],
  ["help-test.txt", 0, ["test", "--help"]],
  ["rules-search.txt", 0, ["rules", "--rules", "rules", "--search", "cwe-502 OBJECT"]],
  ["rules-search-nothing.txt", 0, ["rules", "--rules", "rules", "--search", "goood"]],
  ["rules-show.txt", 0, ["rules", "show", "one", "--rules", "rules"]],
  ["rules-show-json.txt", 0, ["rules", "show", "one", "--rules", "rules", "--format", "json"]],
  ["rules-show-unknown.txt", 2, ["rules", "show", "onee", "--rules", "rules"]],
  ["help-rules.txt", 0, ["rules", "--help"]],
])("%s", async (name, status, parameters) => {
  expect((await check(name, parameters)).status).toBe(status);
});
