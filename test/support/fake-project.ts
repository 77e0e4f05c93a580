/** A project for fake engines: its files tell each other nothing, and nothing flows. */
import type { ProjectReview, ReviewEngine } from "../../server/src/review/engine.js";

export function createFakeProject(engine: () => ReviewEngine): ProjectReview {
  const facts = { imports: {}, stars: [], functions: {}, classes: {}, variables: {}, bodies: [] };
  const paths = new Set<string>();
  return {
    reviewText: (path, text, options) => {
      paths.add(path);
      return engine().reviewText(path, text, options);
    },
    reviewWithFlows: (path, text, options) => engine().reviewText(path, text, options),
    reviewFlows: (path) => ({ path, findings: [], suppressed: [], syntaxProblems: [], isComplete: true }),
    openDocument: (path, text) => engine().openDocument(path, text),
    flows: {
      follows: () => true,
      addText: () => undefined,
      factsOfText: () => facts,
      addResolved: () => undefined,
      addFacts: () => undefined,
      addUnitsLater: () => undefined,
      isAwaiting: () => false,
      addUnits: () => undefined,
      closeUnits: () => undefined,
      remove: (path) => {
        paths.delete(path);
      },
      paths: () => [...paths],
      factsOf: (path) => (paths.has(path) ? facts : undefined),
      advance: () => ({ state: "done", wanted: [], steps: 0 }),
      provide: () => undefined,
      findingsIn: () => [],
      pathsWithFlows: () => [],
      changedPaths: () => [],
      counters: () => ({ computed: 0, graphs: 0, entries: 0 }),
      mayBeSink: () => false,
      explainSink: () => undefined,
      store: () => ({ flows: { version: "", data: null }, paths: [] }),
      restore: () => true,
      pack: () => undefined,
      trim: () => undefined,
      forgetOthers: () => undefined,
    },
  };
}
