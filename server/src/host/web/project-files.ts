/** The port to a project's files in a Web Worker, which cannot see any: only what is open is reviewed. */
import type { FileProblem, ProjectFiles } from "../../review/ports.js";

export const noFiles: ProjectFiles = {
  async *findPythonFiles() {
    // None are within reach.
  },
  readText: (path) => Promise.resolve(outOfReach(path)),
  findRuleFiles: (path) => Promise.resolve(outOfReach(path)),
  exists: () => Promise.resolve(false),
};

function outOfReach(path: string): FileProblem {
  return { path, kind: "unreadable", message: "Files cannot be read in a browser." };
}
