/** The port to a project's files, on Node. */
import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { FileProblem, ProjectFiles } from "../../review/ports.js";
import { findSourceFiles } from "./find-files.js";
import { readRuleFiles } from "./rule-files.js";
import { readSource } from "./source-file.js";

export function createProjectFiles(): ProjectFiles {
  return {
    findPythonFiles: findFiles,
    readText,
    findRuleFiles: (path) => Promise.resolve(readRuleFiles(path)),
    exists: (path) => Promise.resolve(existsSync(path)),
  };
}

async function* findFiles(
  root: string,
  exclude: readonly string[],
  isCancelled: () => boolean,
): AsyncGenerator<string, void, undefined> {
  for (const { files } of findSourceFiles(root, root, exclude)) {
    // A folder at a time, so that whoever waits for the thread gets it.
    await setImmediate();
    for (const { path } of files) {
      if (isCancelled()) return;
      yield path;
    }
  }
}

function readText(path: string): Promise<string | FileProblem> {
  const source = readSource(path);
  return Promise.resolve("text" in source ? source.text : source);
}
