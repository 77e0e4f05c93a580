/** What a host gives the server: its assets, its files and its event loop. The server itself knows no platform. */
import type { ReviewEngine, RuleFile } from "../review/engine.js";
import type { ProjectCache, ProjectFiles } from "../review/ports.js";

export interface ServerRuntime {
  /**
   * Loads what comes with the server and makes the engines out of it. `initializationOptions` are the client's, for hosts
   * that can't find their own files.
   */
  readonly loadEngineFactory: (initializationOptions: unknown) => Promise<EngineFactory>;
  readonly files: ProjectFiles;
  /** What is kept between runs; for hosts that can't keep anything, one that does nothing. */
  readonly cache: ProjectCache;
  /** Tells builds of this server apart. */
  readonly build: string;
  /** The path of a URI for `files`, or undefined for what is not a file. */
  readonly toPath: (uri: string) => string | undefined;
  readonly toUri: (path: string) => string;
  /** Resolves when the messages that have arrived meanwhile have had their turn. */
  readonly yieldToEvents: () => Promise<void>;
  /** Gives back memory, if work has left much; for hosts that can. Nothing else is done meanwhile, for some tenths of a second. */
  readonly collectGarbage?: () => Promise<void>;
}

/** Makes an engine of the built-in rules and these, or of these alone. */
export type EngineFactory = (rules: readonly RuleFile[], company?: "alone") => Promise<ReviewEngine>;
