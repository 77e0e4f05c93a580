/** What the command line needs from the machine. main/cli.ts gives it the real one, tests give it what they like. */
import type { ReviewEngine, RuleFile } from "../review/engine.js";
import type { FileProblem, ProjectCache, ProjectFiles, SourceText } from "../review/ports.js";
import type { ShareRequest, ShareResult } from "./review-share.js";

export interface CommandLineHost {
  readonly version: string;
  readonly workingDirectory: string;
  /** How many threads can really run at once. */
  readonly cores: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: OutputStream;
  readonly errors: OutputStream;
  readonly files: ScanFiles;
  /** What is kept between scans. */
  readonly cache: ProjectCache;
  /** Tells builds of this program apart: what another one kept is not used. */
  readonly build: string;
  /** An engine with these rules; with the built-in ones and `additional` ones where there are none. */
  readonly createEngine: (rules: RuleChoice) => Promise<ReviewEngine>;
  /** Does a share of a scan in another thread. */
  readonly startShare: (
    request: ShareRequest,
  ) => Promise<{ readonly result: ShareResult } | { readonly failure: string }>;
  /** Serves an editor over stdin and stdout until it is told to stop. */
  readonly startLanguageServer: () => Promise<void>;
}

export interface RuleChoice {
  readonly withBuiltIn: boolean;
  readonly files: readonly RuleFile[];
}

export interface OutputStream {
  readonly isTerminal: boolean;
  readonly stream: NodeJS.WritableStream;
}

/** Files as a scan sees them: without waiting, because a thread that scans has nothing else to do. */
export interface ScanFiles extends ProjectFiles, SourceFiles {
  readonly kindOf: (path: string) => "file" | "folder" | FileProblem;
  /** Walks `start`, one folder a step; `exclude` holds globs relative to `root`. */
  readonly walk: (
    start: string,
    root: string,
    exclude: readonly string[],
    wanted: "python" | "text",
  ) => Iterable<FoundFolder>;
  readonly sizeOf: (path: string) => number;
  /** The rule files at a path, which may be a folder. */
  readonly readRuleFiles: (path: string) => readonly RuleFile[] | FileProblem;
  /** Every file below a folder, without hidden ones and installed packages. */
  readonly listFiles: (folder: string) => readonly string[] | FileProblem;
  /** Why a file could not be written; what is in it stays. */
  readonly tryToWrite: (path: string) => FileProblem | undefined;
  /** Creates or replaces a file. */
  readonly writeText: (path: string, text: string) => FileProblem | undefined;
}

/** The files that are reviewed, and mended. */
export interface SourceFiles {
  readonly readSource: (path: string) => SourceText | FileProblem;
  readonly writeSource: (path: string, source: SourceText, text: string) => FileProblem | undefined;
}

export interface FoundFolder {
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly problems: readonly FileProblem[];
}
