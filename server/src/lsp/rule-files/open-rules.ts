/** Rule files as people see them: the open document counts before the file, as long as its rules can be read. */
import type { RuleFile } from "../../review/engine.js";
import { isFileProblem, type ProjectFiles } from "../../review/ports.js";

export interface OpenRules {
  /** The host's files with open rule files in place of those on disk. */
  readonly files: ProjectFiles;
  /** Takes the text of an open rule file that is free of errors; whether rules that are in use have changed by it. */
  readonly update: (path: string, text: string) => boolean;
  /** The file on disk counts again; whether that changes anything. */
  readonly close: (path: string) => boolean;
}

export function createOpenRules(files: ProjectFiles): OpenRules {
  const texts = new Map<string, string>();
  /** What engines were made of, by path. */
  const used = new Map<string, string>();
  const replace = (file: RuleFile): RuleFile => {
    const text = texts.get(file.path);
    const seen = text === undefined || "loaded" in file ? file : { path: file.path, text };
    if ("text" in seen) used.set(seen.path, seen.text);
    return seen;
  };
  const isNews = (path: string): boolean => used.has(path) && used.get(path) !== texts.get(path);
  return {
    files: {
      findPythonFiles: (...parameters) => files.findPythonFiles(...parameters),
      readText: (path) => files.readText(path),
      exists: (path) => files.exists(path),
      findRuleFiles: async (path) => {
        const found = await files.findRuleFiles(path);
        return isFileProblem(found) ? found : found.map(replace);
      },
    },
    update: (path, text) => {
      texts.set(path, text);
      return isNews(path);
    },
    close: (path) => texts.delete(path) && used.has(path),
  };
}
