/** Files as the command line sees them: named by people, walked without waiting, written. */
import { closeSync, openSync, statSync, writeFileSync } from "node:fs";
import type { FileProblem } from "../../review/ports.js";
import { fileProblem } from "./file-problem.js";
import { findSourceFiles } from "./find-files.js";
import { listFiles } from "./list-files.js";
import { createProjectFiles } from "./project-files.js";
import { readRuleFiles } from "./rule-files.js";
import { readSource, writeSource } from "./source-file.js";

/** All that a scan does with files. */
export function createScanFiles() {
  return {
    ...createProjectFiles(),
    readSource,
    writeSource,
    readRuleFiles,
    listFiles,
    walk: findSourceFiles,
    kindOf,
    sizeOf,
    tryToWrite,
    writeText,
  };
}

function kindOf(path: string): "file" | "folder" | FileProblem {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    return fileProblem(path, error);
  }
}

/** In bytes; 0 where it cannot be known. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Why a file could not be written; what is in it stays. */
function tryToWrite(path: string): FileProblem | undefined {
  try {
    closeSync(openSync(path, "a"));
    return undefined;
  } catch (error) {
    return fileProblem(path, error);
  }
}

function writeText(path: string, text: string): FileProblem | undefined {
  try {
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    return fileProblem(path, error);
  }
}
