/** Cases that are known to fail, so that the others guard what works. The aim is an empty list. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const file = path.join(import.meta.dirname, "known-failures.txt");
const heading = "# Names of cases that fail as yet; `npm run conformance -- --update-known` writes this file.\n";

export function readKnownFailures(): Set<string> {
  if (!existsSync(file)) return new Set();
  const lines = readFileSync(file, "utf8").split("\n");
  return new Set(lines.filter((line) => line !== "" && !line.startsWith("#")));
}

export function writeKnownFailures(names: readonly string[]): void {
  writeFileSync(
    file,
    heading +
      [...names]
        .sort()
        .map((name) => `${name}\n`)
        .join(""),
  );
}
