/** Where code actions and requests ask about calls in which data from outside is dangerous. */
import type { SinkExplanation } from "../review/explain-sink.js";
import type { OpenDocument } from "./open-document.js";
import type { ProjectIndexes } from "./project-indexes.js";

/** Offsets are those of the document's present text, which has been reviewed. */
export interface Sinks {
  /** Whether a quick look says that there is a call at the offset that may be a sink. */
  readonly mayBeSink: (document: OpenDocument, offset: number) => boolean;
  /** Of the innermost call at the offset; undefined where there is none. */
  readonly explainSink: (document: OpenDocument, offset: number) => Promise<SinkExplanation | undefined>;
}

export function createSinks(indexes: () => ProjectIndexes): Sinks {
  return {
    mayBeSink: ({ reviewed }, offset) => reviewed?.mayBeSink(offset) ?? false,
    explainSink: async (document, offset) => {
      // What callers pass is known when all files are.
      if (document.project !== undefined) await indexes().settled(document.project);
      const explanation = document.reviewed?.explainSink(offset);
      return explanation === "later" ? undefined : explanation;
    },
  };
}
