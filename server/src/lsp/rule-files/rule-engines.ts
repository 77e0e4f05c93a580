/** Engines of single rule files as they are being written, without the built-in rules. */
import type { ReviewEngine, RuleFile } from "../../review/engine.js";
import { ruleFileForTests } from "../../review/rule-tests/rules-under-test.js";
import type { EngineFactory } from "../runtime.js";
import { Superseded } from "../superseded.js";

export interface RuleEngines {
  /**
   * The engine of this text's rules, which look at every file. A file whose rules take long to read is read when nobody has
   * typed in it for a while; what was asked before then fails with `Superseded`.
   */
  readonly get: (path: string, text: string) => Promise<ReviewEngine>;
  /** The same if it is made already. */
  readonly peek: (path: string, text: string) => ReviewEngine | undefined;
  /** An engine of these rules and no others; not remembered. */
  readonly make: (files: readonly RuleFile[]) => Promise<ReviewEngine>;
}

interface Entry {
  readonly text: string;
  promise: Promise<ReviewEngine>;
  engine: ReviewEngine | undefined;
  /** How long it took, in milliseconds; of an unfinished one, how long the one before it took. */
  cost: number;
}

/** What may be read between two keystrokes, and the longest that is waited for the next one, in milliseconds. */
const quick = 25;
const longestPause = 1000;

/** How many rule files are remembered, each in its last form. */
const mostRemembered = 16;

export function createRuleEngines(factory: Promise<EngineFactory>): RuleEngines {
  const entries = new Map<string, Entry>();
  const make = async (files: readonly RuleFile[]): Promise<ReviewEngine> => (await factory)(files, "alone");
  const read = async (path: string, entry: Entry): Promise<ReviewEngine> => {
    if (entry.cost > quick) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(longestPause, 3 * entry.cost)));
      if (entries.get(path) !== entry) throw new Superseded();
    }
    const start = performance.now();
    const engine = await make([ruleFileForTests(path, entry.text)]);
    entry.cost = performance.now() - start;
    entry.engine = engine;
    return engine;
  };
  const start = (path: string, text: string): Entry => {
    const unread = new Promise<never>(() => undefined);
    const entry: Entry = { text, promise: unread, engine: undefined, cost: entries.get(path)?.cost ?? 0 };
    // It is an entry before it is read, so that it can find out that it is the last one.
    entries.set(path, entry);
    entry.promise = read(path, entry);
    entry.promise.catch(() => {
      if (entries.get(path) === entry) entries.delete(path);
    });
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
