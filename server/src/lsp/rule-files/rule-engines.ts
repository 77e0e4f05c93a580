/** Engines of single rule files as they are being written, without the built-in rules. */
import type { ReviewEngine, RuleFile } from "../../review/engine.js";
import { ruleFileForTests } from "../../review/rule-tests/rules-under-test.js";
import type { EngineFactory } from "../runtime.js";

export interface RuleEngines {
  /** The engine of this text's rules, which look at every file. */
  readonly get: (path: string, text: string) => Promise<ReviewEngine>;
  /** The same if it is made already. */
  readonly peek: (path: string, text: string) => ReviewEngine | undefined;
  /** An engine of these rules and no others; not remembered. */
  readonly make: (files: readonly RuleFile[]) => Promise<ReviewEngine>;
}

interface Entry {
  readonly text: string;
  readonly promise: Promise<ReviewEngine>;
  engine: ReviewEngine | undefined;
}

/** How many rule files are remembered, each in its last form. */
const mostRemembered = 16;

export function createRuleEngines(factory: Promise<EngineFactory>): RuleEngines {
  const entries = new Map<string, Entry>();
  const make = async (files: readonly RuleFile[]): Promise<ReviewEngine> => (await factory)(files, "alone");
  const start = (path: string, text: string): Entry => {
    const promise = make([ruleFileForTests(path, text)]);
    const entry: Entry = { text, promise, engine: undefined };
    promise.then(
      (engine) => {
        entry.engine = engine;
      },
      () => {
        if (entries.get(path) === entry) entries.delete(path);
      },
    );
    return entry;
  };
  return {
    make,
    get: (path, text) => {
      const known = entries.get(path);
      const entry = known?.text === text ? known : start(path, text);
      // The one that was asked for last is the last to go.
      entries.delete(path);
      entries.set(path, entry);
      for (const oldest of entries.keys()) {
        if (entries.size <= mostRemembered) break;
        entries.delete(oldest);
      }
      return entry.promise;
    },
    peek: (path, text) => {
      const known = entries.get(path);
      return known?.text === text ? known.engine : undefined;
    },
  };
}
