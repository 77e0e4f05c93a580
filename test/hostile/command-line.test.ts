/** Hostile rules from end to end: what the command line says of them, and that it ends. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../support/engine.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { healthy, longest, rule } from "./run-rules.js";

interface Run {
  readonly status: number | null;
  readonly output: string;
}

function scan(rules: string, code: string): Run {
  const folder = temporaryFolder({ "rules.yaml": `rules:\n${rules}`, "code.py": code });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, "dist", "cli.cjs"), "scan", "code.py", "--rules", "rules.yaml"],
    {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, KINGSNAKE_CACHE: join(folder, ".cache") },
      timeout: longest,
    },
  );
  return { status, output: stdout + stderr };
}

describe("the command line", () => {
  it(
    "names a rule that was not finished, and shows what others find",
    () => {
      const names = Array.from({ length: 10_000 }, (_, index) => `v${index}`).join(", ");
      const bomb = rule("bomb", "pattern: f(..., $A, ..., $A, ..., $C)");
      const { status, output } = scan(`${bomb}${healthy}`, `f(${names})\ndanger()\n`);
      expect(status).toBe(1);
      expect(output).toMatch(/code\.py:1:1.*The rule bomb was not finished here/);
      expect(output).toMatch(/code\.py:2:1.*/);
      expect(output).toContain("healthy");
    },
    longest,
  );

  it(
    "warns of a regular expression that can take for ever",
    () => {
      const bomb = rule("bomb", "pattern-regex: (?=(a+)+$)a");
      const { status, output } = scan(`${bomb}${healthy}`, `x = "${"a".repeat(50)}!"\ndanger()\n`);
      expect(status).toBe(1);
      expect(output).toMatch(/rules\.yaml:6:\d+.*This regular expression can take very long/);
      expect(output).toContain("healthy");
    },
    longest,
  );
});
