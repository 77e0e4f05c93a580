/** Engines by the rules that people add to the built-in ones. Projects with the same rules share one. */
import type { ReviewEngine, RuleFile } from "../review/engine.js";
import { isFileProblem, type ProjectFiles } from "../review/ports.js";
import type { EngineFactory } from "./runtime.js";

export interface EnginePool {
  /** The engine with the built-in rules and those at these paths. What can't be read is told to `warn` and left out. */
  readonly get: (rulePaths: readonly string[]) => Promise<ReviewEngine>;
  /** Reads all rule files again from now on. */
  readonly forget: () => void;
}

export function createEnginePool(
  factory: Promise<EngineFactory>,
  files: ProjectFiles,
  warn: (message: string) => void,
): EnginePool {
  const engines = new Map<string, Promise<ReviewEngine>>();
  const make = async (rulePaths: readonly string[]): Promise<ReviewEngine> => {
    const [create, rules] = await Promise.all([factory, readRules(rulePaths, files, warn)]);
    return create(rules);
  };
  return {
    get: (rulePaths) => {
      const key = rulePaths.join("\n");
      const known = engines.get(key);
      if (known !== undefined) return known;
      const engine = make(rulePaths);
      engines.set(key, engine);
      // A failed start is not remembered, so that the next file tries again.
      engine.catch(() => engines.delete(key));
      return engine;
    },
    forget: () => {
      // The built-in rules do not change while the server runs.
      for (const key of [...engines.keys()]) if (key !== "") engines.delete(key);
    },
  };
}

async function readRules(
  paths: readonly string[],
  files: ProjectFiles,
  warn: (message: string) => void,
): Promise<readonly RuleFile[]> {
  const found = await Promise.all(paths.map((path) => files.findRuleFiles(path)));
  return found.flatMap((result, index) => {
    if (!isFileProblem(result)) return result;
    warn(`No rules were read from ${paths[index] ?? ""}: ${result.message}`);
    return [];
  });
}
