/** The core's doors to the outside. host/node and host/web implement them; nothing below review/ knows that there are files. */
import type { RuleFile } from "./engine.js";

/** Why a file gave no text. `message` is one line for people, without the path. */
export interface FileProblem {
  readonly path: string;
  readonly kind: "missing" | "unreadable" | "binary" | "too-large";
  readonly message: string;
}

/** A file's text, and what is needed to write it back as it was. */
export interface SourceText {
  /** Without the byte order mark. */
  readonly text: string;
  /** In lower case, as "utf-8", "latin-1" or "utf-16le". */
  readonly encoding: string;
  /** The byte order mark, or "". */
  readonly mark: string;
  /** What people should know about how it was read. */
  readonly warning?: string;
}

/** Files of a workspace. Paths are absolute, in the host's own notation. */
export interface ProjectFiles {
  /**
   * Python files below a folder, each once, in a stable order; without what .gitignore, .kingsnakeignore, virtual environments
   * and `exclude` (globs relative to `root`) leave out. Ends early when `isCancelled` says so.
   */
  findPythonFiles(root: string, exclude: readonly string[], isCancelled: () => boolean): AsyncIterable<string>;
  /** The text of a file, decoded as Python would. */
  readText(path: string): Promise<string | FileProblem>;
  /** Rule files at a path: the file itself, or every .yaml and .yml file below a folder. */
  findRuleFiles(path: string): Promise<readonly RuleFile[] | FileProblem>;
  /** Whether there is a file or a folder at a path. */
  exists(path: string): Promise<boolean>;
}

/** Whether reading ended in a problem. */
export function isFileProblem(result: object | string): result is FileProblem {
  return typeof result === "object" && "kind" in result && "message" in result;
}

/** What is kept between runs, by project. All of it can be lost at any time; nothing is but slower then. */
export interface ProjectCache {
  /** What was kept last; undefined if nothing was, or nothing that can be read. `root` is the project's folder. */
  readonly read: (root: string) => string | undefined;
  /** Keeps a text in place of what was kept, in one step. What can't be kept is let go. */
  readonly write: (root: string, text: string) => void;
}
