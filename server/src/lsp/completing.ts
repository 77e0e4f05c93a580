/**
 * Rules that look at plain text cost as much as the text is long, so they wait until the typing pauses. Until then their findings are those
 * of the version before, as far as they still stand.
 */
import { logFailure } from "./guarded.js";
import { reviewDocument, type OpenDocument } from "./open-document.js";
import type { ServerContext } from "./server-context.js";

export interface Completing {
  /** Sees to it that a document's review becomes complete, if it is not. */
  readonly watch: (document: OpenDocument) => void;
  readonly end: () => void;
}

/** Milliseconds without a change after which the rest is done. */
const pause = 200;

/** `completed` is called when a document's findings have changed without an edit. */
export function createCompleting(context: ServerContext, completed: (document: OpenDocument) => void): Completing {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const complete = (document: OpenDocument): void => {
    timers.delete(document.uri);
    if (context.documents.get(document.uri) !== document || document.last?.review.isComplete !== false) return;
    try {
      reviewDocument(document, "all");
      completed(document);
    } catch (error) {
      logFailure(context.connection, `review of ${document.uri}`, error);
    }
  };
  return {
    watch: (document) => {
      clearTimeout(timers.get(document.uri));
      timers.delete(document.uri);
      if (document.last?.review.isComplete !== false) return;
      timers.set(
        document.uri,
        setTimeout(() => {
          complete(document);
        }, pause),
      );
    },
    end: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
